"""The sheet: a plate as marks in millimetres. Every file format draws the same marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

#: A typographic point in millimetres.
PT = 25.4 / 72
#: The em box of Chinese type above and below the baseline, and the baseline's distance from its
#: middle; ems. Noto CJK and all fonts made for mixed setting share it.
ASCENT, DESCENT, MIDDLE = 0.88, 0.12, 0.38
#: Stroke of a halo, ems: half of it lies outside the letter and clears a border line.
HALO = 0.24

#: Shape (n, 2): millimetres from the trimmed page's upper left corner, y downwards.
Points = NDArray[np.float64]
FaceName = Literal["sans", "serif"]
Tag = Literal["H1", "P", "Figure", "Artifact"]
#: What a line is in a table: its caption, the head of a column, of a row, a value of that row, or
#: more of the cell before it.
Cell = Literal["Caption", "Column", "TH", "TD", "More"]


class Box(NamedTuple):
    """A rectangle on the sheet: x and y of its upper left corner, width, height; millimetres."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge; y grows downwards."""
        return self.y + self.height


@dataclass(frozen=True, eq=False, slots=True)
class Area:
    """A filled polygon, rings closed implicitly, holes by the even-odd rule.

    Attributes
    ----------
    rings : tuple of ndarray, shape (n, 2)
        Millimetres from the trimmed page's upper left corner, y downwards.
    fill, stroke : str
        ``#rrggbb``; empty for none.
    width : float
        Of the stroke, points.
    code, label : str
        The district's code, and what it says to a reader who cannot see it; empty for other areas.
    """

    rings: tuple[Points, ...]
    fill: str = ""
    stroke: str = ""
    width: float = 0
    code: str = ""
    label: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Strokes:
    """Open paths of one kind; `width` in points, `dash` in points on and off, empty for solid."""

    paths: tuple[Points, ...]
    stroke: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle: centre and radius in millimetres, `width` of its stroke in points."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""
    width: float = 0


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text.

    Attributes
    ----------
    x, y : float
        Start of the baseline, millimetres.
    text : str
    size : float
        Points.
    width : float
        As measured with the face, millimetres.
    face : {"sans", "serif"}
    ink : str
        ``#rrggbb``.
    halo : str
        Colour of an outline behind the letters; empty for none.
    cell : {"Caption", "Column", "TH", "TD", "More"} or None
        Its place in a table for a reader's software: a row begins with its head.
    """

    x: float
    y: float
    text: str
    size: float
    width: float
    face: FaceName
    ink: str
    halo: str = ""
    cell: Cell | None = None

    @property
    def em(self) -> float:
        """The type size, millimetres."""
        return self.size * PT

    @property
    def middle(self) -> float:
        """How far the baseline lies below the middle of the em box, millimetres."""
        return MIDDLE * self.size * PT

    @property
    def box(self) -> Box:
        """Where the ink lies: the em boxes of the letters."""
        return Box(self.x, self.y - ASCENT * self.em, self.width, self.em)


Mark = Area | Strokes | Disc | Words


@dataclass(frozen=True, eq=False, slots=True)
class Block:
    """Marks that belong together, from their own upper left corner; sizes in millimetres.

    `unlabelled` are the districts that belong on it and whose label found no room.
    """

    width: float
    height: float
    marks: tuple[Mark, ...] = ()
    unlabelled: tuple[int, ...] = ()

    def at(self, x: float, y: float) -> tuple[Mark, ...]:
        """Return the marks with the block's corner at `x`, `y`."""
        return tuple(moved(mark, x, y) for mark in self.marks)


@dataclass(frozen=True, eq=False, slots=True)
class Group:
    """Marks of one role for a reader's software: heading, paragraph, figure; artifacts it skips.

    `alt` is a figure in words; empty for the whole sheet's.
    """

    tag: Tag
    marks: tuple[Mark, ...]
    alt: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Sheet:
    """A whole plate.

    Attributes
    ----------
    width, height : float
        The trimmed page, millimetres.
    bleed, slug : float
        Paper beyond the trim that is printed on, and beyond that for crop marks, millimetres.
    groups : tuple of Group
        In reading order, which is the order of drawing.
    title, alt, language : str
        For metadata; `alt` says in words what the map shows.
    remarks : tuple of str
        What the map-maker should know of it: labels without room.
    """

    width: float
    height: float
    bleed: float
    slug: float
    groups: tuple[Group, ...]
    title: str
    alt: str
    language: str
    remarks: tuple[str, ...] = ()

    @property
    def margin(self) -> float:
        """Paper on every side of the trimmed page, millimetres."""
        return self.bleed + self.slug

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark, in the order of drawing."""
        return tuple(mark for group in self.groups for mark in group.marks)

    @property
    def words(self) -> tuple[Words, ...]:
        """Every line of text."""
        return tuple(mark for mark in self.marks if isinstance(mark, Words))


def moved(mark: Mark, x: float, y: float) -> Mark:
    """Return a mark shifted by `x`, `y` millimetres."""
    if isinstance(mark, Area):
        return replace(mark, rings=tuple(_shifted(ring, x, y) for ring in mark.rings))
    if isinstance(mark, Strokes):
        return replace(mark, paths=tuple(_shifted(path, x, y) for path in mark.paths))
    return replace(mark, x=mark.x + x, y=mark.y + y)


def _shifted(points: Points, x: float, y: float) -> Points:
    return points + np.array([x, y])


def stacked(blocks: Iterable[Block], gap: float) -> Block:
    """Return blocks set one under the other, `gap` millimetres apart; empty ones take no room."""
    y, width = 0.0, 0.0
    marks: list[Mark] = []
    for block in blocks:
        if not block.marks:
            continue
        y += gap if marks else 0
        marks += block.at(0, y)
        y += block.height
        width = max(width, block.width)
    return Block(width, y, tuple(marks))


def mirrored(block: Block) -> Block:
    """Return a block with right and left exchanged; its texts stay readable."""
    return replace(block, marks=tuple(_mirrored(mark, block.width) for mark in block.marks))


def _mirrored(mark: Mark, width: float) -> Mark:
    flip, shift = np.array([-1.0, 1.0]), np.array([width, 0.0])
    if isinstance(mark, Area):
        return replace(mark, rings=tuple(ring * flip + shift for ring in mark.rings))
    if isinstance(mark, Strokes):
        return replace(mark, paths=tuple(path * flip + shift for path in mark.paths))
    extent = mark.width if isinstance(mark, Words) else 0.0
    return replace(mark, x=width - mark.x - extent)


def rectangle(x: float, y: float, width: float, height: float) -> Points:
    """Return the ring of a rectangle from its upper left corner."""
    return np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]], dtype=float)


def line(*points: tuple[float, float]) -> Points:
    """Return a path through the points."""
    return np.array(points, dtype=float)


def anchored(line: Words, x: float, y: float, anchor: float = 0) -> Words:
    """Return a line with its baseline at `y` and the part `anchor` (0 start, 1 end) at `x`."""
    return replace(line, x=x - anchor * line.width, y=y)
