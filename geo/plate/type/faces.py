"""Type: font files, what they can set, how wide it runs, and the outlines of the letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem
from geo.base.packaged import damaged, recorded
from geo.plate.sheet import PT, Block, FaceName, Words, anchored
from geo.plate.type.bidi import is_bidirectional
from geo.plate.type.machine import located
from geo.plate.type.shaping import FontFile, Glyph, check_shaper, shaped

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.ft2font import FT2Font
    from numpy.typing import NDArray

_EM = 1000  # FreeType is asked for outlines at this size: one pixel is a thousandth of an em
_CHINESE = "一中国"
_FONTS = "pylopdf-fonts-zh-cn"
_PACKAGED: dict[FaceName, str] = {
    "sans": "NotoSansSC-Regular.otf",
    "serif": "NotoSerifSC-Regular.otf",
}
#: The packaged faces by the name of their family.
_FAMILIES: dict[str, FaceName] = {"Noto Sans SC": "sans", "Noto Serif SC": "serif"}

#: Packages and files of the Arabic pair, which have Latin letters, too.
_ARABIC: dict[FaceName, tuple[str, str]] = {
    "sans": ("fontpkg_ibm_plex_sans_arabic", "IBMPlexSansArabic-Regular.ttf"),
    "serif": ("fontpkg_amiri", "Amiri-Regular.ttf"),
}
#: Marks that no font need have: they only say in which direction what follows runs.
_UNSEEN = frozenset("\u200e\u200f\u061c")


class Face:
    """A font file opened for measuring.

    Chinese and Latin text runs letter by letter with the font's kerning, without ligatures; lines
    with letters that run from the right are shaped.

    Parameters
    ----------
    path : Path
    index : int
        Of the font in a collection.
    rtl : bool
        Lines run from the right.
    other : Face, optional
        Sets the characters that this one lacks, in shaped lines.
    """

    def __init__(
        self, path: Path, index: int = 0, *, rtl: bool = False, other: Face | None = None
    ) -> None:
        self.path = path
        self.index = index
        self.rtl = rtl
        self.other = other

    def __repr__(self) -> str:
        return f"Face({self.path.name!r})"

    def missing(self, text: str) -> str:
        """Return the characters of `text` that the font cannot set, each once, in order."""
        return "".join(
            c
            for c in dict.fromkeys(text)
            if not glyph(self, c)
            and not (self.other and glyph(self.other, c))
            and not (c in _UNSEEN and self.shapes(text))
        )

    def shapes(self, text: str) -> bool:
        """Whether a line is shaped, not set letter by letter."""
        return self.rtl or is_bidirectional(text)

    def glyphs(self, text: str) -> tuple[Glyph, ...]:
        """Return the glyphs of a shaped line from left to right; see `of`."""
        fonts = [FontFile(f.path, f.index) for f in (self, self.other) if f]
        return shaped(tuple(fonts), text, rtl=self.rtl)

    def of(self, glyph: Glyph) -> Face:
        """Return the face that sets a glyph of this face's lines."""
        return self.other if glyph.font and self.other else self

    def spaced(self, text: str) -> str:
        """Return a text with usual spaces for those that the font lacks.

        Many fonts have no narrow ones, such as French puts between thousands.
        """
        lacked = {c for c in text if c.isspace() and not glyph(self, c)}
        return "".join("\N{NO-BREAK SPACE}" if c in lacked else c for c in text)

    def advances(self, text: str) -> list[float]:
        """Return how far each character moves the pen, ems, with the kerning to the next one."""
        text = self.spaced(text)
        steps = [advance(self, c) for c in text]
        for i, (left, right) in enumerate(pairwise(text)):
            if left < "\u2e80" and right < "\u2e80":  # Chinese is set solid
                steps[i] += kerning(self, left, right)
        return steps

    def width(self, text: str, size: float) -> float:
        """Return the width of `text` at `size` points, in millimetres."""
        steps = [g.advance for g in self.glyphs(text)] if self.shapes(text) else self.advances(text)
        return sum(steps) * size * PT


@cache
def _opened(path: Path, index: int) -> FT2Font:
    from matplotlib.ft2font import FT2Font

    font = FT2Font(str(path), face_index=index) if index else FT2Font(str(path))
    font.set_size(_EM, 72)
    return font


@cache
def glyph(face: Face, character: str) -> int:
    """Return the index of a character's glyph in the font; 0 if it has none."""
    return int(_opened(face.path, face.index).get_char_index(ord(character)))


@cache
def advance(face: Face, character: str) -> float:
    """Return a character's advance width, ems."""
    from matplotlib.ft2font import LoadFlags

    font = _opened(face.path, face.index)
    return (
        font.load_char(ord(character), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / _EM
    )


@cache
def kerning(face: Face, left: str, right: str) -> float:
    """Return the correction of the distance of two characters, ems; mostly negative."""
    from matplotlib.ft2font import LoadFlags

    places = _opened(face.path, face.index).set_text(left + right, 0, flags=LoadFlags.NO_HINTING)
    if len(places) != 2:  # the font would join them to a ligature; they are set apart here
        return 0.0
    return round((places[1][0] - places[0][0]) / 64 / _EM - advance(face, left), 4)


@cache
def outline(face: Face, character: str) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
    """Return a letter's outline as vertices in ems, y upwards, and matplotlib path codes."""
    from matplotlib.ft2font import LoadFlags

    font = _opened(face.path, face.index)
    font.load_char(ord(character), flags=LoadFlags.NO_HINTING)
    vertices, codes = font.get_path()
    return vertices / _EM, codes


@cache
def glyph_outline(face: Face, index: int) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
    """Return the outline of a glyph of the font by its index; see `outline`."""
    from matplotlib.ft2font import LoadFlags

    font = _opened(face.path, face.index)
    font.load_glyph(index, flags=LoadFlags.NO_HINTING)  # type: ignore[arg-type] # a name for int
    vertices, codes = font.get_path()
    return vertices / _EM, codes


def letters(
    face: Face, text: str
) -> Iterator[tuple[NDArray[np.float64], NDArray[np.int8], float, float]]:
    """Yield the outlines of a line's letters from left to right; see `outline`.

    Yields
    ------
    vertices, codes : ndarray
    x, y : float
        Where the letter's own origin lies, ems from the start of the baseline, y upwards.
    """
    x = 0.0
    if face.shapes(text):
        for g in face.glyphs(text):
            yield *glyph_outline(face.of(g), g.id), x + g.x, g.y
            x += g.advance
        return
    for character, step in zip(text, face.advances(text), strict=True):
        yield *outline(face, character), x, 0.0
        x += step


@cache
def packaged(name: FaceName) -> Face:
    """Return one of the two faces that come with the package."""
    path = Path(str(files("pylopdf_fonts_zh_cn") / _PACKAGED[name]))
    noted = recorded(_FONTS).get(path)
    try:
        if noted and path.stat().st_size != noted.size:
            raise damaged(path, _FONTS)
        return Face(path)
    except (OSError, RuntimeError):  # RuntimeError: FreeType's
        raise damaged(path, _FONTS) from None


@cache
def arabic(name: FaceName, where: str) -> Face:
    """Return one of the two Arabic faces of the extra ``languages``; the packaged one is behind it.

    Raises
    ------
    MapError
        If the extra is not installed.
    """
    check_shaper(where)
    package, file = _ARABIC[name]
    try:
        path = Path(str(files(package) / "files" / file))
    except ModuleNotFoundError:
        what = "a plate in Arabic needs a font, which is not installed"
        remedy = "Run: pip install 'geo-choropleth[languages]'. Or name a font that has Arabic."
        raise MapError(Problem(where, what, remedy)) from None
    return Face(path, rtl=True, other=packaged(name))


def named(font: str, where: str, *, rtl: bool = False, language: str = "zh") -> Face:
    """Return a font by family name or as a file; `rtl` is the lines' direction.

    See `geo.plate.type.machine.located` for `language` and what is raised.
    """
    if font in _FAMILIES:
        return packaged(_FAMILIES[font])
    return Face(*located(font, where, language), rtl=rtl)


def check_glyphs(face: Face, texts: str, where: str) -> None:
    """Stop at characters that a face cannot set.

    Raises
    ------
    MapError
        That names the characters, or says that the font has no Chinese at all, or that letters
        cannot be shaped here.
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
        Problem(
            where,
            f"the font {face.path.name} has no glyph for {listed}",
            "Write it otherwise, or name a font that has it.",
        )
    )


def words(face: Face, name: FaceName, text: str, size: float, ink: str, *, halo: str = "") -> Words:
    """Return one line of text with its baseline at the origin."""
    text = text if face.shapes(text) else face.spaced(text)
    return Words(0, 0, text, size, face.width(text, size), name, ink, halo)


def set_line(line: Words, leading: float) -> Block:
    """Return a line of text as a block as high as its distance to the next line.

    Parameters
    ----------
    line : Words
    leading : float
        Ems.
    """
    height = line.em * leading
    # The em box lies in the middle of the line, as much paper above it as below.
    return Block(line.width, height, (anchored(line, 0, height / 2 + line.middle),))
