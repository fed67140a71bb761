"""Type: font files, what they can set, how wide it runs, and the outlines of the letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from geo.plate.sheet import PT, Block, FaceName, Words, anchored
from geo.plate.type.bidi import is_bidirectional
from geo.plate.type.shaping import FontFile, Glyph, shaped

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.ft2font import FT2Font
    from numpy.typing import NDArray

_EM = 1000  # FreeType is asked for outlines at this size: one pixel is a thousandth of an em
#: Chinese sets them an em wide.
_QUOTES = frozenset("‘’“”…")
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
        Sets the characters that this one lacks. A line that has any is shaped.
    latin : bool
        Quotation marks and the apostrophe are as wide as in Latin text, where a font of Chinese has
        them an em wide: ``l’Ouest``.
    """

    def __init__(
        self, path: Path, index: int = 0, *, rtl: bool = False, other: Face | None = None,
        latin: bool = False,
    ) -> None:  # fmt: skip
        self.path = path
        self.index = index
        self.rtl = rtl
        self.other = other
        self.latin = latin

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
        return self.rtl or is_bidirectional(text) or self._is_mixed(text)

    def _is_mixed(self, text: str) -> bool:
        return self.other is not None and any(
            not glyph(self, c) and glyph(self.other, c) for c in dict.fromkeys(text)
        )

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
    if character in _QUOTES and face.latin:
        narrow = narrow_quotes(face.path, face.index).get(character)
        if narrow:
            return _glyph_ids(face.path, face.index)[narrow]
    return int(_opened(face.path, face.index).get_char_index(ord(character)))


@cache
def narrow_quotes(path: Path, index: int) -> dict[str, str]:
    """Return the names of the glyphs that a font has for quotation marks in Latin text.

    OpenType's feature ``pwid``; empty for a font whose own are as narrow.
    """
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True, fontNumber=index) as font:
        if "GSUB" not in font:
            return {}
        table, known = font["GSUB"].table, font.getBestCmap()
        lookups = {
            number
            for record in (table.FeatureList.FeatureRecord if table.FeatureList else ())
            if record.FeatureTag == "pwid"
            for number in record.Feature.LookupListIndex
        }
        narrow: dict[str, str] = {}
        for number in sorted(lookups):
            for part in table.LookupList.Lookup[number].SubTable:
                narrow |= getattr(getattr(part, "ExtSubTable", part), "mapping", {})
    return {c: narrow[known[ord(c)]] for c in _QUOTES if known.get(ord(c)) in narrow}


@cache
def _glyph_ids(path: Path, index: int) -> dict[str, int]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True, fontNumber=index) as font:
        return dict(font.getReverseGlyphMap())


@cache
def advance(face: Face, character: str) -> float:
    """Return a character's advance width, ems."""
    from matplotlib.ft2font import LoadFlags

    font = _opened(face.path, face.index)
    number = glyph(face, character)
    loaded = font.load_glyph(number, flags=LoadFlags.NO_HINTING)  # type: ignore[arg-type] # as below
    return loaded.linearHoriAdvance / 65536 / _EM


@cache
def kerning(face: Face, left: str, right: str) -> float:
    """Return the correction of the distance of two characters, ems; mostly negative."""
    if face.latin and not _QUOTES.isdisjoint((left, right)):
        return 0.0  # FreeType would measure the wide ones
    from matplotlib.ft2font import LoadFlags

    places = _opened(face.path, face.index).set_text(left + right, 0, flags=LoadFlags.NO_HINTING)
    if len(places) != 2:  # the font would join them to a ligature; they are set apart here
        return 0.0
    return round((places[1][0] - places[0][0]) / 64 / _EM - advance(face, left), 4)


@cache
def outline(face: Face, character: str) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
    """Return a letter's outline as vertices in ems, y upwards, and matplotlib path codes."""
    return glyph_outline(face, glyph(face, character))


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
