"""Lines beside the districts: borders of the units they make up, graticule, the world's outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.base.errors import MapError, Problem
from geo.geometry.coverage import united
from geo.geometry.flat import flattened, middle_of
from geo.geometry.plane import Plane
from geo.geometry.projection import extent_of
from geo.spec.plane import PlaneSpec

#: Lines of the graticule across the longer side of a map, about.
_LINES = 8
#: Degrees between lines, which divide the circle.
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30)
_HALF_WORLD = 180.0
#: Degrees between the vertices of a line.
_FINE = 0.5

#: Where Mercator's world is a square, degrees: its poles are at infinity.
_SQUARE = 85.051129


@dataclass(frozen=True, eq=False, slots=True)
class MapLines:
    """What is drawn under and over the districts.

    Attributes
    ----------
    below : tuple of geometry
        In the map's plane, metres.
    units : tuple of str, length n or 0
        What every district is part of.
    """

    below: tuple[shapely.Geometry, ...] = ()
    units: tuple[str, ...] = ()


def map_lines(districts: gpd.GeoDataFrame, plane: Plane, spec: PlaneSpec) -> MapLines:
    """Return the lines that a map-maker asks for.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326.
    plane : Plane
    spec : PlaneSpec

    Raises
    ------
    MapError
        If `spec.outline` is neither a column nor a number of digits that all codes have.
    """
    below = []
    if spec.graticule:
        below.append(_graticule(districts, plane))
    if spec.sphere:
        below.append(_sphere(plane))
    return MapLines(tuple(below), units_of(districts, spec.outline))


def units_of(districts: gpd.GeoDataFrame, outline: str) -> tuple[str, ...]:
    """Return what every district is part of, by its code's first digits or the parent column."""
    if not outline:
        return ()
    if outline.isdecimal():
        digits = int(outline)
        codes = [str(code) for code in districts["code"]]
        if short := next((code for code in codes if len(code) <= digits), ""):
            what = f"the codes have no {digits} digits in common: {short!r}"
            raise MapError(Problem("map.outline", what, "Name a column, or fewer digits."))
        return tuple(code[:digits] for code in codes)
    return tuple(map(str, districts["parent"]))


def higher_borders(shapes: NDArray[np.object_], units: Sequence[str]) -> shapely.Geometry:
    """Return the borders between units, without the outline of them all.

    Parameters
    ----------
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        A coverage, in any plane.
    units : sequence of str, length n
    """
    names = np.array(units)
    wholes = np.array([united(shapes[names == unit]) for unit in dict.fromkeys(units)])
    edges = shapely.union_all(shapely.boundary(wholes))
    inner = shapely.difference(edges, shapely.boundary(united(wholes)))
    return shapely.line_merge(inner)


def _graticule(districts: gpd.GeoDataFrame, plane: Plane) -> shapely.Geometry:
    home = _home(districts, plane)
    extent = extent_of(gpd.GeoDataFrame(geometry=home, crs=4326))
    longer = max(extent.width, extent.height)
    step = next((s for s in reversed(_STEPS) if s <= longer / _LINES * 1.5), _STEPS[0])
    low, high = max(-90.0, extent.south), min(90.0, extent.north)
    lons = np.arange(np.ceil(extent.west / step), extent.east / step + 1e-9) * step
    lats = np.arange(np.ceil(low / step), high / step + 1e-9) * step
    meridians = [shapely.LineString([(lon, low), (lon, high)]) for lon in lons]
    parallels = [shapely.LineString([(extent.west, lat), (extent.east, lat)]) for lat in lats]
    lines = shapely.segmentize(np.array([*meridians, *parallels]), _FINE)
    whole = shapely.union_all(_finite(flattened(lines, plane.crs)))
    if extent.width > _HALF_WORLD:
        return whole
    # Degrees make a fan; the map is a rectangle.
    return shapely.intersection(whole, shapely.box(*shapely.total_bounds(plane.shapes(home))))


def _home(districts: gpd.GeoDataFrame, plane: Plane) -> NDArray[np.object_]:
    """Return the parts of the districts that are in no inset."""
    parts = shapely.get_parts(districts.geometry.to_numpy())
    lon, lat = shapely.get_coordinates(shapely.point_on_surface(parts)).T
    away = np.zeros(len(parts), dtype=bool)
    for panel in plane.insets:
        away |= panel.has(lon, lat)
    return parts[~away]


def _sphere(plane: Plane) -> shapely.Geometry:
    middle = middle_of(plane.crs)
    # A hair within the cut, whose two sides are one meridian.
    end = _end(plane, middle)
    box = shapely.box(middle - 180 + 1e-6, -end, middle + 180 - 1e-6, end)
    ring = shapely.segmentize(shapely.boundary(box), _FINE)
    return shapely.union_all(_finite(flattened(np.array([ring]), plane.crs)))


def _end(plane: Plane, middle: float) -> float:
    """Return the latitude where the globe's outline ends: short of a pole that is nowhere near."""
    points = shapely.points([(middle, 0.0), (middle, _SQUARE), (middle, 90.0)])
    equator, square, pole = shapely.get_coordinates(flattened(points, plane.crs))[:, 1]
    return 90.0 if abs(pole - equator) < 2 * abs(square - equator) else _SQUARE


def _finite(lines: NDArray[np.object_]) -> NDArray[np.object_]:
    kept = [line for line in lines if np.isfinite(shapely.get_coordinates(line)).all()]
    return np.array(kept, dtype=object)
