"""Whom a clause is about that states nothing."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells


@pytest.mark.parametrize(
    ("clause", "name"),
    [("在相邻的潍城区", "潍城区"), ("作为省会的潍城区", "潍城区"), ("潍城区聚焦主业", "潍城区")],
)
def test_what_tells_where_a_unit_is_is_left_out(clause, name):
    found = extract(f"{clause}，36个项目开工。")
    assert [row.name for row in found.rows] == [name]


def test_the_units_that_a_clause_ends_with_have_the_figures_behind_it():
    found = extract("全市新设项目718个。主要集中在潍城区、坊子区两区，分别为28个、19个。")
    assert [(row.name, row.cells[0].printed) for row in found.rows] == [
        ("潍城区", "28个"), ("坊子区", "19个"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("opening", "units"),
    [
        ("在潍坊市2024年开工仪式上，", {"潍坊市 projects 34"}),
        ("在当天举行的潍坊市开工仪式上，", {"潍坊市 projects 34"}),
        ("在潍坊市推介会上，", set()),
        ("在潍坊市举行的推介会上，", set()),
    ],
)
def test_a_unit_s_occasion_is_the_unit_s_but_not_one_held_there(opening, units):
    assert cells(f"{opening}集中开工度假区、电站等34个重点项目。") == units
