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
from geo.geometry.layout import Block, placed
from geo.geometry.plane import Panel, Plane

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


#: The inset's scale as a multiple of the map's; what is free around it, as a share of the map.
_SCALE, _GAP = 0.42, 0.012
#: What belongs to the inset alone.
_SOUTH = Extent(INSET.west, INSET.south, INSET.east, _ISLANDS)


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
    shapes = districts.geometry.to_numpy()
    parts, of = shapely.get_parts(shapes, return_index=True)
    shown = shapely.bounds(parts)[:, 3] >= _ISLANDS
    kept = np.full(len(shapes), shapely.Polygon(), dtype=object)
    having, own = np.unique(of[shown], return_inverse=True)
    kept[having] = shapely.multipolygons(parts[shown], indices=own)
    return gpd.GeoSeries(kept, crs=4326).to_crs(plane).to_numpy()


def _parts(districts: gpd.GeoDataFrame, plane: Plane) -> NDArray[np.object_]:
    """Return the parts of what `mainland` has, as a plane without insets has laid them flat."""
    shapes = districts.geometry.to_numpy()
    flat = plane.parts(shapes)
    if flat is None:
        return shapely.get_parts(mainland(districts, plane.crs))
    return flat[shapely.bounds(shapely.get_parts(shapes))[:, 3] >= _ISLANDS]


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


def with_sea_inset(districts: gpd.GeoDataFrame, plane: Plane) -> Plane:
    """Return the plane of a national map with the South China Sea in an inset; any other as it is.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326.
    plane : Plane
        One with insets has those that the map-maker chose.

    Notes
    -----
    As in the national standard maps: the islands south of 17.5 N are in the inset alone, the coasts
    around the sea in both.
    """
    if plane.insets or not is_national(districts):
        return plane
    held = [*_parts(districts, plane), *dashes(plane.crs).main]
    west, south, east, north = shapely.total_bounds(held)
    shown = sea_frame(plane.crs)
    # It lies where the sea would be, not in the bays of the border.
    held += [
        shapely.box(west, shown.north, east, north),
        shapely.box(west, south, shown.west, north),
    ]
    block = Block(shown.width * _SCALE, shown.height * _SCALE, "se")
    (frame,) = placed(np.array(held), [block], (east - west) * _GAP)
    x, y = frame.west - shown.west * _SCALE, frame.south - shown.south * _SCALE
    panel = Panel(plane.crs, (_SOUTH,), _SCALE, x, y, frame, shows=INSET, clipped=True)
    return Plane((*plane.panels, panel), alone=plane)


def sea_frame(plane: CRS) -> Extent:
    """Return the extent of the inset in the plane, metres."""
    # Parallels are curved in the plane: half a degree apart, the corners follow them to 1 km.
    box = shapely.segmentize(shapely.box(*INSET), 0.5)
    return Extent(*map(float, gpd.GeoSeries([box], crs=4326).to_crs(plane).total_bounds))
