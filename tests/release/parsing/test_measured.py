"""Words around the figures of a user's measure: harm, days, descriptions, the word behind."""

# ruff: noqa: E501 - a sentence and its cells stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures
from geo.release.words.numbers import plain


@pytest.mark.parametrize(
    ("given", "text", "cells"),
    [
        ("dead=死亡:人 lost=失踪:人", "地震致奎文区7人死亡、2人失踪。", "奎文区 dead 7; 奎文区 lost 2"),
        ("dead=死亡:人", "奎文区死亡7人失踪2人。", ""),
        ("gdp=GDP:亿元", "奎文区300亿元GDP。", ""),
        ("gdp=GDP:亿元", "奎文区以300亿元的GDP居首。", "奎文区 gdp 300"),
        ("p=人口:万人", "奎文区拥有31.6万的人口。", "奎文区 p 31.6"),
        ("p=人口:万人", "潍坊的奎文区人口31.6万人，历史悠久的寿光市人口108万人。", "奎文区 p 31.6; 寿光市 p 108"),
        ("p=人口:万人", "潍坊的历下区人口31.6万人。", ""),
        ("p=人口:万人", "奎文区17年人口31.6万人排名第二。", "奎文区 p 31.6"),
        ("n=例", "奎文区42例，其他分别是潍城区9例、寒亭区3例。", "奎文区 n 42; 潍城区 n 9; 寒亭区 n 3"),
        ("gdp=GDP:亿元", "奎文区、潍城区GDP均超百亿元，分别为318亿元、204亿元。", "奎文区 gdp 318; 潍城区 gdp 204"),
        ("gdp=GDP:亿元", "端午假期期间奎文区GDP3亿元，潍城区、寒亭区、坊子区GDP分别为9亿元、4和1亿元。", "奎文区 gdp 3; 潍城区 gdp 9; 寒亭区 gdp 4; 坊子区 gdp 1"),
        ("dead=遇难:人", "奎文区遇难人数增至7人，另有2人遇难。", "奎文区 dead 7"),
        ("n=例", "奎文区新增H5N1禽流感病例3例。", "奎文区 n 3"),
        ("loss=损失:亿元", "奎文区近2.7万人受灾，400余间房屋损坏，损失0.8亿元。", "奎文区 loss 0.8"),
        ("hurt=受伤:人", "奎文区受伤7人，潍城区受伤4人，60人受灾。", "奎文区 hurt 7; 潍城区 hurt 4"),
        ("gdp=GDP:亿元", "去年总量逼近4000亿元的奎文区，GDP871.6亿元。", "奎文区 gdp 871.6"),
        ("gdp=GDP:亿元", "奎文区逼近4000亿元的潍城区，GDP871.6亿元。", ""),
        ("seen=接待:万人次", "奎文区8天共接待93.6万人次。", "奎文区 seen 93.6"),
        ("n=起", "奎文区和潍城区分别发生6起、5起案件。", "奎文区 n 6; 潍城区 n 5"),
        ("output=工业总产值:亿元", "奎文区规模以上工业企业完成工业总产值61.5亿元。", "奎文区 output 61.5"),
        ("n=例", "奎文区报告病例42例（本地病例31例，输入性病例11例）。", "奎文区 n 42; 奎文区 n 31; 奎文区 n 11"),
    ],
)  # fmt: skip
def test_what_is_beside_a_figure_is_not_taken_for_its_owner_s(given, text, cells):
    found = extract(text, measures=read_measures(given.split())).rows
    told = (f"{r.name} {c.column} {plain(c.figure.value)}" for r in found for c in r.cells)
    assert "; ".join(told) == cells


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("新增本地病例分布在奎文区12例、潍城区7例。", ("本地病例",)),
        ("19例本地病例分布在：奎文区12例，潍城区7例。", ("本地病例",)),
        ("奎文区12例、潍城区7例。", ("",)),
    ],
)
def test_what_cases_a_list_divides_is_told_before_it(text, events):
    assert extract(text, measures=read_measures(["n=例"])).events == events


def test_units_that_report_together_are_no_part_of_what_adds_up():
    text = "今年全省16个地级市累计报告病例208例。"
    (total,) = extract(text, measures=read_measures(["n=例"])).stated
    assert (total.label, total.reading.printed) == ("今年", "208例")


def test_what_a_bracket_divides_is_the_whole_s_and_not_divided_twice():
    text = "奎文区、潍城区和坊子区9人遇难（奎文区5人、潍城区4人）、3人失踪（坊子区3人），7人受伤。"
    found = extract(text, measures=read_measures(["n=人"]))
    rows = [(found.events[r.event], r.name, r.cells[0].printed) for r in found.rows]
    assert rows == [("遇难", "奎文区", "5人"), ("遇难", "潍城区", "4人"), ("失踪", "坊子区", "3人")]
    assert [t.reading.printed for t in found.stated] == ["9人", "3人", "7人"]
