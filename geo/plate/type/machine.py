"""Fonts of this machine: by the name of their family, or as a file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geo.base.errors import MapError, Problem, did_you_mean
from geo.base.files import is_file

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

#: The last word of a family in a collection of Chinese, Japanese and Korean fonts says whose forms
#: of the letters it has: Noto Sans CJK SC, Source Han Serif CN. 骨, 直 and 今 differ among them.
_FORMS = {
    "zh": ("SC", "CN"),
    "zh-CN": ("SC", "CN"),
    "zh-TW": ("TC", "TW", "HK"),
    "ja": ("JP", "J"),
}
_COLLECTIONS = {".ttc", ".otc"}
#: What FreeType and matplotlib raise for fonts of kinds that they cannot read.
UNREADABLE = (
    OSError, RuntimeError, ValueError, LookupError, NotImplementedError, AssertionError
)  # fmt: skip
_FAMILY, _STYLE = 1, 2  # name IDs of OpenType


class Located(NamedTuple):
    """A font file, and which of the fonts of a collection."""

    path: Path
    face: int


def located(font: str, where: str, language: str) -> Located:
    """Find a font.

    Parameters
    ----------
    font : str
        A family, ``Source Han Sans SC``, or a file. Of a collection named as a file the regular
        font with the language's forms of the letters is taken, else the first.
    where : str
        For messages.
    language : str
        Of the map. One that is written in other scripts takes the forms of Simplified Chinese, as
        the packaged fonts have them.

    Raises
    ------
    MapError
        If there is none of that name, or the file is no font.
    """
    if is_file(Path(font)):
        return _of_file(Path(font), where, language)
    from matplotlib.font_manager import fontManager

    if found := _listed(font):
        return found
    _take_in_new()
    if found := _listed(font):
        return found
    known = sorted({entry.name for entry in fontManager.ttflist})
    raise MapError(Problem(where, f"no font {font!r} on this machine", did_you_mean(font, known)))


def with_glyphs(characters: str) -> str:
    """Return the family of a font of this machine that has all of some characters, or nothing."""
    from matplotlib.font_manager import fontManager
    from matplotlib.ft2font import FT2Font

    codes = {ord(c) for c in characters}
    for entry in sorted(fontManager.ttflist, key=lambda e: (e.weight != 400, e.name, e.fname)):
        with suppress(*UNREADABLE):
            font = FT2Font(entry.fname)
            # The last resort has a box with its number for every code point.
            if (
                entry.style == "normal"
                and "LastResort" not in entry.fname
                and all(font.get_char_index(code) for code in codes)
            ):
                return str(entry.name)
    return ""


def _listed(font: str) -> Located | None:
    """Return the font of a family that matplotlib knows, if its file is still there."""
    from matplotlib.font_manager import fontManager

    if not any(entry.name == font and is_file(Path(entry.fname)) for entry in fontManager.ttflist):
        return None
    found = fontManager.findfont(font)
    return Located(Path(str(found)), getattr(found, "face_index", 0))


def _take_in_new() -> None:
    """Read the fonts that were installed after matplotlib made its list, which it keeps."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    known = {str(entry.fname) for entry in fontManager.ttflist}
    for path in sorted(set(map(str, findSystemFonts())) - known):
        with suppress(*UNREADABLE):
            fontManager.addfont(path)


def _of_file(path: Path, where: str, language: str) -> Located:
    if path.suffix.lower() not in _COLLECTIONS:
        return Located(path, 0)
    from fontTools.ttLib import TTCollection, TTLibError

    try:
        with TTCollection(str(path), lazy=True) as collection:
            ranks = [_rank(font, language) for font in collection.fonts]
    except (TTLibError, *UNREADABLE):
        raise MapError(Problem(where, f"'{path.name}' is no font", "Name another.")) from None
    return Located(path, ranks.index(max(ranks)))


def _rank(font: TTFont, language: str) -> tuple[bool, bool]:
    """Return whether a font has the forms of a language, and whether it is the regular one."""
    family = str(font["name"].getDebugName(_FAMILY) or "")
    style = str(font["name"].getDebugName(_STYLE) or "")
    forms = _FORMS.get(language, _FORMS["zh"])
    return bool(set(family.split()) & set(forms)), style in {"Regular", "Book", "Normal"}
