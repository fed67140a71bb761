"""Where names and points of interest stand: the pole of inaccessibility, never the centroid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import MapError, Problem, did_you_mean
from geo.spec import PointSpec

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Place:
    """A point of interest: EPSG:4326; `approximate` if it only stands for its district."""

    label: str
    code: str
    district: str
    lon: float
    lat: float
    approximate: bool
    text: str
    facts: tuple[str, ...]


def label_points(districts: gpd.GeoDataFrame) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return longitude and latitude of each district's pole of inaccessibility.

    That is the centre of the largest circle inside the polygon (its largest part, if
    it has several), found in a local projection to a hundredth of the polygon's extent.
    """
    import numpy as np
    import shapely

    from geo.projection import local_crs, to_degrees, to_plane

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


def placed(point: PointSpec, districts: gpd.GeoDataFrame) -> Place:
    """Find a point of interest's district and, where the spec gives no position, a mark inside it.

    Raises
    ------
    MapError
        If no district has that name or code, or the given position lies outside it.
    """
    import shapely

    found = districts[(districts["name"] == point.district) | (districts["code"] == point.district)]
    where = f"points, {point.label}"
    if found.empty:
        raise MapError(
            Problem(
                where,
                f"no district {point.district!r}",
                did_you_mean(point.district, districts["name"]),
            )
        )
    row = found.iloc[0]
    given = point.lon is not None and point.lat is not None
    lon = float(row["label_lon"] if point.lon is None else point.lon)
    lat = float(row["label_lat"] if point.lat is None else point.lat)
    if given and not row.geometry.intersects(shapely.Point(lon, lat)):
        raise MapError(
            Problem(
                where,
                f"{lon}, {lat} lies outside {point.district}",
                "Give longitude and latitude in WGS 84.",
            )
        )
    return Place(
        point.label,
        row["code"],
        row["name"],
        lon,
        lat,
        not given,
        point.text,
        point.facts,
    )
