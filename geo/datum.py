"""GCJ-02 and BD-09, the shifted coordinates of Chinese web maps, from and to WGS 84.

WGS 84 and CGCS2000 agree within a decimetre and count as one here. The forward formula is not
published by its authority; what circulates is the algorithm that became public with the EvilTransform
sources in 2010 (facts only: its constants and terms). Its inverse has no closed form. Iteration finds
it to the last digits of a double: the shift changes by less than 1 % of a step, so each turn gains two
digits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

if TYPE_CHECKING:
    import geopandas as gpd

Floats = NDArray[np.float64]
Pair = tuple[Floats, Floats]
Datum = Literal["wgs84", "gcj02", "bd09"]

#: West, south, east, north in degrees: beyond this box the services shift nothing.
CHINA_BOX = (72.004, 0.8293, 137.8347, 55.8271)

# Krasovsky 1940, on which the formula computes metres per degree.
_SEMI_MAJOR_M = 6378245.0
_ECCENTRICITY2 = 0.00669342162296594323
_TURNS = 12


def gcj02_from_wgs84(lon: ArrayLike, lat: ArrayLike) -> Pair:
    """Shift WGS 84 to GCJ-02, the coordinates of Amap, Tencent and Google's maps of China.

    Parameters
    ----------
    lon, lat : array_like
        Degrees, any one shape.

    Returns
    -------
    tuple of ndarray
        Longitude and latitude in degrees, of that shape. Points beyond `CHINA_BOX` are unchanged.
    """
    return _inside(lon, lat, _gcj02)


def wgs84_from_gcj02(lon: ArrayLike, lat: ArrayLike) -> Pair:
    """Undo `gcj02_from_wgs84`, within a nanometre where the result is in `CHINA_BOX`."""
    return _inside(lon, lat, lambda x, y: _inverse(_gcj02, x, y))


def bd09_from_gcj02(lon: ArrayLike, lat: ArrayLike) -> Pair:
    """Shift GCJ-02 to BD-09, the coordinates of Baidu; degrees in and out, see `gcj02_from_wgs84`."""
    return _inside(lon, lat, _bd09)


def gcj02_from_bd09(lon: ArrayLike, lat: ArrayLike) -> Pair:
    """Undo `bd09_from_gcj02`."""
    return _inside(lon, lat, lambda x, y: _inverse(_bd09, x, y))


def bd09_from_wgs84(lon: ArrayLike, lat: ArrayLike) -> Pair:
    """Shift WGS 84 to BD-09; degrees in and out, see `gcj02_from_wgs84`."""
    return _inside(lon, lat, lambda x, y: _bd09(*_gcj02(x, y)))


def wgs84_from_bd09(lon: ArrayLike, lat: ArrayLike) -> Pair:
    """Undo `bd09_from_wgs84`."""
    return _inside(lon, lat, lambda x, y: _inverse(_gcj02, *_inverse(_bd09, x, y)))


def to_wgs84(geometries: Any, datum: Datum) -> Any:
    """Shift geometries to WGS 84.

    Parameters
    ----------
    geometries : GeoDataFrame, GeoSeries, ndarray of Geometry or Geometry
        In degrees.
    datum : {"wgs84", "gcj02", "bd09"}
        What their coordinates are in now.

    Returns
    -------
    The same type
        A shifted copy. Equal vertices stay equal, so shared borders stay shared.
    """
    shift = {"wgs84": None, "gcj02": wgs84_from_gcj02, "bd09": wgs84_from_bd09}[datum]
    return geometries if shift is None else _shifted(geometries, shift)


def gcj02_geometries(geometries: Any) -> Any:
    """Shift geometries from WGS 84 to GCJ-02, to lie right on Amap's tiles; see `to_wgs84`."""
    return _shifted(geometries, gcj02_from_wgs84)


def _shifted(geometries: Any, shift: Callable[[Floats, Floats], Pair]) -> Any:
    import shapely

    def moved(xy: Floats) -> Floats:
        return np.column_stack(shift(xy[:, 0], xy[:, 1]))

    if hasattr(geometries, "set_geometry"):
        frame: gpd.GeoDataFrame = geometries
        return frame.set_geometry(frame.geometry.transform(moved))
    if hasattr(geometries, "crs"):
        return geometries.transform(moved)
    return shapely.transform(geometries, moved)


def _inside(lon: ArrayLike, lat: ArrayLike, shift: Callable[[Floats, Floats], Pair]) -> Pair:
    """Shift what lies in China's box and pass the rest through.

    Inside is judged at either end of the shift, so that an inverse also finds the points that the
    forward shift moved across the box's edge.
    """
    x, y = np.broadcast_arrays(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
    with np.errstate(invalid="ignore"):
        to_x, to_y = shift(x, y)
        inside = _in_box(x, y) & _in_box(to_x, to_y)
    return np.where(inside, to_x, x), np.where(inside, to_y, y)


def _in_box(lon: Floats, lat: Floats) -> NDArray[np.bool_]:
    west, south, east, north = CHINA_BOX
    inside: NDArray[np.bool_] = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    return inside


def _inverse(shift: Callable[[Floats, Floats], Pair], lon: Floats, lat: Floats) -> Pair:
    """Find the point that `shift` moves to (lon, lat), by fixed-point iteration."""
    x, y = lon, lat
    for _ in range(_TURNS):
        to_x, to_y = shift(x, y)
        x, y = x + (lon - to_x), y + (lat - to_y)
    return x, y


def _gcj02(lon: Floats, lat: Floats) -> Pair:
    east_m, north_m = _offset_m(lon - 105.0, lat - 35.0)
    phi = np.radians(lat)
    w2 = 1 - _ECCENTRICITY2 * np.sin(phi) ** 2
    parallel_m = _SEMI_MAJOR_M / np.sqrt(w2) * np.cos(phi)
    meridian_m = _SEMI_MAJOR_M * (1 - _ECCENTRICITY2) / (w2 * np.sqrt(w2))
    return lon + np.degrees(east_m / parallel_m), lat + np.degrees(north_m / meridian_m)


def _offset_m(x: Floats, y: Floats) -> Pair:
    """Metres east and north at (x, y), degrees from 105°E 35°N."""
    pi = np.pi
    both = (20 * np.sin(6 * pi * x) + 20 * np.sin(2 * pi * x)) * 2 / 3
    root = np.sqrt(np.abs(x))
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + both
    east = east + (20 * np.sin(pi * x) + 40 * np.sin(pi / 3 * x)) * 2 / 3
    east = east + (150 * np.sin(pi / 12 * x) + 300 * np.sin(pi / 30 * x)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + both
    north = north + (20 * np.sin(pi * y) + 40 * np.sin(pi / 3 * y)) * 2 / 3
    north = north + (160 * np.sin(pi / 12 * y) + 320 * np.sin(pi / 30 * y)) * 2 / 3
    return east, north


def _bd09(lon: Floats, lat: Floats) -> Pair:
    turn = np.pi * 3000 / 180
    radius = np.hypot(lon, lat) + 0.00002 * np.sin(lat * turn)
    angle = np.arctan2(lat, lon) + 0.000003 * np.cos(lon * turn)
    return radius * np.cos(angle) + 0.0065, radius * np.sin(angle) + 0.006
