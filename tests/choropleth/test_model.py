"""A finished map gives its measures by id and says which total its circles show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.base.errors import MapError
from geo.choropleth.model import circle_scale, circles_id
from tests.small import small_map
from tests.weifang import changed, weifang


def test_a_measure_is_found_by_its_id_and_the_first_one_without():
    m = weifang()
    assert [m.measure(x.id) for x in m.measures] == list(m.measures)
    assert m.measure() is m.measures[0]


def test_a_misspelt_measure_is_named_with_the_nearest():
    with pytest.raises(MapError) as error:
        weifang().measure("investmnt")
    assert str(error.value) == "weifang: has no measure 'investmnt'. Did you mean investment?"


def test_circles_show_the_map_makers_total_else_the_first_and_none_without_totals():
    spec = weifang().spec
    page = spec.page.model_copy(update={"circles": "projects"})
    chosen = replace(weifang(), spec=spec.model_copy(update={"page": page}))
    assert (circles_id(weifang()), circles_id(chosen)) == ("investment", "projects")
    assert circles_id(small_map("甲乙", [1, 2])) == ""


def test_circles_shrink_with_the_sides_of_very_many_districts():
    """Four times as many have half the side; a map of up to 300 keeps the usual size."""
    assert [circle_scale(n) for n in (0, 16, 300, 1200, 30000)] == [1, 1, 1, 0.5, 0.1]


def test_the_line_on_the_approval_is_there_where_it_means_something():
    """Chinese readers expect it on every map, others on maps of China; the map-maker may say."""
    said = {code: changed(language=code).approval for code in ("zh", "zh-TW", "en", "de")}
    assert said == {
        "zh": "示意图（未审核）",
        "zh-TW": "示意圖（未審核）",
        "en": "Schematic map (not officially reviewed)",
        "de": "Schematische Karte (amtlich nicht geprüft)",
    }
    abroad = [
        small_map(["A", "B", "C"], [1, 2, 3], language=code).approval for code in ("zh", "en")
    ]
    assert abroad == ["示意图（未审核）", ""]
    assert changed(approval_note="").approval == ""
    assert changed(approval_note="Sketch").approval == "Sketch"
    assert changed(approval="GS(2024)1", approval_note="Sketch").approval == "审图号：GS(2024)1"


def test_texts_and_words_for_districts_are_the_maps():
    own = changed(units="county", texts={"missing": "未报"}).words
    assert (own["district"], own["missing"], own["rank"]) == ("区县", "未报", "位次")


def test_rows_are_the_frame_without_its_polygons():
    m = small_map("甲乙", [1, 2])
    assert [row["name"] for row in m.rows] == list(m.names)
    assert [set(row) for row in m.rows] == [set(m.districts.columns) - {"geometry"}] * 2
