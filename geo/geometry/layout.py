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
    coast = shapely.simplify(land, max(box.width, box.height) * _COARSE)
    tree = shapely.STRtree(shapely.get_parts(coast))
    main = box
    done: list[Extent] = []
    for block in blocks:
        spots = _spots(main, block, step, gap)
        free = np.ones(len(spots), dtype=bool)
        padded = shapely.box(*(spots + np.array([-gap, -gap, gap, gap])).T)
        free[tree.query(padded, predicate="intersects")[0]] = False
        for other in done:
            free &= ~shapely.intersects(padded, other.polygon)
        costs = _costs(spots, main, box, block.corner)
        best = spots[np.argmin(np.where(free, costs, np.inf))]
        found = Extent(*(float(n) for n in best))
        done.append(found)
        box = _around(box, found)
    return tuple(done)


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
