"""Clauses that no sign parts from the next."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells


def test_a_time_behind_the_projects_begins_what_is_told_of_them():
    found = extract("全市开工项目64个。全市重点项目1-3月累计完成投资57.2亿元。")
    assert [t.reading.printed for t in found.stated] == ["64个", "57.2亿元"]


@pytest.mark.parametrize("ranked", ["项目数前两名的县区分别为", "项目个数排名前列的是"])
def test_units_follow_what_ranks_them(ranked):
    found = extract(f"潍城区签约项目9个。开工{ranked}奎文区41个、潍城区33个。")
    assert [(found.events[r.event], r.name, r.cells[0].printed) for r in found.rows] == [
        ("开工", "奎文区", "41个"), ("开工", "潍城区", "33个"), ("签约", "潍城区", "9个"),
    ]  # fmt: skip


def test_what_is_done_of_counted_projects_follows_them():
    found = extract("一季度，全市83个重点项目开工61个。")
    assert [(found.events[t.event], t.reading.printed) for t in found.stated] == [
        ("一季度列入", "83个"), ("一季度开工", "61个"),
    ]  # fmt: skip
    assert cells("其中，83个重点项目开工61个。") == set()
    assert [t.reading.printed for t in extract("83个重点项目开工61个。").stated] == ["83个", "61个"]
    some = extract("全市续建104个。其中，83个重点项目开工61个。")
    assert [t.reading.printed for t in some.stated] == ["104个"]


@pytest.mark.parametrize(
    ("counted", "act"),
    [
        ("续建项目复工223个", "复工"),
        ("新建项目有80个开工", "开工"),
        ("新建项目80个", "新建"),
        ("开工新建项目80个", "开工"),
    ],
)
def test_what_sort_projects_are_of_is_not_what_was_done(counted, act):
    assert extract(f"全市{counted}。").events == (act,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全市完成投资283亿元。其中：续建项目完成投资159亿元。", {" 283亿元", "续建 159亿元"}),
        ("全市共有项目40个，续建项目完成投资9亿元。", {" 40个", "续建 9亿元"}),
        ("全市新开工项目40个，续建项目完成投资9亿元。", {"新开工 40个", "续建 9亿元"}),
        ("全市开工项目40个，开工项目总投资80亿元。", {"开工 40个", "开工 80亿元"}),
        ("全市续建项目完成投资9亿元，新开工项目12个。", {"续建 9亿元", "新开工 12个"}),
    ],
)
def test_money_of_projects_of_a_sort_is_not_that_of_all(text, told):
    found = extract(text)
    assert {f"{found.events[t.event]} {t.reading.printed}" for t in found.stated} == told


def test_what_was_spent_on_counted_projects_is_apart_from_their_count():
    assert cells("奎文区32个重点项目共投入资金8.7亿元。") == {"奎文区 projects 32"}
    assert cells("奎文区32个重点项目引来资金8.7亿元。") == set()
