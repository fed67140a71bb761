"""The text of a spec to start from is TOML whatever the sheet's words are."""

from __future__ import annotations

import tomllib

from geo.choropleth.spec_text import spec_text
from geo.choropleth.spec_words import words_for
from geo.spec.model import MapSpec
from geo.tables.guess import Figures, Guess


def test_words_of_a_sheet_stay_words():
    figures = (Figures('x" # [y]', "\\", 1, rate=True, negative=True),)
    read = Guess('k"', figures, frozenset({0}), where={"a.b": 'c"'})
    boundaries = {"file": 'b".geojson', "where": {"a b": ('"]',)}}
    text = spec_text(read, words_for("en"), "Place", boundaries, "t.csv", some_lack=True)
    spec = MapSpec.model_validate(tomllib.loads(text))
    assert spec.title == 'x" # [y], Place'
    assert spec.boundaries.where == {"a b": ('"]',)}
    assert spec.table.where == {"a.b": 'c"'}
    assert spec.table.allow_districts == ("*",)
    measure = spec.measures[0]
    assert (measure.id, measure.column, measure.unit) == ("x_y", 'x" # [y]', "\\")
    assert (measure.kind, measure.allow_negative) == ("rate", True)


def test_a_name_without_latin_letters_has_a_numbered_id():
    read = Guess("区市", (Figures("总投资", "亿元", 2, rate=False, negative=False),), frozenset())
    spec = tomllib.loads(
        spec_text(read, words_for("zh"), "青岛", {"code": "370200"}, "t.csv", "city")
    )
    assert [m["id"] for m in spec["measures"]] == ["measure_1"]
    assert spec["units"] == "city"


def test_of_several_rows_a_district_all_can_be_shown_instead_of_one():
    figures = (Figures("v", "", 0, rate=True, negative=False),)
    read = Guess("d", figures, frozenset({0}), where={"year": "2007"})
    text = spec_text(read, words_for("en"), "Place", {"file": "b.geojson"}, "t.csv")
    (where,) = [line for line in text.splitlines() if line.startswith("where")]
    instead = text.replace(where, "").replace("# period", "period")
    spec = MapSpec.model_validate(tomllib.loads(instead))
    assert (spec.table.period, spec.table.where) == ("year", {})
