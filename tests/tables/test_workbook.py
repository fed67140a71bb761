import io
from datetime import date

import docx
import pytest

from geo.base.errors import MapError
from geo.tables.sheet import read_sheet
from geo.tables.workbook import grids_of
from tests.tables.books import OFFICE, xls, xlsx


def test_numbers_are_texts_as_a_spreadsheet_shows_them():
    (grid,) = grids_of(xlsx({"S": [["奎文区", 264, 81.8, 0.1 + 0.2, None]]}), "t.xlsx", "")
    assert grid == ("S", [(1, ("奎文区", "264", "81.8", "0.3"))]) or grid.rows == [
        (1, ("奎文区", "264", "81.8", "0.3", ""))
    ]


def test_merged_cells_are_filled_and_blank_rows_keep_their_numbers():
    data = xlsx({"S": [["2023年", None], ["a", "b"], [None, None], ["x", "y"]]}, {"S": ["A1:B1"]})
    (grid,) = grids_of(data, "t.xlsx", "")
    assert grid.rows == [(1, ("2023年", "2023年")), (2, ("a", "b")), (4, ("x", "y"))]


def test_a_sheet_is_taken_by_its_name():
    data = xlsx({"说明": [["a"]], "数据": [["b"]]})
    assert [grid.name for grid in grids_of(data, "t.xlsx", "数据")] == ["数据"]
    with pytest.raises(MapError) as error:
        grids_of(data, "t.xlsx", "数剧")
    assert str(error.value) == "t.xlsx: has no sheet '数剧'. Allowed: 数据, 说明."


def test_tables_of_a_word_document_are_sheets():
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["区市", "项目", "奎文区", "16"], strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    (grid,) = grids_of(out.getvalue(), "t.docx", "")
    assert grid == ("table 1", [(1, ("区市", "项目")), (2, ("奎文区", "16"))])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04" + b"x" * 50, "t: is no workbook that can be read. "
         "Open it, and save it again as .xlsx or CSV UTF-8."),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"),
         "t: is a Word file of the old kind (.doc). Save it as .docx."),
    ],
)  # fmt: skip
def test_what_is_no_workbook_is_one_message(data, message):
    with pytest.raises(MapError) as error:
        grids_of(data, "t", "")
    assert str(error.value) == message


def test_a_word_table_as_an_office_keeps_it_is_read(tmp_path):
    """A head of two lines, merged across and downwards, and a total."""
    document = docx.Document()
    rows = [
        ["区市", "2023年", ""], ["", "项目（个）", "投资（亿元）"], ["市南区", "12", "81.8"],
        ["市北区", "7", "40"], ["合计", "19", "121.8"],
    ]  # fmt: skip
    table = document.add_table(rows=len(rows), cols=3)
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    document.save(tmp_path / "t.docx")
    sheet, problems = read_sheet(tmp_path / "t.docx", ("区市", "投资", "项目"))
    assert problems == []
    assert sheet.column("区市") == ["市南区", "市北区", "合计"]
    assert sheet.column("投资") == ["81.8", "40", "121.8"]
    assert sheet.units["项目"] == "个"


def test_a_workbook_of_the_old_kind_is_read_as_an_office_keeps_it(tmp_path):
    """Title, unit in a line above, a merged head of two lines, a total, a footnote."""
    for name in ("t.xls", "renamed.csv"):
        path = tmp_path / name
        path.write_bytes(xls(OFFICE, merged=((0, 0, 0, 2), (2, 3, 0, 0), (2, 2, 1, 2))))
        sheet, problems = read_sheet(path, ("区市", "2023年 投资", "项目"))
        assert problems == []
        assert sheet.column("区市") == ["市南区", "市北区", "合计"]
        assert sheet.column("2023年 投资") == ["81.8", "40", "121.8"]
        assert (sheet.units["项目"], sheet.units["2023年 投资"]) == ("个", "亿元")


def test_cells_of_the_old_kind_are_as_a_spreadsheet_shows_them():
    row = ["奎文区", 264, 0.1 + 0.2, date(2024, 2, 26), True, None, "=A1"]
    (grid,) = grids_of(xls([row]), "t.xls", "数据")
    assert grid.rows[0][1] == ("奎文区", "264", "0.3", "2024-02-26", "TRUE", "", "=A1")
