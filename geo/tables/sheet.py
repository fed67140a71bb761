"""Delimited text to records that remember their lines, however an office saved it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.base.errors import MapError, Problem, nearest, offer
from geo.base.files import read_bytes
from geo.base.text import decode, normalize

_WORKBOOKS = {".xlsx", ".xls", ".xlsm", ".ods", ".et", ".numbers"}
#: How the files of workbooks begin, whatever they are called: a zip archive, an OLE document.
_WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_DELIMITERS = ",\t;|"
#: Excel's own line that names the separator.
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
#: Titles and units above a header are lines of a report, rarely more than three.
_ABOVE_HEADER = 10
#: Characters of a file from which its separator is found.
_SAMPLE = 8192


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
    delimiter : str
        What separates the cells in the file.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    delimiter: str = ","

    def column(self, name: str) -> list[str]:
        """Return a column's cells, an absent one as empty."""
        at = self.header.index(name)
        return [cells[at] if at < len(cells) else "" for _, cells in self.rows]


def read_sheet(path: Path, columns: tuple[str, ...]) -> tuple[Sheet, list[Problem]]:
    """Read a CSV or TSV file and find what is wrong with its shape.

    Parameters
    ----------
    path : Path
        UTF-8, UTF-16 or GB18030; separated by commas, tabs, semicolons or bars. Lines above the
        header (a title, Excel's ``sep=;``) are left out.
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
    data = read_bytes(path)
    # By content, too: offices rename .xlsx to .csv.
    if path.suffix.lower() in _WORKBOOKS or data.startswith(_WORKBOOK_STARTS):
        remedy = "Save the sheet as 'CSV UTF-8' and name that file."
        raise MapError(Problem(str(path), "is a workbook, not a text table", remedy))
    sheet = _parse(decode(data, str(path)), str(path), columns)
    if problems := _header_problems(sheet, path, columns):
        raise MapError(problems)
    return sheet, _ragged_rows(sheet, path)


def _parse(text: str, source: str, columns: tuple[str, ...]) -> Sheet:
    first, _, rest = text.partition("\n")
    declared = _SEPARATOR_LINE.fullmatch(first.strip())
    delimiter = declared[1] if declared else _delimiter(text, columns)
    rows = _records(rest if declared else text, source, delimiter, 2 if declared else 1)
    at = _header_at([cells for _, cells in rows], columns)
    if len(rows) < at + 2:
        what = "has no rows below its header" if rows else "is empty"
        raise MapError(Problem(source, what, "Write a header line and one row a district."))
    return Sheet(tuple(normalize(name) for name in rows[at][1]), tuple(rows[at + 1 :]), delimiter)


def _records(
    text: str, source: str, delimiter: str, line: int
) -> list[tuple[int, tuple[str, ...]]]:
    """Return the rows that are not blank, each with its line; the text begins at `line`."""
    # Strict, since otherwise an open quotation mark swallows the rest of the file in silence.
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    rows: list[tuple[int, tuple[str, ...]]] = []
    above = line
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, tuple(cells)))
            # The reader counts physical lines, also those inside a quoted cell, as an editor does.
            line = reader.line_num + above
    except csv.Error as error:
        what = f"cannot be read: {error}"
        remedy = "Look for a quotation mark that is never closed."
        raise MapError(Problem(source, what, remedy, row=line)) from None
    return rows


def _header_at(rows: Sequence[Sequence[str]], columns: tuple[str, ...]) -> int:
    """Return the first row that names all columns; the first of all if none does."""
    for i, cells in enumerate(rows[:_ABOVE_HEADER]):
        if set(columns) <= {normalize(cell) for cell in cells}:
            return i
    return 0


def _delimiter(text: str, columns: tuple[str, ...]) -> str:
    """Return the separator that makes a header of the columns asked for, with most cells.

    Where none does, the one that parts most rows into as many cells as the first decides. A file
    of a single column has none, which counts as a comma. A separator inside quotation marks parts
    nothing.
    """
    sample = text[:_SAMPLE]

    def fit(delimiter: str) -> tuple[bool, int, int]:
        rows = [row for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if any(row)]
        if not rows:
            return False, 0, 0
        at = _header_at(rows, columns)
        named = set(columns) <= {normalize(cell) for cell in rows[at]}
        width = len(rows[at])
        return named, sum(len(row) == width for row in rows) if width > 1 else 0, width

    # Of equals the first: commas before tabs, semicolons and bars.
    return max(_DELIMITERS, key=fit)


def _header_problems(sheet: Sheet, path: Path, columns: tuple[str, ...]) -> list[Problem]:
    # Spreadsheets leave empty heads over columns that once had something in them.
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
