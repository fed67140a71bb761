"""The report says where a map lies, so that a wrong CRS is seen at a glance."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from shapely import box

from geo.districts.whereabouts import is_chinese, whereabouts
from geo.geometry.plane import local_plane
from tests.weifang import weifang


def frame(*shapes: shapely.Geometry) -> gpd.GeoDataFrame:
    names = [chr(65 + i) for i in range(len(shapes))]
    return gpd.GeoDataFrame({"name": names}, geometry=list(shapes), crs=4326)


def told(districts):
    return whereabouts(districts, local_plane(districts))


def test_weifang_lies_in_shandong():
    assert str(told(weifang().districts)) == (
        "centre 119.09°E 36.51°N, 1.84° × 1.594°, 165 × 177 km, 16,036 km2; "
        "drawn in CGCS2000 / 3-degree Gauss-Kruger CM 120E (EPSG:4549)"
    )


def test_a_map_across_the_180th_meridian_has_its_centre_there():
    fiji = frame(box(177, -18, 180, -17), box(-180, -18, -179, -17))
    assert str(told(fiji)).startswith("centre 179.00°E 17.50°S, 4° × 1°")


@pytest.mark.parametrize(
    ("shapes", "plane"),
    [
        ([shapely.segmentize(box(60 * i - 180, -80, 60 * i - 120, 80), 5) for i in range(6)],
         "Equal Earth, centred on 11°"),
        ([shapely.segmentize(box(60 * i - 180, 66, 60 * i - 120, 80), 5) for i in range(6)],
         "Lambert Azimuthal Equal Area, centred on 0°"),
        ([box(100, 30, 115, 40)], "Albers Equal Area, centred on 107.5°"),
    ],
)  # fmt: skip
def test_a_plane_without_name_is_described(shapes, plane):
    assert told(frame(*shapes)).plane == plane


def test_many_districts_within_a_kilometre_are_probably_in_another_unit():
    tiny = [box(119 + i / 1e4, 36, 119 + (i + 1) / 1e4, 36.0001) for i in range(11)]
    assert told(frame(*tiny)).notes == (
        "11 districts lie within 0.0993 km: are the coordinates in another unit or CRS?",
    )
    assert told(frame(*tiny[:9])).notes == ()


def test_borders_that_miss_each_other_are_named():
    a, b, c = box(0, 0, 2, 1), box(0, 1, 1, 2), box(1, 1, 2, 2)
    assert told(frame(a, b, c)).notes == (
        "the borders of A, B, C do not quite meet their neighbours'",
    )
    assert whereabouts(frame(a, b, c), local_plane(frame(a, b, c)), matched=True).notes == ()
    corner = shapely.Polygon([(0, 0), (2, 0), (2, 1), (1, 1), (0, 1)])
    assert told(frame(corner, b, c)).notes == ()


def test_districts_are_chinese_by_code_or_name_and_place():
    assert is_chinese(weifang().districts)
    japan = [box(130 + x, 33, 130.5 + x, 33.5) for x in range(2)]
    named = {"code": ["A", "B"], "name": ["広島市", "呉市"]}
    assert not is_chinese(gpd.GeoDataFrame(named, geometry=japan, crs=4326))
    kentucky = gpd.GeoDataFrame(
        {"code": ["210701", "210702"], "name": ["A", "B"]},
        geometry=[box(-86 + x, 37, -85.5 + x, 37.5) for x in range(2)],
        crs=4326,
    )
    assert not is_chinese(kentucky)  # the codes are of Jinzhou, the place is not
    unnumbered = {"code": ["a", "b"], "name": ["奎文区", "潍城区"]}
    shandong = [box(119 + x, 36, 119.5 + x, 36.5) for x in range(2)]
    assert is_chinese(gpd.GeoDataFrame(unnumbered, geometry=shandong, crs=4326))
