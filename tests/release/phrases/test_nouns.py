"""Which projects are counted, by the words beside their number."""

from __future__ import annotations

import pytest

from geo.release.extract import extract


def told(text: str) -> list[str]:
    found = extract(text)
    of_whole = [total.reading.printed for total in found.stated]
    return of_whole + [cell.printed for row in found.rows for cell in row.cells]


@pytest.mark.parametrize("levels", ["自治区、市两级", "省、市、县三级"])
def test_levels_of_government_together_are_no_part(levels):
    assert told(f"此次集中开工{levels}重大项目117个，总投资619亿元。") == ["117个", "619亿元"]
    assert told("此次集中开工学校、医院两级重大项目117个。") == []
    assert told("省市两级今年开工重点项目117个。") == ["117个"]


@pytest.mark.parametrize("doing", ["承担", "负责"])
def test_what_some_units_carry_out_is_not_all(doing):
    assert told(f"西安市6个开发区{doing}的114个项目共完成投资208.7亿元。") == []


def test_a_size_with_a_particle_is_one_of_all_that_is_counted():
    text = "潍坊市集中启动60个亿元以上的项目，其中奎文区13个项目，潍城区8个项目。"
    assert told(text) == ["60个", "13个", "8个"]


def test_a_project_s_phase_counts_nothing():
    assert [unused.printed for unused in extract("奎文区热电联产一期项目开工。").unused] == []


@pytest.mark.parametrize("entered", ["纳入本次集中启动活动的", "参加此次集中签约的"])
def test_the_occasion_that_projects_are_of_leaves_none_out(entered):
    assert told(f"奎文区{entered}新开工项目共41个。") == ["41个"]
    assert told(f"奎文区{entered.replace('次', '省')}新开工项目共41个。") == []


def test_a_name_with_numbers_is_none_of_their_number():
    text = "全省“5个50工程”共完成投资371亿元，“3个20”重点项目共26个。"
    assert told(text) == ["371亿元", "26个"]
    assert told("“3个20”举措共26个。") == []


@pytest.mark.parametrize("kinds", ["文旅、工业、商贸", "交通、水利"])
@pytest.mark.parametrize("noun", ["产业项目", "重大项目", "项目"])
def test_kinds_named_before_the_noun_leave_none_out(kinds, noun):
    assert told(f"上半年，我区签约{kinds}等{noun}27个，总投资86亿元。") == ["27个", "86亿元"]


def test_those_on_the_list_of_a_higher_unit_are_counted():
    text = "2023年我市实施列入潍坊市重点项目48个，新建项目39个。潍坊市各县都在开工。"
    assert told(text) == ["48个", "39个"]


def test_of_how_many_sorts_the_counted_are_changes_nothing():
    assert told("奎文区计划实施七大类88个重点项目。") == ["88个"]
