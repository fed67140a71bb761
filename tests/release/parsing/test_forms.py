"""What the words of a clause say, whatever its names and numbers are."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.forms import Form, Plan, read_form
from geo.release.parsing.measures import read_measures
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import scan
from tests.release.readings import cells


def form(text: str) -> Form:
    return read_form(tuple((t.kind, t.text, t.value, t.unit) for t in settle(scan(text, ()))))


def plan(text: str) -> Plan:
    (found,) = form(text).groups
    return found


@pytest.mark.parametrize(
    ("text", "column", "unit"),
    [
        ("16个项目", "projects", "个"),
        ("16家企业", "companies", "家"),
        ("总投资81.8亿元", "investment", "亿元"),
        ("年度计划投资30亿元", "planned", "亿元"),
        ("用地910亩", "用地", "亩"),
        ("81.8亿元", "", "亿元"),
    ],
)
def test_words_beside_a_number_name_its_column(text, column, unit):
    assert (plan(text).column, plan(text).unit) == (column, unit)


def test_words_before_the_noun_choose_some_of_the_projects_and_words_behind_refuse_the_count():
    assert plan("16个磁悬浮项目").subset == "磁悬浮"
    assert plan("16个项目").subset == ""
    assert form("16个项目磁悬浮").refused == "unclear"


def test_what_is_planned_is_an_act_of_its_own():
    assert [plan(f"{verb}16个项目").act for verb in ("开工", "计划开工")] == ["开工", "计划开工"]


def test_the_investment_of_a_project_needs_a_count_of_projects():
    words = ("项目总投资", "总投资", "产业项目总投资", "产业项目完成投资")
    needs = [plan(f"{said}81.8亿元").needs_count for said in words]
    assert needs == [True, False, True, False]  # what was spent is spent on all of a kind


def test_a_unit_that_a_head_names_is_the_multiple_of_numbers_without_unit():
    assert plan("总投资（亿元）81.8").noted == "亿"
    assert form("总投资81.8").refused == "bare"


def test_a_clause_says_whose_and_of_which_kind_its_numbers_are():
    found = form("其中产业类项目16个")
    assert (found.part, found.kind, found.whole) == (True, "产业类", "")
    assert form("全市开工16个项目").whole == "全市"
    assert (form("264个项目中").amid, form("264个项目").amid) == (True, False)


def test_two_counts_of_projects_in_one_clause_are_refused():
    assert form("16个项目20个项目").refused == "unclear"


def test_a_measure_asked_for_goes_before_a_word_of_projects_in_its_name():
    found = extract(
        "各市固定资产投资增速依次为：奎文区12.1%、潍城区10.4%。",
        measures=read_measures(["growth=增速:%"]),
    )
    assert [r.cells[0].printed for r in found.rows] == ["12.1%", "10.4%"]


def test_what_the_projects_of_several_completed_is_that_of_all_theirs():
    found = extract("奎文区、潍城区的省重点项目完成投资分别达到23.6亿元、41.2亿元。")
    assert [(r.name, r.cells[0].printed) for r in found.rows] == [
        ("奎文区", "23.6亿元"), ("潍城区", "41.2亿元"),
    ]  # fmt: skip


def test_a_count_of_a_place_nobody_knows_is_no_column():
    columns = {cell.split()[1] for cell in cells("建始县项目37个，鹤峰县项目27个，州直28个。")}
    assert columns == {"projects"}


def test_what_projects_of_the_common_size_completed_is_all_that_was_completed():
    units = "诸城市亿元以上项目完成投资15.5亿元，安丘市17亿元。"
    text = f"全市亿元以上重点项目累计完成投资99.5亿元。{units}"
    assert cells(text) == {"诸城市 completed 15.5", "安丘市 completed 17"}
    assert [total.reading.column for total in extract(text).stated] == ["completed"]
