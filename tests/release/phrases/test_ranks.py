"""Ranks beside the names of units."""

# ruff: noqa: E501 - a sentence and its cells stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("第一的奎文区常住人口为51.3万人；第二的潍城区40.2万人。", "奎文区 51.3万人; 潍城区 40.2万人"),
        ("第一名奎文区，常住人口51.3万人。", "奎文区 51.3万人"),
        ("第三名则为奎文区，常住人口51.3万人。", "奎文区 51.3万人"),
        ("排名第三的坊子区，常住人口37.4万人。", "坊子区 37.4万人"),
        ("排第三位的坊子区，常住人口37.4万人。", "坊子区 37.4万人"),
        ("常住人口排名前二的是奎文区51.3万人、潍城区40.2万人。", "奎文区 51.3万人; 潍城区 40.2万人"),
        ("常住人口最多的是奎文区51.3万人，其次是潍城区，为40.2万人。", "奎文区 51.3万人; 潍城区 40.2万人"),
        ("人口第二的城市是一座新城，常住人口37.4万人。", ""),
    ],
)  # fmt: skip
def test_a_rank_before_a_name_is_left_out(text, cells):
    found = extract(text, measures=read_measures(["p=常住人口:万人"]))
    assert "; ".join(f"{row.name} {row.cells[0].printed}" for row in found.rows) == cells


@pytest.mark.parametrize("rank", ["投资最大", "投资额最高", "排名前列", "排名前三"])
def test_those_that_a_rank_chooses_are_some_of_a_unit_s(rank):
    found = extract(f"安丘市{rank}的27个项目，总投资93亿元。")
    assert not found.rows
    assert [number.printed for number in found.unused] == ["27个", "93亿元"]
