"""Districts in the plane of a plate."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from geo.districts.names import shown_names
from geo.districts.sea import dashes, is_national, mainland
from geo.geometry.coverage import united
from geo.geometry.extent import Extent
from geo.geometry.projection import local_crs, to_plane
from geo.plate.view import bounds_of


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """The districts in the plane of the map.

    Attributes
    ----------
    crs : CRS
        Metres.
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
    points : ndarray of float, shape (n, 2)
        Poles of inaccessibility.
    outline : Polygon or MultiPolygon
        All of them together.
    approximate : ndarray of bool, shape (n,)
    codes, names : tuple of str
    whole : ndarray of Polygon or MultiPolygon, shape (n,)
        As `shapes`, with the islands that a national map shows in its inset alone.
    dashes, dashes_all : ndarray of LineString
        Of the dash line: those on the main map, and all; empty but on national maps.
    """

    crs: CRS
    shapes: NDArray[np.object_]
    points: NDArray[np.float64]
    outline: shapely.Geometry
    approximate: NDArray[np.bool_]
    codes: tuple[str, ...]
    names: tuple[str, ...]
    whole: NDArray[np.object_]
    dashes: NDArray[np.object_]
    dashes_all: NDArray[np.object_]

    @property
    def national(self) -> bool:
        """Whether this is the whole country."""
        return len(self.dashes_all) > 0

    @property
    def bounds(self) -> Extent:
        """The extent of the main map, its dashes included."""
        return bounds_of([*self.shapes, *self.dashes])

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of `bounds`, metres."""
        west, south, east, north = self.bounds
        return (west + east) / 2, (south + north) / 2


def ground_of(districts: gpd.GeoDataFrame, language: str) -> Ground:
    """Project districts into the plane that suits their extent.

    Parameters
    ----------
    districts : GeoDataFrame
        The map's, in degrees on WGS 84, with code, name and label point.
    language : str
        Of the names; a district without a name in Latin letters keeps its Chinese one.
    """
    crs = local_crs(districts)
    whole = to_plane(districts.geometry.to_numpy(), crs)
    shapes, none = whole, np.array([], dtype=object)
    shown, everywhere = none, none
    if is_national(districts):
        shapes, (shown, everywhere) = mainland(districts, crs), dashes(crs)
    poles = shapely.points(districts["label_lon"], districts["label_lat"])
    return Ground(
        crs=crs,
        shapes=shapes,
        points=shapely.get_coordinates(to_plane(poles, crs)),
        outline=united(shapes),
        approximate=districts["approximate"].to_numpy(dtype=bool),
        codes=tuple(districts["code"]),
        names=shown_names(districts, language),
        whole=whole,
        dashes=shown,
        dashes_all=everywhere,
    )
