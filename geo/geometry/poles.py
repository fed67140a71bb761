"""Poles of inaccessibility: where the name of a polygon has most room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    from numpy.typing import NDArray


def label_points(districts: gpd.GeoDataFrame) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return longitude and latitude of each district's pole of inaccessibility.

    That is the centre of the largest circle inside the polygon (its largest part, if
    it has several), found in a local projection to a hundredth of the polygon's extent.
    """
    import numpy as np
    import shapely

    from geo.geometry.projection import local_crs, to_degrees, to_plane

    plane = local_crs(districts)
    centres = []
    for geometry in to_plane(districts.geometry.to_numpy(), plane):
        part = max(getattr(geometry, "geoms", [geometry]), key=lambda piece: piece.area)
        west, south, east, north = part.bounds
        circle = shapely.maximum_inscribed_circle(
            part, tolerance=max(east - west, north - south) / 200
        )
        centres.append(shapely.get_point(circle, 0))
    points = to_degrees(centres, plane)
    return np.round(shapely.get_x(points), 6), np.round(shapely.get_y(points), 6)
