"""Poles of inaccessibility: where a polygon has most room for its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.geometry.coverage import DECIMALS

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray

    from geo.geometry.plane import Plane

#: Share of the extent within which the pole is found.
_PRECISION = 1 / 200


def label_points(
    districts: gpd.GeoDataFrame, plane: Plane
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return each district's pole of inaccessibility: the centre of its largest inscribed circle.

    Parameters
    ----------
    districts : GeoDataFrame
        n polygons in WGS 84.
    plane : Plane
        Of the map: the circle is the largest on it.

    Returns
    -------
    tuple of ndarray of float, shape (n,)
        Longitude and latitude in degrees, rounded to 6 decimals. Of a multi-polygon, in its
        largest part.
    """
    centres = []
    for geometry in plane.shapes(districts.geometry.to_numpy()):
        part = max(shapely.get_parts(geometry), key=shapely.area)
        west, south, east, north = part.bounds
        tolerance = max(east - west, north - south) * _PRECISION
        circle = shapely.maximum_inscribed_circle(part, tolerance=tolerance)
        centres.append(shapely.get_point(circle, 0))
    lon, lat = np.round(plane.degrees(shapely.get_coordinates(centres)), DECIMALS).T
    return lon, lat
