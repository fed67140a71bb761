"""The plane a map is drawn and measured in: local for a small extent, equal-area for a wide one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer

from geo.geometry.extent import CHINA, Extent, is_national

#: Zones of 3 degrees, CGCS2000, by EPSG code: the central meridian of 4534 is 75°E.
_FIRST_GAUSS_KRUGER, _FIRST_MERIDIAN, _LAST_MERIDIAN = 4534, 75, 135
#: Degrees from the central meridian: lengths are still within 0.06 % (x² / 2R² at the equator).
_REACH = 2.0
_UTM_REACH = 3.5
#: WGS 84 / NSIDC EASE-Grid 2.0 Global, a cylindrical equal-area projection of the ellipsoid.
_EQUAL_AREA = "EPSG:6933"
#: Degrees of longitude from which no plane centred on the extent shows all of it well.
_HALF_WORLD = 180.0
#: From which it is a map of the world.
WORLD = 300.0
#: The world is cut through the Bering Strait, which parts Antarctica alone.
_ATLANTIC = 11.0
#: Latitude from which land all around a pole is drawn from above it: the Arctic, Antarctica.
_POLAR = 40.0


def local_crs(gdf: gpd.GeoDataFrame) -> CRS:
    """Choose the projection for a map of `gdf`.

    Parameters
    ----------
    gdf : GeoDataFrame
        Any CRS; not empty.

    Returns
    -------
    pyproj.CRS
        In metres, its middle that of the extent also where this lies across the 180th meridian. In
        China, an extent within 2 degrees of a central meridian gets the CGCS2000
        3-degree Gauss-Kruger zone (EPSG:4534 to 4554), the whole country the Albers projection of
        its national maps (25°N, 47°N, 105°E). Elsewhere an extent within 3.5 degrees of a central
        meridian gets its UTM zone. Wider ones get Albers' equal-area conic with its standard
        parallels at 1/6 and 5/6 of the extent (Snyder, USGS Professional Paper 1395, p. 99), or
        Lambert's azimuthal equal-area near the equator and the poles, where a cone degenerates.
        What reaches round more than half the world gets that of the pole it surrounds, or Equal
        Earth (Šavrič, Patterson and Jenny 2018).
    """
    extent = extent_of(gdf)
    if CHINA.contains(extent):
        return CRS.from_user_input(_chinese(extent))
    west, south, east, north = extent
    meridian = np.floor((west + east) / 2 / 6) * 6 + 3
    if max(meridian - west, east - meridian) <= _UTM_REACH and south >= -80 and north <= 84:
        zone = int((meridian + 177) // 6) % 60 + 1
        return CRS.from_epsg((32600 if south + north >= 0 else 32700) + zone)
    return CRS.from_user_input(_wide(extent))


def extent_of(gdf: gpd.GeoDataFrame) -> Extent:
    """Return the extent in degrees; across the 180th meridian its east is above 180.

    Parameters
    ----------
    gdf : GeoDataFrame
        Any CRS; not empty. Where the longitudes from -180 to 180 reach round more than half the
        world, those from 0 to 360 are taken if they leave a sixth of it empty.
    """
    flat = gdf.geometry.to_crs(4326)
    extent = Extent(*map(float, flat.total_bounds))
    if extent.width <= _HALF_WORLD:
        return extent
    lon = shapely.get_coordinates(flat.to_numpy())[:, 0]
    lon = np.where(lon < 0, lon + 360, lon)
    west, east = float(lon.min()), float(lon.max())
    narrower = east - west < min(extent.width, WORLD)
    return extent._replace(west=west, east=east) if narrower else extent


def world_meridian(extent: Extent) -> float:
    """Return the meridian in the middle of a map of the world, degrees.

    That of 11°E, unless the extent has gone round to 180° and beyond: then its own.
    """
    return _ATLANTIC if extent.east <= _HALF_WORLD else (extent.west + extent.east) / 2


def _chinese(extent: Extent) -> str:
    west, _, east, _ = extent
    meridian = int(np.clip(3 * round((west + east) / 6), _FIRST_MERIDIAN, _LAST_MERIDIAN))
    if max(meridian - west, east - meridian) <= _REACH:
        return f"EPSG:{_FIRST_GAUSS_KRUGER + (meridian - _FIRST_MERIDIAN) // 3}"
    if is_national(extent):
        return "+proj=aea +lat_0=0 +lat_1=25 +lat_2=47 +lon_0=105 +ellps=GRS80 +units=m +type=crs"
    return _wide(extent)


def _wide(extent: Extent) -> str:
    west, south, east, north = extent
    lat, lon, sixth = (south + north) / 2, (west + east) / 2, (north - south) / 6
    lon = (lon + 180) % 360 - 180
    if extent.width > _HALF_WORLD:
        if min(abs(south), abs(north)) > _POLAR and south * north > 0:
            pole = 90 if south > 0 else -90
            return f"+proj=laea +lat_0={pole} +lon_0={lon:.4f} +datum=WGS84 +units=m +type=crs"
        if extent.width > WORLD:
            lon = world_meridian(extent)
        return f"+proj=eqearth +lon_0={lon:.4f} +datum=WGS84 +units=m +type=crs"
    if abs(lat) < 10 or abs(lat) > 75 or south * north < 0:
        return f"+proj=laea +lat_0={lat:.4f} +lon_0={lon:.4f} +datum=WGS84 +units=m +type=crs"
    return (
        f"+proj=aea +lat_0={lat:.4f} +lat_1={south + sixth:.4f} +lat_2={north - sixth:.4f} "
        f"+lon_0={lon:.4f} +datum=WGS84 +units=m +type=crs"
    )


@lru_cache(maxsize=8)
def plane_transformer(plane: CRS) -> Transformer:
    """Return the way from longitude and latitude to a plane and, ``direction="INVERSE"``, back.

    The plane's own degrees count as WGS 84: CGCS2000 agrees with it to centimetres, and PROJ knows
    no shift between them. Searching its database for one takes 0.1 s each time.
    """
    return Transformer.from_crs(plane.geodetic_crs, plane, always_xy=True)


def to_plane(shapes: Sequence[object] | NDArray[np.object_], plane: CRS) -> NDArray[np.object_]:
    """Return shapes in longitude and latitude (WGS 84) as shapes in the metres of a plane."""
    return _moved(shapes, plane, "FORWARD")


def to_degrees(shapes: Sequence[object] | NDArray[np.object_], plane: CRS) -> NDArray[np.object_]:
    """Return shapes in the metres of a plane as shapes in longitude and latitude (WGS 84)."""
    return _moved(shapes, plane, "INVERSE")


def _moved(
    shapes: Sequence[object] | NDArray[np.object_], plane: CRS, direction: str
) -> NDArray[np.object_]:
    move = plane_transformer(plane).transform
    moved: NDArray[np.object_] = shapely.transform(
        np.asarray(shapes, dtype=object),
        lambda xy: np.column_stack(move(xy[:, 0], xy[:, 1], direction=direction)),
    )
    return moved


def areas_km2(gdf: gpd.GeoDataFrame) -> NDArray[np.float64]:
    """Measure areas on the ellipsoid.

    Parameters
    ----------
    gdf : GeoDataFrame
        n polygons, any CRS.

    Returns
    -------
    ndarray of float, shape (n,)
        km2, from the cylindrical equal-area projection EPSG:6933. One projection for the whole
        world, so that a district has the same area on every map.
    """
    areas: NDArray[np.float64] = gdf.geometry.to_crs(_EQUAL_AREA).area.to_numpy() / 1e6
    return areas


def polygon_km2(polygon: shapely.Geometry) -> float:
    """Measure one polygon in longitude and latitude (WGS 84) as `areas_km2` does; 0 if empty."""
    # Without a frame around it: zones are cut by bisection, dozens of areas each.
    return float(shapely.area(to_plane([polygon], equal_area_plane())[0])) / 1e6


@cache
def equal_area_plane() -> CRS:
    """Return the cylindrical equal-area plane of the world, in which areas are measured."""
    return CRS(_EQUAL_AREA)
