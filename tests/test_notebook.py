"""A map straight from frames, as in a notebook."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from shapely import box

import geo
from geo.notebook import map_measures
from geo.spec.measure import MeasureSpec

SQUARES = gpd.GeoDataFrame(
    {"name": ["东区", "西区", "南区"]},
    geometry=[box(120, 36, 120.1, 36.1), box(119.9, 36, 120, 36.1), box(120, 35.9, 120.1, 36)],
    crs=4326,
)


def test_a_frame_with_values_is_mapped():
    m = geo.map_table(SQUARES.assign(rate=[1.5, 2.5, float("nan")]), value="rate", unit="%")
    states = dict(zip(m.districts["name"], m.measure().states, strict=True))
    assert states == {"东区": "value", "西区": "value", "南区": "missing"}


def test_a_table_and_districts_in_another_crs_are_joined():
    table = pd.DataFrame({"district": ["南区", "西区", "东区"], "n": [3, 2, 1]})
    m = geo.map_table(table, SQUARES.to_crs(4549), value="n", key="district", kind="total")
    values = dict(zip(m.districts["name"], m.measure().values, strict=True))
    assert values == {"东区": 1, "西区": 2, "南区": 3}
    assert m.districts.crs.to_epsg() == 4326


def test_a_notebook_shows_a_map_as_its_page_in_a_frame_of_its_own():
    from IPython.core.interactiveshell import InteractiveShell

    from geo.notebook import show_maps

    shell = InteractiveShell.instance()
    show_maps(shell)
    m = geo.map_table(SQUARES.assign(rate=[1.0, 2, 3]), value="rate")
    html = shell.display_formatter.formatters["text/html"](m)
    assert html.startswith("<iframe srcdoc=")
    assert "<script" not in html  # escaped: the notebook runs nothing of it itself


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"value": "rat"}, "data: has no column 'rat'. Did you mean rate?"),
        ({"value": "rate", "key": "nam"}, "data: has no column 'nam'. Did you mean name?"),
    ],
)
def test_a_misspelt_column_is_named(arguments, words):
    with pytest.raises(geo.MapError) as error:
        geo.map_table(SQUARES.assign(rate=[1.0, 2, 3]), **arguments)
    assert str(error.value) == words


def test_a_table_needs_districts():
    with pytest.raises(geo.MapError) as error:
        geo.map_table(pd.DataFrame({"name": ["东区"], "n": [1]}), value="n")
    assert str(error.value) == "data: has no geometry. Give the polygons as `boundaries`."


def test_measures_take_all_choices_of_a_spec_and_may_be_ratios():
    frame = SQUARES.assign(a=[1.0, 2, 3], b=[2.0, 0, 4])
    total = MeasureSpec(id="a", label="a", unit="个", kind="total", column="a", decimals=0)
    ratio = MeasureSpec(
        id="r", label="r", unit="%", kind="rate", numerator="a", denominator="b", factor=100
    )
    m = map_measures(frame, measures=(total, ratio))
    names = list(m.districts["name"])
    assert {n: m.measure("r").text(i) for i, n in enumerate(names)} == {
        "东区": "50.0", "西区": "", "南区": "75.0"
    }  # fmt: skip
    assert m.measure("r").states[names.index("西区")] == "inapplicable"
    assert m.spec.title == "a"


def test_all_missing_columns_are_named():
    wrong = MeasureSpec(
        id="r", label="r", unit="", kind="rate", numerator="rat", denominator="area"
    )
    with pytest.raises(geo.MapError) as error:
        map_measures(SQUARES.assign(rate=[1.0, 2, 3]), measures=(wrong,))
    assert str(error.value) == (
        "data: has no column 'rat'. Did you mean rate?\n"
        "data: has no column 'area'. Allowed: geometry, name, rate."
    )


def test_the_frame_is_not_changed():
    frame = SQUARES.assign(rate=[1.0, 2, 3])
    before = frame.copy()
    geo.map_table(frame, value="rate")
    pd.testing.assert_frame_equal(frame, before)


def test_choices_that_cannot_be_are_refused_as_in_a_spec():
    with pytest.raises(geo.MapError) as error:
        geo.map_table(SQUARES.assign(n=[1, 2, 3]), value="n", kind="count", classes=20)
    assert str(error.value) == (
        "map_table, kind: 'count' is not one of 'total', 'rate', 'bivariate'.\n"
        "map_table, classes: 20 has to be at most 9."
    )


def test_boundaries_may_be_a_file_or_a_code(tmp_path):
    path = tmp_path / "squares.geojson"
    SQUARES.assign(code=["1", "2", "3"]).to_file(path)
    table = pd.DataFrame({"name": ["东区", "西区", "南区"], "n": [1, 2, 3]})
    for given in (path, str(path)):
        assert set(geo.map_table(table, given, value="n").districts["name"]) == set(table["name"])
    kuiwen = pd.DataFrame({"name": ["奎文区"], "n": [1]})
    assert geo.map_table(kuiwen, "370705", value="n").districts["code"].tolist() == ["370705"]


def test_rows_and_districts_may_be_allowed_to_match_nothing():
    table = pd.DataFrame({"name": ["东区", "西区", "外区"], "n": [1, 2, 3]})
    m = geo.map_table(table, SQUARES, value="n", allow_rows=["外区"], allow_districts=["南区"])
    assert dict(zip(m.districts["name"], m.measure().states, strict=True))["南区"] == "missing"


def test_a_map_is_one_line_in_a_shell_and_the_package_lists_its_names():
    m = geo.map_table(SQUARES.assign(n=[1, 2, 3]), value="n")
    assert repr(m) == "<Choropleth 'map': 3 districts; value>"
    types = ["Choropleth", "MapError", "MapSpec", "MeasureSpec"]
    assert dir(geo) == [*types, "build", "map_table", "new", "read_spec"]


def test_a_map_saves_itself_in_the_kind_that_the_name_ends_in(tmp_path):
    m = geo.map_table(SQUARES.assign(rate=[1.0, 2, 3]), value="rate", title="Rates")
    assert m.save(tmp_path / "m.html") == tmp_path / "m.html"
    assert m.save(str(tmp_path / "m.svg")).read_bytes().startswith(b"<svg")
    assert (tmp_path / "m.html").read_bytes().startswith(b"<!DOCTYPE html>")
    with pytest.raises(geo.MapError) as error:
        m.save(tmp_path / "m.docx")
    assert "is no kind of file of a map: 'docx'" in str(error.value)
    assert {p.name for p in tmp_path.iterdir()} == {"m.html", "m.svg"}


def test_a_map_without_its_renderers_says_where_they_are(monkeypatch):
    m = geo.map_table(SQUARES.assign(rate=[1.0, 2, 3]), value="rate")
    monkeypatch.setattr(type(m), "saver", None)
    with pytest.raises(geo.MapError) as error:
        m.save("m.html")
    assert str(error.value) == (
        "m.html: nothing that draws a map is loaded. Take the map from geo.build or "
        "geo.map_table, or call geo.export.save."
    )


def test_a_map_is_a_frame_again_with_figures_and_classes():
    frame = SQUARES.assign(rate=[1.25, 2, float("nan")])
    back = geo.map_table(frame, value="rate", breaks=[1, 1.5, 3], scheme="own").to_frame()
    assert list(back.columns) == ["code", "name", "area_km2", "value", "value_class", "geometry"]
    rows = back.set_index("name")
    # Half up to one decimal, as the map shows it.
    assert rows["value"]["东区"] == 1.3
    assert rows["value_class"].to_dict() == {"东区": 2, "西区": 3, "南区": None}
    assert back.crs.to_epsg() == 4326


def test_a_measure_of_a_spec_is_mapped_and_what_is_no_frame_is_refused():
    measure = geo.MeasureSpec(
        id="share", label="Share", unit="%", kind="rate", formula="a / b * 100", decimals=0
    )
    m = geo.map_table(SQUARES.assign(a=[1, 1, 3], b=[2, 4, 4]), value=measure)
    assert m.measure().text(0) == "50"
    with pytest.raises(geo.MapError) as error:
        geo.map_table({"name": ["东区"]}, value="rate")
    assert str(error.value) == (
        "data: is a dict, not a frame. Give a DataFrame of pandas or geopandas."
    )


def test_areas_of_the_package_need_no_file():
    table = pd.DataFrame({"Land": ["Bayern", "Hessen"], "x": [1.0, 2]})
    m = geo.map_table(table, "Germany", value="x", key="Land", allow_districts=["*"], language="de")
    assert len(m.names) == 16


def test_other_notebooks_are_given_the_page_too_and_a_file_that_is_not_there_is_named():
    m = geo.map_table(SQUARES.assign(rate=[1.0, 2, 3]), value="rate")
    assert m._repr_html_().startswith("<iframe srcdoc=")
    with pytest.raises(geo.MapError) as error:
        geo.map_table(pd.DataFrame({"name": ["东区"], "rate": [1]}), "none.geojson", value="rate")
    assert str(error.value).startswith("boundaries: no such file 'none.geojson'.")


def test_an_area_has_the_level_whose_names_the_table_has():
    cities = pd.DataFrame({"city": ["南京市", "苏州"], "n": [1, 2]})
    made = geo.map_table(cities, "江苏", value="n", key="city", allow_districts=["*"])
    assert len(made.districts) == 13
    towns = pd.DataFrame({"city": ["市南区", "即墨"], "n": [1, 2]})
    assert (
        len(geo.map_table(towns, "青岛", value="n", key="city", allow_districts=["*"]).districts)
        == 10
    )
