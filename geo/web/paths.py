"""SVG path data on the integer grid, written so that neighbours' common border is the same text.

A border occurs in the paths of both its districts. If one goes around clockwise and the other
does not, both write it with the same steps, and a compressed file holds it once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    #: Vertices, one a row; of a closed ring the first is not repeated.
    Ring = NDArray[np.int64]

_TURNINGS = 300  # polygons that all tries together begin with


def path(geometry: BaseGeometry) -> str:
    """Return SVG path data of lines or polygons on the integer grid: absolute starts, then steps.

    A ring that shrinks to less than a triangle is left out, unless nothing else would remain.
    """
    closed = geometry.geom_type.endswith("Polygon")
    rings = _rings(geometry)
    found = [ring for ring in rings if len(ring) >= (3 if closed else 2)]
    return _text(found, closed=closed) or (_dot(rings[0]) if closed and rings else "")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Polygons that share their borders, as SVG path data.

    Attributes
    ----------
    polygons : tuple of str
        As `path`, but some turn the other way with all their rings.
    border : str
        The sides that belong to one polygon only.
    """

    polygons: tuple[str, ...]
    border: str


def coverage_paths(polygons: Sequence[BaseGeometry]) -> Coverage:
    """Return polygons that share borders as path data, common borders in the same steps.

    Parameters
    ----------
    polygons : sequence of Polygon or MultiPolygon
        Exterior rings all turn one way, their holes the other. Rounding goes by coordinate, so
        what neighbours share stays shared.

    Returns
    -------
    Coverage
    """
    rings = _rings_of_all(polygons)
    beside = _neighbours(rings)
    turned = _turned(rings.vertices_of, beside, len(polygons))
    rings, beside = _from_joints(rings, beside, turned[rings.owners])
    found: list[list[str]] = [[] for _ in polygons]
    for owner, text in zip(rings.owners.tolist(), _texts(rings), strict=True):
        found[owner].append(text)
    return Coverage(
        polygons=tuple(
            "".join(own) or path(polygon) for polygon, own in zip(polygons, found, strict=True)
        ),
        border="".join(
            _outer(rings.xy[start:stop], beside[start:stop])
            for start, stop in pairwise(rings.ends.tolist())
            if beside[start:stop].min() < 0
        ),
    )


class _Rings(NamedTuple):
    """Rings one after the other: a loop over those of a country takes longer than numpy's.

    Vertices, shape (n, 2); where each ring begins, and at last n; which polygon each belongs to.
    """

    xy: NDArray[np.int64]
    ends: NDArray[np.int64]
    owners: NDArray[np.int64]

    @property
    def sizes(self) -> NDArray[np.int64]:
        return np.diff(self.ends)

    @property
    def vertices_of(self) -> NDArray[np.int64]:
        """The polygon of each vertex."""
        return np.repeat(self.owners, self.sizes)


def _rings(geometry: BaseGeometry) -> list[Ring]:
    """Return lines, or exterior rings before their holes, rounded, without repeated points."""
    import shapely

    rings = []
    for part in shapely.get_parts(geometry):
        polygon = part.geom_type == "Polygon"
        for line in [part.exterior, *part.interiors] if polygon else [part]:
            xy = np.rint(shapely.get_coordinates(line)).astype(np.int64)
            kept = xy[np.r_[True, (np.diff(xy, axis=0) != 0).any(axis=1)]] if len(xy) else xy
            rings.append(kept[:-1] if polygon and len(kept) > 1 else kept)
    return [ring for ring in rings if len(ring)]


def _rings_of_all(polygons: Sequence[BaseGeometry]) -> _Rings:
    """Return the rings of all polygons as `_rings` does, without those less than a triangle."""
    import shapely

    parts, polygon = shapely.get_parts(np.asarray(polygons, dtype=object), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    xy = np.rint(points).astype(np.int64)
    moves = (np.diff(xy, axis=0) != 0).any(axis=1) | (np.diff(ring) != 0)
    kept = np.append(np.ones(min(len(xy), 1), dtype=bool), moves)
    xy, ring = xy[kept], ring[kept]
    sizes = np.bincount(ring, minlength=len(rings)) - 1
    # The last vertex is the first one again.
    kept = np.append(ring[1:] == ring[:-1], np.zeros(min(len(xy), 1), dtype=bool))
    kept &= sizes[ring] > 2
    whole = sizes > 2
    ends = np.cumsum(np.append(0, sizes[whole]))
    return _Rings(xy[kept], ends, polygon[part][whole])


def _neighbours(rings: _Rings) -> NDArray[np.int64]:
    """Return for every side of every ring which polygon has it in the other direction, or -1."""
    starts, ends, owners = rings.xy, rings.ends, rings.vertices_of
    if not len(starts):
        return owners
    # One number a vertex: numpy sorts rows far more slowly.
    _, ids = np.unique((starts[:, 0] << 32) + starts[:, 1], return_inverse=True)
    following = np.arange(len(ids)) + 1
    following[ends[1:] - 1] = ends[:-1]  # the last side of a ring leads back to its start
    there, back = ids * len(ids) + ids[following], ids[following] * len(ids) + ids
    order = np.argsort(there)
    at = order[np.minimum(np.searchsorted(there[order], back), len(order) - 1)]
    return np.where(there[at] == back, owners[at], -1)


def _turned(owners: NDArray[np.int64], beside: NDArray[np.int64], n: int) -> NDArray[np.bool_]:
    """Return which of `n` polygons to turn, so that most of the sides have the same direction.

    Three that meet in a point cannot all differ: a maximum cut, sought by turning one at a time as
    long as that gains. Of few polygons many beginnings are tried, since each ends elsewhere.
    """
    shared = (beside >= 0) & (beside != owners)
    pairs, sides = np.unique(owners[shared] * n + beside[shared], return_counts=True)
    first, second = np.divmod(pairs, n)
    # By whose neighbour each is: where outlines lie on each other, two count their sides otherwise.
    order = np.argsort(second, kind="stable")
    ends = np.searchsorted(second[order], np.arange(n + 1))
    near = _Near(ends.tolist(), first[order].tolist(), sides[order].tolist())
    best, most = np.zeros(n, dtype=bool), -1
    for beginning in range(1 + _TURNINGS // max(n, 1)):
        # The first is none turned; of the others about half, by Fibonacci hashing: the same always.
        turned = np.arange(n, dtype=np.int64) * beginning * 2654435769 >> 16 & 1 > 0
        # Sides that run the same way count for turning, the others against it.
        counts = np.where(turned[first] == turned[second], sides, -sides)
        _improve(turned, np.bincount(first, counts, n).astype(int).tolist(), near)
        cut = int(sides[turned[first] != turned[second]].sum())
        if cut > most:
            best, most = turned, cut
    return best ^ best[:1]  # of a cut and its opposite the one that leaves the first as it is


class _Near(NamedTuple):
    """Who has polygon `i` beside it, at how many sides: from `ends[i]` to `ends[i + 1]`."""

    ends: list[int]
    others: list[int]
    sides: list[int]


def _improve(turned: NDArray[np.bool_], gains: list[int], near: _Near) -> None:
    """Turn polygons in place, as long as that gains; `gains` is what turning each would."""
    # Each has a handful of neighbours: lists are faster than arrays of so few.
    state, again = turned.tolist(), True
    while again:
        again = False
        for i in range(len(state)):
            if gains[i] <= 0:
                continue
            state[i], gains[i], again = not state[i], -gains[i], True
            for k in range(near.ends[i], near.ends[i + 1]):
                other, twice = near.others[k], 2 * near.sides[k]
                gains[other] += twice if state[other] == state[i] else -twice
    turned[:] = state


def _from_joints(
    rings: _Rings, beside: NDArray[np.int64], turned: NDArray[np.bool_]
) -> tuple[_Rings, NDArray[np.int64]]:
    """Return rings and neighbours from where these change, so that no common border is cut.

    Parameters
    ----------
    rings : _Rings
    beside : ndarray of int, shape (n,)
        See `_neighbours`.
    turned : ndarray of bool
        Which rings to turn.
    """
    if not len(beside):
        return rings, beside
    starts, sizes = rings.ends[:-1], rings.sizes
    start, size = np.repeat(starts, sizes), np.repeat(sizes, sizes)
    turn = np.repeat(turned, sizes)
    place: NDArray[np.int64] = np.arange(len(beside), dtype=np.int64) - start

    def vertices(place: NDArray[np.int64]) -> NDArray[np.int64]:
        return start + np.where(turn, size - 1 - place, place)

    def sides(place: NDArray[np.int64]) -> NDArray[np.int64]:
        # Of a turned ring the side after a vertex is what was the one before it.
        return start + np.where(turn, (size - 2 - place) % size, place)

    along = beside[sides(place)]
    changes = (place > 0) & (along != np.roll(along, 1))
    first = np.minimum.reduceat(np.where(changes, place, size), starts)
    # A ring that begins where its neighbour changes, or has one all around, stays as it is.
    cut = (along[starts] == along[rings.ends[1:] - 1]) & (first < sizes)
    moved = (place + np.repeat(np.where(cut, first, 0), sizes)) % size
    return rings._replace(xy=rings.xy[vertices(moved)]), beside[sides(moved)]


def _outer(ring: Ring, beside: NDArray[np.int64]) -> str:
    """Return the stretches of a ring that have no neighbour, each from joint to joint."""
    if (beside >= 0).all():
        return ""
    closed = np.vstack([ring, ring[:1]])
    changes = np.flatnonzero(np.diff(beside >= 0)) + 1
    return _text(
        [
            closed[start : stop + 1]
            for start, stop in pairwise([0, *changes, len(beside)])
            if beside[start] < 0
        ],
        closed=False,
    )


def _texts(rings: _Rings) -> Iterator[str]:
    """Yield the path of each ring."""
    steps = rings.xy.copy()
    steps[1:] -= rings.xy[:-1]
    starts = rings.ends[:-1]
    steps[starts] = rings.xy[starts]
    words = list(map(str, steps.ravel().tolist()))
    for start, stop in pairwise((2 * rings.ends).tolist()):
        first, rest = words[start : start + 2], words[start + 2 : stop]
        yield f"M{' '.join(first)}l{' '.join(rest)}z".replace(" -", "-")


def _text(rings: list[Ring], *, closed: bool) -> str:
    end = "z" if closed else ""
    return "".join(f"M{_numbers(r[0])}l{_numbers(r[1:] - r[:-1])}{end}" for r in rings)


def _dot(ring: Ring) -> str:
    return f"M{_numbers(ring[0])}l1 0 0 1-1 0z"


def _numbers(values: Ring) -> str:
    """Return numbers as path data: a minus is separation enough."""
    return " ".join(map(str, values.ravel().tolist())).replace(" -", "-")
