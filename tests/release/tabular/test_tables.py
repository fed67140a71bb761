"""Simple tables: which columns a head names, and what the rows below it hold."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.hierarchy import Levels
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.tabular.tables import find_tables, read_table, row_subject
from geo.release.text.lines import read_lines


def rows(text: str) -> list[str]:
    """Write the rows of the first table: subject, then column and figure of every cell."""
    lines, names = read_lines(text), names_for(text, (), {})
    places = [list(find_places(line.text, names)) for line in lines]
    run = next(find_tables(lines), range(0))
    written = []
    for row in read_table(lines, run, lambda number: places[number])[1]:
        subject = row_subject(row, Levels(), lines[row.named_in])
        name = subject.label or subject.places[0].name
        cells = [f"{a.plan.column} {a.figures[0].value:f}" for a in row.amounts]
        written.append(f"{subject.role} {name}: {', '.join(cells)}")
    return written


#: Heads, and what they make of the row 奎文区, 16, 81.8.
HEADS = {
    "县市区\t项目数\t总投资（亿元）": ["place 奎文区: projects 16, investment 81.8"],
    "县（市、区）\t开工项目数（个）\t投资额(亿元)": ["place 奎文区: projects 16, investment 81.8"],
    "单位名称\t个数\t年度计划投资（亿元）": ["place 奎文区: projects 16, planned 81.8"],
    "\t项目数\t得分": ["place 奎文区: projects 16"],
    "县市区\t完成率\t得分": [],
    "县市区\t项目数\t总投资": ["place 奎文区: projects 16"],
    "序号\t项目数\t总投资（亿元）": ["place 奎文区: projects 16, investment 81.8"],
}


@pytest.mark.parametrize(("head", "expected"), HEADS.items(), ids=list(HEADS))
def test_a_head_names_its_columns(head, expected):
    assert rows(f"{head}\n奎文区\t16\t81.8") == expected


def test_a_unit_above_the_table_holds_for_it():
    text = "单位：亿元\n县市区\t项目数\t总投资\n奎文区\t16\t81.8"
    assert rows(text) == ["place 奎文区: projects 16, investment 81.8"]


def test_totals_and_classes_are_rows_of_their_own():
    text = "县市区\t项目数\n奎文区\t16\n产业类项目\t10\n合 计\t26"
    assert rows(text) == [
        "place 奎文区: projects 16",
        "type 产业类: projects 10",
        "event 合计: projects 26",
    ]


@pytest.mark.parametrize("cell", ["—", "无", "…", "16—20", "10个左右等", "16亿元"])
def test_a_cell_that_holds_no_count_is_left_out(cell):
    assert rows(f"县市区\t项目数\t总投资（亿元）\n奎文区\t{cell}\t81.8") == [
        "place 奎文区: investment 81.8"
    ]


def test_tables_side_by_side_are_read_one_after_the_other():
    text = "县市区\t项目数\t县市区\t项目数\n奎文区\t16\t潍城区\t15\n坊子区\t20\t寒亭区\t9"
    assert [row.split(":")[0] for row in rows(text)] == [
        "place 奎文区",
        "place 坊子区",
        "place 潍城区",
        "place 寒亭区",
    ]


def test_a_table_of_single_projects_is_none_of_units():
    head = "县区\t{}\t总投资（亿元）\n奎文区\t磁悬浮项目\t21.5\n潍城区\t风电项目\t4.2"
    assert rows(head.format("项目名称")) == []
    assert rows(head.format("备注")) == [
        "place 奎文区: investment 21.5",
        "place 潍城区: investment 4.2",
    ]


def test_a_line_of_units_may_be_below_the_table():
    table = "县区\t项目数\t总投资\n奎文区\t16\t81.8\n潍城区\t15\t84.5\n"
    told = extract(f"{table}单位：个、亿元").rows
    assert [c.column for r in told for c in r.cells] == ["projects", "investment"] * 2
    assert {c.column for r in extract(table).rows for c in r.cells} == {"projects"}
