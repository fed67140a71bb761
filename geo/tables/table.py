"""Figures by district: every cell as it was printed, with its state and its row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from geo.base.errors import MapError, Problem
from geo.base.nice import LARGEST, decimal_of
from geo.base.text import normalize
from geo.tables.arithmetic import product, quotient
from geo.tables.decimals import DecimalChoice, notation
from geo.tables.footnotes import marked
from geo.tables.printed import (
    INAPPLICABLE,
    NEGATIVE,
    DecimalMark,
    FigureError,
    Printed,
    how_to_write,
    read_figure,
    split_mark,
)
from geo.tables.sheet import Sheet, read_sheet

if TYPE_CHECKING:
    from decimal import Decimal

    import pandas as pd

State = Literal["value", "missing", "inapplicable"]


@dataclass(frozen=True, slots=True)
class Column:
    """The figures of one column.

    Attributes
    ----------
    unit : str
        Of all its cells: ``亿元``; empty where nobody named one.
    cells : tuple of Printed or None, length n
        None where there is no value.
    states : tuple of {"value", "missing", "inapplicable"}, length n
        "value" where there is a cell; otherwise not reported, or not defined.
    """

    unit: str
    cells: tuple[Printed | None, ...]
    states: tuple[State, ...]

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """The cells' values in `unit`."""
        return tuple(None if cell is None else cell.value for cell in self.cells)

    def take(self, rows: Sequence[int | None]) -> Column:
        """Return the cells of these rows, in their order; "missing" for None."""
        return Column(
            self.unit,
            tuple(None if i is None else self.cells[i] for i in rows),
            tuple("missing" if i is None else self.states[i] for i in rows),
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Figures by district.

    Attributes
    ----------
    keys : tuple of str, length n
        Name or code of each row's district, as written.
    rows : tuple of int, length n
        Line of each row in the file, from 1.
    columns : dict of str to Column
        Each of length n.
    source : str
        The file, for messages.
    notes : tuple of Problem
        What the map-maker should know of how it was read: footnote marks, thousands.
    """

    keys: tuple[str, ...]
    rows: tuple[int, ...]
    columns: dict[str, Column]
    source: str
    notes: tuple[Problem, ...] = ()


def read_table(
    path: Path,
    *,
    key: str,
    columns: Mapping[str, str],
    allow_negative: Collection[str] = (),
    decimal: DecimalChoice = "",
) -> Table:
    """Read figures by district.

    Parameters
    ----------
    path : Path
        CSV or TSV in UTF-8, UTF-16 or GB18030.
    key : str
        The column that names or codes the district.
    columns : mapping of str to str
        Column to the unit its cells are in: ``{"investment": "亿元"}``.
    allow_negative : collection of str
        Columns that may hold negative numbers.
    decimal : {"", ".", ","}, default ""
        The decimal mark; empty to find it out, see `geo.tables.decimals.notation`.

    Returns
    -------
    Table
        A blank cell or a dash is "missing", ``不适用`` is "inapplicable".

    Raises
    ------
    MapError
        With every problem of the file, in the order of its rows: a missing or repeated column, no
        rows, a row with too many or too few cells, a key that is blank or repeated, a cell that is
        no number, in another unit, infinite, or negative where that is not allowed.
    """
    sheet, problems = read_sheet(path, (key, *columns))
    keys = tuple(normalize(cell) for cell in sheet.column(key))
    rows = tuple(line for line, _ in sheet.rows)
    problems += _key_problems(keys, rows, str(path), key)
    mark, note = notation(sheet, str(path), columns, decimal)
    found: dict[str, Column] = {}
    for name, unit in columns.items():
        found[name], wrong = _read_column(
            sheet, str(path), name, unit, mark, allow_negative=name in allow_negative
        )
        problems += wrong
    if problems:
        raise MapError(in_order(problems))
    notes = [note] if note else []
    for name, column in found.items():
        notes += marked(str(path), rows, name, column.cells)
    return Table(keys, rows, found, str(path), tuple(notes))


def table_from_frame(frame: pd.DataFrame, *, key: str, columns: Mapping[str, str]) -> Table:
    """Take a table from a frame whose columns are numbers already.

    Parameters
    ----------
    frame : DataFrame
        One row a district; NaN is "missing".
    key : str
        The column that names or codes the district.
    columns : mapping of str to str
        Numeric column to its unit; the figures count as exact.

    Returns
    -------
    Table
        Its row numbers count from 1.

    Raises
    ------
    MapError
        With every key that is blank or repeated, and every value that is no finite number.
    """
    import pandas as pd

    keys = tuple("" if pd.isna(k) else normalize(str(k)) for k in frame[key])
    rows = tuple(range(1, len(frame) + 1))
    problems = _key_problems(keys, rows, "data", key)
    if not keys:
        problems.append(Problem("data", "is empty", "Give one row a district."))
    found: dict[str, Column] = {}
    for name, unit in columns.items():
        numbers = pd.to_numeric(frame[name], errors="coerce").to_numpy(float, na_value=np.nan)
        blank = frame[name].isna().to_numpy()
        # `to_numeric` makes NaN of text; what was blank before is no fault.
        for i in np.flatnonzero((np.isnan(numbers) & ~blank) | (np.abs(numbers) > LARGEST)):
            what = f"{name} {str(frame[name].iloc[i])!r} is not a number up to {LARGEST:.0e}"
            remedy = "Convert the column to numbers."
            problems.append(Problem("data", what, remedy, row=int(i) + 1))
        found[name] = column_of(np.where(np.abs(numbers) > LARGEST, np.nan, numbers), unit)
    if problems:
        raise MapError(in_order(problems))
    return Table(keys, rows, found, "data")


def column_of(numbers: ArrayLike, unit: str) -> Column:
    """Return measured numbers as a column of exact figures; NaN is "missing".

    Parameters
    ----------
    numbers : array_like of float, shape (n,)
    unit : str
    """
    cells = tuple(
        None if np.isnan(x) else Printed(decimal_of(x)) for x in np.asarray(numbers, dtype=float)
    )
    return Column(unit, cells, tuple("missing" if c is None else "value" for c in cells))


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems of a file in the order of its rows, those of the whole file first."""
    return sorted(problems, key=lambda problem: problem.row or 0)


def _key_problems(
    keys: Sequence[str], rows: Sequence[int], source: str, column: str
) -> list[Problem]:
    found = []
    first: dict[str, int] = {}
    for key, row in zip(keys, rows, strict=True):
        if not key:
            remedy = "Name the district or drop the row."
            found.append(Problem(source, f"{column} is blank", remedy, row=row))
        elif key in first:
            what = f"{column} {key!r} is already in row {first[key]}"
            remedy = "Keep one of the two rows, or add them up."
            found.append(Problem(source, what, remedy, row=row))
        else:
            first[key] = row
    return found


def _read_column(
    sheet: Sheet, source: str, name: str, unit: str, decimal: DecimalMark, *, allow_negative: bool
) -> tuple[Column, list[Problem]]:
    cells: list[Printed | None] = []
    states: list[State] = []
    problems: list[Problem] = []
    for (row, _), text in zip(sheet.rows, sheet.column(name), strict=True):
        try:
            cell, state = _read_cell(text, unit, decimal, allow_negative=allow_negative)
        except FigureError as error:
            # Reading goes on, so that all problems of a file are reported at once.
            cell, state = None, "missing"
            what = f"{name} {text.strip()!r} {error}"
            remedy = error.remedy or how_to_write(unit)
            # Said once a column: figures that may be negative are so in many rows.
            if remedy == NEGATIVE and any(p.remedy == remedy for p in problems):
                remedy = ""
            problems.append(Problem(source, what, remedy, row=row))
        cells.append(cell)
        states.append(state)
    return Column(unit, tuple(cells), tuple(states)), problems


def _read_cell(
    text: str, unit: str, decimal: DecimalMark, *, allow_negative: bool
) -> tuple[Printed | None, State]:
    if split_mark(text).text.lower() in INAPPLICABLE:
        return None, "inapplicable"
    figure = read_figure(text, unit, decimal)
    if figure is None:
        return None, "missing"
    # A hyphen left in front of a figure is likelier than projects below zero.
    if figure.value < 0 and not allow_negative:
        raise FigureError("is negative", NEGATIVE)
    return figure, "value"


def derive(numerator: Column, denominator: Column, factor: Decimal, unit: str) -> Column:
    """Divide one column by another.

    Parameters
    ----------
    numerator, denominator : Column
        Both of length n.
    factor : Decimal
        The quotient is multiplied by it.
    unit : str
        Of the quotient.

    Returns
    -------
    Column
        Unrounded quotients. A denominator of zero makes one "inapplicable", a cell without a
        value makes it "missing".
    """
    pairs = zip(numerator.numbers, denominator.numbers, strict=True)
    found = [_quotient(above, below, factor) for above, below in pairs]
    return Column(unit, tuple(cell for cell, _ in found), tuple(state for _, state in found))


def _quotient(
    above: Decimal | None, below: Decimal | None, factor: Decimal
) -> tuple[Printed | None, State]:
    # Looked at first: without projects there is no sum per project, known or not.
    if below == 0:
        return None, "inapplicable"
    if above is None or below is None:
        return None, "missing"
    return Printed(quotient(product(above, factor), below)), "value"
