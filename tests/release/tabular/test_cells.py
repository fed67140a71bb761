# ruff: noqa: E501 - a row of cases stays on one line
"""Whom a cell of a table names, and the figure that it holds."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.parsing.measures import read_measures
from geo.release.tabular.cells import amounts_in, holds_figure, names_of
from geo.release.tabular.heads import Column
from geo.release.text.lines import Line, read_lines


def line(cell: str) -> Line:
    return read_lines(f"{cell}\t1")[0]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("奎文区", "PLACE"), ("合 计", "SUM"), ("项目合计", "SUM"), ("产业类项目", "CLASS"), ("地区", ""), ("奎文区等", "")],
)  # fmt: skip
def test_a_cell_names_a_unit_the_whole_or_a_kind(cell, kind):
    row = line(cell)
    places = [*find_places(row.text, names_for(row.text, (), {}))]
    found = names_of(row, places)[0]
    assert (found.kind if found else "") == kind


@pytest.mark.parametrize(
    ("cell", "held"), [("16", True), ("约16个", True), ("—", True), ("无", True), ("奎文区", False)]
)
def test_a_figure_or_a_sign_that_there_is_none_fills_a_cell(cell, held):
    row = line(cell)
    assert holds_figure(row, row.cells[0]) is held


@pytest.mark.parametrize(
    ("cell", "noted", "value"),
    [("81.8", "亿元", "81.8"), ("86000", "万元", "8.6000"), ("81.8亿元", "亿元", "81.8"), ("81.8亿元", "", "81.8"), ("81.8", "", "none"), ("16个", "亿元", "none"), ("—", "亿元", "none")],
)  # fmt: skip
def test_money_is_read_in_the_unit_of_its_head(cell, noted, value):
    row = line(cell)
    found = amounts_in(row, Column(0, "investment", "亿元", noted, 0))
    assert (str(found.figures[0].value) if found else "none") == value


def test_a_name_may_have_its_number_before_it():
    text = "区县名称\t新开工\t竣工\n1.源汇区\t14\t9\n（2）郾城区\t17\t11\n3、舞阳县\t12\t7"
    assert [row.name for row in extract(text).rows if row.event == 0] == [
        "源汇区",
        "郾城区",
        "舞阳县",
    ]


def test_a_negative_number_of_a_table_is_listed_and_is_no_figure():
    text = "区县\t开工项目（个）\t同比增减\n奎文区\t16\t-2\n潍城区\t15\t3\n"
    assert [u.printed for u in extract(text).unused] == ["2", "3"]


@pytest.mark.parametrize(
    ("printed", "read"), [("110.46", True), ("1104628", False), ("88016", False)]
)
def test_more_persons_than_a_province_has_are_not_counted_in_ten_thousands(printed, read):
    text = f"地区\t常住人口\n奎文区\t{printed}\n潍城区\t{printed}"
    found = extract(text, measures=read_measures(["population=常住人口:万人"]))
    assert len(found.rows) == 2 * read
    persons = extract(text, measures=read_measures(["population=常住人口:人"]))
    assert len(persons.rows) == 2
