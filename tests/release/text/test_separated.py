"""Tables whose cells are parted by blanks or commas; prose that only looks so."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.text.lines import read_lines
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


@pytest.mark.parametrize("sign", [" ", "\t", " | "])
@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_rows_with_blank_lines_between_them_and_a_sum_without_a_number_are_one_table(sign, end):
    head = sign.join(["序号", "区县", "项目数（个）", "总投资（亿元）"])
    rows = [sign.join([str(at), *row]) for at, row in enumerate(ROWS, 1)]
    text = end.join([head, *rows, sign.join(["合计", "40", "186.3"])])
    assert found(text) == ROWS
    assert [str(stated.reading.figure.value) for stated in extract(text).stated] == ["40", "186.3"]


def test_a_row_that_lacks_a_figure_is_no_sum_and_lends_none_to_another_column():
    lines = ["序号 区县 项目数 总投资", "1 奎文区 16 81.8", "奎文区 15 84.5", "合计 31"]
    assert [line.count("\t") for line in tabulated(lines)] == [3, 3, 0, 0]


def test_paragraphs_with_blank_lines_between_them_stay_paragraphs():
    text = "全市开工  31个\n\n奎文区  开工16个  投资8亿元\n\n潍城区15个"
    assert [line.gap for line in read_lines(text)] == [3, 3, 3]
