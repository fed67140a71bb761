"""A spec is checked whole: every problem is named at once, with the nearest thing that exists."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geo.spec.model import MapSpec

COLUMN = {
    "id": "investment",
    "label": "总投资",
    "unit": "亿元",
    "kind": "total",
    "column": "investment",
}
RATIO = {"id": "mean", "label": "平均", "unit": "亿元/个", "kind": "rate",
         "numerator": "investment", "denominator": "projects"}  # fmt: skip


def a_map(**changes):
    return MapSpec.model_validate(
        {"title": "t", "source": "s", "measures": [COLUMN, RATIO]} | changes
    )


def reason(error: pytest.ExceptionInfo) -> str:
    return str(error.value.errors()[0]["ctx"]["error"])


def test_a_spec_never_changes_after_reading():
    with pytest.raises(ValidationError, match="frozen"):
        a_map().title = "other"


def test_references_that_lead_nowhere_are_reported_together():
    with pytest.raises(ValidationError) as error:
        a_map(
            measures=[COLUMN, COLUMN, RATIO],
            page={"circles": "mean"},
            plates=[{"measure": "investmnt", "circles": "mean"}],
        )
    assert reason(error).splitlines() == [
        "measure id 'investment' is given twice",
        "page.circles 'mean' is not a total. Allowed: investment.",
        "plates[1].measure 'investmnt' is not a measure. Did you mean investment?",
        "plates[1].circles 'mean' is not a total. Allowed: investment.",
    ]


@pytest.mark.parametrize("taken", ["code", "area_km2", "investment_class"])
def test_a_measure_cannot_have_the_name_of_another_column_of_the_data_files(taken):
    with pytest.raises(ValidationError) as error:
        a_map(measures=[COLUMN, COLUMN | {"id": taken}])
    assert reason(error) == (
        f"measure id {taken!r} is a column of the data files. Give it another name than code, "
        "name, name_en, kind, host, approximate, area_km2, or a measure's id with _text, _class, "
        "_color"
    )


def test_boundaries_come_from_one_place():
    with pytest.raises(ValidationError) as error:
        a_map(boundaries={"file": "a.geojson", "code": "370700"})
    assert reason(error) == "give either `file` or `code`, not both"


def test_a_measure_has_its_own_heading_or_the_maps():
    """An empty dek is no dek; one that is left out is the map's."""
    own = COLUMN | {"title": "总投资居首的是高新区", "dek": "", "notes": []}
    made = a_map(dek="单位：亿元", notes=["示意"], measures=[RATIO, own])
    assert made.heading() == made.heading("mean") == ("t", "单位：亿元", ("示意",))
    assert made.heading("investment") == ("总投资居首的是高新区", "", ())


def test_fields_and_measures_that_are_none_are_named():
    with pytest.raises(ValidationError) as error:
        a_map(page={"tooltip": "{nam}: {investment}", "card": ["mean", "projects", ""]})
    assert reason(error).splitlines() == [
        "page.card 'projects' is not a measure. Allowed: investment, mean.",
        "page.card '' is not a measure. Allowed: investment, mean.",
        "page.tooltip has a field 'nam' that is none. Did you mean name?",
    ]
    assert a_map(page={"tooltip": "{name}"}).page.tooltip == ("{name}",)
    assert a_map(page={"tooltip": ["{name}", "{mean}"]}).page.tooltip == ("{name}", "{mean}")


def test_what_needs_periods_is_refused_on_a_map_of_one_time():
    with pytest.raises(ValidationError) as error:
        a_map(
            measures=[COLUMN, RATIO | {"change": {"since": "2001"}}],
            plates=[{"period": "2001"}],
        )
    remedy = "needs periods. Name the column that says when as `period` in [table]"
    assert reason(error).splitlines() == [
        f"measure 'mean': change {remedy}",
        f"plates[1].period {remedy}",
    ]


def test_a_map_with_periods_has_a_column_of_that_name_in_its_data():
    with pytest.raises(ValidationError) as error:
        a_map(measures=[COLUMN | {"id": "period"}], table={"period": "year"})
    assert reason(error) == (
        "measure id 'period' is a column of the data files. Give it another name"
    )


def test_a_release_tells_of_one_time():
    with pytest.raises(ValidationError) as error:
        a_map(table={"period": "year", "release": "r.txt"})
    assert reason(error) == "`period` is a column of a `file`: a release tells of one time"


def test_crossed_measures_have_to_be_others_of_the_map():
    """Neither the measure itself nor another bivariate one."""
    one = {"id": "a", "label": "A", "unit": "", "kind": "rate", "column": "a", "alpha": "a"}
    both = {"id": "m", "label": "L", "kind": "bivariate", "x": "a", "y": "bb"}
    with pytest.raises(ValidationError) as error:
        MapSpec(title="t", source="s", measures=(one, both, both | {"id": "n", "y": "m"}))
    found = str(error.value.errors()[0]["ctx"]["error"])
    assert found.splitlines() == [
        "measures[1].alpha 'a' is not another measure.",
        "measures[2].y 'bb' is not another measure. Allowed: a.",
        "measures[3].y 'm' is not another measure. Allowed: a.",
    ]
