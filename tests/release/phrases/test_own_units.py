"""Units that only a measure of the user's has."""

# ruff: noqa: E501 - a sentence and its cells stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures
from geo.release.words.numbers import plain

#: Measure, text, cells, and totals.
READ = [
    ("pm=PM2.5浓度:微克/立方米", "全市PM2.5浓度为32微克/立方米。奎文区PM2.5浓度最低，为24微克/立方米；潍城区25微克/立方米，下降5.9%。", "奎文区 24; 潍城区 25", "32"),
    ("forest=森林覆盖率:%", "奎文区森林覆盖率63.4%，提高1.2个百分点；潍城区61.2%，增长5.1%。", "奎文区 63.4; 潍城区 61.2", ""),
    ("forest=森林覆盖率:%", "地区\t森林面积（公顷）\t森林覆盖率（%）\n奎文区\t27.1\t66.9\n潍城区\t25.6\t59.8%", "奎文区 66.9; 潍城区 59.8", ""),
    ("price=均价:元/平方米", "住宅成交均价分别为：奎文区13872元/平方米、潍城区14563元/平方米。", "奎文区 13872; 潍城区 14563", ""),
    ("income=人均可支配收入:元", "全市居民人均可支配收入38215元。其中，奎文区居民人均可支配收入45127元，潍城区43218元。", "奎文区 45127; 潍城区 43218", "38215"),
    ("growth=增速/增长:%", "分县市区看，奎文区增长8.3%，潍城区增长5.9%。", "奎文区 8.3; 潍城区 5.9", ""),
    ("gdp", "GDP超500亿元的有2个，其中奎文区1021.6亿元，潍城区1187.3亿元。", "奎文区 1021.6; 潍城区 1187.3", ""),
    ("invest=固定资产投资:亿元", "全市固定资产投资完成1856.4亿元。奎文区212.6亿元，潍城区168.3亿元。", "奎文区 212.6; 潍城区 168.3", "1856.4"),
    ("population=人口數:人", "人口數：板橋區553000人最多，新店區306000人次之。", "板桥区 553000; 新店区 306000", ""),
]  # fmt: skip


@pytest.mark.parametrize(("given", "text", "cells", "totals"), READ, ids=[g for g, *_ in READ])
def test_a_number_and_its_unit_are_one_figure_and_rates_add_up_to_nothing(
    given, text, cells, totals
):
    found = extract(text, measures=read_measures([given]))
    assert "; ".join(f"{r.name} {plain(r.cells[0].figure.value)}" for r in found.rows) == cells
    assert " ".join(plain(t.reading.figure.value) for t in found.stated) == totals
    assert all(check.ok for check in found.checks) or given.startswith(("invest", "population"))


@pytest.mark.parametrize(
    ("unit", "number", "read"),
    [("人", "110462", True), ("人", "1,104,628", True), ("人", "2024", False), ("万人", "110462", False)],
)  # fmt: skip
def test_a_large_number_right_behind_its_measure_is_in_the_unit_of_a_count(unit, number, read):
    measures = read_measures([f"population=常住人口:{unit}"])
    found = extract(f"奎文区常住人口为{number}；潍城区人口自然减少。", measures=measures)
    assert [cell.printed for row in found.rows for cell in row.cells] == [number] * read
    behind = extract(f"奎文区常住人口为{number}某；", measures=measures)
    assert not behind.rows


def test_a_number_with_a_multiple_behind_its_measure_needs_no_unit():
    text = "奎文区常住人口达52.3万，增长4.1%；潍城区常住人口41.7万。"
    found = extract(text, measures=read_measures(["population=常住人口:万人"]))
    assert [row.cells[0].printed for row in found.rows] == ["52.3万", "41.7万"]


def test_a_number_that_begins_its_line_has_no_measure_before_it():
    found = extract("181286\n奎文区", measures=read_measures(["population=常住人口:人"]))
    assert [unused.printed for unused in found.unused] == ["181286"]
