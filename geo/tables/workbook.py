"""Workbooks (.xlsx, .xls, .ods) and Word tables as rows of texts, merged cells filled."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from geo.base.errors import MapError, Problem, did_you_mean
from geo.tables.opendocument import Span, open_spans
from geo.tables.uncached import formulas_without_value

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

#: Digits of a double that a spreadsheet shows: the rest is noise of its arithmetic.
_DIGITS = 15
_OLD_WORD = "WordDocument".encode("utf-16-le")

Rows = list[tuple[int, tuple[str, ...]]]


class Grid(NamedTuple):
    """The rows of one sheet that are not blank, each with its number as a spreadsheet shows it.

    Attributes
    ----------
    name : str
        Of the sheet; of a Word document ``table 2``.
    rows : list of (int, tuple of str)
        All of one width.
    """

    name: str
    rows: Rows


def grids_of(data: bytes, source: str, sheet: str) -> list[Grid]:
    """Return the sheets of a workbook, or the tables of a Word document.

    Parameters
    ----------
    data : bytes
        Of a zip archive or an OLE file.
    source : str
        The file, for messages.
    sheet : str
        The one that is wanted, by its name; empty for all that are not empty.

    Raises
    ------
    MapError
        If a package is missing, the file is damaged or of another kind, or has no such sheet.
    """
    found = (_word_tables if _is_word(data) else _sheets)(data, source)
    if not sheet:
        return [grid for grid in found if grid.rows] or found[:1]
    chosen = [grid for grid in found if grid.name == sheet]
    if not chosen:
        what = f"has no sheet {sheet!r}"
        raise MapError(Problem(source, what, did_you_mean(sheet, (grid.name for grid in found))))
    return chosen


def _is_word(data: bytes) -> bool:
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False


def _sheets(data: bytes, source: str) -> list[Grid]:
    try:
        # Only tables that are workbooks pay for the package, which is an extra.
        import python_calamine as calamine
    except ImportError:
        what = "is a workbook, which needs the package python-calamine"
        remedy = 'Install the extra: pip install "geo-choropleth[sheets]", or save it as CSV UTF-8.'
        raise MapError(Problem(source, what, remedy)) from None
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        spans, blank = open_spans(data), formulas_without_value(data)
        return [
            _grid(name, book.get_sheet_by_name(name), spans.get(name, []), blank.get(name, {}))
            for name in book.sheet_names
        ]
    except (calamine.CalamineError, OSError, ValueError) as error:
        old = _OLD_WORD in data
        what = "is a Word file of the old kind (.doc)" if old else "is no workbook that can be read"
        remedy = "Save it as .docx." if old else "Open it, and save it again as .xlsx or CSV UTF-8."
        raise MapError(Problem(source, what, remedy)) from error


def _grid(
    name: str, sheet: CalamineSheet, spans: Sequence[Span], blank: Mapping[tuple[int, int], str]
) -> Grid:
    cells = [[cell_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    # Without its value a formula stands for itself: whoever reads the cell says so.
    for (y, x), formula in blank.items():
        if y < len(cells) and x < len(cells[y]) and not cells[y][x]:
            cells[y][x] = formula
    for (top, left), (foot, right) in sheet.merged_cell_ranges or spans:
        value = cells[top][left] if top < len(cells) and left < len(cells[top]) else ""
        for row in cells[top : foot + 1]:
            row[left : right + 1] = [value] * len(row[left : right + 1])
    return Grid(name, _numbered(cells))


def cell_text(cell: object) -> str:
    """Return a cell as a spreadsheet shows it without format: 264, 81.8, 2024-02-26."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return f"{cell:.{_DIGITS}g}" if abs(cell) < 10**_DIGITS else f"{cell:.0f}"
        case datetime():
            return cell.date().isoformat() if cell.time() == datetime.min.time() else str(cell)
        case date():
            return cell.isoformat()
    return str(cell)


def _word_tables(data: bytes, source: str) -> list[Grid]:
    try:
        import docx  # an extra, like the above
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError:
        what = "is a Word document, which needs the package python-docx"
        remedy = 'Install the extra: pip install "geo-choropleth[documents]".'
        raise MapError(Problem(source, what, remedy)) from None
    try:
        tables = docx.Document(io.BytesIO(data)).tables
    except (PackageNotFoundError, KeyError, ValueError):
        remedy = "Open it in a word processor and save it as .docx."
        raise MapError(Problem(source, "is not a Word document (.docx)", remedy)) from None
    if not tables:
        raise MapError(Problem(source, "has no table", "For figures in its text, write release."))
    # A merged cell is in every place that it covers.
    return [
        Grid(f"table {n}", _numbered([[cell.text for cell in row.cells] for row in table.rows]))
        for n, table in enumerate(tables, start=1)
    ]


def _numbered(cells: Sequence[Sequence[str]]) -> Rows:
    return [
        (number, tuple(row))
        for number, row in enumerate(cells, start=1)
        if any(cell.strip() for cell in row)
    ]
