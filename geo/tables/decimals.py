"""Whether a file writes decimals with a point or with a comma: 81,812 is one of two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from geo.base.errors import MapError, Problem
from geo.base.text import normalize
from geo.tables.printed import DecimalMark, reads
from geo.tables.sheet import Sheet

#: Empty: as the file's own figures tell.
DecimalChoice = Literal["", ".", ","]
_CHOOSE = 'Choose: decimal = "," or decimal = "." in [table] of the spec, or --decimal.'
_RUN = re.compile(r"[.,]*\d[\d.,]*[.,][\d.,]*", re.ASCII)


class Notation(NamedTuple):
    """A file's decimal mark, and what the map-maker should know of how it was found."""

    decimal: DecimalMark
    note: Problem | None = None


class _Figure(NamedTuple):
    row: int
    column: str
    written: str


def notation(
    sheet: Sheet, source: str, columns: Iterable[str], wanted: DecimalChoice = ""
) -> Notation:
    """Return how a file's figures are written.

    Parameters
    ----------
    sheet : Sheet
    source : str
        For messages.
    columns : iterable of str
        Those that hold figures.
    wanted : {"", ".", ","}, default ""
        What the map-maker says; empty to find it out.

    Returns
    -------
    Notation
        Cells separated by commas or bars have decimal points. Where semicolons or tabs separate
        them, the figures that can be read in one way only decide: 81,8 and 0,812 have a decimal
        comma, 81.8 a point. Figures such as 1,480 in a file with tabs are thousands, as Chinese
        spreadsheets copy them, with a note.

    Raises
    ------
    MapError
        If semicolons separate the cells and every figure could be read both ways.
    """
    if wanted or sheet.delimiter not in ";\t":
        return Notation(wanted or ".")
    undecided: list[_Figure] = []
    certain: set[DecimalMark] = set()
    for figure in _separated(sheet, columns):
        ways: list[DecimalMark] = [d for d in (".", ",") if reads(figure.written, d)]
        if len(ways) == 1:
            certain.add(ways[0])
        elif ways:
            undecided.append(figure)
    if certain == {","}:
        return Notation(",")
    if certain or not undecided:
        return Notation(".")
    row, column, written = undecided[0]
    point, thousands = written.replace(",", "."), re.sub("[.,]", "", written)
    if sheet.delimiter == "\t" and "," in written:
        what = f"{column} {written!r} was read as {thousands}, not {point}"
        return Notation(".", Problem(source, what, _CHOOSE, row=row))
    what = f"{column} {written!r} could be {point} or {thousands}"
    raise MapError(Problem(source, what, _CHOOSE, row=row))


def _separated(sheet: Sheet, columns: Iterable[str]) -> Iterator[_Figure]:
    """Yield the figures that have a point or a comma in them."""
    for column in columns:
        for (row, _), cell in zip(sheet.rows, sheet.column(column), strict=True):
            if found := _RUN.search(normalize(cell)):
                yield _Figure(row, column, found[0])
