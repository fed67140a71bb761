"""Vertices that nobody sees, taken from polygons that share borders before these are simplified.

Simplifying a coverage finds the common borders of millions of vertices first, which takes most of
its time. Here every vertex is judged by itself and its two neighbours, alike in both polygons that
share it.
"""

from __future__ import annotations

import re
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.fitting import fit_together

#: Rings of so few vertices keep all of them.
_FEW = 8
#: Rounds of removing, and the share of the vertices that one has to remove for another to follow.
_ROUNDS, _WORTH = 12, 0.1
#: Times that polygons get their vertices back.
_TRIES = 6
#: So far around a fault, in sides of a triangle of the given area; twice as far each time.
_NEAR = 16.0
#: Of the numbers that stand for places, and for squares.
_LEAST_BITS = 20
#: Where the power of two begins in a double above zero, and a number above all of them.
_EXPONENT, _LARGEST = 52, 1 << 11
#: ``Self-intersection[119.1 36.7]``.
_PLACE = re.compile(r"\[(\S+) (\S+)\]")
#: Odd numbers without a pattern, to mix the bits of coordinates.
_MIX = (
    np.uint64(0x9E3779B97F4A7C15),
    np.uint64(0xC2B2AE3D27D4EB4F),
    np.uint64(0xD6E8FEB86659FD93),
)
_HALF = np.uint64(32)

_T = TypeVar("_T", bound=np.generic)
Shapes = NDArray[np.object_]
Flags = NDArray[np.bool_]


def thinned(polygons: Shapes, area: float) -> Shapes:
    """Remove vertices of polygons that share their borders, in both alike.

    Parameters
    ----------
    polygons : ndarray of Polygon or MultiPolygon, shape (n,)
        A valid coverage.
    area : float
        A vertex goes if its triangle with its neighbours is no larger, the smallest of a row first
        (Visvalingam and Whyatt 1993, many vertices at a time).

    Returns
    -------
    ndarray, shape (n,)
        A valid coverage. Where three borders meet, the vertex stays, and where polygons would meet
        others or themselves, so do those around; if that is not enough, all of them.
    """
    lines = _Lines(polygons)
    lines.thin(2 * area)
    found = lines.polygons()
    wrong = ~shapely.is_valid(found)
    overlap = False
    for attempt in range(_TRIES):
        if wrong.any():
            near = _faults(found[wrong])
        elif fit_together(found):
            return found
        elif overlap:
            break  # they did before
        else:
            overlap = True
            near = shapely.get_coordinates(shapely.coverage_invalid_edges(found))
        lines.restore(near, area**0.5 * _NEAR * 2**attempt)
        before, found = shapely.get_num_coordinates(found), lines.polygons()
        changed = shapely.get_num_coordinates(found) != before
        wrong[changed] = ~shapely.is_valid(found[changed])
    return polygons


def _faults(invalid: Shapes) -> NDArray[np.float64]:
    """Return where polygons are invalid, the first place of each, as GEOS tells it."""
    places = (_PLACE.search(reason) for reason in shapely.is_valid_reason(invalid))
    return np.array([place.groups() for place in places if place], dtype=float).reshape(-1, 2)


class _Lines:
    """The rings of polygons, and which of their vertices are left.

    Attributes
    ----------
    xy : ndarray of float, shape (v, 2)
        The vertices ring by ring, none twice.
    places : ndarray of uint64, shape (v,)
        A number for each place: the same in all polygons.
    left : ndarray of bool, shape (v,)
    """

    def __init__(self, polygons: Shapes) -> None:
        self._kind, closed, self._offsets = shapely.to_ragged_array(polygons)
        ends = self._offsets[0]
        # The last vertex of a ring is its first one again.
        first = np.ones(len(closed), dtype=bool)
        first[ends[1:] - 1] = False
        self.xy = closed[first] + 0.0  # -0.0 is 0
        self._sizes = np.diff(ends) - 1
        x, y = (np.ascontiguousarray(axis).view(np.uint64) for axis in self.xy.T)
        mixed = x * _MIX[0] + y * _MIX[1]
        self.places = (mixed ^ (mixed >> _HALF)) * _MIX[2]
        self.left = np.ones(len(self.xy), dtype=bool)
        # A number below some millions for each place. That others may have it, too, does no harm.
        bits = max(_LEAST_BITS, len(self.xy).bit_length() + 2)
        self._slots = (self.places >> np.uint64(64 - bits)).astype(np.int64)
        self._bits = bits

    def thin(self, twice: float) -> None:
        """Remove vertices; twice the area of a triangle is given."""
        at, sizes = np.arange(len(self.xy)), self._sizes
        kept = self._where_borders_meet()
        for _ in range(_ROUNDS):
            kept |= self._everywhere(np.repeat(sizes <= _FEW, sizes) & ~kept, at)
            gone = _unseen(self.xy[at], self.places[at], sizes, kept, twice)
            sizes = sizes - np.add.reduceat(gone, np.cumsum(sizes) - sizes, dtype=np.int64)
            self.left[at[gone]] = False
            at, kept = at[~gone], kept[~gone]
            if gone.mean() < _WORTH:
                break

    def _where_borders_meet(self) -> Flags:
        """Return which vertices have other neighbours in one polygon than in another."""
        before, after = _beside(self.places, self._sizes)
        # The same from either side.
        seen = self.places ^ ((before + after) * _MIX[0])
        table = np.zeros(1 << self._bits, dtype=np.uint64)
        table[self._slots] = seen
        return self._everywhere(table[self._slots] != seen, np.arange(len(seen)))

    def _everywhere(self, some: Flags, at: NDArray[np.int64]) -> Flags:
        """Return some of the vertices `at` with those of other polygons in the same places."""
        if not some.any():
            return some
        slots = self._slots[at]
        table = np.zeros(1 << self._bits, dtype=bool)
        table[slots[some]] = True
        return table[slots]

    def restore(self, near: NDArray[np.float64], reach: float) -> None:
        """Put the vertices back that lie around some points, in all polygons that have them."""
        table = np.zeros(1 << _LEAST_BITS, dtype=bool)
        for step in np.ndindex(3, 3):
            table[_squares(near + (np.array(step) - 1) * reach, reach)] = True
        self.left |= table[_squares(self.xy, reach)]

    def polygons(self) -> Shapes:
        """Return the polygons of the vertices that are left."""
        starts = np.cumsum(self._sizes) - self._sizes
        sizes = np.add.reduceat(self.left, starts, dtype=np.int64)
        ends = np.cumsum(sizes)
        order = np.insert(np.arange(ends[-1]), ends, ends - sizes)
        offsets = np.append(0, ends + np.arange(1, len(ends) + 1))
        xy = self.xy[self.left][order]
        found: Shapes = shapely.from_ragged_array(self._kind, xy, (offsets, *self._offsets[1:]))
        return found


def _squares(xy: NDArray[np.float64], side: float) -> NDArray[np.int64]:
    """Return a number for the square that each point lies in; others may have the same."""
    x, y = np.floor(xy / side).astype(np.int64).view(np.uint64).T
    mixed = x * _MIX[0] + y * _MIX[1]
    return (mixed >> np.uint64(64 - _LEAST_BITS)).astype(np.int64)


def _beside(values: NDArray[_T], sizes: NDArray[np.int64]) -> tuple[NDArray[_T], NDArray[_T]]:
    """Return what the vertices before and after each one have, ring by ring."""
    ends = np.cumsum(sizes)
    first, last = ends - sizes, ends - 1
    before, after = np.empty_like(values), np.empty_like(values)
    before[1:], after[:-1] = values[:-1], values[1:]
    before[first], after[last] = values[last], values[first]
    return before, after


def _unseen(
    xy: NDArray[np.float64], places: NDArray[np.uint64], sizes: NDArray[np.int64], kept: Flags,
    twice: float,
) -> Flags:  # fmt: skip
    """Return vertices whose triangle is small, and smaller than those beside it."""
    (x_before, x_after), (y_before, y_after) = (
        tuple(beside - axis for beside in _beside(axis, sizes))
        for axis in (np.ascontiguousarray(axis) for axis in xy.T)
    )
    # From either side the same double, but for its sign.
    sides = np.abs(x_before * y_after - y_before * x_after)
    found: Flags = (sides <= twice) & ~kept
    # Areas of the same power of two count as equal: in a smooth curve hardly any is the smallest of
    # a row. Of equals the one whose place has the lower number goes.
    size = (sides.view(np.int64) >> _EXPONENT).astype(np.int16)
    size[~found] = _LARGEST
    beside = zip(_beside(size, sizes), _beside(places, sizes), strict=True)
    for other, there in beside:
        found &= (size < other) | ((size == other) & (places < there))
    return found
