"""What a spec is told that speaks of periods without any, or has no place for them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geo.spec.model import MapSpec, TableSpec


def refused(column="r", table=None, **measure):
    measure = {"id": "a", "label": "A", "unit": "%", "kind": "rate", "column": column} | measure
    with pytest.raises(ValidationError) as error:
        MapSpec(title="T", source="S", table=table or {}, measures=[measure])
    return error.value.errors()[0]["msg"].removeprefix("Value error, ")


def test_periods_need_a_place_in_the_name_of_a_column_and_the_place_needs_periods():
    assert refused(table={"periods": ["2023"]}) == (
        'table.periods: no measure has "{period}" in the name of its column'
    )
    assert refused("r_{period}") == "column 'r_{period}' needs `periods` in [table]"


def test_a_place_in_the_table_of_a_ratio_is_one():
    spec = MapSpec(
        title="T",
        source="S",
        table={"periods": ["2023", "2024"]},
        measures=[
            {"id": "a", "label": "A", "unit": "", "kind": "rate", "numerator": "gdp {period}",
             "denominator": "people"},
        ],
    )  # fmt: skip
    assert spec.table.timely


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            {"period": "year", "periods": ["2023"]},
            "give either `period`, a column, or `periods`, parts of columns' names",
        ),
        ({"periods": ["2023", "2023"]}, "a period is given twice"),
        (
            {"release": "r.txt", "periods": ["2023"]},
            "`period` is a column of a `file`: a release tells of one time",
        ),
    ],
)
def test_periods_are_said_once_and_of_a_file(table, said):
    with pytest.raises(ValidationError, match=said):
        TableSpec(**table)


def test_a_change_and_a_plate_of_a_period_need_periods():
    assert refused(change={"since": "1990"}) == (
        "measure 'a': change needs periods. Name the column that says when as `period` in [table]"
    )
