"""SVG path data on the integer grid, written so that neighbours' common border is the same text.

A border occurs in the paths of both its districts. If one goes around clockwise and the other
does not, both write it with the same steps, and a compressed file holds it once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

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
    owners = np.repeat(np.arange(len(rings)), [sum(map(len, own)) for own in rings])
    beside = _neighbours([ring for own in rings for ring in own], owners)
    turned = _turned(owners, beside, len(rings))
    sides = iter(np.split(beside, np.cumsum([len(ring) for own in rings for ring in own])))
    drawn = [
        [_from_a_joint(ring, next(sides), turned=turn) for ring in own]
        for own, turn in zip(rings, turned, strict=True)
    ]
    return Coverage(
        polygons=tuple(
            _text([ring for ring, _ in own], closed=True) or path(polygon)
            for polygon, own in zip(polygons, drawn, strict=True)
        ),
        border="".join(_outer(ring, beside) for own in drawn for ring, beside in own),
    )


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


def _rings_of_all(polygons: Sequence[BaseGeometry]) -> list[list[Ring]]:
    """Return the rings of each polygon as `_rings` does, without those less than a triangle."""
    import shapely

    parts, polygon = shapely.get_parts(np.asarray(polygons, dtype=object), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    points, ring = shapely.get_coordinates(rings, return_index=True)
    xy = np.rint(points).astype(np.int64)
    moves = (np.diff(xy, axis=0) != 0).any(axis=1) | (np.diff(ring) != 0)
    kept = np.append(np.ones(min(len(xy), 1), dtype=bool), moves)
    ends = np.searchsorted(ring[kept], np.arange(len(rings) + 1)).tolist()
    xy = xy[kept]
    found: list[list[Ring]] = [[] for _ in polygons]
    for owner, (start, stop) in zip(polygon[part].tolist(), pairwise(ends), strict=True):
        if stop - start > 3:  # the last vertex is the first one again
            found[owner].append(xy[start : stop - 1])
    return found


def _neighbours(rings: list[Ring], owners: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for every side of every ring which polygon has it in the other direction, or -1."""
    if not rings:
        return owners
    starts = np.vstack(rings)
    # One number a vertex: numpy sorts rows far more slowly.
    _, ids = np.unique((starts[:, 0] << 32) + starts[:, 1], return_inverse=True)
    ends = np.cumsum([0, *map(len, rings)])
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
    where = np.searchsorted(first, np.arange(n + 1)).tolist()
    near = [
        list(zip(second[start:stop].tolist(), sides[start:stop].tolist(), strict=True))
        for start, stop in pairwise(where)
    ]
    best, most = np.zeros(n, dtype=bool), -1
    for beginning in range(1 + _TURNINGS // max(n, 1)):
        # The first is none turned; of the others about half, by Fibonacci hashing: the same always.
        turned = np.arange(n, dtype=np.int64) * beginning * 2654435769 >> 16 & 1 > 0
        _improve(turned, near)
        cut = int(sides[turned[first] != turned[second]].sum())
        if cut > most:
            best, most = turned, cut
    return best ^ best[:1]  # of a cut and its opposite the one that leaves the first as it is


def _improve(turned: NDArray[np.bool_], near: list[list[tuple[int, int]]]) -> None:
    """Turn polygons in place, as long as that gains; `near` has each one's neighbours and sides."""
    # Each has a handful of neighbours: lists are faster than arrays of so few.
    state, gains = turned.tolist(), True
    while gains:
        gains = False
        for i, sides in enumerate(near):
            own = state[i]
            # Sides that run the same way count for turning, the others against it.
            if sum(n if state[other] == own else -n for other, n in sides) > 0:
                state[i], gains = not own, True
    turned[:] = state


def _from_a_joint(
    ring: Ring, beside: NDArray[np.int64], *, turned: bool
) -> tuple[Ring, NDArray[np.int64]]:
    """Return ring and neighbours from where these change, so that no common border is cut."""
    if turned:
        # What was the side after a vertex is the one before it.
        ring, beside = ring[::-1], np.append(beside[-2::-1], beside[-1])
    changes = np.flatnonzero(beside[1:] != beside[:-1])
    if beside[0] != beside[-1] or not len(changes):
        return ring, beside
    start = int(changes[0]) + 1
    return np.concatenate([ring[start:], ring[:start]]), np.append(beside[start:], beside[:start])


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


def _text(rings: list[Ring], *, closed: bool) -> str:
    end = "z" if closed else ""
    return "".join(f"M{_numbers(r[0])}l{_numbers(r[1:] - r[:-1])}{end}" for r in rings)


def _dot(ring: Ring) -> str:
    return f"M{_numbers(ring[0])}l1 0 0 1-1 0z"


def _numbers(values: Ring) -> str:
    """Return numbers as path data: a minus is separation enough."""
    return " ".join(map(str, values.ravel().tolist())).replace(" -", "-")
