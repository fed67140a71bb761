"""The South China Sea on maps of the whole country: its islands, dashes and inset's extent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.districts.atlas import _MARITIME, _ROOT, _package

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray
    from pyproj import CRS


def south_china_sea() -> gpd.GeoDataFrame:
    """Return the dashes of the maritime line in the South China Sea, which national maps must show.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, one LineString per dash.

    Notes
    -----
    Unlike the polygons these lines carry coordinates in single precision and come from another
    source, so no GCJ-02 is undone; at the scale of a national map the difference is no wider than
    the line.
    """
    import geopandas as gpd
    import shapely

    text = _package().joinpath(_ROOT, _MARITIME).read_text(encoding="utf-8")
    return gpd.GeoDataFrame(geometry=shapely.get_parts(shapely.from_geojson(text)), crs=4326)


#: West, south, east, north that every map of the whole country lies in, and the least it spans.
_COUNTRY, _SPAN = (73.0, 3.0, 136.0, 54.0), 40.0


#: Islands wholly south of this latitude, and dashes south of the next, stand in the inset alone.
_ISLANDS, _DASHES = 17.5, 20.0


#: What the inset shows: west, south, east, north.
_SEA = (106.4, 2.6, 122.6, 23.4)


def is_national(districts: gpd.GeoDataFrame) -> bool:
    """Whether districts (EPSG:4326) make up a map of the whole country."""
    west, south, east, north = districts.total_bounds
    inside = west >= _COUNTRY[0] and south >= _COUNTRY[1]
    return bool(inside and east <= _COUNTRY[2] and north <= _COUNTRY[3] and east - west > _SPAN)


def mainland(districts: gpd.GeoDataFrame, plane: CRS) -> NDArray[np.object_]:
    """Return the districts in the plane without the islands that the inset shows."""
    import geopandas as gpd

    kept = []
    for shape in districts.geometry:
        parts = [p for p in shapely.get_parts(shape) if p.bounds[3] >= _ISLANDS]
        kept.append(shapely.multipolygons(parts) if parts else shapely.Polygon())
    return gpd.GeoSeries(kept, crs=4326).to_crs(plane).to_numpy()


def dashes(plane: CRS) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Return the dash line in the plane: what stands on the main map, and all of it."""
    line = south_china_sea()
    local = line.to_crs(plane).geometry.to_numpy()
    return local[line.bounds["miny"].to_numpy() > _DASHES], local


def sea_frame(plane: CRS) -> tuple[float, float, float, float]:
    """Return the inset's frame in the plane: west, south, east, north, metres."""
    import geopandas as gpd

    box = shapely.segmentize(shapely.box(*_SEA), 0.5)
    west, south, east, north = gpd.GeoSeries([box], crs=4326).to_crs(plane).total_bounds
    return float(west), float(south), float(east), float(north)
