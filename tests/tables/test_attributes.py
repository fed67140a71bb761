"""Figures that polygons bring with them."""

from __future__ import annotations

import pytest

from geo.tables.attributes import attribute_rows
from geo.tables.reader import read_table
from tests.small import squares

TOWNS = squares(["Alpha", "Beta", "Gamma"])


@pytest.mark.parametrize("ending", ["geojson", "shp", "gpkg"])
def test_a_feature_is_a_row_under_the_names_of_the_columns(tmp_path, ending):
    path = tmp_path / f"towns.{ending}"
    TOWNS.assign(people=[1200, 40, 7], rate=[0.1 + 0.2, None, -2.5]).to_file(path)
    assert attribute_rows(path, "") == [
        (1, ("name", "people", "rate")),
        (2, ("Alpha", "1200", "0.3")),  # not 0.30000000000000004
        (3, ("Beta", "40", "")),
        (4, ("Gamma", "7", "-2.5")),
    ]


def test_a_zip_is_a_shapefile_and_no_workbook(tmp_path):
    TOWNS.assign(people=[1200, 40, 7]).to_file(tmp_path / "towns.shz", driver="ESRI Shapefile")
    path = (tmp_path / "towns.shz").rename(tmp_path / "towns.zip")
    assert attribute_rows(path, "")[2] == (3, ("Beta", "40"))


def test_a_table_is_read_from_them_as_from_any_other(tmp_path):
    path = tmp_path / "towns.geojson"
    TOWNS.assign(people=["1,200", "n/a", "7"]).to_file(path)
    table = read_table(path, key="name", columns={"people": ""})
    assert table.keys == ("Alpha", "Beta", "Gamma")
    assert table.rows == (2, 3, 4)
    assert table.columns["people"].numbers == (1200, None, 7)
