"""Tables whose heads are the units."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures
from geo.release.words.numbers import plain
from tests.release.readings import cells


def test_every_unit_has_the_figures_below_it():
    text = "指标\t奎文区\t潍城区\n项目数（个）\t16\t15\n总投资（亿元）\t81.8\t84.5"
    assert cells(text) == {
        "奎文区 projects 16",
        "奎文区 investment 81.8",
        "潍城区 projects 15",
        "潍城区 investment 84.5",
    }


def test_a_column_of_sums_is_of_the_whole():
    release = extract("指标\t奎文区\t潍城区\t合计\n项目数（个）\t16\t15\t31")
    assert [(t.label, t.reading.printed) for t in release.stated] == [("合计", "31")]
    assert all(check.ok for check in release.checks)


def test_a_row_knows_the_line_of_its_name_and_its_figures_theirs():
    text = "签约情况\n\t奎文区\t潍城区\n签约项目（个）\t16\t15\n协议投资额（亿元）\t81.8\t84.5"
    first = extract(text).rows[0]
    assert (first.name, first.line, text[first.start : first.end]) == ("奎文区", 2, "奎文区")
    assert [text[cell.start : cell.end] for cell in first.cells] == ["16", "81.8"]


def test_two_acts_are_two_events():
    release = extract("县区\t奎文区\t潍城区\n签约\t23\t14\n开工\t9\t8")
    found = [(release.events[r.event], r.name, r.cells[0].printed) for r in release.rows]
    assert found == [
        ("签约", "奎文区", "23"),
        ("签约", "潍城区", "14"),
        ("开工", "奎文区", "9"),
        ("开工", "潍城区", "8"),
    ]


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("项目数\t16\t—\n总投资\t86000\t—", {"奎文区 projects 16", "奎文区 investment 8.6000"}),
        ("2022年项目数（个）\t23\t14\n2023年项目数（个）\t29\t18", set()),
        ("工业项目数（个）\t9\t8\n总投资增长（%）\t15.2\t7.4", set()),
        ("牵头领导\t张三\t李四", set()),
        ("项目数\t16", set()),
        ("总投资\t16亿元\t15亿元\n总投资\t26亿元\t25亿元", set()),
    ],
)
def test_a_row_that_is_not_understood_gives_nothing(body, read):
    assert cells(f"单位：个、万元\n指标\t奎文区\t潍城区\n{body}") == read


def test_a_head_of_two_cells_is_said_of_the_rows_below_it():
    rows = "指标\t类别\t奎文区\t潍城区", "总投资（亿元）\t开工\t21\t19", "\t签约\t15\t14"
    release = extract("\n".join(rows))
    found = {(release.events[r.event], r.name, c.column) for r in release.rows for c in r.cells}
    assert found == {
        (act, n, "investment") for act in ("开工", "签约") for n in ("奎文区", "潍城区")
    }


def test_a_column_of_units_is_none_of_figures():
    text = "指标\t单位\t奎文区\t潍城区\n项目数\t个\t16\t15\n总投资\t万元\t81800\t—\n增长\t%\t5\t6"
    assert cells(text) == {
        "奎文区 projects 16",
        "奎文区 investment 8.1800",
        "潍城区 projects 15",
    }


def test_a_measure_of_the_users_is_read():
    text = "指标\t奎文区\t潍城区\nGDP（亿元）\t386.4\t412.7"
    rows = extract(text, measures=read_measures(["gdp"])).rows
    assert [(row.name, plain(row.cells[0].figure.value)) for row in rows] == [
        ("奎文区", "386.4"),
        ("潍城区", "412.7"),
    ]
