"""The data files open in a spreadsheet and in a GIS without damage."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise

import geopandas as gpd
import pytest

from geo.choropleth.datafiles import to_csv, to_geojson
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
