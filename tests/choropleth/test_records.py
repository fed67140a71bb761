"""Data files of a map are read back with their own digits; a cell that is no number is named."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from geo.base.errors import MapError
from geo.choropleth.changes import compare
from geo.choropleth.datafiles import to_csv, to_geojson
from geo.choropleth.edition import Figure, Place, edition_of
from geo.choropleth.records import of_csv, of_geojson
from tests.small import timely_map

REMEDY = "Give a page, an embed, a CSV or a GeoJSON file that geo build wrote."


def test_a_spreadsheet_has_names_digits_and_classes_from_one():
    read = of_csv(
        "\ufeffcode,name,kind,approximate,a,a_class\n01,'=x,k,True,1.250,2\n02,y,,False,,\n", "f"
    )
    assert dict(read.places) == {"01": Place("=x", "k", True), "02": Place("y", "", False)}
    (layer,) = read.layers
    assert dict(layer.figures) == {"01": Figure(Decimal("1.250"), 1), "02": Figure(None, None)}
    assert (layer.decimals, layer.edges, read.parts) == (None, (), frozenset())


def test_geojson_says_the_same():
    feature = '{"properties":{"code":"01","name":"x","approximate":true,"a":1e2,"a_class":1}}'
    read = of_geojson('{"features":[' + feature + "]}", "f")
    assert read.places["01"] == Place("x", "", True)
    assert read.layers[0].figures["01"] == Figure(Decimal("1E2"), 0)


@pytest.mark.parametrize("cell", ["12O.5", "inf", "1e99", "NaN"])
def test_a_cell_that_is_no_number_is_named_with_its_row(cell: str):
    with pytest.raises(MapError) as error:
        of_csv(f"code,name,a,a_class\n01,x,{cell},1\n", "f.csv")
    assert str(error.value) == f"f.csv, row 2: a {cell!r} is not a number. {REMEDY}"


def test_a_map_with_periods_says_the_same_in_both_files_and_as_its_spec():
    made = timely_map([("A", "1999", 3), ("A", "2001", 1), ("B", "1999", 2), ("B", "2001", 9)])
    sheet = of_csv(to_csv(made).decode(), "f.csv")
    shapes = of_geojson(to_geojson(made).decode(), "f.geojson")
    assert (sheet.periods, shapes.periods) == (("1999", "2001"), ("1999", "2001"))
    assert [layer.id for layer in (*sheet.layers, *shapes.layers)] == ["a", "a"]
    assert compare(sheet, shapes).changes == ()
    assert compare(sheet, edition_of(made, "spec")).changes == ()
    other = timely_map([("A", "1999", 4), ("A", "2001", 1), ("B", "1999", 2), ("B", "2001", 9)])
    (found,) = [c for c in compare(sheet, of_csv(to_csv(other).decode(), "g")).changes
                if c.kind == "value"]  # fmt: skip
    assert (found.measure, found.period, found.old, found.new) == ("a", "1999", "3", "4")


def test_measures_named_like_periods_of_another_are_measures():
    columns = ("a", "a_class", "a_low", "a_low_class")
    for cells, known in (("1,1,2,1", ["a", "a_low"]), ("1,1,1,1", ["a"])):
        own = dict(zip(columns, cells.split(","), strict=True))
        shapes = {"features": [{"properties": {"code": "01", "name": "x"} | own}]}
        assert [layer.id for layer in of_geojson(json.dumps(shapes), "f").layers] == known


def test_a_measure_named_period_is_one_where_the_map_has_one_time():
    read = of_csv("code,name,period,period_class\n01,x,3,1\n02,y,4,1\n", "f")
    assert (read.periods, [layer.id for layer in read.layers]) == ((), ["period"])
    assert set(read.layers[0].figures) == {"01", "02"}


def test_a_quotation_mark_left_open_is_said():
    with pytest.raises(MapError) as error:
        of_csv('code,name,a,a_class\n01,"x', "f.csv")
    assert str(error.value) == f"f.csv: cannot be read as CSV: unexpected end of data. {REMEDY}"
