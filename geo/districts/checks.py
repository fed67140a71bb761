"""What can be wrong with a polygon file: a list of problems each, none of them raised here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.base.errors import Problem
from geo.districts.cells import is_nested
from geo.geometry.antimeridian import jumps
from geo.geometry.coverage import overlaps
from geo.geometry.extent import CHINA, Extent
from geo.geometry.repair import pixel_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import geopandas as gpd
    import pandas as pd
    from numpy.typing import NDArray
    from pyproj import CRS

#: Borders drawn twice cross. More than this share of the smaller polygon is an overlap that is
#: seen, unless it is thinner than a pixel: then a larger one.
_WIDE, _THIN = 0.01, 0.5
#: A file may reach so far beyond the area its projected CRS is meant for, in degrees.
_AREA_OF_USE_SLACK = 6.0
_HALF_WORLD = 180.0
NO_CRS = "has no CRS"
#: A drawing is no larger; whoever surveys in metres counts from far away, so as to stay above 0.
_PIXELS = 10_000.0
_FARTHEST = 1e15  # in any unit: no place on Earth is as far, and its square is a number


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
        In file order; the index counts from 0.
    allow_empty : bool, default False
        Polygons that are empty are no problem.
    valid : ndarray of bool, shape (n,), optional
        Which are known to be valid, if somebody has looked: that takes long.
    """
    found = []
    shapes = geometries.to_numpy()
    if len(shapes) > 1 and (other := _other_kind(shapes)):
        what = f"holds {len(shapes)} features, and none is a polygon: the first is a {other}"
        return [Problem(source, what, "Name the file with the outlines of the districts.")]
    valid = shapely.is_valid(shapes) if valid is None else valid
    # What is valid has a place for every vertex.
    sound = valid.copy()
    sound[~valid] = finite(shapes[~valid])
    for i, (number, name, geometry) in enumerate(_numbered(geometries, names)):
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
            found.append(
                Problem(where, "has a vertex that is not a number, or of no place on Earth", remedy)
            )
        elif not valid[i]:
            remedy = "Repair it, for example with 'Fix geometries' in QGIS."
            found.append(Problem(where, f"polygon is invalid: {_reason(geometry)}", remedy))
    return found


def _other_kind(shapes: NDArray[np.object_]) -> str:
    """Return the type of the first geometry if there are some and no polygon is among them."""
    there = shapes[~shapely.is_missing(shapes)]
    polygons = np.isin(shapely.get_type_id(there), [3, 6])  # Polygon, MultiPolygon
    return "" if polygons.any() or not len(there) else str(there[0].geom_type)


def _numbered(
    geometries: gpd.GeoSeries, names: list[str]
) -> Iterator[tuple[int, str, shapely.Geometry | None]]:
    """Yield number, name and geometry of each feature; files count from 1."""
    return zip((geometries.index + 1).tolist(), names, geometries, strict=True)


def finite(shapes: Sequence[shapely.Geometry | None] | NDArray[np.object_]) -> NDArray[np.bool_]:
    """Tell of each shape whether all its vertices are numbers, and of a place that can be."""
    found = np.ones(len(shapes), dtype=bool)
    points = shapely.get_coordinates(np.asarray(shapes))
    # The usual case, and sooner told: no number is further than these, and none of them is NaN.
    if not len(points) or (points.min() >= -_FARTHEST and points.max() <= _FARTHEST):
        return found
    points, of = shapely.get_coordinates(np.asarray(shapes), return_index=True)
    found[of[~(np.abs(points) <= _FARTHEST).all(axis=1)]] = False
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
    """Find pairs of valid polygons that overlap so that it is seen, and by more than `width`."""
    remedy = "Keep one level of divisions, or cut one polygon from the other."
    numbers = (geometries.index + 1).tolist()
    shapes = geometries.to_numpy()
    pixel = max(width, pixel_of(shapes[~shapely.is_missing(shapes)]))
    found = {*overlaps(shapes, _WIDE, pixel), *overlaps(shapes, _THIN, width)}
    return [
        Problem(
            feature(source, numbers[i], names[i]),
            f"overlaps {feature('', numbers[j], names[j]).removeprefix(', ')} "
            f"by {share:.1%} of the smaller one",
            remedy,
        )
        for i, j, share in sorted(found)
    ]


def empty_cells(source: str, column: str, frame: pd.DataFrame) -> list[Problem]:
    """Find features without a value in a column; the frame has their names, too."""
    remedy = f"Every district needs a {column}."
    lacking = frame[~frame[column].astype(bool)]
    return [
        Problem(feature(source, i + 1, name), f"{column} is empty", remedy)
        for i, name in zip(lacking.index, lacking["name"], strict=True)
    ]


def nested_cells(source: str, frame: pd.DataFrame, columns: Sequence[str]) -> list[Problem]:
    """Find features whose name, code or the like is a list or an object."""
    return [
        Problem(feature(source, number, ""), f"{column} is a list, not a text", "Write one text.")
        for column in dict.fromkeys(columns)
        if column in frame
        for number, value in enumerate(frame[column].tolist(), start=1)
        if is_nested(value)
    ]


def repeated_values(source: str, column: str, frame: pd.DataFrame, remedy: str) -> list[Problem]:
    """Find features whose value an earlier one already has; the frame has their names, too."""
    found = []
    first: dict[str, int] = {}
    for i, value, name in zip(frame.index, frame[column], frame["name"], strict=True):
        if value and value in first:
            what = f"{column} '{value}' is already used by feature {first[value]}"
            found.append(Problem(feature(source, i + 1, name), what, remedy))
        first.setdefault(value, i + 1)
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
    begun = geometries.to_numpy()[: np.argmax(~geometries.is_empty.to_numpy()) + 1]
    first, second = (float(n) for n in shapely.get_coordinates(begun)[0])
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
    return [Problem(source, what, true_crs(geometries))]


def true_crs(geometries: gpd.GeoSeries, they: str = "They") -> str:
    """Return what to do about coordinates that are not in the CRS, or have none, by their size."""
    x, y = np.abs(geometries.total_bounds).reshape(2, 2).max(axis=0).tolist()
    if x <= 180 and y <= 90:
        return f'{they} look like longitude and latitude: write crs = "EPSG:4326".'
    if max(x, y) <= _PIXELS:
        return f"{they} look like the pixels of a drawing: take a file of longitudes and latitudes."
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
        for number, shape in zip(geometries.index + 1, geometries, strict=True)
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
