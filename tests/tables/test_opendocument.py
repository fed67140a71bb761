"""Merged cells of OpenDocument sheets: filled, as those of Excel's are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from geo.tables.layout import Layout
from geo.tables.opendocument import open_spans
from geo.tables.sheet import read_sheet
from tests.tables.books import OFFICE, ods, xlsx

GROUPS = [["类别", "区市", "投资"], ["城区", "甲", 1], [None, "乙", 2], ["县", "丙", 3]]


def test_spans_are_rows_and_columns_of_each_sheet():
    assert open_spans(ods("S", GROUPS, {"A2": (1, 2)})) == {"S": [((1, 0), (2, 0))]}
    assert open_spans(xlsx({"S": GROUPS})) == {}
    assert open_spans(b"\xd0\xcf\x11\xe0") == {}


def test_cells_and_rows_that_are_written_once_for_several_count_as_often():
    content = ods("S", [["a", "b"], ["c", "d"]], {"B2": (1, 3)})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("content.xml").decode()
    xml = xml.replace("<table:table-row>", '<table:table-row table:number-rows-repeated="4">', 1)
    again = 'table:table-cell office:value-type="string"><text:p>c'
    xml = xml.replace(again, again.replace(" ", ' table:number-columns-repeated="2" ', 1))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", xml)
    assert open_spans(out.getvalue()) == {"S": [((4, 2), (6, 2))]}


def test_a_group_beside_several_rows_is_the_group_of_each(tmp_path: Path):
    path = tmp_path / "t.ods"
    path.write_bytes(ods("S", GROUPS, {"A2": (1, 2)}))
    sheet, problems = read_sheet(path, ("区市", "投资"), Layout(where={"类别": ("城区",)}))
    assert problems == []
    assert sheet.column("区市") == ["甲", "乙"]


def test_a_sheet_as_an_office_keeps_it_is_read(tmp_path: Path):
    """Title, unit, a head of two lines with merged cells, a total, a footnote."""
    path = tmp_path / "t.ods"
    path.write_bytes(ods("数据", OFFICE, {"A1": (3, 1), "A3": (1, 2), "B3": (2, 1)}))
    sheet, problems = read_sheet(path, ("区市", "投资", "项目"))
    assert problems == []
    assert [line for line, _ in sheet.rows] == [5, 6, 7]
    assert sheet.column("投资") == ["81.8", "40", "121.8"]
    assert (sheet.units["项目"], sheet.units["投资"]) == ("个", "亿元")
