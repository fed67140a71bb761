"""Formulas that a program wrote and no spreadsheet has computed."""

from __future__ import annotations

import io
import zipfile

import pytest

from geo.base.errors import MapError
from geo.tables.reader import read_table
from geo.tables.uncached import formulas_without_value
from tests.tables.books import ods, xlsx

ROWS = [["区市", "投资"], ["市南区", 12], ["市北区", "=B2*2"], ["黄岛区", "=SUM(B2:B3)"]]


def test_formulas_without_value_are_found_in_their_sheet():
    assert formulas_without_value(xlsx({"说明": [["a"]], "数据": ROWS})) == {
        "说明": {}, "数据": {(2, 1): "=B2*2", (3, 1): "=SUM(B2:B3)"},
    }  # fmt: skip
    assert formulas_without_value(ods("S", [["a"]], {})) == {}
    assert formulas_without_value(b"a,b\n1,2\n") == {}


def test_a_figure_that_is_none_is_refused_row_by_row(tmp_path):
    path = tmp_path / "t.xlsx"
    path.write_bytes(xlsx({"S": ROWS}))
    with pytest.raises(MapError) as error:
        read_table(path, key="区市", columns={"投资": "亿元"})
    remedy = "Open the file in a spreadsheet and save it: that computes it."
    assert str(error.value).splitlines() == [
        f"{path}, row 3: 投资 '=B2*2' is a formula without its value. {remedy}",
        f"{path}, row 4: 投资 '=SUM(B2:B3)' is a formula without its value. {remedy}",
    ]


def test_a_formula_beside_the_columns_of_the_map_is_nobodys_business(tmp_path):
    path = tmp_path / "t.xlsx"
    rows = [[*row, "=1" if n else "备用"] for n, row in enumerate(ROWS[:2])]
    path.write_bytes(xlsx({"S": rows}))
    assert read_table(path, key="区市", columns={"投资": "亿元"}).keys == ("市南区",)


def rewritten(data: bytes, old: bytes, new: bytes) -> bytes:
    """A workbook with other XML in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return made.getvalue()


def test_what_is_no_xml_is_for_the_reader_of_the_cells_to_refuse():
    book = xlsx({"S": ROWS})
    assert formulas_without_value(rewritten(book, b'name="S"', b'name="\x1b"')) == {}
    assert formulas_without_value(book[:-30]) == formulas_without_value(b"PK") == {}


def test_an_empty_text_is_a_value():
    book = rewritten(xlsx({"S": ROWS[:3]}), b'<c r="B3"', b'<c r="B3" t="str"')
    assert formulas_without_value(book) == {"S": {}}
