"""Where names and points of interest stand: the pole of inaccessibility, never the centroid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, collecting, did_you_mean
from geo.choropleth.model import Annotation, Place
from geo.spec.page import AnnotationSpec, PointSpec

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd


def marks_of(
    points: Sequence[PointSpec], annotations: Sequence[AnnotationSpec], districts: gpd.GeoDataFrame
) -> tuple[tuple[Place, ...], tuple[Annotation, ...]]:
    """Find the places of all points of interest and annotations.

    Raises
    ------
    MapError
        Whatever is wrong with any of them; see `placed` and `annotated`.
    """
    problems: list[Problem] = []
    places, notes = [], []
    for point in points:
        with collecting(problems):
            places.append(placed(point, districts))
    for note in annotations:
        with collecting(problems):
            notes.append(annotated(note, districts))
    if problems:
        raise MapError(problems)
    return tuple(places), tuple(notes)


def placed(point: PointSpec, districts: gpd.GeoDataFrame) -> Place:
    """Find a point of interest's district and, where the spec gives no position, a mark inside it.

    Raises
    ------
    MapError
        If no district has that name or code, or the given position lies outside it.
    """
    # Most maps have no points of interest, and then none of this is needed.
    import shapely

    where = f"points, {point.label}"
    row = _district(point.district, districts, where)
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


def annotated(annotation: AnnotationSpec, districts: gpd.GeoDataFrame) -> Annotation:
    """Find the place of an annotation: its own, or that of its district's name.

    Raises
    ------
    MapError
        If no district has that name or code, or the point is on none.
    """
    import shapely

    where = f"annotations, {annotation.text}"
    if annotation.lon is None or annotation.lat is None:
        row = _district(annotation.district, districts, where)
        lon, lat = float(row["label_lon"]), float(row["label_lat"])
        return Annotation(annotation.text, lon, lat, row["code"])
    lon, lat = annotation.lon, annotation.lat
    west, south, east, north = shapely.total_bounds(districts.geometry.to_numpy())
    # A place at sea may be meant; one beyond the map cannot be drawn.
    if not (west <= lon <= east and south <= lat <= north):
        swapped = west <= lat <= east and south <= lon <= north
        remedy = "Are lon and lat swapped?" if swapped else "Give longitude and latitude in WGS 84."
        raise MapError(Problem(where, f"{lon}, {lat} lies outside the map", remedy))
    return Annotation(annotation.text, lon, lat)


def _district(name: str, districts: gpd.GeoDataFrame, where: str) -> pd.Series:
    """Return the row of a district by its name or code."""
    found = districts[(districts["name"] == name) | (districts["code"] == name)]
    if found.empty:
        remedy = did_you_mean(name, districts["name"])
        raise MapError(Problem(where, f"no district {name!r}", remedy))
    if len(found) > 1:
        what = f"district {name!r} could be {', '.join(found['code'])}"
        raise MapError(Problem(where, what, "Write the code instead of the name."))
    return found.iloc[0]
