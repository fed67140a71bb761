"""Polygons as open files have them: invalid rings, hairline gaps and overlaps, made a coverage."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.coverage import loose

#: Of the distances between neighbouring values of a coordinate: the step of quantized data.
_STEP_PERCENTILE = 5
#: A step is no more than this share of the extent: a handful of vertices says nothing of a grid.
_COARSEST = 1 / 2000
#: The pixels of a page across the extent; what is smaller than one of them is not seen.
_PIXELS = 1280
#: Share of a district's area from which a change of more than a pixel is seen.
_SEEN_SHARE = 0.01
#: Shares of areas below this are rounding, not repair.
_NOTHING = 1e-9


@dataclass(frozen=True, eq=False, slots=True)
class Repair:
    """Polygons after repair, and what it did to each.

    Attributes
    ----------
    polygons : ndarray of Polygon or MultiPolygon, shape (n,)
        Valid. A repair that would be seen is not made: the polygon is as it was.
    touched : ndarray of bool, shape (n,)
        Whether anything but vertices on straight edges changed.
    change : ndarray of float, shape (n,)
        Of the area, as a share of what it was; infinite where it was 0.
    seen : ndarray of bool, shape (n,)
        Invalid, and the change would be seen on a map of all polygons.
    """

    polygons: NDArray[np.object_]
    touched: NDArray[np.bool_]
    change: NDArray[np.float64]
    seen: NDArray[np.bool_]


def step_of(polygons: NDArray[np.object_]) -> float:
    """Return the step of the grid that coordinates lie on, in their own units.

    Parameters
    ----------
    polygons : ndarray of Polygon or MultiPolygon

    Returns
    -------
    float
        The larger of the 5th percentiles of the distances between neighbouring x and y: the step
        of data that were quantized (TopoJSON), next to nothing for others. At most a 2,000th of
        the extent.
    """
    xy = shapely.get_coordinates(polygons)
    most = float(np.ptp(xy, axis=0).max()) * _COARSEST
    apart = [np.diff(np.unique(column)) for column in xy.T]
    steps = [np.percentile(d, _STEP_PERCENTILE) for d in apart if len(d)]
    return min(float(max(steps, default=0.0)), most)


def pixel_of(polygons: NDArray[np.object_]) -> float:
    """Return the side of a page's pixel where polygons fill it, in their own units."""
    xy = shapely.get_coordinates(polygons)
    return float(np.ptp(xy, axis=0).max()) / _PIXELS if len(xy) else 0.0


def made_valid(polygons: NDArray[np.object_]) -> Repair:
    """Take rings apart that cross or touch themselves.

    Parameters
    ----------
    polygons : ndarray of Polygon or MultiPolygon, shape (n,)
        Longitude and latitude, or a plane.

    Returns
    -------
    Repair
        By `shapely.make_valid`, the structure of shells and holes kept.
    """
    invalid = ~shapely.is_valid(polygons)
    sound = polygons.copy()
    if not invalid.any():
        return Repair(sound, invalid, np.zeros(len(polygons)), invalid)
    repairs = shapely.make_valid(polygons[invalid], method="structure", keep_collapsed=False)
    sound[invalid] = [_areas_of(shape) for shape in repairs]
    before = shapely.area(polygons)
    change = _shares(before, shapely.area(sound))
    lost = np.abs(shapely.area(sound) - before) > pixel_of(polygons) ** 2
    seen = invalid & ((change > _SEEN_SHARE) & lost | shapely.is_empty(sound))
    sound[seen] = polygons[seen]
    return Repair(sound, invalid, change, seen)


def noded(polygons: NDArray[np.object_], step: float) -> Repair:
    """Let neighbours share their borders vertex by vertex.

    Parameters
    ----------
    polygons : ndarray of Polygon or MultiPolygon, shape (n,)
        Valid; what they overlap by goes to the smaller one.
    step : float
        Gaps up to this width are slivers, each of which goes to one polygon; wider ones are lakes
        or sea.

    Returns
    -------
    Repair
        No vertex moves; those that a border lacks are added. What matched already is as it was.
    """
    wrong = loose(polygons)
    if not wrong:
        return untouched(polygons)
    near = shapely.STRtree(polygons).query(polygons[wrong], predicate="dwithin", distance=step)[1]
    members = np.unique(np.r_[wrong, near])
    rebuilt = polygons.copy()
    rebuilt[members] = _from_faces(polygons[members], step)
    change = _shares(shapely.area(polygons), shapely.area(rebuilt))
    return Repair(rebuilt, change > _NOTHING, change, np.zeros(len(polygons), dtype=bool))


def untouched(polygons: NDArray[np.object_]) -> Repair:
    """Return polygons that need no repair as if they had been repaired."""
    nothing = np.zeros(len(polygons), dtype=bool)
    return Repair(polygons, nothing, nothing.astype(float), nothing)


def _shares(before: NDArray[np.float64], after: NDArray[np.float64]) -> NDArray[np.float64]:
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.abs(after - before) / before
    return np.where(after == before, 0.0, np.where(before > 0, share, np.inf))


def _areas_of(shape: shapely.Geometry) -> shapely.Geometry:
    """Return the polygons of a geometry without the lines and points beside them."""
    parts = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and not p.is_empty]
    if shape.geom_type in {"Polygon", "MultiPolygon"}:
        return shape
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


def _from_faces(polygons: NDArray[np.object_], step: float) -> list[shapely.Geometry]:
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all(shapely.boundary(polygons))]))
    owners = _owners(faces, polygons, step)
    return [
        shapely.coverage_union_all(mine) if len(mine := faces[owners == i]) else polygon
        for i, polygon in enumerate(polygons)
    ]


def _owners(
    faces: NDArray[np.object_], polygons: NDArray[np.object_], step: float
) -> NDArray[np.int64]:
    """Return whose each face is, -1 for nobody's: lakes, sea, gaps that are wide."""
    inner = shapely.point_on_surface(faces)
    face, owner = shapely.STRtree(polygons).query(inner, predicate="within")
    owners = np.full(len(faces), -1)
    # Of several the smallest: a town drawn over its county is not to vanish.
    order = np.argsort(-shapely.area(polygons[owner]), kind="stable")
    owners[face[order]] = owner[order]
    # Width of a strip: twice its area over its perimeter.
    thin = (owners < 0) & (2 * shapely.area(faces) < step * shapely.length(faces))
    if thin.any():
        left, right = shapely.STRtree(faces).query(faces[thin], predicate="touches")
        slivers = np.flatnonzero(thin)[left]
        kept = owners[right] >= 0
        slivers, right = slivers[kept], right[kept]
        shared = shapely.length(
            shapely.intersection(shapely.boundary(faces[slivers]), shapely.boundary(faces[right]))
        )
        # The last one written wins: the neighbour with the longest common border.
        for at in np.argsort(shared, kind="stable"):
            if shared[at] > 0:
                owners[slivers[at]] = owners[right[at]]
    return owners
