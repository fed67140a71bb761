"""Where names and points of interest stand: the pole of inaccessibility, never the centroid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, did_you_mean
from geo.choropleth.model import Place
from geo.spec.page import PointSpec

if TYPE_CHECKING:
    import geopandas as gpd


def placed(point: PointSpec, districts: gpd.GeoDataFrame) -> Place:
    """Find a point of interest's district and, where the spec gives no position, a mark inside it.

    Raises
    ------
    MapError
        If no district has that name or code, or the given position lies outside it.
    """
    # Most maps have no points of interest, and then none of this is needed.
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
    if len(found) > 1:
        codes = ", ".join(found["code"])
        what = f"district {point.district!r} could be {codes}"
        raise MapError(Problem(where, what, "Write the code instead of the name."))
    row = found.iloc[0]
    # Half a position is none: the mark is then shown as approximate.
    given = point.lon is not None and point.lat is not None
    lon = float(row["label_lon"] if point.lon is None else point.lon)
    lat = float(row["label_lat"] if point.lat is None else point.lat)
    # `intersects`, since a project may lie on the border itself. Outside, the usual cause is a
    # position in GCJ-02 or BD-09, some 500 m off, or latitude and longitude exchanged.
    if given and not row.geometry.intersects(shapely.Point(lon, lat)):
        swapped = row.geometry.intersects(shapely.Point(lat, lon))
        remedy = "Are lon and lat swapped?" if swapped else "Give longitude and latitude in WGS 84."
        raise MapError(Problem(where, f"{lon}, {lat} lies outside {point.district}", remedy))
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
