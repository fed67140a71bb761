"""Counts behind a unit's that are perhaps of another."""

# ruff: noqa: E501 - a sentence and its counts stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures
from tests.release.readings import cells


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


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("奎文区签约项目14个，去年同期完成投资62.7亿元。", "62.7亿元"),
        ("2023年奎文区签约项目14个，2022年完成投资62.7亿元。", "62.7亿元"),
        ("奎文区签约项目14个，市城投7个，总投资62.7亿元。", "62.7亿元"),
        ("奎文区签约项目14个，市水投7个、62.7亿元。", "62.7亿元"),
        ("奎文区签约项目14个，引进企业7家，总投资62.7亿元。", ""),
        ("今年奎文区签约项目14个，今年完成投资62.7亿元。", ""),
        ("奎文区签约项目14个，到位资金7亿元，总投资62.7亿元。", ""),
    ],
)
def test_money_of_another_year_or_of_what_was_counted_last_is_not_the_unit_s(text, unused):
    found = extract(text)
    assert next(cell.printed for cell in found.rows[0].cells) == "14个"
    told = [number.printed for number in found.unused if number.reason == "unclear"]
    assert "; ".join(told) == unused


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("奎文区、潍城区均超过5例。", ""),
        ("奎文区、潍城区均为5例。", "奎文区 5例; 潍城区 5例"),
        ("3个县区超过5例。", ""),
        ("奎文区超过5例。", "奎文区 超过5例"),
    ],
)
def test_what_several_units_are_above_is_no_figure_of_each(text, rows):
    found = extract(text, measures=read_measures(["cases=例"]))
    assert "; ".join(f"{r.name} {r.cells[0].printed}" for r in found.rows) == rows


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("奎文区42例（轻症31例，重症11例）。", ["42例", "31例", "11例"]),
        ("确诊31例（奎文区5例、某地转入3例）。", ["5例"]),
    ],
)
def test_sorts_in_a_unit_s_bracket_are_its_own_and_not_those_in_the_whole_s(text, counts):
    rows = extract(text, measures=read_measures(["cases=例"])).rows
    assert [r.cells[0].printed for r in rows] == counts
    assert {r.name for r in rows} == {"奎文区"}


def test_what_is_completed_right_behind_a_plan_is_perhaps_the_plan():
    plan = "2016年，奎文区计划实施重点项目33项，{}8亿元。"
    assert [c.printed for r in extract(plan.format("完成投资")).rows for c in r.cells] == ["33项"]
    done = extract(plan.format("已完成投资"))
    assert [c.printed for r in done.rows for c in r.cells] == ["33项", "8亿元"]


def test_what_a_sentence_behind_a_unit_s_counts_is_as_likely_of_that_unit():
    unit = "奎文区开工5个，总投资12亿元。"
    others = "潍城区开工6个。"
    for told in ("截至3月，56个市级重点项目已开工38个。", "此次项目集中开工2个。"):
        assert extract(f"{unit}{told}{others}").stated == ()
        assert extract(f"{unit}\n{told}\n{others}").stated != ()
        assert extract(f"{unit}{told}").stated != ()


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("奎文区实施项目14个；县直部门实施项目12个，总投资62亿元，其中续建7个、新建5个。", "14个"),
        ("奎文区、县直部门开工项目14个、12个，总投资62亿元。", ""),
        ("县直部门签约项目12个，奎文区签约项目14个。总投资62亿元。", "14个"),
        ("奎文区签约项目14个。总投资62亿元。", "14个 62亿元"),
    ],
)
def test_what_somebody_has_whom_nobody_knows_is_not_the_unit_s(text, row):
    found = [r for r in extract(f"{text}潍城区开工9个。").rows if r.name == "奎文区"]
    assert " ".join(cell.printed for r in found for cell in r.cells) == row


@pytest.mark.parametrize("sign", ["，", "；"])
def test_those_of_whom_nobody_knows_are_divided_and_their_parts_are_no_unit_s(sign):
    text = (
        f"奎文区31项，其中新建14项、续建17项{sign}市交投23项，其中新建11项、续建12项，总投资9亿元。"
    )
    assert cells(text) == {"奎文区 projects 31", "奎文区 projects 14", "奎文区 projects 17"}
