"""Counts behind a unit's that are perhaps of another."""

# ruff: noqa: E501 - a sentence and its counts stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("奎文区新增确诊病例5例、无症状感染者3例。", "确诊病例 奎文区 5例; 无症状感染者 奎文区 3例"),
        ("奎文区确诊病例5例，某地报告1例。", "确诊病例 奎文区 5例"),
        ("全市新增确诊病例16例，其中奎文区3例、潍城区13例，无症状感染者2例。", "确诊病例 奎文区 3例; 确诊病例 潍城区 13例"),
        ("其中奎文区确诊病例3例、无症状感染者2例，潍城区确诊病例4例、无症状感染者1例。", "确诊病例 奎文区 3例; 确诊病例 潍城区 4例; 无症状感染者 奎文区 2例; 无症状感染者 潍城区 1例"),
    ],
)  # fmt: skip
def test_the_next_sort_is_of_a_unit_if_the_units_have_several(text, rows):
    found = extract(text, measures=read_measures(["cases=例"]))
    told = (f"{found.events[r.event]} {r.name} {r.cells[0].printed}" for r in found.rows)
    assert "; ".join(told) == rows
