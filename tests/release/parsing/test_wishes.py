"""Figures that are only to be reached are in no cell."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells


@pytest.mark.parametrize(
    "text",
    [
        "奎文区确保完成招商引资项目40个。",
        "奎文区目标为35个以上，潍城区项目目标为30个。",
        "今年招商引资项目，奎文区不低于30个、潍城区不少于32个。",
        "力争奎文区开工项目16个以上。",
    ],
)
def test_what_is_to_be_reached_is_no_cell(text):
    assert cells(text) == set()


def test_it_is_listed_as_a_threshold():
    unused = extract("今年招商引资项目，奎文区不低于30个。").unused
    assert [(number.printed, number.reason) for number in unused] == [("不低于30个", "threshold")]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("奎文区开工项目不少于25个。", {"奎文区 projects 25"}),
        ("奎文区计划开工项目16个。", {"奎文区 projects 16"}),
        ("奎文区开工项目16个，总投资超80亿元。", {"奎文区 projects 16", "奎文区 investment 80"}),
    ],
)
def test_bounds_and_plans_of_what_there_is_stay(text, read):
    assert cells(text) == read


def test_sums_beside_counts_are_no_investment_where_funds_were_told():
    told = "全市争取项目31个、{}166.3亿元，其中：奎文区16个、81.8亿元，潍城区15个、84.5亿元。"
    funds = {c.column for r in extract(told.format("资金")).rows for c in r.cells}
    sums = {c.column for r in extract(told.format("总投资")).rows for c in r.cells}
    assert (funds, sums) == ({"projects"}, {"projects", "investment"})
