"""Projects that are named before they are counted."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells

READ = {"奎文区 projects 31", "奎文区 investment 80"}


@pytest.mark.parametrize(
    "told",
    [
        "奎文区有蓄电池厂、物流园（研发中心）等31个项目开工，总投资80亿元。",
        "奎文区集中开工安丘路改造、学校新建等31个重点项目，总投资80亿元。",
        "奎文区蓄电池厂等31个项目集中开工，总投资80亿元。",
        "具体情况为：5月6日，奎文区集中开工蓄电池厂等31个项目，总投资80亿元。",
    ],
)
def test_the_count_behind_examples_is_the_unit_s(told):
    assert cells(told) == READ


def test_every_unit_of_a_list_has_its_own():
    told = (
        "奎文区开工蓄电池厂等31个项目；5月6日，潍城区开工学校改造等12个项目；"
        "其中：寒亭区开工桥等4个项目。"
    )
    found = {"奎文区 projects 31", "潍城区 projects 12", "寒亭区 projects 4"}
    assert cells(told) == found


@pytest.mark.parametrize(
    "told",
    [
        "奎文区华明公司的蓄电池厂、物流园等31个项目开工，总投资80亿元。",
        "奎文区聚焦主业，某某园区的蓄电池厂、物流园等31个项目开工，总投资80亿元。",
        "奎文区、潍城区有蓄电池厂、物流园等31个项目开工，总投资80亿元。",
        "奎文区有蓄电池厂、物流园等31个车间开工，总投资80亿元。",
    ],
)
def test_it_is_not_where_somebody_else_may_have_them(told):
    assert cells(told) == set()


OPENED = "5月6日，临朐县举行开工仪式。此次集中开工涉及{}等10个重点项目，总投资6亿元。"


def test_so_is_that_of_the_occasion_unless_somebody_else_may_have_some():
    found = {"临朐县 projects 10", "临朐县 investment 6"}
    assert cells(OPENED.format("路网、管网")) == found
    assert cells(OPENED.format("某公司厂房、管网")) == set()


def test_units_of_the_examples_have_nothing_of_the_count():
    told = "本次开工的项目包括奎文区厂房、潍城区管网、坊子区道路等75个重点项目，总投资93亿元。"
    assert cells(told) == set()
    assert cells(told.replace("75个重点项目", "5个道路项目，坊子区桥等7个水利项目")) == set()


def test_they_may_have_a_clause_of_their_own():
    told = "参加本次开工活动的项目，包括奎文区{}、管网等75个重点项目，总投资93亿元。"
    found = extract(told.format("变电工程"))
    assert [t.reading.printed for t in found.stated] == ["75个", "93亿元"]
    assert (found.events, found.rows) == (("开工",), ())
    assert extract(told.format("某公司厂房")).stated == ()


def test_what_those_of_the_day_mainly_are_may_stand_before_their_names():
    day = "当天开工的重点项目，主要集中于制造、文旅等领域，包括甲基地、乙产业园等项目61个。"
    assert [t.reading.printed for t in extract(day).stated] == ["61个"]
    unit = "云州市开工活动在某园区举行。"
    assert [row.name for row in extract(unit + day).rows] == ["云州市"]


def test_examples_may_begin_the_sentence_behind_an_occasion_or_an_overview():
    occasion = "奎文区举行集中开工仪式。包括甲中心、乙基地等{}16个项目开工。"
    assert [row.name for row in extract(occasion.format("")).rows] == ["奎文区"]
    assert extract(occasion.format("集团")).rows == ()
    view = "分区域来看，奎文区有甲绿道等16个项目；潍城区15个项目。"
    assert [row.name for row in extract(view).rows] == ["奎文区", "潍城区"]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("共谋划启建奎文区光伏电站、潍城区风电场、厂房等项目46个。", []),
        ("奎文区集中开工粮库、北海路厂房、奎文区医院等46个项目。", ["奎文区"]),
    ],
)
def test_a_unit_in_whose_list_another_s_works_are_has_not_all_that_are_counted(text, rows):
    assert [row.name for row in extract(text).rows] == rows


def test_the_unit_of_one_of_the_examples_has_not_all_that_are_counted():
    told = "{}甲基地、奎文区乙产业园（一期）等75个为开工项目，年度计划投资14亿元。"
    assert extract(told.format("176个重大项目中，")).rows == ()
