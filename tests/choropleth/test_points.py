"""Names and points of interest stand inside their district, however it is bent."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from shapely import Point, Polygon, box

from geo.base.errors import MapError
from geo.choropleth.model import Annotation
from geo.choropleth.points import annotated, marks_of, placed
from geo.geometry.plane import local_plane
from geo.geometry.poles import label_points
from geo.spec.page import AnnotationSpec, PointSpec
from tests.weifang import weifang

#: A horseshoe near Weifang: its centroid lies in the gap.
HORSESHOE = Polygon(
    [(119, 36), (119.3, 36), (119.3, 36.3), (119.2, 36.3), (119.2, 36.1), (119.1, 36.1),
     (119.1, 36.3), (119, 36.3)]
)  # fmt: skip


def frame(*shapes: shapely.Geometry) -> gpd.GeoDataFrame:
    names = [f"第{i}区" for i in range(len(shapes))]
    codes = [f"37070{i}" for i in range(len(shapes))]
    gdf = gpd.GeoDataFrame({"code": codes, "name": names}, geometry=list(shapes), crs=4326)
    lon, lat = label_points(gdf, local_plane(gdf))
    return gdf.assign(label_lon=lon, label_lat=lat)


def test_a_point_of_interest_without_position_stands_in_its_district_and_says_so():
    place = placed(PointSpec(label="项目", district="第0区", facts=("35亿元",)), frame(HORSESHOE))
    assert place.approximate
    assert HORSESHOE.contains(Point(place.lon, place.lat))
    assert (place.code, place.district, place.facts) == ("370700", "第0区", ("35亿元",))


def test_a_given_position_is_kept():
    place = placed(PointSpec(label="p", district="370700", lon=119.05, lat=36.2), frame(HORSESHOE))
    assert (place.lon, place.lat, place.approximate) == (119.05, 36.2, False)


@pytest.mark.parametrize(
    ("point", "words"),
    [
        ({"district": "第0"}, "points, p: no district '第0'. Did you mean 第0区?"),
        (
            {"district": "第0区", "lon": 119.15, "lat": 36.2},
            "points, p: 119.15, 36.2 lies outside 第0区. Give longitude and latitude in WGS 84.",
        ),
        (
            {"district": "第0区", "lon": 36.2, "lat": 59.05},
            "points, p: 36.2, 59.05 lies outside 第0区. Give longitude and latitude in WGS 84.",
        ),
    ],
)
def test_a_point_that_lies_nowhere_is_refused(point, words):
    with pytest.raises(MapError) as error:
        placed(PointSpec(label="p", **point), frame(HORSESHOE))
    assert str(error.value) == words


def test_longitude_and_latitude_that_were_swapped_are_noticed():
    """Where both numbers could be either; a latitude above 90 is refused with the spec."""
    square = box(59.0, 36.0, 59.1, 36.1)
    with pytest.raises(MapError) as error:
        placed(PointSpec(label="p", district="第0区", lon=36.05, lat=59.05), frame(square))
    assert str(error.value) == (
        "points, p: 36.05, 59.05 lies outside 第0区. Are lon and lat swapped?"
    )


def test_an_annotation_stands_at_its_point_or_where_its_district_has_its_name():
    districts = weifang().districts
    named = annotated(AnnotationSpec(text="t", district="高新区"), districts)
    row = districts[districts["name"] == "高新区"].iloc[0]
    assert named == Annotation("t", row["label_lon"], row["label_lat"], "370705-GX")
    at = annotated(AnnotationSpec(text="t", lon=119.1, lat=36.7), districts)
    assert at == Annotation("t", 119.1, 36.7)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ({"district": "高薪区"}, "annotations, t: no district '高薪区'. Did you mean 高新区?"),
        (
            {"lon": 36.7, "lat": 80.0},
            "annotations, t: 36.7, 80.0 lies outside the map. "
            "Give longitude and latitude in WGS 84.",
        ),
    ],
)
def test_an_annotation_of_nowhere_is_an_error(place, message):
    with pytest.raises(MapError) as error:
        annotated(AnnotationSpec(text="t", **place), weifang().districts)
    assert str(error.value) == message


def test_all_that_stand_nowhere_are_reported_at_once():
    points = (PointSpec(label="p", district="无区"), PointSpec(label="q", district="第0区"))
    notes = (AnnotationSpec(text="n", district="无区"),)
    with pytest.raises(MapError) as error:
        marks_of(points, notes, frame(HORSESHOE))
    assert [problem.where for problem in error.value.problems] == ["points, p", "annotations, n"]
