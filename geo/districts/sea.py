"""The South China Sea on maps of the whole country: its islands, dashes and inset."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import geopandas as gpd
import numpy as np
import shapely

from geo.districts.atlas import dataset
from geo.geometry import extent
from geo.geometry.extent import Extent
from geo.geometry.flat import flattened
from geo.geometry.plane import Plane

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from pyproj import CRS

_MARITIME = "administrative/amap/maritime/100000.geojson"
#: Latitude. Islands that lie wholly south of it are shown in the inset alone: the Xisha, Zhongsha
#: and Nansha islands; Hainan's south coast is at 18.1 N.
_ISLANDS = 17.5
#: Latitude. Dashes that reach south of it are shown in the inset alone.
_DASHES = 20.0
#: What the inset shows, as in the national standard maps: from Hainan and Taiwan to James Shoal.
INSET = Extent(106.4, 2.6, 122.6, 23.4)


class Dashes(NamedTuple):
    """The maritime line in the metres of a plane: on the main map, and all of it."""

    main: NDArray[np.object_]
    all: NDArray[np.object_]


def south_china_sea() -> gpd.GeoDataFrame:
    """Return the dashes of the maritime line in the South China Sea, which national maps must show.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, one LineString per dash.

    Raises
    ------
    MapError
        If the package with the line is not installed.

    Notes
    -----
    Unlike the polygons these lines carry coordinates in single precision and come from another
    source, so no GCJ-02 is undone; at the scale of a national map the difference is no wider than
    the line.
    """
    text = dataset(_MARITIME).read_text(encoding="utf-8")
    return gpd.GeoDataFrame(geometry=shapely.get_parts(shapely.from_geojson(text)), crs=4326)


def is_national(districts: gpd.GeoDataFrame) -> bool:
    """Tell whether districts (EPSG:4326) make up a map of the whole country."""
    return extent.is_national(Extent(*districts.total_bounds))


def mainland(districts: gpd.GeoDataFrame, plane: CRS) -> NDArray[np.object_]:
    """Return the districts (EPSG:4326) in the plane, without the islands that the inset shows."""
    kept = []
    for shape in districts.geometry:
        parts = [p for p in shapely.get_parts(shape) if p.bounds[3] >= _ISLANDS]
        kept.append(shapely.multipolygons(parts) if parts else shapely.Polygon())
    return gpd.GeoSeries(kept, crs=4326).to_crs(plane).to_numpy()


def dashes(plane: CRS) -> Dashes:
    """Return the dashes in the plane."""
    line = south_china_sea()
    local = line.to_crs(plane).geometry.to_numpy()
    return Dashes(local[line.bounds["miny"].to_numpy() > _DASHES], local)


def inset_dashes(plane: Plane) -> NDArray[np.object_]:
    """Return the dashes in the inset of a map that has one of the South China Sea, else none."""
    lines = [
        shapely.intersection(shapely.transform(flattened(local, panel.crs), panel.moved),
                             panel.frame.polygon)
        for panel in plane.insets if panel.shows == INSET
        for local in [south_china_sea().geometry.to_numpy()]
    ]  # fmt: skip
    return np.concatenate(lines) if lines else np.array([], dtype=object)


def sea_frame(plane: CRS) -> Extent:
    """Return the extent of the inset in the plane, metres."""
    # Parallels are curved in the plane: half a degree apart, the corners follow them to 1 km.
    box = shapely.segmentize(shapely.box(*INSET), 0.5)
    return Extent(*map(float, gpd.GeoSeries([box], crs=4326).to_crs(plane).total_bounds))
