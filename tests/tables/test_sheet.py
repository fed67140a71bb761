"""A table's shape: separators, line numbers as an editor shows them, headers, ragged rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.base.errors import MapError
from geo.tables.layout import Layout
from geo.tables.sheet import read_sheet
from tests.tables.books import OFFICE, xlsx

HEADER = "district,projects\n"


def sheet(tmp_path: Path, text: str, *columns: str, name: str = "t.csv"):
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    return read_sheet(tmp_path / name, columns)


def refusal(tmp_path: Path, text: str, *columns: str, name: str = "t.csv") -> str:
    with pytest.raises(MapError) as error:
        sheet(tmp_path, text, *columns, name=name)
    return str(error.value).replace(f"{tmp_path}/", "")


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_the_separator_is_found(tmp_path: Path, separator: str):
    text = "district,projects,note\n奎文区,16,a\n潍城区,15,b\n".replace(",", separator)
    found, problems = sheet(tmp_path, text, "district", "projects")
    assert found.header == ("district", "projects", "note")
    assert found.column("projects") == ["16", "15"]
    assert problems == []


def test_a_table_of_one_column_is_a_table(tmp_path: Path):
    found, _ = sheet(tmp_path, "district\n奎文区\n潍城区\n", "district")
    assert found.column("district") == ["奎文区", "潍城区"]


def test_row_numbers_are_lines_in_the_file_even_after_blank_lines_and_long_cells(tmp_path: Path):
    text = f'{HEADER}\n奎文区,16\n"潍\n城区",15\n,,\n坊子区,15\n'
    found, _ = sheet(tmp_path, text, "district")
    assert [line for line, _ in found.rows] == [3, 4, 7]


def test_windows_line_ends_count_once(tmp_path: Path):
    found, _ = sheet(tmp_path, f"{HEADER}奎文区,16\n潍城区,15\n".replace("\n", "\r\n"), "district")
    assert found.rows == ((2, ("奎文区", "16")), (3, ("潍城区", "15")))


def test_a_quoted_cell_may_hold_the_separator(tmp_path: Path):
    found, problems = sheet(tmp_path, f'{HEADER}奎文区,"1,480"\n潍城区,"15"\n', "projects")
    assert found.column("projects") == ["1,480", "15"]
    assert problems == []


def test_header_names_are_trimmed_and_half_width(tmp_path: Path):
    found, _ = sheet(tmp_path, " district ,ｐｒｏｊｅｃｔｓ\n奎文区,16\n", "district", "projects")
    assert found.header == ("district", "projects")


def test_empty_cells_at_the_end_of_a_row_are_a_spreadsheets_padding(tmp_path: Path):
    _, problems = sheet(tmp_path, f"{HEADER}奎文区,16,,\n", "district")
    assert problems == []


def test_rows_with_too_few_or_too_many_cells_are_named(tmp_path: Path):
    _, problems = sheet(tmp_path, f"{HEADER}奎文区\n潍城区,1,480\n坊子区,15\n", "district")
    assert [str(p).replace(f"{tmp_path}/", "") for p in problems] == [
        "t.csv, row 2: has 1 cells, the header has 2. A separator is missing or too many; "
        "put cells that contain one in quotation marks.",
        "t.csv, row 3: has 3 cells, the header has 2. A separator is missing or too many; "
        "put cells that contain one in quotation marks.",
    ]


def test_missing_and_repeated_columns_are_reported_together(tmp_path: Path):
    text = "district,project,note,note\n奎文区,16,,\n"
    assert refusal(tmp_path, text, "district", "projects", "note", "面积") == (
        "t.csv: has no column 'projects'. Did you mean project? "
        "Its columns are district, project, note, note.\n"
        "t.csv: has 2 columns 'note'. Rename or remove all but one.\n"
        "t.csv: has no column '面积'. Its columns are district, project, note, note."
    )


def test_a_repeated_column_that_nobody_asks_for_does_no_harm(tmp_path: Path):
    found, _ = sheet(tmp_path, "district,x,x\n奎文区,1,2\n", "district")
    assert found.column("district") == ["奎文区"]


@pytest.mark.parametrize("text", ["", "\n\n", " \n,\n"])
def test_an_empty_file_is_refused(tmp_path: Path, text: str):
    assert refusal(tmp_path, text, "district") == (
        "t.csv: is empty. Write a header line and one row a district."
    )


def test_a_header_alone_is_refused(tmp_path: Path):
    assert refusal(tmp_path, HEADER, "district") == (
        "t.csv: has no rows below its header. Write a header line and one row a district."
    )


def test_a_quotation_mark_that_is_never_closed_is_found(tmp_path: Path):
    assert refusal(tmp_path, f'{HEADER}奎文区,16\n"潍城区,15\n', "district") == (
        "t.csv, row 3: cannot be read: unexpected end of data. "
        "Look for a quotation mark that is never closed."
    )


def test_a_missing_workbook_is_a_missing_file(tmp_path: Path):
    with pytest.raises(MapError) as error:
        read_sheet(tmp_path / "no.xlsx", ("district",))
    assert str(error.value) == f"{tmp_path}/no.xlsx: no such file. Check the path."


@pytest.mark.parametrize("declared", ["sep=;", '"sep=;"', "SEP=;"])
def test_excels_own_line_names_the_separator_and_is_no_header(tmp_path: Path, declared: str):
    text = f"{declared}\ndistrict;projects\n奎文区;16\n"
    found, _ = sheet(tmp_path, text, "district", "projects")
    assert (found.header, found.rows) == (("district", "projects"), ((3, ("奎文区", "16")),))
    assert found.delimiter == ";"


def test_two_byte_order_marks_are_none(tmp_path: Path):
    found, _ = sheet(tmp_path, f"\ufeff\ufeff{HEADER}奎文区,16\n", "district")
    assert found.header == ("district", "projects")


def test_titles_above_the_header_are_left_out(tmp_path: Path):
    text = f"2024年春季开工项目\n单位：个,\n{HEADER}奎文区,16\n"
    found, problems = sheet(tmp_path, text, "district", "projects")
    assert (found.rows, problems) == (((4, ("奎文区", "16")),), [])


def test_characters_nobody_sees_are_left_out_of_headers(tmp_path: Path):
    found, _ = sheet(tmp_path, "\u200bdistrict,projects\u200e\n奎文区,16\n", "district", "projects")
    assert found.header == ("district", "projects")


@pytest.mark.parametrize(
    "row", ['奎文区,16,"""x"";""y"""', "奎文区,16,a;b;c;d;e", "奎文区,16,a\tb\tc"]
)
def test_a_separator_inside_one_cell_separates_nothing(tmp_path: Path, row: str):
    found, problems = sheet(tmp_path, f"district,projects,note\n{row}\n潍城区,15,\n", "projects")
    assert (found.delimiter, found.column("projects"), problems) == (",", ["16", "15"], [])


def test_without_the_columns_asked_for_the_separator_of_most_rows_is_named(tmp_path: Path):
    text = "区县;项目;说明\n奎文区;16;a,b\n潍城区;15;c\n"
    assert refusal(tmp_path, text, "district") == (
        "t.csv: has no column 'district'. Its columns are 区县, 项目, 说明."
    )


def test_a_sheet_as_an_office_keeps_it_is_read(tmp_path: Path):
    """Title, unit, a head of two lines with merged cells, a total, a footnote; renamed, too."""
    for name in ("t.xlsx", "renamed.csv"):
        path = tmp_path / name
        path.write_bytes(xlsx({"数据": OFFICE}, {"数据": ["A1:C1", "A3:A4", "B3:C3"]}))
        sheet, problems = read_sheet(path, ("区市", "投资", "项目"))
        assert problems == []
        assert [line for line, _ in sheet.rows] == [5, 6, 7]
        assert sheet.column("投资") == ["81.8", "40", "121.8"]
        assert sheet.units["项目"] == "个"


def test_of_two_sheets_with_the_columns_the_map_maker_chooses(tmp_path: Path):
    path = tmp_path / "t.xlsx"
    table = [["区市", "投资"], ["a", 1]]
    path.write_bytes(xlsx({"2022": table, "2023": [["区市", "投资"], ["a", 2]]}))
    with pytest.raises(MapError) as error:
        read_sheet(path, ("区市", "投资"))
    assert str(error.value) == (
        f"{path}: has 2 sheets with these columns: 2022, 2023. Write sheet in [table]."
    )
    sheet, _ = read_sheet(path, ("区市", "投资"), Layout(sheet="2023"))
    assert sheet.column("投资") == ["2"]


def test_lines_above_the_head_do_not_choose_the_separator_and_a_blank_head_has_a_letter(tmp_path):
    """As the German statistical office exports it: no head over the names."""
    text = (
        "Tabelle: 12411, Auszug\nBevölkerung, Stichtag\n;31.12.2021;31.12.2022\n"
        "Bayern;13,1;13,3\nBremen;0,6;0,7\n__________\n(C)opyright Destatis, 2024\n"
    )
    (tmp_path / "t.csv").write_bytes(text.encode("cp1252"))
    found, problems = read_sheet(tmp_path / "t.csv", ("A", "31.12.2022"))
    assert found.column("A") == ["Bayern", "Bremen"]
    assert found.column("31.12.2022") == ["13,3", "0,7"]
    assert problems == []
    assert [str(note) for note in found.notes] == [
        f"{tmp_path / 't.csv'}: is no UTF-8; it was read as Windows-1252. "
        "See whether all names are right, or save it as UTF-8."
    ]


def test_a_letter_is_no_column_where_the_head_has_a_name(tmp_path: Path):
    assert "has no column 'A'" in refusal(
        tmp_path, "district,projects\n奎文区,1\n", "A", "projects"
    )


def test_a_table_without_its_head_is_asked_for_it(tmp_path):
    path = tmp_path / "s.csv"
    path.write_text("南京市,17421,954.7\n无锡市,15456,749.1\n", encoding="utf-8")
    with pytest.raises(MapError) as refused:
        read_sheet(path, ("city",))
    assert str(refused.value) == (
        f"{path}: has no column 'city'. Its first row looks like figures: is the head above it "
        "missing? Its columns are 南京市, 17421, 954.7."
    )
