"""Conditions are read and never run."""

from __future__ import annotations

import pyarrow as pa
import pytest

from geo.tables.conditions import holds, read_condition

TABLE = pa.table({"year": ["2019", "2020.0", "", "n/a"], "kind": ["a", "b", None, "a"],
                  "价（元）": [1.5, 2.0, -3.0, None]})  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), [
    ("year >= 2020", [1]), ("2019 <= year < 2020", [0]), ("2020 == year", [1]),
    ('kind == "a"', [0, 3]), ('kind != "a"', [1]), ('kind in ("a", "b")', [0, 1, 3]),
    ("year not in [2019]", [1]), ('column("价（元）") < -2.5', [2]),
    ('not kind == "a" or year == 2019', [0, 1, 2]), ('kind == "a" and year == 2019', [0]),
])  # fmt: skip
def test_conditions_choose_rows(text, rows):
    found = holds(read_condition(text), TABLE).to_pylist()
    assert [i for i, holding in enumerate(found) if holding] == rows
    assert None not in found


@pytest.mark.parametrize("text", [
    "", "year", "1", "year >", "year == kind", "year == True", "f(year) == 1", "year.x == 1",
    'column(year) == 1', "year + 1 == 2", "year == 1 if kind else 2", "(lambda: 1) == 1",
    'kind in "ab"', "year is 1", 'year in (1, "a")', "(" * 500,
])  # fmt: skip
def test_everything_else_is_refused(text):
    with pytest.raises(ValueError, match="is no condition"):
        read_condition(text)


def test_columns_come_in_their_order():
    assert read_condition('b == 1 or a == 2 and b == "x"').columns == ("b", "a")
