"""The data files open in a spreadsheet and in a GIS without damage."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise

import geopandas as gpd
import numpy as np
import pytest

from geo.choropleth.datafiles import to_csv, to_geojson
from tests.pairs import faded_map
from tests.small import timely_map
from tests.weifang import weifang


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(weifang()).decode("utf-8-sig"))))


def test_a_spreadsheet_sees_utf8_and_one_row_a_district():
    assert to_csv(weifang()).startswith(b"\xef\xbb\xbf")
    assert len(rows()) == 16
    assert sum(int(r["projects"]) for r in rows()) == 264
    assert sum(float(r["investment"]) for r in rows()) == pytest.approx(1480.6)


def test_classes_count_from_one_and_agree_with_the_symbology():
    m = weifang()
    for i, row in enumerate(rows()):
        for measure in m.measures:
            number = int(row[f"{measure.id}_class"])
            assert measure.symbology.colors[number - 1] == measure.symbology.fills[i]


def test_a_gis_reads_the_geojson(tmp_path):
    path = tmp_path / "m.geojson"
    path.write_bytes(to_geojson(weifang()))
    read = gpd.read_file(path)
    assert (len(read), read.crs.to_epsg(), bool(read.is_valid.all())) == (16, 4326, True)
    assert read["investment"].sum() == pytest.approx(1480.6)
    assert list(read["name"]) == list(weifang().districts["name"])


def test_geojson_has_six_decimals_and_rings_by_the_right_hand_rule():
    for feature in json.loads(to_geojson(weifang()))["features"]:
        shape = feature["geometry"]
        polygons = (
            shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        )
        for ring in (polygon[0] for polygon in polygons):
            area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
            assert area > 0, feature["id"]
            assert all(round(x, 6) == x for point in ring for x in point)


TIMELY = [("A", "1999", 1), ("B", "1999", 9), ("A", "2001", 3)]


def test_csv_of_a_map_with_periods_has_a_row_for_each_district_and_period():
    lines = to_csv(timely_map(TIMELY, scheme="own", breaks=[5, 10])).decode("utf-8-sig").split()
    assert [line.split(",")[6:] for line in lines] == [
        ["period", "a", "a_class"],
        ["1999", "1", "1"],
        ["1999", "9", "2"],
        ["2001", "3", "1"],
        ["2001", "", ""],
    ]


def test_geojson_of_a_map_with_periods_has_the_latest_and_every_one():
    made = timely_map(TIMELY, scheme="own", breaks=[5, 10])
    b = json.loads(to_geojson(made))["features"][1]["properties"]
    keys = ("a", "a_2001", "a_1999", "a_1999_class", "a_1999_color")
    assert [b[key] for key in keys] == [None, None, 9, 2, made.measure().symbology.colors[1]]


def test_a_bivariate_measure_has_its_class_alone_and_what_fades_that_of_its_value():
    """x3y1: the third class of x, the first of y."""
    made = faded_map([5, 25, np.nan], [5, 5, 25])
    head, *rows = csv.reader(io.StringIO(to_csv(made).decode("utf-8-sig")))
    wanted = [head.index(column) for column in ("both_class", "a", "a_class", "b_class")]
    assert "both" not in head
    assert [[row[i] for i in wanted] for row in rows] == [
        ["x1y1", "5", "1", "1"], ["x3y1", "25", "3", "1"], ["", "", "", "3"],
    ]  # fmt: skip
