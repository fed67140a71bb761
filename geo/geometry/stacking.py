"""Very many circles or squares laid side by side one by one, from the middle of the map outwards.

Thousands that repel and attract at once jam: what is crowded has to push whole regions away. So
each is laid where those of its neighbours call it that lie already, at the nearest free spot.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from geo.geometry.linking import Links, lengths_of

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

#: Of what lies around a spot the nearest that are tried as sides to lie against, and how many of
#: the nearest spots beside them are looked at.
_SIDES, _SPOTS = 24, 160
#: What one more neighbour at its side is worth, in radii of detour.
_WORTH = 0.5
#: Rays along which the way out of a crowd is sought.
_RAYS = 48
#: Up to this gap, as a share of a pair's width, two lie side by side; rounding leaves some.
_SIDE_BY_SIDE, _ROUNDING = 1e-6, 1e-9
_NOTHING = 1e-12  # keeps quotients finite


def stacked(links: Links, radii: Floats, *, square: bool) -> Floats:
    """Lay circles or squares side by side.

    Parameters
    ----------
    links : Links
    radii : ndarray of float, shape (n,)
        Half the width of each, metres.
    square : bool
        Squares instead of circles.

    Returns
    -------
    ndarray of float, shape (n, 2)
        Their centres, in the plane of the links. Two overlap by no more than rounding.
    """
    linked: list[list[int]] = [[] for _ in radii]
    for one, other in links.all.tolist():
        linked[one].append(other)
        linked[other].append(one)
    xy, lying = np.zeros((len(radii), 2)), np.zeros(0, dtype=np.int64)
    laid = np.zeros(len(radii), dtype=bool)
    for i in _outwards(links.places, radii, linked):
        mine = np.array([j for j in linked[i] if laid[j]], dtype=np.int64)
        called = _called(i, mine, links.places, xy, radii, square=square)
        crowd = _Crowd(xy[lying], radii[lying] + radii[i], np.isin(lying, mine), square)
        xy[i] = crowd.spot(called, radii[i])
        laid[i], lying = True, np.append(lying, i)
    return xy


def _outwards(places: Floats, radii: Floats, linked: list[list[int]]) -> Iterator[int]:
    """Yield every position: from the middle on what is linked to one before, the nearest first."""
    away = np.hypot(*(places - np.average(places, axis=0, weights=radii**2)).T)
    seen = np.zeros(len(places), dtype=bool)
    for start in np.argsort(away, kind="stable").tolist():
        queue = [] if seen[start] else [(away[start], start)]
        seen[start] = True
        while queue:
            _, i = heapq.heappop(queue)
            yield i
            for j in linked[i]:
                if not seen[j]:
                    seen[j] = True
                    heapq.heappush(queue, (away[j], j))


def _called(
    i: int, mine: Numbers, places: Floats, xy: Floats, radii: Floats, *, square: bool
) -> Floats:
    """Return where the neighbours that lie want one: at their side, as on the map; mean of all."""
    if not len(mine):
        return np.asarray(places[i])
    ways = places[i] - places[mine]
    sides = (radii[i] + radii[mine]) / np.maximum(lengths_of(ways, square=square), _NOTHING)
    wanted: Floats = np.average(xy[mine] + ways * sides[:, None], axis=0, weights=radii[mine])
    return wanted


class _Crowd:
    """What lies already, each as wide as another one's centre has to stay away.

    Parameters
    ----------
    xy : ndarray of float, shape (k, 2)
    reach : ndarray of float, shape (k,)
    mine : ndarray of bool, shape (k,)
        Which are neighbours of the one that is to be laid.
    square : bool
    """

    def __init__(self, xy: Floats, reach: Floats, mine: NDArray[np.bool_], square: bool) -> None:
        self._xy, self._reach, self._mine, self._square = xy, reach, mine, square

    def spot(self, called: Floats, radius: float) -> Floats:
        """Return the best free spot near a place: a short way off, with many neighbours beside."""
        if not len(self._xy):
            return called
        gaps = lengths_of(self._xy - called, square=self._square) - self._reach
        nearest = np.argsort(gaps, kind="stable")[:_SIDES]
        sides = self._corners if self._square else self._tangents
        spots = np.concatenate([called[None], sides(called, nearest)])
        ways = lengths_of(spots - called, square=self._square)
        best = np.argsort(ways, kind="stable")[:_SPOTS]
        spots, ways = spots[best], ways[best]
        free, beside = self._looked_at(spots, np.flatnonzero(gaps <= ways[-1] + radius))
        if not free.any():
            return self._way_out(called)
        cost = np.where(free, ways / radius - _WORTH * beside, np.inf)
        return np.asarray(spots[int(cost.argmin())])

    def _looked_at(self, spots: Floats, near: Numbers) -> tuple[NDArray[np.bool_], Numbers]:
        """Return which spots are free, and how many neighbours would lie beside each."""
        vectors, reach = spots[:, None] - self._xy[near], self._reach[near]
        away = lengths_of(vectors, square=self._square)
        free = np.asarray((away >= reach * (1 - _ROUNDING)).all(axis=1))
        beside = (away <= reach * (1 + _SIDE_BY_SIDE)) & self._mine[near]
        return free, beside.sum(axis=1)

    def _tangents(self, called: Floats, nearest: Numbers) -> Floats:
        """Return the spots that touch two circles, and those on one that lie nearest."""
        xy, reach = self._xy[nearest], self._reach[nearest]
        ways = called - xy
        single = xy + ways * (reach / np.maximum(np.hypot(*ways.T), _NOTHING))[:, None]
        a, b = np.triu_indices(len(xy), 1)
        between = xy[b] - xy[a]
        apart = np.hypot(*between.T)
        meet = (apart < reach[a] + reach[b]) & (apart > np.abs(reach[a] - reach[b]) + _NOTHING)
        a, b, between, apart = a[meet], b[meet], between[meet], apart[meet]
        # Two circles cross on the line that is at right angles to that between their centres.
        along = (apart**2 + reach[a] ** 2 - reach[b] ** 2) / (2 * apart)
        off = np.sqrt(np.maximum(0.0, reach[a] ** 2 - along**2))[:, None]
        unit = between / apart[:, None]
        foot, normal = xy[a] + unit * along[:, None], np.column_stack([-unit[:, 1], unit[:, 0]])
        return np.concatenate([single, foot + normal * off, foot - normal * off])

    def _corners(self, called: Floats, nearest: Numbers) -> Floats:
        """Return the spots level with a side of a square, across and down, and with the place."""
        xy, reach = self._xy[nearest], self._reach[nearest][:, None]
        levels = np.concatenate([called[None], xy - reach, xy + reach])
        x, y = np.meshgrid(levels[:, 0], levels[:, 1])
        return np.column_stack([x.ravel(), y.ravel()])

    def _way_out(self, called: Floats) -> Floats:
        """Return the nearest free spot on rays from a place: each leaves the crowd somewhere."""
        turns = np.arange(_RAYS) * 2 * np.pi / _RAYS
        rays = np.column_stack([np.cos(turns), np.sin(turns)])
        ways = np.array([self._first_free(called, ray) for ray in rays])
        return np.asarray(called + ways.min() * rays[int(ways.argmin())])

    def _first_free(self, called: Floats, ray: Floats) -> float:
        """Return how far along a ray the first free spot is."""
        way = 0.0
        for start, end in sorted(zip(*self._covered(called, ray), strict=True)):
            if start > way:
                break
            way = max(way, end)
        return way * (1 + _ROUNDING)

    def _covered(self, called: Floats, ray: Floats) -> tuple[list[float], list[float]]:
        """Return between which distances a ray is inside of each that it meets."""
        vectors = self._xy - called
        if self._square:
            steps = np.where(np.abs(ray) < _NOTHING, _NOTHING, ray)
            ends = np.stack([(vectors + s * self._reach[:, None]) / steps for s in (-1, 1)])
            start, end = ends.min(axis=0).max(axis=1), ends.max(axis=0).min(axis=1)
        else:
            along = vectors @ ray
            rest = self._reach**2 - (vectors**2).sum(axis=1) + along**2
            half = np.sqrt(np.maximum(0.0, rest))
            start, end = along - half, along + half
        met = (end > start) & (end > 0)
        return start[met].tolist(), end[met].tolist()
