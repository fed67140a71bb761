"""Sizes that are told for each source of funds."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells


@pytest.mark.parametrize(
    "sizes",
    [
        "5000万元以上政府投资、亿元以上企业投资项目",
        "政府投资5000万元以上、企业投资1亿元以上的重大项目",
    ],
)
def test_projects_of_both_sizes_are_all_that_are_counted(sizes):
    assert cells(f"今年东胜区计划实施{sizes}37个。") == {"东胜区 projects 37"}


def test_one_size_alone_and_those_below_it_are_not_all():
    for sizes in ("5000万元以上政府投资", "5000万元以下政府投资、亿元以上企业投资"):
        assert cells(f"今年东胜区计划实施{sizes}项目37个。") == set()


def test_a_time_may_stand_within_completed_fixed_assets():
    assert cells("奎文区固定资产投资上半年完成28.4亿元。") == {"奎文区 completed 28.4"}
    assert cells("奎文区固定资产投资上半年新增28.4亿元。") == set()
    assert cells("奎文区上半年完成28.4亿元。") == set()


def test_until_when_may_be_told_with_one_word():
    text = "省市重点项目建设进展顺利，到10月底，重点项目已累计完成投资78亿元。"
    (total,) = extract(text).stated
    assert total.reading.printed == "78亿元"


def test_what_is_to_be_completed_in_a_year_needs_no_word_for_investment():
    assert "奎文区 planned 6" in cells("奎文区开工16个，总投资8亿元，年度计划完成6亿元。")
