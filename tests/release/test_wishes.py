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
