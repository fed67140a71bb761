"""Columns of figures: ratios of them, and rows taken in another order."""

from __future__ import annotations

from decimal import Decimal

from geo.tables.table import derive, key_problems
from tests.frames import column

UNITS = {"projects": "个", "investment": "亿元"}
HEADER = "district,projects,investment\n"


def test_a_quotient_is_exact_and_has_its_factor():
    """81.8 / 16 is 5.1125 to the last digit; nothing is rounded yet."""
    found = derive(column("81.8", 1), column(16, 8), Decimal(10), "万元/个")
    assert (found.unit, found.numbers) == ("万元/个", (Decimal("51.125"), Decimal("1.25")))


def test_a_zero_denominator_makes_a_ratio_inapplicable_and_a_missing_number_makes_it_missing():
    found = derive(column(1, None, 1, 0, None), column(0, 2, None, 2, 0), Decimal(1), "")
    assert found.states == ("inapplicable", "missing", "missing", "value", "inapplicable")
    assert found.numbers == (None, None, None, 0, None)


def test_a_column_is_taken_in_any_order_and_a_row_of_none_is_missing():
    assert column(1, 2, 3).take([2, None, 0]) == column(3, None, 1)


def test_a_long_table_is_one_problem_and_not_one_a_row():
    keys = [country for country in ("Chad", "Mali", "Niger") for _ in range(5)]
    assert [str(p) for p in key_problems(keys, range(2, 17), "t.csv", "country")] == [
        "t.csv: has 15 rows for 3 districts. Is it a long table? Choose rows with where, such as "
        "where = { year = 2005 }, make columns of them with pivot, or a map with a slider: "
        'period = "year".'
    ]
