"""The words of what is to be invested within the year."""

from __future__ import annotations

import pytest

from tests.release.readings import cells

PLANS = [
    "其中2024年计划完成年度投资",
    "今年计划完成投资额",
    "今年计划安排投资",
    "年内拟投资",
    "年内可完成投资",
    "年度投资目标",
    "当年需完成投资",
    "年度计划投入",
]


@pytest.mark.parametrize("plan", PLANS)
def test_a_plan_of_the_year_has_its_own_column(plan):
    told = f"奎文区实施项目12个，总投资20亿元，{plan}6亿元。"
    assert cells(told) == {"奎文区 projects 12", "奎文区 investment 20", "奎文区 planned 6"}


def test_what_is_measured_by_a_plan_is_no_plan():
    told = "奎文区12个项目完成投资10亿元，占年度投资目标16亿元的61%。"
    assert cells(told) == {"奎文区 projects 12", "奎文区 completed 10"}
