"""Tables that were copied with a line for every cell."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures
from geo.release.text.stacked import in_rows, without_bars, without_gaps


def block(text: str) -> list[tuple[int, str]]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return lines


def joined(text: str) -> list[str]:
    return ["".join(line for _, line in row) for row in in_rows(block(text))]


TABLE = "县市区\n项目数\n总投资\n（亿元）\n奎文区\n16\n81.8\n潍城区\n15\n84.5\n坊子区\n9\n—"


def test_cells_come_together_as_rows_and_every_character_stays_where_it_was():
    assert joined(f"开工情况\n{TABLE}\n以上为全部。") == [
        "开工情况", "县市区\t项目数\t总投资（亿元）", "奎文区\t16\t81.8", "潍城区\t15\t84.5",
        "坊子区\t9\t—", "以上为全部。",
    ]  # fmt: skip
    text = f"开工情况\n{TABLE}"
    for row in in_rows(block(text)):
        for start, piece in row:
            assert text[start : start + len(piece.rstrip("\t"))] == piece.rstrip("\t")


def test_its_figures_are_read_and_found_in_the_text():
    release = extract(TABLE.replace("—", "74.4"))
    assert [(r.name, [str(c.figure.value) for c in r.cells]) for r in release.rows] == [
        ("奎文区", ["16", "81.8"]), ("潍城区", ["15", "84.5"]), ("坊子区", ["9", "74.4"]),
    ]  # fmt: skip
    for row in release.rows:
        assert release.text[row.start : row.end] == row.name
        for cell in row.cells:
            assert release.text[cell.start : cell.end] == cell.printed


def test_serial_numbers_may_come_first():
    text = "序号\n区县\n个数\n1\n奎文区\n16\n2\n潍城区\n15\n3\n坊子区\n9"
    assert joined(text)[1:] == ["1\t奎文区\t16", "2\t潍城区\t15", "3\t坊子区\t9"]


@pytest.mark.parametrize(
    "text",
    [
        TABLE.replace("16\n", ""),  # an empty cell leaves no line
        TABLE.replace("\n—", ""),
        TABLE.replace("总投资", "总投资\n备注"),  # a head whose cells are empty
        TABLE.replace("项目数\n", ""),
        TABLE.replace("\n坊子区\n9\n—", ""),  # two rows: by chance
        TABLE.replace("县市区", "开工"),
        TABLE + "\n7",
    ],
)
def test_what_is_not_alike_in_every_row_stays_as_it_is(text):
    assert joined(text) == text.split("\n")


def test_blank_lines_between_all_cells_change_nothing():
    text = TABLE.replace("—", "74.4")
    apart = f"开工情况\n\n{text}\n\n以上为全部。".replace("\n", "\n\n")
    found, wanted = extract(apart), extract(text)
    assert [(r.name, [c.figure for c in r.cells]) for r in found.rows] == [
        (r.name, [c.figure for c in r.cells]) for r in wanted.rows
    ]
    for cell in (cell for row in found.rows for cell in row.cells):
        assert apart[cell.start : cell.end] == cell.printed


def test_paragraphs_of_a_line_each_stay_apart():
    blocks = [[(0, "奎文区开工项目16个。")], [(12, "会议强调"), (17, "抓好落实")], [(23, "潍城区")]]
    assert without_gaps(blocks) == blocks


def test_the_head_of_the_names_may_be_spread_by_a_blank():
    spread, plain = (
        extract(f"{head}\n项目数\n诸城市\n16\n安丘市\n9\n高密市\n5") for head in ("地 区", "地区")
    )
    assert [row.name for row in spread.rows] == ["诸城市", "安丘市", "高密市"]
    assert [row.name for row in plain.rows] == ["诸城市", "安丘市", "高密市"]


def test_a_bar_behind_every_cell_parts_no_cells_and_one_between_cells_stays():
    cells = "".join(
        f"{cell} |\n" for cell in ["地区", "人口", "户籍", "奎文区", "4", "3", "潍城区", "2"]
    )
    assert without_bars(cells) == cells.replace("|", " ")
    few, row = "地区 |\n人口 |\n", "奎文区 | 4 |\n" * 9
    assert (without_bars(few), without_bars(row)) == (few, row)
    table = f"{few}户籍 |\n奎文区 |\n4 |\n5 |\n潍城区 |\n2 |\n3 |\n寒亭区 |\n1 |\n6 |\n"
    rows = extract(table, measures=read_measures(["p=人口:人"])).rows
    assert [(row.name, row.cells[0].printed) for row in rows] == [
        ("奎文区", "4"), ("潍城区", "2"), ("寒亭区", "1"),
    ]  # fmt: skip
