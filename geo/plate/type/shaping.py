"""Letters that join and lines that run from the right: HarfBuzz's glyphs, from left to right."""

from __future__ import annotations

from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from geo.base.errors import MapError, Problem
from geo.plate.type.bidi import levels, visual

if TYPE_CHECKING:
    import uharfbuzz


#: Ligatures that a script can do without: a letter is a glyph, found and copied as one.
_FEATURES = {"liga": False, "clig": False, "dlig": False}


class FontFile(NamedTuple):
    """A font: its file, and its place in a collection."""

    path: Path
    number: int


class Glyph(NamedTuple):
    """A glyph in its place on a line, from left to right.

    Attributes
    ----------
    font : int
        Which of the line's fonts sets it.
    id : int
        In that font.
    advance : float
        How far it moves the pen, ems.
    x, y : float
        From the pen to where it is drawn, ems, y upwards.
    text : str
        The characters it stands for; empty if another glyph of them has them.
    """

    font: int
    id: int
    advance: float
    x: float
    y: float
    text: str


def check_shaper(where: str) -> None:
    """Stop if HarfBuzz or the bidirectional algorithm is not installed.

    Raises
    ------
    MapError
        That says how to install them.
    """
    try:
        import bidi.algorithm  # noqa: F401
        import uharfbuzz  # noqa: F401 - whether they are there
    except ImportError:
        raise MapError(
            Problem(
                where,
                "letters that join or run from the right need a shaper, which is not installed",
                "Run: pip install 'geo-choropleth[languages]'.",
            )
        ) from None


@cache
def shaped(fonts: tuple[FontFile, ...], text: str, *, rtl: bool) -> tuple[Glyph, ...]:
    """Return the glyphs of a line from left to right.

    Parameters
    ----------
    fonts : tuple of FontFile
        Each sets what those before it cannot.
    text : str
    rtl : bool
        The line runs from the right.
    """
    found = levels(text, rtl=rtl)
    keys = [(level, _chosen(fonts, c)) for c, level in zip(text, found, strict=True)]
    runs, start = [], 0
    for (level, chosen), members in groupby(keys):
        end = start + len(list(members))
        glyphs = _shaped_run(fonts[chosen], text[start:end], rtl=bool(level % 2))
        runs.append((level, [glyph._replace(font=chosen) for glyph in glyphs]))
        start = end
    order = visual([level for level, _ in runs])
    return tuple(glyph for i in order for glyph in runs[i][1])


def _chosen(fonts: tuple[FontFile, ...], character: str) -> int:
    """Return which font sets a character; the first what none has."""
    code = ord(character)
    return next((i for i, font in enumerate(fonts) if _font(font).get_nominal_glyph(code)), 0)


def _shaped_run(file: FontFile, text: str, *, rtl: bool) -> tuple[Glyph, ...]:
    import uharfbuzz
    from bidi.mirror import MIRRORED

    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(c) for c in text])
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.guess_segment_properties()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    # Marks of direction have done their work.
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    font = _font(file)
    uharfbuzz.shape(font, buffer, _FEATURES)
    em = font.face.upem
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(pairwise([*starts, len(text)]))
    told: set[int] = set()
    glyphs = []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        own = "" if info.cluster in told else text[info.cluster : ends[info.cluster]]
        told.add(info.cluster)
        if rtl:  # a bracket is drawn as its mirror image, and a reader turns it again
            own = MIRRORED.get(own, own)
        x, y = place.x_offset / em, place.y_offset / em
        glyphs.append(Glyph(0, info.codepoint, place.x_advance / em, x, y, own))
    return tuple(glyphs)


@cache
def _font(file: FontFile) -> uharfbuzz.Font:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(file.path.read_bytes(), file.number))
