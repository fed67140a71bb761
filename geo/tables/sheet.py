"""Delimited text to records that remember their lines, however an office saved it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from geo.base.errors import MapError, Problem, nearest, offer
from geo.base.files import is_file, read_text
from geo.base.text import normalize

_WORKBOOKS = {".xlsx", ".xls", ".xlsm", ".ods", ".et", ".numbers"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The records of a delimited file.

    Attributes
    ----------
    header : tuple of str
        The columns' names without outer white space, full-width forms made half-width.
    rows : tuple of (int, tuple of str)
        Line number in the file, from 1, as an editor shows it, and the cells; blank lines are
        left out. A quoted cell may run over lines: the number is that of the first.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, name: str) -> list[str]:
        """Return a column's cells, an absent one as empty."""
        at = self.header.index(name)
        return [cells[at] if at < len(cells) else "" for _, cells in self.rows]


def read_sheet(path: Path, columns: tuple[str, ...]) -> tuple[Sheet, list[Problem]]:
    """Read a CSV or TSV file and find what is wrong with its shape.

    Parameters
    ----------
    path : Path
        UTF-8, UTF-16 or GB18030; separated by commas, tabs, semicolons or bars.
    columns : tuple of str
        The columns that have to be there.

    Returns
    -------
    tuple of Sheet and list of Problem
        Ragged rows. The caller adds what it finds in the cells, and raises them together.

    Raises
    ------
    MapError
        If the file cannot be read at all: not there, a workbook, no rows, a column missing
        or there twice.
    """
    if path.suffix.lower() in _WORKBOOKS and is_file(path):
        remedy = "Save the sheet as 'CSV UTF-8' and name that file."
        raise MapError(Problem(str(path), "is a workbook, not a text table", remedy))
    sheet = _parse(read_text(path), str(path))
    if problems := _header_problems(sheet, path, columns):
        raise MapError(problems)
    return sheet, _ragged_rows(sheet, path)


def _parse(text: str, source: str) -> Sheet:
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text), strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        what = f"cannot be read: {error}"
        remedy = "Look for a quotation mark that is never closed."
        raise MapError(Problem(source, what, remedy, row=line)) from None
    if len(rows) < 2:
        what = "has no rows below its header" if rows else "is empty"
        raise MapError(Problem(source, what, "Write a header line and one row a district."))
    return Sheet(tuple(normalize(name) for name in rows[0][1]), tuple(rows[1:]))


def _delimiter(text: str) -> str:
    """Sniff the separator; a file with a single column has none, which counts as a comma."""
    try:
        return csv.Sniffer().sniff(text[:8192], delimiters=",\t;|").delimiter
    except csv.Error:
        return ","


def _header_problems(sheet: Sheet, path: Path, columns: tuple[str, ...]) -> list[Problem]:
    present = [name for name in sheet.header if name]
    found = []
    for name in dict.fromkeys(columns):
        if name not in present:
            hint = offer(nearest(name, present))
            remedy = f"{hint} Its columns are {', '.join(present)}.".lstrip()
            found.append(Problem(str(path), f"has no column {name!r}", remedy))
        elif present.count(name) > 1:
            what = f"has {present.count(name)} columns {name!r}"
            found.append(Problem(str(path), what, "Rename or remove all but one."))
    return found


def _ragged_rows(sheet: Sheet, path: Path) -> list[Problem]:
    width = len(sheet.header)
    remedy = "A separator is missing or too many; put cells that contain one in quotation marks."
    return [
        Problem(str(path), f"has {len(cells)} cells, the header has {width}", remedy, row=line)
        for line, cells in sheet.rows
        # Spreadsheets pad rows with empty cells at the end.
        if len(cells) < width or any(cell.strip() for cell in cells[width:])
    ]
