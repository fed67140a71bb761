"""Packing: legend, inset and bars go where the map leaves room; it shrinks as far as it must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

Box = tuple[float, float, float, float]  # x, y, width, height in millimetres
_CELLS = 160  # along the longer side of the map: the room is known to 1/160 of it
_ALIGNMENTS = [(0.5, 0.5), (0, 0.5), (1, 0.5), (0.5, 0), (0.5, 1), (0, 0), (0, 1), (1, 0), (1, 1)]
_LEAST_FACTOR, _STEP = 0.3, 0.04


@dataclass(frozen=True, slots=True)
class Item:
    """A block to be packed.

    Attributes
    ----------
    width, height : float
        Millimetres.
    toward : tuple of (float, float)
        The corner it likes best: (0, 0) upper left, (1, 1) lower right.
    clear : float
        Keeps so much more distance from other items than the gap, millimetres.
    at_foot : bool
        Stands at the frame's foot and nowhere else.
    """

    width: float
    height: float
    toward: tuple[float, float]
    clear: float = 0.0
    at_foot: bool = False


@dataclass(frozen=True, slots=True)
class Packing:
    """Where everything stands in a frame, millimetres from its upper left corner.

    `stray` is how far, all together, the items stand from the corners they like.
    """

    height: float
    factor: float
    map_x: float
    map_y: float
    places: tuple[tuple[float, float], ...]
    stray: float

    @property
    def density(self) -> float:
        """The map's size for the paper it takes, for comparison."""
        return self.factor**2 / self.height


class Room:
    """Which parts of the map's bounding box the land covers, for rectangles of any size at once."""

    def __init__(self, outline: shapely.Geometry) -> None:
        self.west, self.south, self.east, self.north = outline.bounds
        width, height = self.east - self.west, self.north - self.south
        self.cell = max(width, height) / _CELLS
        self.columns, self.rows = int(np.ceil(width / self.cell)), int(np.ceil(height / self.cell))
        xs = self.west + (np.arange(self.columns) + 0.5) * self.cell
        ys = self.north - (np.arange(self.rows) + 0.5) * self.cell
        coarse = shapely.simplify(outline, self.cell / 4)
        shapely.prepare(coarse)
        inside = shapely.contains_xy(coarse, *np.meshgrid(xs, ys))
        # A summed-area table: the number of covered cells of any rectangle by four look-ups.
        table: NDArray[np.int64] = np.zeros((self.rows + 1, self.columns + 1), dtype=np.int64)
        table[1:, 1:] = inside.cumsum(axis=0).cumsum(axis=1)
        self.table = table.tolist()

    @property
    def aspect(self) -> float:
        """Height over width."""
        return (self.north - self.south) / (self.east - self.west)

    def free(self, box: Box, scale: float) -> bool:
        """Whether a box (from the map's corner) is free of land; `scale` in millimetres a metre."""
        cell = self.cell * scale
        left, top = max(int(box[0] / cell), 0), max(int(box[1] / cell), 0)
        right = min(int(np.ceil((box[0] + box[2]) / cell)), self.columns)
        bottom = min(int(np.ceil((box[1] + box[3]) / cell)), self.rows)
        if left >= right or top >= bottom:
            return True
        t = self.table
        return bool(t[bottom][right] - t[top][right] - t[bottom][left] + t[top][left] == 0)


def pack(
    room: Room, width: float, height: float | None, items: Sequence[Item], gap: float,
    *, tallest: float = 1.5, least: float = 0.0,
) -> Packing | None:  # fmt: skip
    """Place a map and the items in a frame, the map as large as it can be.

    Parameters
    ----------
    room : Room
    width : float
        Of the frame, millimetres.
    height : float or None
        Of the frame; None to choose the one with the least paper for the size of the map.
    items : sequence of Item
        Most important first.
    gap : float
        Between items, and from them to the land, millimetres.
    tallest : float
        With `height` None: at most so many widths high.
    least : float
        Only packings are of use whose `Packing.density` is greater.

    Returns
    -------
    Packing or None
        None if there is no place for an item even beside a small map.
    """
    if height is not None:
        return _largest(room, width, height, items, gap, least)
    options = [
        (tall / factor**2, -factor, tall)
        for factor in np.arange(1.0, _LEAST_FACTOR, -_STEP).tolist()
        for tall in _heights(width * room.aspect * factor, items, gap)
        if tall <= tallest * width and factor**2 / tall > least
    ]
    found = (_at(room, width, tall, -minus, items, gap) for _, minus, tall in sorted(options))
    return next((packing for packing in found if packing), None)


def _heights(map_height: float, items: Sequence[Item], gap: float) -> set[float]:
    """Return the heights worth trying: the map's own, and with an item above or below it."""
    higher = (map_height + item.height + gap for item in items)
    return {map_height, *higher, *(map_height + more for more in _stacks(items, gap, map_height))}


def _stacks(items: Sequence[Item], gap: float, map_height: float) -> list[float]:
    """Return how much higher than the map the frame is if items stand on each other beside it."""
    total = sum(item.height + gap for item in items) - gap
    return [total - map_height] if total > map_height else []


def _largest(
    room: Room, width: float, height: float, items: Sequence[Item], gap: float, least: float
) -> Packing | None:
    """Return the packing with the largest map, to 1 %; None unless it is dense enough."""
    full = min(1.0, height / (width * room.aspect))
    low = max(_LEAST_FACTOR * full, float(np.sqrt(least * height)))
    if low >= full:
        return None
    if whole := _at(room, width, height, full, items, gap):
        return whole
    best = _at(room, width, height, low, items, gap)
    high = full if best else low
    while high - low > 0.01:
        middle = (low + high) / 2
        found = _at(room, width, height, middle, items, gap)
        if found:
            low, best = middle, found
        else:
            high = middle
    return best


def _at(
    room: Room, width: float, height: float, factor: float, items: Sequence[Item], gap: float
) -> Packing | None:
    """Return the packing at one size of the map that strays least from what the items like."""
    map_width = width * factor
    map_height = map_width * room.aspect
    best: tuple[float, Packing] | None = None
    slack = (width - map_width, height - map_height)
    corners = dict.fromkeys((slack[0] * across, slack[1] * down) for across, down in _ALIGNMENTS)
    for x, y in corners:
        placed = _placed(room, (width, height), (x, y), map_width, items, gap)
        if placed is None:
            continue
        cost, places = placed
        if best is None or cost < best[0] - 1e-9:
            best = (cost, Packing(height, factor, x, y, places, cost))
    return best[1] if best else None


def _placed(
    room: Room, frame: tuple[float, float], corner: tuple[float, float], map_width: float,
    items: Sequence[Item], gap: float,
) -> tuple[float, tuple[tuple[float, float], ...]] | None:  # fmt: skip
    scale = map_width / (room.east - room.west)
    taken: list[Box] = []
    total = 0.0
    for item in items:
        options = []
        for x, y in _spots(item, frame, taken, gap + item.clear):
            box = (x, y, item.width, item.height)
            wide = (
                x - gap - corner[0],
                y - gap - corner[1],
                item.width + 2 * gap,
                item.height + 2 * gap,
            )
            beside = not any(_touch(box, other, gap + item.clear) for other in taken)
            if not (beside and room.free(wide, scale)):
                continue
            likes_x, likes_y = item.toward
            stray = abs(x - likes_x * (frame[0] - item.width)) + abs(
                y - likes_y * (frame[1] - item.height)
            )
            options.append((round(stray, 3), x, y))
        if not options:
            return None
        stray, x, y = min(options)
        total += stray
        taken.append((x, y, item.width, item.height))
    return total, tuple((x, y) for x, y, _, _ in taken)


def _spots(
    item: Item, frame: tuple[float, float], taken: Sequence[Box], gap: float
) -> list[tuple[float, float]]:
    """Return the places to try: the frame's corners, and flush with what already stands."""
    w, h = item.width, item.height
    spots = [(x, y) for x in (0.0, frame[0] - w) for y in (0.0, frame[1] - h)]
    if item.at_foot:
        spots = [(0.0, frame[1] - h), (frame[0] - w, frame[1] - h)]
    for x, y, bw, bh in () if item.at_foot else taken:
        spots += [
            (x, y + bh + gap),
            (x + bw - w, y + bh + gap),
            (x, y - h - gap),
            (x + bw - w, y - h - gap),
        ]
        spots += [
            (x + bw + gap, y),
            (x - w - gap, y),
            (x + bw + gap, y + bh - h),
            (x - w - gap, y + bh - h),
        ]
    return [
        (x, y)
        for x, y in spots
        if x >= -1e-9 and y >= -1e-9 and x + w <= frame[0] + 1e-9 and y + h <= frame[1] + 1e-9
    ]


def _touch(a: Box, b: Box, gap: float) -> bool:
    return (
        a[0] < b[0] + b[2] + gap - 1e-9 and b[0] < a[0] + a[2] + gap - 1e-9
        and a[1] < b[1] + b[3] + gap - 1e-9 and b[1] < a[1] + a[3] + gap - 1e-9
    )  # fmt: skip
