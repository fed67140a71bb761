"""Tables to records that remember their lines, however an office saved them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from geo.base.errors import MapError, Problem, nearest, offer
from geo.base.files import read_bytes, read_text
from geo.base.text import decode, decode_legacy
from geo.tables.attributes import ATTRIBUTED, attribute_rows
from geo.tables.eurostat import expanded, is_eurostat
from geo.tables.heads import Row, head_of, plain_head, without_notes
from geo.tables.layout import Layout, chosen, pivoted
from geo.tables.objects import RECORDS, record_rows
from geo.tables.workbook import Grid, grids_of

_WORKBOOKS = {".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".et", ".docx", ".doc"}
#: How the files of workbooks begin, whatever they are called: a zip archive, an OLE document.
_WORKBOOK_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_DELIMITERS = ",\t;|"
#: Excel's own line that names the separator.
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
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
    units : dict of str to str
        Of columns whose unit the file says, in their head or in a line above it.
    notes : tuple of Problem
        What the map-maker should know of how the file was read.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    delimiter: str = ","
    units: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Problem, ...] = ()

    def column(self, name: str) -> list[str]:
        """Return a column's cells, an absent one as empty."""
        at = self.header.index(name)
        return [cells[at] if at < len(cells) else "" for _, cells in self.rows]


def read_sheet(
    path: Path, columns: tuple[str, ...], layout: Layout | None = None
) -> tuple[Sheet, list[Problem]]:
    """Read a table from a text file, a workbook or a Word document; find what is wrong in its form.

    Parameters
    ----------
    path : Path
        Text in UTF-8, UTF-16 or GB18030, separated by commas, tabs, semicolons or bars; ``.xlsx``,
        ``.xls``, ``.ods``; ``.docx``; recognised by content; records in JSON; a polygon file, whose
        columns are those of its features. Lines above the header (a title, a
        unit, Excel's ``sep=;``) and notes below the table are left out.
    columns : tuple of str
        The columns that have to be there, that of the districts first. One whose head has a unit
        behind it, or lies under a heading over several, has the name without them, too.
    layout : Layout, optional
        What the map-maker says of it.

    Returns
    -------
    tuple of Sheet and list of Problem
        Ragged rows. The caller adds what it finds in the cells, and raises them together.

    Raises
    ------
    MapError
        If the file cannot be read at all: not there, no rows, a column missing or there twice.
    """
    layout = layout or Layout()
    source, needed = str(path), layout.needed(columns)
    sheet = _read(path, needed, layout)
    if problems := _header_problems(sheet, path, needed):
        raise MapError(problems)
    ragged = _ragged_rows(sheet, path)
    rows = chosen(sheet.rows, sheet.header, layout, source)
    header = sheet.header
    if layout.names and not ragged:
        header, rows = pivoted(rows, header, columns[0], layout, source)
    sheet = replace(sheet, header=header, rows=tuple(rows))
    if problems := _header_problems(sheet, path, columns):
        raise MapError(problems)
    return sheet, ragged


def _read(path: Path, columns: tuple[str, ...], layout: Layout) -> Sheet:
    source, ending = str(path), path.suffix.lower()
    if ending in RECORDS and (records := record_rows(path, read_text(path))) is not None:
        return _under_head(records, source, columns, layout)
    if ending in ATTRIBUTED:
        return _under_head(attribute_rows(path, layout.sheet), source, columns, layout)
    data = read_bytes(path)
    # By content, too: offices rename .xlsx to .csv.
    if ending in _WORKBOOKS or data.startswith(_WORKBOOK_STARTS):
        return _from_grids(grids_of(data, source, layout.sheet), source, columns, layout)
    try:
        text = decode(data, source)
    except MapError:
        older = decode_legacy(data)
        if older is None:
            raise
        sheet = _parse(older[0], source, columns, layout)
        remedy = "See whether all names are right, or save it as UTF-8."
        note = Problem(source, f"is no UTF-8; it was read as {older[1]}", remedy)
        return replace(sheet, notes=(note, *sheet.notes))
    return _parse(text, source, columns, layout)


def _parse(text: str, source: str, columns: tuple[str, ...], layout: Layout) -> Sheet:
    first, _, rest = text.partition("\n")
    declared = _SEPARATOR_LINE.fullmatch(first.strip())
    found = "\t" if is_eurostat(first) else _delimiter(text, columns)
    delimiter = declared[1] if declared else found
    records = _records(rest if declared else text, source, delimiter, 2 if declared else 1)
    rows, notes = expanded(records, source)
    return replace(_under_head(rows, source, columns, layout), delimiter=delimiter, notes=notes)


def _from_grids(
    grids: Sequence[Grid], source: str, columns: tuple[str, ...], layout: Layout
) -> Sheet:
    """Return the first sheet that has all columns; else the first one, for its message."""
    fit = [g for g in grids if head_of(_kept(g.rows, layout), columns, layout.header)]
    if len(fit) > 1:
        names = ", ".join(grid.name for grid in fit)
        what = f"has {len(fit)} sheets with these columns: {names}"
        raise MapError(Problem(source, what, "Write sheet in [table]."))
    return _under_head([*fit, *grids][0].rows, source, columns, layout)


def _kept(rows: Sequence[Row], layout: Layout) -> list[Row]:
    return [row for row in rows if row[0] > layout.skip]


def _under_head(
    every: Sequence[Row], source: str, columns: tuple[str, ...], layout: Layout
) -> Sheet:
    rows = _kept(every, layout)
    head = head_of(rows, columns, layout.header) or plain_head(rows, layout.header)
    below = without_notes(rows[head.below :])
    if not below:
        what = "has no rows below its header" if rows else "is empty"
        raise MapError(Problem(source, what, "Write a header line and one row a district."))
    return Sheet(head.names, tuple(below), units=head.units)


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


def _delimiter(text: str, columns: tuple[str, ...]) -> str:
    """Return the separator that makes a header of the columns asked for, with most cells.

    Where none does, the one that parts most rows into equally many cells decides. A file
    of a single column has none, which counts as a comma. A separator inside quotation marks parts
    nothing.
    """
    sample = text[:_SAMPLE]

    def fit(delimiter: str) -> tuple[bool, int, int]:
        rows = [row for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if any(row)]
        if not rows:
            return False, 0, 0
        numbered = [(n, tuple(row)) for n, row in enumerate(rows)]
        head = head_of(numbered, columns) if columns else None
        # Above a head may be lines of text, with commas of their own.
        usual = Counter(map(len, rows)).most_common(1)[0][0]
        width = len(rows[head.below - 1]) if head else usual
        return head is not None, sum(len(row) == width for row in rows) if width > 1 else 0, width

    # Of equals the first: commas before tabs, semicolons and bars.
    return max(_DELIMITERS, key=fit)


def _header_problems(sheet: Sheet, path: Path, columns: tuple[str, ...]) -> list[Problem]:
    # Spreadsheets leave empty heads over columns that once had something in them.
    present = [name for name in sheet.header if name]
    figures = sum(name.replace(".", "", 1).replace(",", "").isdigit() for name in present)
    no_head = "Its first row looks like figures: is the head above it missing?"
    asked = no_head if figures * 2 >= max(len(present), 2) else ""
    found = []
    for name in dict.fromkeys(columns):
        if name not in present:
            hint = offer(nearest(name, present))
            remedy = " ".join(filter(None, (asked, hint, f"Its columns are {', '.join(present)}.")))
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
