"""Words that are perhaps a unit's name."""

# ruff: noqa: E501 - the words stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures
from geo.release.words.unit_words import begins_with_unit, in_words, of_unit


@pytest.mark.parametrize(
    ("word", "whose"),
    [("某某州", True), ("绵阳", True), ("绵阳外贸", True), ("兵团", True), ("城镇", False), ("货物贸易", False)],
)  # fmt: skip
def test_a_division_and_what_ends_like_one_may_be_a_unit(word, whose):
    assert of_unit(word) is whose
    assert begins_with_unit(word) is (whose and word.startswith("绵阳"))


def test_what_may_be_another_units_figure_is_not_that_of_the_one_before():
    text = "奎文区进出口值43.2亿元；某山进出口值12.4亿元；地方进出口值8.6亿元。"
    found = extract(text, measures=read_measures(["trade=进出口值:亿元"]))
    assert [(row.name, row.cells[0].printed) for row in found.rows] == [("奎文区", "43.2亿元")]
    assert not found.stated


def test_a_name_of_two_characters_may_be_a_part_of_words():
    assert in_words("乡镇和县直部门", 2, "和县")
    assert not in_words("乡镇、和县", 3, "和县")
    assert not in_words("乡镇和田县", 2, "和田县")
    assert in_words("滇西区域中心", 1, "西区")
    assert not in_words("中山西区", 2, "西区")
