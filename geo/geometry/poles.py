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
#: From so many districts on, a share of the whole map's extent will do: a tenth of a pixel of a
#: page. What is nearer costs a tenth of the build.
_MANY, _OF_ALL = 1_000, 1 / 10_000


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
    flat = plane.shapes(districts.geometry.to_numpy())
    parts, owner = shapely.get_parts(flat, return_index=True)
    # Those of each district together, the largest first; of equal ones the first in the file.
    order = np.lexsort((-shapely.area(parts), owner))
    largest = parts[order[np.searchsorted(owner, np.arange(len(flat)))]]
    west, south, east, north = shapely.bounds(largest).T
    tolerance = np.maximum(east - west, north - south) * _PRECISION
    if len(flat) >= _MANY:
        whole = max(east.max() - west.min(), north.max() - south.min())
        tolerance = np.maximum(tolerance, whole * _OF_ALL)
    circles = shapely.maximum_inscribed_circle(largest, tolerance=tolerance)
    centres = shapely.get_point(circles, 0)
    lon, lat = np.round(plane.degrees(shapely.get_coordinates(centres)), DECIMALS).T
    return lon, lat
