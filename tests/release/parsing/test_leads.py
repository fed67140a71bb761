"""What a clause without figures announces."""

from __future__ import annotations

import pytest

from geo.release.extract import extract


@pytest.mark.parametrize(
    ("lead", "column"),
    [
        ("本次集中签约，", "projects"),
        ("各县（市、区）项目数依次为：", "projects"),
        ("总投资同比增长5%，", ""),
        ("从数量看，开工项目最多的是", "projects"),
        ("各县项目数稳步上升：", "projects"),
        ("项目负责人介绍：", ""),
        ("项目数目标：", ""),
    ],
)
def test_a_lead_says_what_bare_counts_are(lead, column):
    rows = extract(f"{lead}坊子区16个、寒亭区15个。").rows
    assert {cell.column for row in rows for cell in row.cells} == ({column} if column else set())


def test_bare_sums_are_of_the_measure_that_is_announced():
    rows = extract("总投资：坊子区16亿元、寒亭区15亿元。").rows
    assert [(row.name, row.cells[0].column) for row in rows] == [
        ("坊子区", "investment"),
        ("寒亭区", "investment"),
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("力争奎文区开工项目16个、潍城区开工项目15个。", "计划开工"),
        ("奎文区开工项目16个，潍城区开工项目15个。", "开工"),
        ("计划开工项目：奎文区16个，潍城区15个。", "计划开工"),
    ],
)
def test_what_is_wished_is_an_event_of_its_own(text, event):
    release = extract(text)
    assert {release.events[row.event] for row in release.rows} == {event}


def test_an_act_before_a_colon_is_that_of_the_figures_behind_it():
    release = extract("奎文区\n开工项目：14个，总投资96亿元\n竣工项目：6个，总投资32亿元")
    read = {release.events[row.event]: row.cells[0].figure.value for row in release.rows}
    assert read == {"开工": 14, "竣工": 6}
