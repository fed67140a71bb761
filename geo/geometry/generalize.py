"""Fewer vertices, shared borders stay shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.geometry.projection import local_crs

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray

#: Coordinates are kept to 6 decimals of a degree, 0.1 m: finer than any boundary is known.
DECIMALS = 6


def simplify(gdf: gpd.GeoDataFrame, tolerance_m: float) -> gpd.GeoDataFrame:
    """Remove vertices from polygons without parting neighbours.

    Parameters
    ----------
    gdf : GeoDataFrame
        Polygons that form a coverage; any CRS.
    tolerance_m : float
        Metres. Corners whose triangle is smaller than the tolerance's square go (Visvalingam and
        Whyatt 1993, on the edges that neighbours share); 0 keeps all.

    Returns
    -------
    GeoDataFrame
        A copy in the same CRS, coordinates rounded to 6 decimals if it is geographic, exterior
        rings counter-clockwise. Single polygons simplified one by one would gape: China's counties
        at 19,298 places.
    """
    import geopandas as gpd

    shapes = gdf.geometry.to_numpy()
    if tolerance_m > 0:
        plane = local_crs(gdf)
        flat = shapely.coverage_simplify(gdf.geometry.to_crs(plane).to_numpy(), tolerance_m)
        shapes = gpd.GeoSeries(flat, crs=plane).to_crs(gdf.crs).to_numpy()
    return gdf.set_geometry(tidy(shapes, gdf.crs.is_geographic), crs=gdf.crs)


def tidy(geometries: NDArray[np.object_], degrees: bool = True) -> NDArray[np.object_]:
    """Return polygons with exterior rings counter-clockwise; rounded to 6 decimals if in degrees.

    Rounding goes by coordinate, so equal vertices stay equal and a coverage stays one.
    GeoJSON asks for this orientation (RFC 7946, 3.1.6). A multi-polygon of one becomes a polygon.
    """
    if degrees:
        geometries = shapely.transform(geometries, lambda xy: np.round(xy, DECIMALS))
    single = shapely.get_num_geometries(geometries) == 1
    geometries = np.where(single, shapely.get_geometry(geometries, 0), geometries)
    return shapely.orient_polygons(geometries, exterior_cw=False)
