"""A footnote mark in a release is never a digit: the number is read without it, or not at all."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.model import release_table
from geo.release.words.footnotes import leaves_out


def cells(text: str) -> dict[str, list[str]]:
    found = extract(text, names=["奎文区", "潍城区"])
    return {row.name: [str(cell.figure.value) for cell in row.cells] for row in found.rows}


@pytest.mark.parametrize(
    "text",
    [
        "奎文区开工项目16①个，总投资81.8②亿元。",
        "奎文区开工项目16¹个，总投资81.8²亿元。",
        "奎文区开工项目16个①，总投资81.8亿元②。",
        "奎文区开工项目16个*，总投资81.8亿元[1]。",
        "区县\t项目数（个）\t总投资（亿元）\n奎文区\t16²\t81.8①",
        "区县\t项目数（个）\t总投资（亿元）\n奎文区\t16[1]\t81.8*",
    ],
)
def test_a_marked_number_is_read_without_its_mark_and_noted(text: str):
    assert cells(text) == {"奎文区": ["16", "81.8"]}
    assert len(release_table(extract(text, names=["奎文区"])).notes) == 2


def test_a_note_names_number_mark_and_line():
    found = release_table(extract("奎文区开工项目16①个。", names=["奎文区"]))
    assert [str(note) for note in found.notes] == [
        "release, row 1: projects 16 has a footnote mark ①. See whether the map needs that note."
    ]


def test_a_total_keeps_its_mark():
    text = "全市开工项目31个③，总投资166.3亿元。奎文区16个，总投资81.8亿元；"
    text += "潍城区15个，总投资84.5亿元。"
    assert [s.figure.mark for s in extract(text).totals] == ["③", ""]


@pytest.mark.parametrize(
    "money",
    ["0,812亿元", "00,125亿元", "10³亿元", "84,5亿元", "⒏5亿元", "8⒈5亿元", "½5亿元", "81.8₁亿元"],
)
def test_what_is_no_certain_number_is_in_no_cell(money: str):
    assert "investment" not in str(extract(f"奎文区开工项目16个，总投资{money}。").rows)


def test_numbers_of_a_list_are_no_footnotes():
    found = extract("①奎文区开工项目16个；②潍城区开工项目15个。")
    assert {row.name: str(row.cells[0].figure.value) for row in found.rows} == {
        "奎文区": "16",
        "潍城区": "15",
    }
    assert release_table(found).notes == ()


def test_two_moneys_with_a_comma_could_be_one_and_three_could_not():
    assert cells("奎文区、潍城区总投资分别为81,84亿元。") == {}
    assert cells("奎文区、潍城区总投资分别为81、84亿元。") == {"奎文区": ["81"], "潍城区": ["84"]}


def test_a_note_says_that_a_table_leaves_units_out():
    assert leaves_out("合计\t40\n注：表中不含功能区。")
    assert not leaves_out("合计\t40\n注：含功能区。")
    assert not leaves_out("不含功能区，全市40个。")
