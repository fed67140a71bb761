"""Fonts that packages bring, by script; fonts by name; what to do about a missing character."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from pathlib import Path

from geo.base.errors import MapError, Problem
from geo.base.languages import is_rtl, script
from geo.base.packaged import damaged, recorded
from geo.plate.sheet import FaceName
from geo.plate.type.faces import Face, glyph
from geo.plate.type.machine import UNREADABLE, located, with_glyphs
from geo.plate.type.shaping import check_shaper

_CHINESE = "一中国"
_FONTS = "pylopdf-fonts-zh-cn"
#: Package and file by script (ISO 15924). Simplified Chinese comes with this package and sets Latin
#: letters, too; the others are those of the extra ``languages``. One character of Unicode has other
#: shapes in Taipei and Tokyo than in Beijing: 骨, 直, 今.
_PACKS: dict[str, dict[FaceName, tuple[str, str]]] = {
    "Hans": {
        "sans": ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"),
        "serif": ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"),
    },
    "Hant": {
        "sans": ("pylopdf_fonts_zh_tw", "NotoSansTC-Regular.otf"),
        "serif": ("pylopdf_fonts_zh_tw", "NotoSerifTC-Regular.otf"),
    },
    "Jpan": {
        "sans": ("pylopdf_fonts_jp", "NotoSansJP-Regular.otf"),
        "serif": ("pylopdf_fonts_jp", "NotoSerifJP-Regular.otf"),
    },
    "Arab": {
        "sans": ("fontpkg_ibm_plex_sans_arabic", "files/IBMPlexSansArabic-Regular.ttf"),
        "serif": ("fontpkg_amiri", "files/Amiri-Regular.ttf"),
    },
}
#: Fonts for letters that those of Chinese lack, č, ł, ğ, ή: the Latin design of the Noto family's
#: Chinese fonts, with Greek and Cyrillic; then matplotlib's own, which have nearly every letter.
_WIDER: tuple[dict[FaceName, tuple[str, str]], ...] = (
    {
        "sans": ("font_source_sans_pro", "files/SourceSansPro-Regular.otf"),
        "serif": ("font_source_serif_pro", "files/SourceSerifPro-Regular.otf"),
    },
    {
        "sans": ("matplotlib", "mpl-data/fonts/ttf/DejaVuSans.ttf"),
        "serif": ("matplotlib", "mpl-data/fonts/ttf/DejaVuSerif.ttf"),
    },
)
#: The packaged faces by the name of their family.
_FAMILIES: dict[str, FaceName] = {"Noto Sans SC": "sans", "Noto Serif SC": "serif"}
#: Categories of Unicode: controls, marks of format, unassigned and private code points.
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
#: What the Noto family calls a script where that is not the first word of its characters' names.
_SCRIPTS = {
    "LATIN": "", "GREEK": "", "CYRILLIC": "", "CJK": "CJK SC", "HIRAGANA": "JP", "KATAKANA": "JP",
    "HANGUL": "KR", "EGYPTIAN": "Egyptian Hieroglyphs",
}  # fmt: skip
_INSTALL = "Run: pip install 'geo-choropleth[languages]'."


@cache
def packaged(name: FaceName, *, latin: bool = False) -> Face:
    """Return one of the two faces that come with the package; see `Face` for `latin`."""
    path = _path("Hans", name)
    noted = recorded(_FONTS).get(path)
    try:
        if noted and path.stat().st_size != noted.size:
            raise damaged(path, _FONTS)
        return Face(path, latin=latin)
    except (OSError, RuntimeError):  # RuntimeError: FreeType's
        raise damaged(path, _FONTS) from None


@cache
def own_face(name: FaceName, where: str, language: str) -> Face:
    """Return one of the two faces of a language; behind those of the extra are the packaged ones.

    Raises
    ------
    MapError
        If the extra ``languages`` is not installed, without which there are no letters. Traditional
        Chinese and Japanese are then set in the shapes of Simplified Chinese: see `lacking`.
    """
    written, rtl = script(language), is_rtl(language)
    if written not in _PACKS or written == "Hans":
        return packaged(name, latin=written == "Latn")
    if rtl:
        check_shaper(where)
    try:
        return Face(_path(written, name), rtl=rtl, other=packaged(name))
    except ModuleNotFoundError:
        if not rtl:
            return packaged(name)
        what = "a plate in Arabic needs a font, which is not installed"
        remedy = f"{_INSTALL} Or name a font that has Arabic."
        raise MapError(Problem(where, what, remedy)) from None


def pair_for(texts: str, where: str, language: str) -> dict[FaceName, Face]:
    """Return the two faces of a language, or those that have all letters of a map.

    Parameters
    ----------
    texts : str
        All characters that may be set.
    where : str
        The plate, for messages.
    language : str
        Of the map. In Latin script the wider fonts set all texts; in Chinese only the letters that
        the language's own lack.

    Raises
    ------
    MapError
        See `own_face`. What no font has is for `check_glyphs`.
    """
    names: tuple[FaceName, FaceName] = ("sans", "serif")
    own = {name: own_face(name, where, language) for name in names}
    seen = "".join(c for c in dict.fromkeys(texts) if c.isprintable() and not c.isspace())
    if script(language) not in {"Latn", "Hans"} or not any(f.missing(seen) for f in own.values()):
        return own
    pairs = ({name: _wider(name, language, i) for name in names} for i in range(len(_WIDER)))
    return next((p for p in pairs if not any(f.missing(seen) for f in p.values())), own)


@cache
def _wider(name: FaceName, language: str, number: int) -> Face:
    package, file = _WIDER[number][name]
    path = Path(str(files(package) / file))
    if script(language) == "Latn":
        return Face(path, other=packaged(name, latin=True), latin=True)
    return Face(packaged(name).path, other=Face(path))


@cache
def lacking(language: str) -> str:
    """Say that plates of a language have the shapes of another; empty if they have their own."""
    try:
        _path(script(language), "sans")
    except ModuleNotFoundError:
        return f"Chinese characters have the shapes of the mainland. {_INSTALL}"
    return ""


def _path(written: str, name: FaceName) -> Path:
    package, file = _PACKS.get(written, _PACKS["Hans"])[name]
    return Path(str(files(package) / file))


def named(font: str, where: str, *, language: str = "zh") -> Face:
    """Return a font by family name or as a file.

    See `geo.plate.type.machine.located` for `language` and what is raised.
    """
    latin = script(language) == "Latn"
    if font in _FAMILIES:
        return packaged(_FAMILIES[font], latin=latin)
    face = Face(*located(font, where, language), rtl=is_rtl(language), latin=latin)
    try:
        glyph(face, "0")
    except UNREADABLE:
        what = f"{face.path.name!r} is no font, or a damaged one"
        raise MapError(Problem(where, what, "Give an OTF or a TTF file.")) from None
    return face


def check_glyphs(face: Face, texts: str, where: str) -> None:
    """Stop at characters that a face cannot set.

    Raises
    ------
    MapError
        That names the characters and a font that has them, or says that the font has no Chinese at
        all, or that letters cannot be shaped here.
    """
    if face.shapes(texts):
        check_shaper(where)
    missing = face.missing("".join(c for c in texts if not c.isspace()))
    if not missing:
        return
    if face.missing(_CHINESE) and any(c >= "\u2e80" for c in missing):
        raise MapError(
            Problem(
                where,
                f"the font {face.path.name} has no Chinese characters",
                "Leave `font` out for Noto Sans SC, or name a font that has them.",
            )
        )
    listed = ", ".join(f"{c!r} (U+{ord(c):04X})" for c in missing[:8])
    raise MapError(
        Problem(where, f"the font {face.path.name} has no glyph for {listed}", _remedy(missing))
    )


def _remedy(missing: str) -> str:
    """Return what to do about characters that a font lacks: a font that has them, if one is."""
    if any(unicodedata.category(c) in _UNSEEN for c in missing):
        return "It is none that is seen: take it out of the text."
    if here := with_glyphs(missing):
        them = "them" if len(missing) > 1 else "it"
        return f"{here}, a font of this machine, has {them}: name it as `font`."
    return f"{_noto(missing[0])} (OFL) has {missing[0]!r}: get its file and name it as `font`."


def _noto(character: str) -> str:
    """Return the font of the Noto family that has a character, by the script in its name."""
    if unicodedata.category(character)[0] == "S":
        return "Noto Emoji" if character >= "\U0001f300" else "Noto Sans Symbols 2"
    first = unicodedata.name(character, "").split()[0]
    return " ".join(filter(None, ("Noto Sans", _SCRIPTS.get(first, first.capitalize()))))
