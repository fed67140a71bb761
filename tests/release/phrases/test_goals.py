"""Goals beside what was reached of them."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells


@pytest.mark.parametrize(
    "told",
    [
        "奎文区计划招引项目14个，一季度完成9个；潍城区计划12个，一季度完成7个。",
        "奎文区计划引进项目14个，已引进9个；潍城区任务为12个，已完成7个。",
        "各区新开工项目完成情况：奎文区目标14个，完成9个；潍城区目标12个，完成7个。",
    ],
)
def test_what_was_reached_is_the_unit_s_and_the_goal_is_not(told):
    assert cells(told) == {"奎文区 projects 9", "潍城区 projects 7"}
    unused = [(u.printed, u.reason) for u in extract(told).unused]
    assert unused == [("14个", "threshold"), ("12个", "threshold")]


def test_what_there_is_in_a_year_is_no_goal():
    assert cells("奎文区计划实施项目14个，总投资9亿元。") == {
        "奎文区 projects 14",
        "奎文区 investment 9",
    }
