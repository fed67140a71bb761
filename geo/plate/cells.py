"""The grid of small maps on a plate: as many columns as suit maps and page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.choropleth.multiples import SmallMap
from geo.choropleth.wording import legend_scale
from geo.plate.marks.legend import narrowest
from geo.plate.marks.sea import draw_sea
from geo.plate.packing import Corner, Frame, Item, Packing, Room, pack
from geo.plate.page import Page
from geo.plate.parts import NARROW_MM, legend_of
from geo.plate.sheet import Block, stacked
from geo.plate.style import INK, LEADING, SOFT
from geo.plate.subject import Subject

#: Narrower maps are ornaments, millimetres.
LEAST_MAP_MM = 24.0
#: Greatest height of all small maps, in widths, where the page's height is free: as a lying
#: photograph, and as an upright one in one column.
_TALLEST, _TALLEST_COLUMN = 0.9, 1.6
#: Columns are added for a fuller last row while maps keep this share of their size.
_NEARLY_AS_LARGE = 0.75
#: Between the lines over a map, and from them to the map, millimetres.
_IN_HEAD_MM, _UNDER_HEAD_MM = 0.3, 1.0
#: Width of the South China Sea's inset: share of a small map's, and the least, millimetres.
_SEA_SHARE, _LEAST_SEA_MM = 0.17, 7.0
#: A map and its inset may be so many times higher than wide: the page's own limit comes later.
_STEEPEST = 4.0


@dataclass(frozen=True, eq=False, slots=True)
class Panel:
    """One of the small maps: what it shows, and what is said over it."""

    subject: Subject
    map: SmallMap


@dataclass(frozen=True, eq=False, slots=True)
class Cells:
    """Small maps on a grid, row by row.

    Attributes
    ----------
    columns : int
    width, height : float
        Of the room of one map, millimetres.
    packing : Packing
        Where the map, and its inset, lie in it.
    heads : tuple of Block
        What stands over each map.
    gap : float
        Between columns, and from the foot of a map to the next title, millimetres.
    """

    columns: int
    width: float
    height: float
    packing: Packing
    heads: tuple[Block, ...]
    gap: float

    @property
    def rows(self) -> int:
        """Of the grid."""
        return -(-len(self.heads) // self.columns)

    @property
    def vacant(self) -> int:
        """Places of the last row without a map."""
        return self.rows * self.columns - len(self.heads)

    @property
    def map_width(self) -> float:
        """Of the districts on one map, millimetres."""
        return self.width * self.packing.share

    @property
    def head(self) -> float:
        """Height of the tallest head: maps of a row stand on one line."""
        return max(head.height for head in self.heads)

    @property
    def tall(self) -> float:
        """Height of all of it, millimetres."""
        return self.rows * (self.head + self.height + self.gap) - self.gap

    def corner(self, i: int, *, rtl: bool) -> tuple[float, float]:
        """Return the upper left corner of a cell, from that of the grid, millimetres."""
        row, column = divmod(i, self.columns)
        column = self.columns - 1 - column if rtl else column
        step = self.head + self.height + self.gap
        return column * (self.width + self.gap), row * step


def cells_of(
    panels: Sequence[Panel], frame: Frame, page: Page, *, own_legends: bool
) -> Cells | None:
    """Return the grid whose maps are largest, of those that suit the page; None without room.

    Parameters
    ----------
    panels : sequence of Panel
    frame : Frame
    page : Page
    own_legends : bool
        Whether every map has its own, for they share no classes.
    """
    least = LEAST_MAP_MM
    if own_legends:
        least = max(least, *(narrowest(p.subject.measure, p.subject.style) for p in panels))
    most = max(1, min(len(panels), int((frame.width + page.gap) / (least + page.gap))))
    room = Room(panels[0].subject.ground.occupied)
    grids = (
        _grid(panels, frame, page.gap, room, columns, own_legends=own_legends)
        for columns in range(1, most + 1)
    )
    tried = [cells for cells in grids if cells]
    if not tried:
        return None
    if frame.height is not None:
        return max(tried, key=lambda cells: cells.map_width)
    tallest = frame.width * (_TALLEST_COLUMN if frame.width < NARROW_MM else _TALLEST)
    fitting = [cells for cells in tried if cells.tall <= tallest] or tried[-1:]
    large = [c for c in fitting if c.width >= _NEARLY_AS_LARGE * fitting[0].width]
    return min(large, key=lambda cells: cells.vacant)  # of equal ones the first, the largest


def _grid(
    panels: Sequence[Panel],
    frame: Frame,
    gap: float,
    room: Room,
    columns: int,
    *,
    own_legends: bool,
) -> Cells | None:
    """Return a grid of so many columns; None if its maps would have no room."""
    width, rows = (frame.width + gap) / columns - gap, -(-len(panels) // columns)
    heads = tuple(_head(panel, width, own_legend=own_legends) for panel in panels)
    height = None
    if frame.height is not None:
        height = (frame.height + gap) / rows - gap - max(head.height for head in heads)
        if height < LEAST_MAP_MM / 2:
            return None
    sea = sea_of(panels[0].subject, width)
    items = [Item(sea.width, sea.height, Corner(1, 1), at_foot=True)] if sea.marks else []
    packing = pack(room, Frame(width, height), items, gap / 2, tallest=_STEEPEST)
    if packing is None:
        return None
    return Cells(columns, width, height or packing.height, packing, heads, gap)


def _head(panel: Panel, width: float, *, own_legend: bool) -> Block:
    """Return what stands over a map: its title, the figure of the whole, a legend of its own."""
    subject, style, title = panel.subject, panel.subject.style, panel.map.label
    if own_legend and not subject.measure.symbology.grid:
        title = style.headed(title, legend_scale(subject.measure, style.texts).unit)
    lines = [(title, style.sizes.body, INK), (panel.map.whole, style.sizes.note, SOFT)]
    parts = [
        style.paragraph(
            text,
            width,
            size,
            ink,
            LEADING.note,
            where=f"{style.where}, {panel.map.label}",
            whole=subject.wholes,
        )
        for text, size, ink in lines
        if text
    ]
    if own_legend:
        parts.append(legend_of(replace(subject, legend="bare"), width))
    block = stacked([style.turned(part, width) for part in parts], gap=_IN_HEAD_MM)
    return replace(block, height=block.height + _UNDER_HEAD_MM)


def sea_of(subject: Subject, width: float) -> Block:
    """Return the South China Sea's inset, which every map of the whole country must have."""
    if not subject.ground.national:
        return Block(0, 0)
    wide = max(width * _SEA_SHARE, _LEAST_SEA_MM)
    return draw_sea(subject.ground, subject.paints, wide, subject.style)
