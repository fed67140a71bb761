"""Polygons laid flat: cut where a plane ends, long edges bent as parallels and meridians are."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from geo.geometry.antimeridian import windowed
from geo.geometry.projection import plane_transformer, to_plane
from geo.geometry.repair import made_valid, noded

#: Degrees: a longer edge is a parallel or a meridian, which a plane may bend.
_LONGEST_EDGE = 1.0
#: Decimals of a degree that the vertices added on it keep, so that both its sides have the same.
_DECIMALS = 9
#: Millimetres of a plane: to them the two sides of a cut that a plane closes are the same.
_PLANE_DECIMALS = 3
_AROUND_POLE = 89.99
#: Degrees: a tenth of a metre.
_OFF_CUT = 1e-6
#: Metres: gaps and overlaps that come of bending borders are no wider.
_HAIR = 100.0


class Flat(NamedTuple):
    """Geometries in a plane, and whether each still has the parts it had, in their order."""

    shapes: NDArray[np.object_]
    whole: bool


def flattened(shapes: NDArray[np.object_], crs: CRS) -> NDArray[np.object_]:
    """Project geometries, cut where the plane ends; see `Plane.shapes`."""
    return laid_flat(shapes, crs).shapes


def laid_flat(given: NDArray[np.object_], crs: CRS) -> Flat:
    """Project geometries as `flattened` does, and tell whether any was cut, closed or repaired."""
    middle = middle_of(crs)
    polar = _is_polar(crs)
    shapes = given if polar else _cut(given, middle - 180)
    uncut = shapes is given and not polar
    along, long = _edges(shapes)
    if along > _LONGEST_EDGE:
        fine = shapes.copy()
        fine[long] = shapely.segmentize(shapes[long], _LONGEST_EDGE)
        # All of them, so that neighbours of the long ones keep their common borders.
        shapes = shapely.transform(fine, lambda xy: np.round(xy, _DECIMALS))
    flat = to_plane(shapes, crs)
    sound = _sound(_closed(flat) if polar else flat)
    return Flat(sound, uncut and sound is flat)


def shows_all(shapes: NDArray[np.object_], crs: CRS) -> bool:
    """Tell whether a plane certainly has a place for all of some geometries.

    False where only `flattened` tells: some reach over the end of the plane, or have long edges.
    """
    if _cut(shapes, middle_of(crs) - 180) is not shapes or _edges(shapes)[0] > _LONGEST_EDGE:
        return False
    lon, lat = shapely.get_coordinates(shapes).T
    return bool(np.isfinite(plane_transformer(crs).transform(lon, lat)).all())


def _sound(flat: NDArray[np.object_]) -> NDArray[np.object_]:
    """Repair polygons whose narrow places the plane has turned inside out."""
    if shapely.is_valid(flat).all() or not np.isfinite(shapely.total_bounds(flat)).all():
        return flat
    return noded(made_valid(flat).polygons, _HAIR).polygons


def middle_of(crs: CRS) -> float:
    """Return the meridian in the middle of a plane, degrees; it ends half a turn away from it."""
    operation = crs.coordinate_operation
    params = operation.params if operation else []
    words = ("Longitude of", "longitude of")
    found = (p for p in params if p.name.startswith(words) and "natural" in p.name.lower())
    any_ = (p for p in params if p.name.startswith(words))
    return next((float(p.value) for p in (*found, *any_)), 0.0)


def _is_polar(crs: CRS) -> bool:
    """Tell whether a plane is drawn from above a pole: nothing ends at its meridians."""
    operation = crs.coordinate_operation
    name = operation.method_name.lower() if operation else ""
    round_ = any(w in name for w in ("azimuthal", "stereographic", "orthographic", "gnomonic"))
    params = operation.params if operation else []
    lats = [abs(float(p.value)) for p in params if "atitude of" in p.name]
    return round_ and max(lats, default=0.0) > _AROUND_POLE


def _cut(shapes: NDArray[np.object_], west: float) -> NDArray[np.object_]:
    bounds = shapely.bounds(shapes)
    with np.errstate(invalid="ignore"):
        outside = (bounds[:, 0] <= west) | (bounds[:, 2] >= west + 360)
    # Both ends at 180° on a map that goes on there: one piece, not two that touch.
    if not outside.any():
        return shapes
    cut = shapes.copy()
    cut[outside] = [windowed(shape, west) for shape in shapes[outside]]
    # On the cut itself a vertex could come to lie on either side of the map.
    low, high = west + _OFF_CUT, west + 360 - _OFF_CUT
    cut[outside] = shapely.transform(
        cut[outside], lambda xy: np.column_stack([np.clip(xy[:, 0], low, high), xy[:, 1]])
    )
    return cut


def _edges(shapes: NDArray[np.object_]) -> tuple[float, NDArray[np.bool_]]:
    """Return the longest step along an axis, and which shapes have too long an edge or a dot."""
    parts, whose = shapely.get_parts(shapes, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    lines, owner = (rings, whose[part]) if len(rings) else (parts, whose)
    xy, of = shapely.get_coordinates(lines, return_index=True)
    inside = np.diff(of) == 0
    steps = np.abs(np.diff(xy, axis=0))[inside]
    lengths = np.hypot(*steps.T)
    found = np.zeros(len(shapes), dtype=bool)
    # A vertex given twice goes where edges are parted.
    found[owner[of[1:][inside][(lengths > _LONGEST_EDGE) | (lengths == 0)]]] = True
    return float(steps.max(initial=0.0)), found


def _closed(flat: NDArray[np.object_]) -> NDArray[np.object_]:
    """Close the cut at 180° of polygons around a pole: its two sides fall together."""
    rounded = shapely.transform(flat, lambda xy: np.round(xy, _PLANE_DECIMALS))
    torn = ~shapely.is_valid(rounded)
    rounded[torn] = shapely.make_valid(rounded[torn], method="structure", keep_collapsed=False)
    multi = shapely.get_type_id(rounded) == shapely.GeometryType.MULTIPOLYGON
    rounded[multi] = [shapely.union_all(shapely.get_parts(shape)) for shape in rounded[multi]]
    return rounded
