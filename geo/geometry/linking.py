"""What holds districts together when they are moved: neighbours, and coasts across the sea."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False, slots=True)
class Links:
    """Pairs of districts that are to stay together.

    Attributes
    ----------
    places : ndarray of float, shape (n, 2)
        Where each lies: the centroid of its largest part, metres.
    pairs : ndarray of int, shape (m, 2)
        The neighbours, the lower position first.
    ferries : ndarray of int, shape (k, 2)
        From each group of neighbours to what lies nearest across the sea.
    """

    places: NDArray[np.float64]
    pairs: NDArray[np.int64]
    ferries: NDArray[np.int64]

    @property
    def all(self) -> NDArray[np.int64]:
        """Neighbours, then ferries, shape (m + k, 2)."""
        return np.concatenate([self.pairs, self.ferries])

    @property
    def across(self) -> NDArray[np.bool_]:
        """Which of all are ferries, shape (m + k,)."""
        return np.arange(len(self.pairs) + len(self.ferries)) >= len(self.pairs)

    def ordered(self, order: NDArray[np.int64]) -> Links:
        """Return the links of the same districts in another order, sorted anew."""
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order))
        return Links(self.places[order], _sorted(rank[self.pairs]), _sorted(rank[self.ferries]))


def links_of(shapes: NDArray[np.object_], neighbours: Sequence[Sequence[int]]) -> Links:
    """Return what links polygons.

    Parameters
    ----------
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        In a plane, metres.
    neighbours : sequence of sequence of int, length n
    """
    parts, owner = shapely.get_parts(shapes, return_index=True)
    last = np.lexsort((shapely.area(parts), owner))
    largest = last[np.append(np.flatnonzero(np.diff(owner[last])), len(last) - 1)]
    places = shapely.get_coordinates(shapely.centroid(parts[largest]))
    pairs = [(i, j) for i, own in enumerate(neighbours) for j in own if i < j]
    # Of equally short ways the first is taken: first from west to east, not by the table's rows.
    order = np.lexsort((places[:, 1], places[:, 0]))
    rank = np.argsort(order)
    near = [sorted(int(rank[j]) for j in neighbours[i]) for i in order]
    ferries = order[_array(_ferries(shapes[order], places[order], near))]
    return Links(places, _sorted(_array(pairs)), _sorted(ferries))


def lengths_of(vectors: NDArray[np.float64], *, square: bool) -> NDArray[np.float64]:
    """Return lengths as circles (Euclid) or squares (Chebyshev) measure them.

    Parameters
    ----------
    vectors : ndarray of float, shape (..., 2)
    square : bool

    Returns
    -------
    ndarray of float, shape (...)
    """
    if square:
        return np.asarray(np.abs(vectors).max(axis=-1))
    return np.asarray(np.hypot(vectors[..., 0], vectors[..., 1]))


def _array(pairs: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _sorted(pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    pairs = np.sort(pairs, axis=1)
    return np.unique(pairs, axis=0)


def _ferries(
    shapes: NDArray[np.object_],
    places: NDArray[np.float64],
    neighbours: Sequence[Sequence[int]],
) -> list[tuple[int, int]]:
    """Return for every group the shortest way to a district outside, shores not outlines."""
    groups = _groups(neighbours)
    if len(groups) < 2:
        return []
    reach = np.sqrt(shapely.area(shapes) / np.pi)
    found = []
    for group in groups:
        inside = np.zeros(len(shapes), dtype=bool)
        inside[group] = True
        others = np.flatnonzero(~inside)
        vectors = places[group][:, None] - places[others][None]
        ways = np.hypot(vectors[..., 0], vectors[..., 1]) - reach[group][:, None] - reach[others]
        i, j = np.unravel_index(int(ways.argmin()), ways.shape)
        found.append((group[int(i)], int(others[int(j)])))
    return found


def _groups(neighbours: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the groups of districts that can be reached from each other over borders."""
    seen, groups = set[int](), list[list[int]]()
    for start in range(len(neighbours)):
        if start in seen:
            continue
        group, open_ = [], [start]
        seen.add(start)
        while open_:
            at = open_.pop()
            group.append(at)
            new = [j for j in neighbours[at] if j not in seen]
            seen.update(new)
            open_ += new
        groups.append(sorted(group))
    return groups
