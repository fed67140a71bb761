"""Tables whose cells are parted by blanks or commas; prose that only looks so."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.text.separated import tabulated

ROWS = [("奎文区", "16", "81.8"), ("潍城区", "15", "84.5"), ("坊子区", "9", "20")]


def found(text: str) -> list[tuple[str, ...]]:
    rows = extract(text).rows
    return [(row.name, *(str(cell.figure.value) for cell in row.cells)) for row in rows]


@pytest.mark.parametrize("sign", [" ", "  ", ",", "，", ", "])
def test_a_table_is_read_whatever_parts_its_cells(sign):
    head = sign.join(["区县", "项目数（个）", "总投资（亿元）"])
    assert found("\n".join([head, *(sign.join(row) for row in ROWS)])) == ROWS


def test_every_character_stays_where_it_was():
    lines = ["区县, 项目数", "奎文区, 16", "潍城区,15"]
    assert [line.replace("\t", ",") for line in tabulated(lines)] == lines
    lines = [" 区县 项目数  总投资", "奎文区 16  81.8"]
    assert tabulated(lines) == [" 区县\t项目数\t 总投资", "奎文区\t16\t 81.8"]


def test_a_caption_and_a_sum_around_it_are_no_trouble():
    text = (
        "签约项目统计,,\n区县,项目数,总投资（亿元）\n奎文区,16,81.8\n潍城区,15,84.5\n合计,31,166.3"
    )
    assert found(text) == ROWS[:2]
    assert [str(stated.reading.figure.value) for stated in extract(text).stated] == ["31", "166.3"]


@pytest.mark.parametrize(
    "lines",
    [
        ["奎文区 16 个，总投资", "潍城区 15 个，总投资"],
        ["区县,项目数", "奎文区,16"],  # one row tells no table from a list
        ["区县,项目数", "奎文区,1,480", "潍城区,15"],
        ["奎文区,16", "潍城区,15", "坊子区,9"],  # no head says what the numbers are
    ],
)
def test_prose_and_uneven_rows_stay_as_they_are(lines):
    assert tabulated(lines) == lines


def test_numbers_with_commas_in_lines_of_prose_make_no_table():
    """As many commas in each line: the 000 behind 1, would be a cell of its own."""
    rows = [("潍城区", "1", "1,000.0"), ("奎文区", "1,000", "0.1"), ("坊子区", "1,200", "0.2")]
    text = "\n".join(f"{count}个项目落户{name}，总投资{d}亿元。" for name, count, d in rows)
    assert found(text) == [(n, c.replace(",", ""), d.replace(",", "")) for n, c, d in rows]
