"""Whether polygons fit together: no overlaps, common borders shared vertex by vertex.

GEOS compares every edge with those near it. Of polygons that do fit, most edges occur twice, once
in each direction, which sorting finds in a fifth of the time. What is left is the outer boundary;
if no two of its edges cross or touch but at common vertices and it has land on its left alone,
nothing overlaps: the sum of all polygons is 0 or 1 everywhere. A vertex on another's edge would be
an overlap, too, or lie on the outer boundary, or where a polygon with holes touches itself; so the
rings of those are looked at with it. Where this proves nothing, GEOS decides.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

#: Odd numbers without a pattern, to mix the bits of coordinates.
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))
_HALF = np.uint64(32)
_POLYGONAL = [shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON]

Shapes = NDArray[np.object_]
Numbers = NDArray[np.int64]


def fit_together(polygons: Shapes) -> bool:
    """Tell whether polygons form a coverage.

    Parameters
    ----------
    polygons : ndarray of Polygon, MultiPolygon or None
        Valid, each by itself.

    Returns
    -------
    bool
        As `shapely.coverage_is_valid` without gaps: no two overlap, and where they touch, they have
        the same vertices.
    """
    return _proven(polygons) or bool(shapely.coverage_is_valid(polygons))


def _proven(polygons: Shapes) -> bool:
    """Tell whether polygons certainly form a coverage; False says nothing."""
    there = polygons[~(shapely.is_missing(polygons) | shapely.is_empty(polygons))]
    if not len(there) or not np.isin(shapely.get_type_id(there), _POLYGONAL).all():
        return False
    edges = _Edges.of(shapely.orient_polygons(there, exterior_cw=False))
    sides = edges.sides()
    if sides is None:
        return False
    alone, pairs = sides
    if not len(alone):  # of invalid polygons without any area
        return False
    holed = edges.holed
    # Of two sides one: that whose ring goes on, so that paths are long.
    low = np.minimum(*pairs)
    inner = np.where(holed[low], low, np.maximum(*pairs))
    inner = inner[holed[inner]]
    outer = _Paths.of(edges, alone)
    return _meet_at_vertices(_Paths.of(edges, np.r_[alone, inner])) and _land_on_the_left(outer)


@dataclass(frozen=True, eq=False, slots=True)
class _Edges:
    """The edges of oriented polygons, each with its polygon on the left.

    Attributes
    ----------
    xy : ndarray of complex, shape (v,)
        The vertices ring by ring, the first again as the last. Edges are named by their first one.
    starts : ndarray of int, shape (e,)
    holed : ndarray of bool, shape (v,)
        The vertices of polygons with holes.
    """

    xy: NDArray[np.complex128]
    starts: Numbers
    holed: NDArray[np.bool_]

    @classmethod
    def of(cls, polygons: Shapes) -> _Edges:
        _, closed, offsets = shapely.to_ragged_array(polygons, include_z=False)
        xy = (closed + 0.0).view(np.complex128).ravel()  # -0.0 is 0
        is_start = np.ones(len(xy), dtype=bool)
        is_start[offsets[0][1:] - 1] = False
        rings = np.diff(offsets[1])
        holed = np.repeat(np.repeat(rings > 1, rings), np.diff(offsets[0]))
        return cls(xy, np.flatnonzero(is_start), holed)

    def sides(self) -> tuple[Numbers, tuple[Numbers, Numbers]] | None:
        """Return the edges without another, and the pairs that are each other's other side.

        None if some are neither: twice in one direction, of no length, more than two in one place,
        or, which hardly happens, with a number that others have.
        """
        places = places_of(self.xy)
        first, last = places[:-1], places[1:]
        if (first[self.starts] == last[self.starts]).any():
            return None
        # The same number in both directions.
        keys = (first + last)[self.starts]
        keys = (keys ^ (keys >> _HALF)) * _MIX[0]
        order = np.argsort(keys)
        keys = keys[order]
        same = keys[1:] == keys[:-1]
        if (same[1:] & same[:-1]).any():
            return None
        at = self.starts[order]
        there, back = at[:-1][same], at[1:][same]
        xy = self.xy
        # Numbers may agree by chance; it is the coordinates that have to.
        if (xy[there] != xy[back + 1]).any() or (xy[there + 1] != xy[back]).any():
            return None
        paired = np.r_[same, False] | np.r_[False, same]
        return at[~paired], (there, back)


def places_of(xy: NDArray[np.complex128]) -> NDArray[np.uint64]:
    """Return a number for each place: the same for the same, hardly ever for others."""
    axes = (np.ascontiguousarray(axis).view(np.uint64) for axis in (xy.real, xy.imag))
    # Round coordinates differ in their upper bits alone, which a product would not carry down.
    x, y = ((axis ^ (axis >> _HALF)) * odd for axis, odd in zip(axes, _MIX, strict=True))
    mixed = x + y
    found: NDArray[np.uint64] = (mixed ^ (mixed >> _HALF)) * _MIX[0]
    return found


@dataclass(frozen=True, eq=False, slots=True)
class _Paths:
    """Edges one after another, as far as they go without a place where more than two edges meet.

    Attributes
    ----------
    xy : ndarray of complex, shape (v,)
        The vertices, path by path.
    sizes : ndarray of int, shape (p,)
        How many each path has, at least 2.
    crossing : ndarray of bool, shape (v,)
        Whether other than two edges meet there.
    """

    xy: NDArray[np.complex128]
    sizes: Numbers
    crossing: NDArray[np.bool_]

    @classmethod
    def of(cls, edges: _Edges, chosen: Numbers) -> _Paths:
        chosen = np.sort(chosen)
        ends = np.concatenate([edges.xy[chosen], edges.xy[chosen + 1]])
        _, place, times = np.unique(ends, return_inverse=True, return_counts=True)
        crossing = (times != 2)[place]
        of_first, of_last = np.split(crossing, 2)
        begins = np.ones(len(chosen), dtype=bool)
        begins[1:] = (np.diff(chosen) != 1) | of_first[1:]
        first = np.flatnonzero(begins)
        # Each edge by its first vertex, each path by its last edge's other one besides.
        after = np.append(first[1:], len(chosen))
        xy = np.insert(edges.xy[chosen], after, edges.xy[chosen[after - 1] + 1])
        return cls(xy, np.diff(np.append(first, len(chosen))) + 1,
                   np.insert(of_first, after, of_last[after - 1]))  # fmt: skip

    @property
    def firsts(self) -> Numbers:
        """The positions of the first vertices."""
        return np.cumsum(self.sizes) - self.sizes


def _meet_at_vertices(paths: _Paths) -> bool:
    """Tell whether edges cross and touch nowhere but at their common vertices."""
    number = np.repeat(np.arange(len(paths.sizes)), paths.sizes)
    xy, firsts = paths.xy, paths.firsts
    # For GEOS the end of a ring is no end, at which others may touch: in two pieces it is none.
    closed = xy[firsts] == xy[firsts + paths.sizes - 1]
    halves = firsts[closed] + paths.sizes[closed] // 2
    half = np.zeros(len(xy), dtype=np.int64)
    half[halves] = 1
    piece = number + np.cumsum(half)
    xy = np.insert(xy, halves, xy[halves])
    piece = np.insert(piece, halves, piece[halves] - 1)
    lines = shapely.linestrings(xy.real, xy.imag, indices=piece)
    return bool(shapely.is_simple(shapely.multilinestrings(lines)))


def _land_on_the_left(outer: _Paths) -> bool:
    """Tell whether the sum of all polygons is 1 on the left of the outer boundary, 0 on its right.

    Its edges meet at common vertices alone. Away from these the sum changes nowhere but at edges,
    by 1, so that it is 0 or 1 everywhere.
    """
    loops = _loops(outer)
    vertices = [np.concatenate([outer.xy[a:b] for a, b in loop]) for loop in loops]
    sizes = [len(own) for own in vertices]
    xy = np.concatenate(vertices)
    rings = shapely.linearrings(xy.real, xy.imag, indices=np.repeat(np.arange(len(sizes)), sizes))
    turns = np.where(shapely.is_ccw(rings), 1, -1)
    # A vertex of each path that no other path has: the second, or an end where two paths meet.
    found, own = [], []
    for number, loop in enumerate(loops):
        for a, b in loop:
            at = a + 1 if b - a > 1 else a
            if outer.crossing[at]:
                at = b
            if outer.crossing[at]:
                return False
            found.append(outer.xy[at])
            own.append(number)
    points = np.array(found)
    tree = shapely.STRtree(shapely.points(points.real, points.imag))
    around, inside = tree.query(shapely.polygons(rings), predicate="contains")
    sums = np.bincount(inside, weights=turns[around], minlength=len(points))
    return bool((sums == np.where(turns[own] > 0, 0, 1)).all())


def _loops(paths: _Paths) -> list[list[tuple[int, int]]]:
    """Return the rings that paths form, none with a vertex twice: first and last of each path."""
    firsts = paths.firsts
    lasts = firsts + paths.sizes - 1
    leaving: dict[complex, list[int]] = {}
    start, end = paths.xy[firsts].tolist(), paths.xy[lasts].tolist()
    for path, place in enumerate(start):
        leaving.setdefault(place, []).append(path)
    loops, ways = [], list(zip(firsts.tolist(), lasts.tolist(), strict=True))
    for place in start:
        walked: list[int] = []
        met: dict[complex, int] = {}
        at = place
        # As many edges enter a place as leave it.
        while leaving[at] or walked:
            if at in met:
                begin = met[at]
                loops.append([ways[path] for path in walked[begin:]])
                for path in walked[begin:]:
                    del met[start[path]]
                del walked[begin:]
            if not leaving[at]:
                break
            met[at] = len(walked)
            walked.append(leaving[at].pop())
            at = end[walked[-1]]
    return loops
