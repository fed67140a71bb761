"""Where insets lie beside a map: near their corner, and the page no larger than need be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.extent import Extent

Corner = Literal["sw", "se", "nw", "ne"]
#: Steps of the search along the longer side of the map.
_STEPS = 60
#: Places that are looked at together.
_AT_ONCE = 64
#: Pieces of land that are tried before the others.
_SAMPLE = 512
#: Outlines are simplified to this share of the longer side: the search needs no coves.
_COARSE = 1 / 400
#: Growing the map's box by its own size is as bad as lying this many diagonals from the corner.
_GROWTH = 6.0


class Block(NamedTuple):
    """An inset to be placed: width and height, metres, and the corner it belongs to."""

    width: float
    height: float
    corner: Corner


def placed(land: NDArray[np.object_], blocks: Sequence[Block], gap: float) -> tuple[Extent, ...]:
    """Find a place for every block, off the land and off each other.

    Parameters
    ----------
    land : ndarray of Polygon or MultiPolygon
        Of the main map, metres.
    blocks : sequence of Block
        Placed in their order.
    gap : float
        Kept from land and other blocks, metres.

    Returns
    -------
    tuple of Extent
        In the order of the blocks. Of all places on a grid the one that lets the box of everything
        grow least and lies nearest to its corner.
    """
    box = Extent(*map(float, shapely.total_bounds(land)))
    step = max(box.width, box.height) / _STEPS
    coast = _Coast(land, max(box.width, box.height) * _COARSE)
    main = box
    done: list[Extent] = []
    for block in blocks:
        spots = _spots(main, block, step, gap)
        # The best first: most of the others need not be tried.
        order = np.argsort(_costs(spots, main, box, block.corner), kind="stable")
        tries = (order[i : i + _AT_ONCE] for i in range(0, len(order), _AT_ONCE))
        free = (i for some in tries for i in some[_free(spots[some], gap, coast, done)])
        best = spots[next(free, 0)]
        found = Extent(*(float(n) for n in best))
        done.append(found)
        box = _around(box, found)
    return tuple(done)


class _Coast:
    """Land whose outlines are simplified where somebody asks for them."""

    def __init__(self, land: NDArray[np.object_], tolerance: float) -> None:
        self._land, self._tolerance = land, tolerance
        self._tree = shapely.STRtree(land)
        self._bounds = shapely.bounds(land)
        self._coarse = np.zeros(len(land), dtype=bool)
        self._outlines = land.copy()

    def meets(self, boxes: NDArray[np.object_]) -> NDArray[np.bool_]:
        """Tell which boxes land touches."""
        # What lies in a box with its own box needs no look at its outline; of land in many pieces
        # some of them tell of nearly every box.
        some = self._bounds[:: 1 + len(self._bounds) // _SAMPLE]
        within = _within(some[:, None], shapely.bounds(boxes)[None])
        found: NDArray[np.bool_] = np.logical_or.reduce(within, axis=0)
        box, at = self._tree.query(boxes)
        box, at = box[~found[box]], at[~found[box]]
        new = np.unique(at[~self._coarse[at]])
        self._outlines[new] = shapely.simplify(self._land[new], self._tolerance)
        self._coarse[new] = True
        found[box[shapely.intersects(boxes[box], self._outlines[at])]] = True
        return found


def _within(inner: NDArray[np.float64], outer: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which boxes lie in others, along the last axis of four."""
    # Side by side: to go along so short an axis takes four times as long.
    (west, south, east, north), (left, foot, right, top) = inner.T, outer.T
    found: NDArray[np.bool_] = (west >= left) & (south >= foot) & (east <= right) & (north <= top)
    return found.T


def _free(
    spots: NDArray[np.float64], gap: float, coast: _Coast, done: Sequence[Extent]
) -> NDArray[np.bool_]:
    """Tell which spots keep the gap to land and to blocks that have their place."""
    padded = shapely.box(*(spots + np.array([-gap, -gap, gap, gap])).T)
    free = ~coast.meets(padded)
    for other in done:
        free &= ~shapely.intersects(padded, other.polygon)
    return free


def _spots(main: Extent, block: Block, step: float, gap: float) -> NDArray[np.float64]:
    """Return boxes on a grid in and around the main map, shape (n, 4)."""
    # A hair more than the gap: what touches is not free.
    off = gap * 1.001
    west, south = main.west - block.width - off, main.south - block.height - off
    x = np.arange(west, main.east + gap + step, step)
    y = np.arange(south, main.north + gap + step, step)
    left, low = (axis.ravel() for axis in np.meshgrid(x, y))
    # Flush with the map's edges, which a grid only nearly meets.
    flush = [(main.west, south), (main.east - block.width, south)]
    left = np.r_[left, [at for at, _ in flush]]
    low = np.r_[low, [at for _, at in flush]]
    return np.column_stack([left, low, left + block.width, low + block.height])


def _costs(
    spots: NDArray[np.float64], main: Extent, box: Extent, corner: Corner
) -> NDArray[np.float64]:
    wide = np.maximum(spots[:, 2], box.east) - np.minimum(spots[:, 0], box.west)
    high = np.maximum(spots[:, 3], box.north) - np.minimum(spots[:, 1], box.south)
    growth = wide * high / (box.width * box.height) - 1
    x = spots[:, 0] - main.west if "w" in corner else main.east - spots[:, 2]
    y = spots[:, 1] - main.south if "s" in corner else main.north - spots[:, 3]
    away = np.hypot(x, y) / np.hypot(main.width, main.height)
    costs: NDArray[np.float64] = _GROWTH * growth + away
    return costs


def _around(a: Extent, b: Extent) -> Extent:
    return Extent(
        min(a.west, b.west), min(a.south, b.south), max(a.east, b.east), max(a.north, b.north)
    )
