"""What can be wrong with a polygon file: a list of problems each, none of them raised here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.base.errors import Problem
from geo.geometry.antimeridian import jumps
from geo.geometry.coverage import overlaps
from geo.geometry.extent import CHINA, Extent

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import pandas as pd
    from numpy.typing import NDArray
    from pyproj import CRS

#: Borders drawn twice cross slightly; more than this share of the smaller polygon is an overlap.
OVERLAP_SHARE = 0.001
#: A file may reach so far beyond the area its projected CRS is meant for, in degrees.
_AREA_OF_USE_SLACK = 6.0
_HALF_WORLD = 180.0
#: A drawing is no larger; whoever surveys in metres counts from far away, so as to stay above 0.
_PIXELS = 10_000.0


def geometry_problems(
    source: str,
    names: list[str],
    geometries: gpd.GeoSeries,
    *,
    allow_empty: bool = False,
    valid: NDArray[np.bool_] | None = None,
) -> list[Problem]:
    """Find features without a geometry, with another than a polygon, and invalid ones.

    Parameters
    ----------
    source : str
        The file, for messages.
    names : list of str, length n
    geometries : GeoSeries, length n
        In file order.
    allow_empty : bool, default False
        Polygons that are empty are no problem.
    valid : ndarray of bool, shape (n,), optional
        Which are known to be valid, if somebody has looked: that takes long.
    """
    found = []
    shapes = geometries.to_numpy()
    sound, valid = finite(shapes), shapely.is_valid(shapes) if valid is None else valid
    for i, (name, geometry) in enumerate(zip(names, geometries, strict=True)):
        number = i + 1
        where = feature(source, number, name)
        if allow_empty and geometry is not None and geometry.is_empty:
            continue
        if geometry is None or geometry.is_empty:
            found.append(Problem(where, "has no geometry", "Draw it or drop the feature."))
        elif geometry.geom_type not in {"Polygon", "MultiPolygon"}:
            remedy = "A choropleth map needs polygons. Drop the feature or turn it into one."
            found.append(Problem(where, f"is a {geometry.geom_type}, not a polygon", remedy))
        elif not sound[i]:
            remedy = "Draw it anew: a vertex without a place cannot be repaired."
            found.append(Problem(where, "has a vertex that is not a number", remedy))
        elif not valid[i]:
            remedy = "Repair it, for example with 'Fix geometries' in QGIS."
            found.append(Problem(where, f"polygon is invalid: {_reason(geometry)}", remedy))
    return found


def finite(shapes: Sequence[shapely.Geometry | None] | NDArray[np.object_]) -> NDArray[np.bool_]:
    """Tell of each shape whether all its vertices are numbers."""
    points, of = shapely.get_coordinates(np.asarray(shapes), return_index=True)
    found = np.ones(len(shapes), dtype=bool)
    found[of[~np.isfinite(points).all(axis=1)]] = False
    return found


def broken_rings(source: str, shapes: Sequence[bytes | None]) -> list[Problem]:
    """Find features, in well-known binary, with a ring that no geometry can be made of."""
    remedy = "A ring needs four positions at least, and its last one has to be its first one again."
    return [
        Problem(feature(source, number, ""), "has a ring that is not closed", remedy)
        for number, shape in enumerate(shapes, start=1)
        if shape is not None and shapely.from_wkb(shape, on_invalid="ignore") is None
    ]


def feature(source: str, number: int, name: str) -> str:
    """Return where a feature is: ``districts.geojson, feature 3 (坊子区)``."""
    return f"{source}, feature {number} ({name})" if name else f"{source}, feature {number}"


def _reason(geometry: shapely.Geometry) -> str:
    """Turn GEOS's ``Self-intersection[119.1 36.7]`` into ``self-intersection at 119.1 36.7``."""
    what, _, place = shapely.is_valid_reason(geometry).partition("[")
    at = " ".join(f"{float(n):.6g}" for n in place.rstrip("]").split())
    return f"{what.lower()} at {at}" if at else what.lower()


def overlap_problems(
    source: str, names: list[str], geometries: gpd.GeoSeries, width: float = 0.0
) -> list[Problem]:
    """Find pairs that overlap by more than `OVERLAP_SHARE` and `width`; valid geometries."""
    remedy = "Keep one level of divisions, or cut one polygon from the other."
    return [
        Problem(
            feature(source, i + 1, names[i]),
            f"overlaps {feature('', j + 1, names[j]).removeprefix(', ')} "
            f"by {share:.1%} of the smaller one",
            remedy,
        )
        for i, j, share in overlaps(geometries.to_numpy(), OVERLAP_SHARE, width)
    ]


def empty_cells(source: str, column: str, values: list[str], names: list[str]) -> list[Problem]:
    """Find features without a value in a column."""
    remedy = f"Every district needs a {column}."
    return [
        Problem(feature(source, number, name), f"{column} is empty", remedy)
        for number, (value, name) in enumerate(zip(values, names, strict=True), start=1)
        if not value
    ]


def is_nested(value: object) -> bool:
    """Tell whether a cell is a list or an object, as JSON allows."""
    return isinstance(value, list | tuple | dict | set | np.ndarray)


def nested_cells(source: str, frame: pd.DataFrame, columns: Sequence[str]) -> list[Problem]:
    """Find features whose name, code or the like is a list or an object."""
    return [
        Problem(feature(source, number, ""), f"{column} is a list, not a text", "Write one text.")
        for column in dict.fromkeys(columns)
        if column in frame
        for number, value in enumerate(frame[column].tolist(), start=1)
        if is_nested(value)
    ]


def repeated_values(source: str, column: str, values: list[str], names: list[str]) -> list[Problem]:
    """Find features whose value an earlier one already has."""
    found = []
    first: dict[str, int] = {}
    for number, (value, name) in enumerate(zip(values, names, strict=True), start=1):
        if value and value in first:
            what = f"{column} '{value}' is already used by feature {first[value]}"
            remedy = "Merge the two, or give each its own."
            found.append(Problem(feature(source, number, name), what, remedy))
        first.setdefault(value, number)
    return found


def place_problems(source: str, geometries: gpd.GeoSeries, *, stated: bool) -> list[Problem]:
    """Find coordinates that cannot be in the CRS of the file.

    Parameters
    ----------
    source : str
    geometries : GeoSeries
        With a CRS.
    stated : bool
        The map-maker named the CRS: a place that is merely unlikely is accepted.
    """
    crs = geometries.crs
    if found := _torn(source, geometries):
        return found
    first, second = (float(n) for n in shapely.get_coordinates(geometries.to_numpy())[0])
    if _plausible(_extent(geometries), crs, stated=stated):
        return []
    swapped = geometries.set_axis(geometries.index)
    swapped[:] = shapely.transform(geometries.to_numpy(), lambda xy: xy[:, ::-1])
    label = crs.name if crs.to_epsg() is None else f"EPSG:{crs.to_epsg()}"
    at = f"({first:.7g}, {second:.7g})"
    if _plausible(_extent(swapped), crs, stated=True):
        order = "longitude, then latitude" if crs.is_geographic else "easting, then northing"
        remedy = f"Write {order}, for example with 'Swap X and Y coordinates' in QGIS."
        return [Problem(source, f"axes are swapped: the first vertex is {at}", remedy)]
    what = f"coordinates such as {at} lie outside the area of {label}"
    return [Problem(source, what, _true_crs(geometries))]


def _true_crs(geometries: gpd.GeoSeries) -> str:
    """Return what to do about coordinates that are not in the CRS, by their size."""
    x, y = np.abs(geometries.total_bounds).reshape(2, 2).max(axis=0).tolist()
    if x <= 180 and y <= 90:
        return 'They look like longitude and latitude: write crs = "EPSG:4326".'
    if max(x, y) <= _PIXELS:
        return "They look like the pixels of a drawing: take a file of longitudes and latitudes."
    return 'Name the true CRS in the spec, for example crs = "EPSG:4549".'


def _torn(source: str, geometries: gpd.GeoSeries) -> list[Problem]:
    """Find polygons with an edge longer than half the world: nobody can tell which way it goes."""
    west, _, east, _ = geometries.total_bounds
    if not (geometries.crs.is_geographic and -180 <= west < east - _HALF_WORLD <= 0):
        return []
    remedy = "Cut it in two at 180°, as RFC 7946, 3.1.9, asks; or give a long edge more vertices."
    what = "has an edge longer than half the world"
    return [
        Problem(feature(source, number, ""), what, remedy)
        for number, shape in enumerate(geometries, start=1)
        if len(jumps(shape))
    ]


def _extent(geometries: gpd.GeoSeries) -> Extent:
    return Extent(*map(float, geometries.to_crs(4326).total_bounds))


def _plausible(extent: Extent, crs: CRS, *, stated: bool) -> bool:
    """Tell whether polygons of this extent, in degrees, may be in `crs`."""
    west, south, east, north = extent
    if not np.isfinite(extent).all() or south < -90 or north > 90 or west < -180 or east > 180:
        return False
    lon, lat = (west + east) / 2, (south + north) / 2
    if crs.is_geographic:
        # In the Barents Sea, China's west with its axes swapped is likelier.
        return stated or not CHINA.contains(Extent(lat, lon, lat, lon))
    area = crs.area_of_use
    return area is None or (
        _within(lon, (area.west, area.east), _AREA_OF_USE_SLACK)
        and _within(lat, (area.south, area.north), _AREA_OF_USE_SLACK)
    )


def _within(value: float, limits: tuple[float, float], slack: float = 0.0) -> bool:
    return limits[0] - slack <= value <= limits[1] + slack
