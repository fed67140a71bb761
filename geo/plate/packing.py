"""Packing: legend, inset and bars go where the map leaves room; it shrinks as far as it must."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely

from geo.geometry.extent import Extent
from geo.plate.sheet import Box

#: Cells along the longer side of the map: a page's A4 width in steps of about a millimetre.
_CELLS = 160
#: Where a map smaller than its frame is tried, as shares of the slack: centred first, then at the
#: middles of the sides, then in the corners.
_ALIGNMENTS = [(0.5, 0.5), (0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1), (0, 0), (0, 1), (1, 0), (1, 1)]
#: A map with less of the frame's width than this is no longer the page's subject.
_LEAST_SHARE = 0.3
#: Sizes tried where the frame's height is free, and how exactly the largest is found where it is
#: given; shares of the frame's width.
_SHARE_STEP, _SHARE_TOLERANCE = 0.04, 0.01
#: Rounding of sums of millimetres.
_EPSILON = 1e-9


class Point(NamedTuple):
    """A place on the sheet or in a frame, millimetres from its upper left corner."""

    x: float
    y: float


class Frame(NamedTuple):
    """The room for a map and what goes with it, millimetres; a height of None is free."""

    width: float
    height: float | None


class Corner(NamedTuple):
    """A place in a frame: (0, 0) is its upper left corner, (1, 1) its lower right one."""

    across: float
    down: float


@dataclass(frozen=True, slots=True)
class Item:
    """A block to be packed.

    Attributes
    ----------
    width, height : float
        Millimetres.
    toward : Corner
        Where it is best placed.
    clear : float
        Distance kept from other items in addition to the gap, millimetres.
    at_foot : bool
        May be placed in the frame's lower corners only.
    """

    width: float
    height: float
    toward: Corner
    clear: float = 0.0
    at_foot: bool = False


@dataclass(frozen=True, slots=True)
class Packing:
    """Where everything lies in a frame.

    Attributes
    ----------
    height : float
        Of the frame, millimetres.
    share : float
        Width of the map as a share of the frame's.
    corner : Point
        The map's upper left corner.
    places : tuple of Point
        Upper left corners of the items, in their order.
    stray : float
        Sum of the items' distances from the corners they belong to, millimetres.
    """

    height: float
    share: float
    corner: Point
    places: tuple[Point, ...]
    stray: float

    @property
    def density(self) -> float:
        """Area of the map for the paper it takes, for comparison in frames of one width."""
        return self.share**2 / self.height


class Room:
    """Which parts of the map's bounding box the land covers, for rectangles of any size at once."""

    def __init__(self, outline: shapely.Geometry) -> None:
        self.bounds = bounds = Extent(*outline.bounds)
        self.cell = max(bounds.width, bounds.height) / _CELLS
        self.columns = int(np.ceil(bounds.width / self.cell))
        self.rows = int(np.ceil(bounds.height / self.cell))
        xs = bounds.west + (np.arange(self.columns) + 0.5) * self.cell
        ys = bounds.north - (np.arange(self.rows) + 0.5) * self.cell
        coarse = shapely.simplify(outline, self.cell / 4)
        shapely.prepare(coarse)
        inside = shapely.contains_xy(coarse, *np.meshgrid(xs, ys))
        # A summed-area table: the number of covered cells of any rectangle by four look-ups.
        table = np.zeros((self.rows + 1, self.columns + 1), dtype=np.int64)
        table[1:, 1:] = inside.cumsum(axis=0).cumsum(axis=1)
        self.table: list[list[int]] = table.tolist()

    def free(self, box: Box, scale: float) -> bool:
        """Whether a box (from the map's corner) is free of land; `scale` in millimetres a metre."""
        cell = self.cell * scale
        left, top = max(int(box.x / cell), 0), max(int(box.y / cell), 0)
        right = min(int(np.ceil(box.right / cell)), self.columns)
        bottom = min(int(np.ceil(box.bottom / cell)), self.rows)
        if left >= right or top >= bottom:
            return True
        t = self.table
        return t[bottom][right] - t[top][right] - t[bottom][left] + t[top][left] == 0


def pack(
    room: Room,
    frame: Frame,
    items: Sequence[Item],
    gap: float,
    *,
    tallest: float = 1.5,
    least: float = 0.0,
) -> Packing | None:
    """Place a map and the items in a frame, the map as large as it can be.

    Parameters
    ----------
    room : Room
    frame : Frame
        With a free height, the one with the least paper for the size of the map is chosen.
    items : sequence of Item
        Most important first.
    gap : float
        Between items, and from them to the land, millimetres.
    tallest : float
        Greatest height of a free frame, as a multiple of its width.
    least : float
        Only packings of a greater `Packing.density` are of use.

    Returns
    -------
    Packing or None
        None if there is no place for an item even beside a small map.
    """
    if frame.height is not None:
        return _largest(room, frame.width, frame.height, items, gap, least)
    options = [
        (tall / share**2, -share, tall)
        for share in np.arange(1.0, _LEAST_SHARE, -_SHARE_STEP).tolist()
        for tall in _heights(frame.width * room.bounds.aspect * share, items, gap)
        if tall <= tallest * frame.width and share**2 / tall > least
    ]
    found = (_at(room, frame.width, tall, -minus, items, gap) for _, minus, tall in sorted(options))
    return next((packing for packing in found if packing), None)


def _heights(map_height: float, items: Sequence[Item], gap: float) -> set[float]:
    """Return the heights worth trying.

    They are the map's own, with one item above or below it, and of all items in one column.
    """
    above = {map_height + item.height + gap for item in items}
    column = sum(item.height + gap for item in items) - gap
    stacked = {map_height + (column - map_height)} if column > map_height else set()
    return {map_height, *above, *stacked}


def _largest(
    room: Room, width: float, height: float, items: Sequence[Item], gap: float, least: float
) -> Packing | None:
    """Return the packing with the largest map, by bisection; None unless it is dense enough."""
    full = min(1.0, height / (width * room.bounds.aspect))
    low = max(_LEAST_SHARE * full, float(np.sqrt(least * height)))
    if low >= full:
        return None
    if whole := _at(room, width, height, full, items, gap):
        return whole
    best = _at(room, width, height, low, items, gap)
    high = full if best else low
    while high - low > _SHARE_TOLERANCE:
        middle = (low + high) / 2
        found = _at(room, width, height, middle, items, gap)
        if found:
            low, best = middle, found
        else:
            high = middle
    return best


def _at(
    room: Room, width: float, height: float, share: float, items: Sequence[Item], gap: float
) -> Packing | None:
    """Return the packing at one size of the map whose items stray least from their corners."""
    map_width = width * share
    scale = map_width / room.bounds.width
    slack = (width - map_width, height - map_width * room.bounds.aspect)
    corners = dict.fromkeys(Point(slack[0] * x, slack[1] * y) for x, y in _ALIGNMENTS)
    best: Packing | None = None
    for corner in corners:
        placed = _placed(room, scale, (width, height), corner, items, gap)
        if placed and (best is None or placed[0] < best.stray - _EPSILON):
            best = Packing(height, share, corner, placed[1], placed[0])
    return best


def _placed(
    room: Room,
    scale: float,
    frame: tuple[float, float],
    corner: Point,
    items: Sequence[Item],
    gap: float,
) -> tuple[float, tuple[Point, ...]] | None:
    """Place the items one after the other; return how far they stray, and their places."""
    taken: list[Box] = []
    total = 0.0
    for item in items:
        apart = gap + item.clear
        options = [
            (_stray(item, frame, box), box)
            for box in _spots(item, frame, taken, apart)
            if not any(_touch(box, other, apart) for other in taken)
            and room.free(_widened(box, corner, gap), scale)
        ]
        if not options:
            return None
        stray, box = min(options)
        total += stray
        taken.append(box)
    return total, tuple(Point(box.x, box.y) for box in taken)


def _stray(item: Item, frame: tuple[float, float], box: Box) -> float:
    """Return how far a box lies from its item's corner, across and down together."""
    across = abs(box.x - item.toward.across * (frame[0] - item.width))
    down = abs(box.y - item.toward.down * (frame[1] - item.height))
    return round(across + down, 3)


def _widened(box: Box, corner: Point, gap: float) -> Box:
    """Return a box with the gap around it, from the map's corner."""
    x, y = box.x - gap - corner.x, box.y - gap - corner.y
    return Box(x, y, box.width + 2 * gap, box.height + 2 * gap)


def _spots(
    item: Item, frame: tuple[float, float], taken: Sequence[Box], gap: float
) -> Iterator[Box]:
    """Yield the boxes to try: in the frame's corners, and flush with items already placed."""
    w, h = item.width, item.height
    right, foot = frame[0] - w, frame[1] - h
    if item.at_foot:
        spots, taken = [(0.0, foot), (right, foot)], ()
    else:
        spots = [(x, y) for x in (0.0, right) for y in (0.0, foot)]
    for box in taken:
        for x in (box.x, box.right - w):  # below and above, flush left or right
            spots += [(x, box.bottom + gap), (x, box.y - h - gap)]
        for y in (box.y, box.bottom - h):  # right and left, flush at head or foot
            spots += [(box.right + gap, y), (box.x - w - gap, y)]
    for x, y in spots:
        if -_EPSILON <= x <= right + _EPSILON and -_EPSILON <= y <= foot + _EPSILON:
            yield Box(x, y, w, h)


def _touch(a: Box, b: Box, gap: float) -> bool:
    """Whether two boxes are closer than the gap."""
    near = gap - _EPSILON
    return (
        a.x < b.right + near
        and b.x < a.right + near
        and a.y < b.bottom + near
        and b.y < a.bottom + near
    )
