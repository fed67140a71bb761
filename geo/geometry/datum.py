"""GCJ-02 and BD-09, the shifted coordinates of Chinese web maps, from and to WGS 84.

WGS 84 and CGCS2000 agree within a decimetre and count as one here. The authority does not publish
the formula of GCJ-02; its constants and terms are those that became known as EvilTransform
(github.com/googollee/eviltransform), and the tests compare with the points published there. Those
of BD-09 are known from the same place. Neither inverse has a closed form. Iteration finds them to
the last digits of a double: a shift changes by less than 1 % of the step taken, so each
iteration gains two digits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.geometry.extent import Extent

if TYPE_CHECKING:
    import geopandas as gpd

    Geometries = TypeVar("Geometries", gpd.GeoDataFrame, gpd.GeoSeries)

Floats = NDArray[np.float64]
Pair = tuple[Floats, Floats]
Datum = Literal["wgs84", "gcj02", "bd09"]
Shift = Callable[[Floats, Floats], Pair]

#: Degrees: outside this box, wider than China, the web maps shift nothing. Of the formula.
SHIFTED = Extent(72.004, 0.8293, 137.8347, 55.8271)

# Krasovsky 1940, on which the formula computes metres per degree.
_SEMI_MAJOR_M = 6378245.0
_ECCENTRICITY2 = 0.00669342162296594323
#: Degrees: the last step was a micrometre, and what is left is a hundredth of that.
_PRECISION = 1e-11
#: Five are enough in China; points far from it may not converge, and are left unchanged anyway.
_ITERATIONS = 12


def gcj02_from_wgs84(lon: ArrayLike, lat: ArrayLike) -> Pair:
    """Shift WGS 84 to GCJ-02, the coordinates of Amap, Tencent and Google's maps of China.

    Parameters
    ----------
    lon, lat : array_like
        Degrees, any one shape.

    Returns
    -------
    tuple of ndarray
        Longitude and latitude in degrees, of that shape. Points beyond `SHIFTED` are unchanged.
    """
    return _inside(lon, lat, _gcj02)


def wgs84_from_gcj02(lon: ArrayLike, lat: ArrayLike) -> Pair:
    """Undo `gcj02_from_wgs84`, within a micrometre where the result is in `SHIFTED`."""
    return _inside(lon, lat, lambda x, y: _inverse(_gcj02, x, y))


def wgs84_from_bd09(lon: ArrayLike, lat: ArrayLike) -> Pair:
    """Bring BD-09, Baidu's coordinates, back to WGS 84; degrees, see `gcj02_from_wgs84`."""
    return _inside(lon, lat, lambda x, y: _inverse(_gcj02, *_inverse(_bd09, x, y)))


def to_wgs84(geometries: Geometries, datum: Datum) -> Geometries:
    """Shift geometries to WGS 84.

    Parameters
    ----------
    geometries : GeoDataFrame or GeoSeries
        In degrees.
    datum : {"wgs84", "gcj02", "bd09"}
        What their coordinates are in now.

    Returns
    -------
    GeoDataFrame or GeoSeries
        A shifted copy. Equal vertices stay equal, so shared borders stay shared.
    """
    shift = {"wgs84": None, "gcj02": wgs84_from_gcj02, "bd09": wgs84_from_bd09}[datum]
    return geometries if shift is None else _shifted(geometries, shift)


def gcj02_geometries(geometries: Geometries) -> Geometries:
    """Shift geometries from WGS 84 to GCJ-02, to lie right on Amap's tiles; see `to_wgs84`."""
    return _shifted(geometries, gcj02_from_wgs84)


def _shifted(geometries: Geometries, shift: Shift) -> Geometries:
    def moved(xy: Floats) -> Floats:
        return np.column_stack(shift(xy[:, 0], xy[:, 1]))

    if hasattr(geometries, "set_geometry"):
        return geometries.set_geometry(geometries.geometry.transform(moved))
    return geometries.transform(moved)


def _inside(lon: ArrayLike, lat: ArrayLike, shift: Shift) -> Pair:
    """Shift what lies in the box and leave the rest unchanged.

    A point has to be inside both before and after the shift, so that an inverse also finds the
    points that the forward shift moved across the edge of the box.
    """
    x, y = np.broadcast_arrays(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float))
    with np.errstate(invalid="ignore"):
        to_x, to_y = shift(x, y)
        inside = _in_box(x, y) & _in_box(to_x, to_y)
    return np.where(inside, to_x, x), np.where(inside, to_y, y)


def _in_box(lon: Floats, lat: Floats) -> NDArray[np.bool_]:
    west, south, east, north = SHIFTED
    inside: NDArray[np.bool_] = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    return inside


def _inverse(shift: Shift, lon: Floats, lat: Floats) -> Pair:
    """Find the point that `shift` moves to (lon, lat), by fixed-point iteration."""
    x, y = lon, lat
    for _ in range(_ITERATIONS):
        to_x, to_y = shift(x, y)
        step_x, step_y = lon - to_x, lat - to_y
        x, y = x + step_x, y + step_y
        if not np.any(np.hypot(step_x, step_y) >= _PRECISION):
            break
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
