# ruff: noqa: E501 - an example and what is read of it stay on one line
"""Lists of numbers and of amounts, as their heads say what they are."""

from __future__ import annotations

import pytest

from tests.release.readings import cells


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("各区开工项目数：奎文区16、潍城区15。", {"奎文区 projects 16", "潍城区 projects 15"}),
        ("各区总投资（亿元）：奎文区81.8、潍城区84.5。", {"奎文区 investment 81.8", "潍城区 investment 84.5"}),
        ("各区完成投资（万元）：奎文区81800、潍城区84500。", {"奎文区 completed 8.1800", "潍城区 completed 8.4500"}),
        ("总投资：奎文区81.8、潍城区84.5。", set()),
        ("位次（名）：奎文区1、潍城区2。", set()),
    ],
)  # fmt: skip
def test_bare_numbers_are_what_the_head_of_their_list_says_in_its_unit(text, read):
    assert cells(text) == read


@pytest.mark.parametrize(
    ("lead", "read"),
    [
        ("各县项目个数和总投资依次为：", {"奎文区 projects 22", "奎文区 investment 148.6"}),
        ("各县总投资及项目数：", {"奎文区 projects 22", "奎文区 investment 148.6"}),
        ("各县平均水平：", set()),
        ("各县企业用地和总投资：", set()),
    ],
)
def test_brackets_hold_a_count_and_a_sum_where_the_lead_says_so(lead, read):
    assert cells(f"{lead}奎文区（22，148.6亿元）。") == read


def test_numbers_of_one_list_share_the_unit_of_the_last():
    assert cells("奎文区、潍城区分别开工16、15个。") == {"奎文区 projects 16", "潍城区 projects 15"}


def test_a_count_behind_works_in_several_units_is_none_of_theirs():
    works = "{}物流园项目、{}电站建设等24个项目已开工。"
    assert cells(works.format("奎文区", "潍城区")) == set()
    assert cells("轴承厂项目、" + works.format("奎文区", "")) == set()
    assert cells(works.format("奎文区", "")) == {"奎文区 projects 24"}
