"""Figures that may be two versions of one, and such that are of two things."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.release.extract import extract
from geo.release.result.versions import of_one

FIGURES = st.decimals(-10_000, 10_000, allow_nan=False, places=2)


@pytest.mark.parametrize(
    ("values", "one"),
    [
        (("264", "246"), True),
        (("16", "61"), True),  # digits in another order
        (("81.8", "818"), True),  # a decimal point that was lost
        (("31", "93"), True),
        (("31", "94"), False),
        (("93", "435"), False),
        (("0", "5"), False),
        (("-5", "5"), True),  # a sign that was lost
        (("-5", "6"), False),
    ],
)
def test_close_figures_and_slips_of_any_size_are_versions_of_one(values, one):
    assert of_one([Decimal(value) for value in values]) is one


@given(FIGURES, FIGURES)
def test_the_order_of_the_figures_is_nothing(first, second):
    assert of_one([first, second]) == of_one([second, first])


def test_two_things_told_of_one_unit_are_no_contradiction_and_no_cell():
    text = "潍城区开工项目15个。截至目前，{0}开工项目16个，{0}开工项目{1}个。"
    near, far = (extract(text.format("奎文区", count)) for count in (18, 99))
    assert [conflict.name for conflict in near.conflicts] == ["奎文区, projects"]
    assert far.conflicts == ()
    assert [row.name for row in far.rows if row.cells] == ["潍城区"]
    assert {number.printed for number in far.unread} >= {"16个", "99个"}


def test_units_with_many_times_what_the_whole_has_contradict_nothing():
    text = "全市开工{}个。奎文区46个、潍城区45个，寒亭区也有项目。"
    found = [extract(text.format(count)) for count in (80, 20)]
    assert [[check.ok for check in release.checks] for release in found] == [[False], []]
