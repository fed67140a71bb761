"""A table read from a file or taken from a frame: every problem of it at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from geo.base.errors import MapError, Problem
from geo.base.nice import LARGEST
from geo.base.text import normalize
from geo.tables.decimals import DecimalChoice, notation
from geo.tables.footnotes import marked
from geo.tables.headunits import parted
from geo.tables.layout import Layout
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
from geo.tables.table import (
    Column,
    State,
    Table,
    column_of,
    in_order,
    key_problems,
    period_problems,
)

if TYPE_CHECKING:
    import pandas as pd


def read_table(
    path: Path,
    *,
    key: str,
    columns: Mapping[str, str],
    allow_negative: Collection[str] = (),
    decimal: DecimalChoice = "",
    layout: Layout | None = None,
) -> Table:
    """Read figures by district.

    Parameters
    ----------
    path : Path
        Text, workbook or Word document; see `read_sheet`.
    key : str
        The column that names or codes the district.
    columns : mapping of str to str
        Column to the unit its cells are in: ``{"investment": "亿元"}``.
    allow_negative : collection of str
        Columns that may hold negative numbers.
    decimal : {"", ".", ","}, default ""
        The decimal mark; empty to find it out, see `geo.tables.decimals.notation`.
    layout : Layout, optional
        Where the table lies in its file.

    Returns
    -------
    Table
        A blank cell or a dash is "missing", ``不适用`` is "inapplicable".

    Raises
    ------
    MapError
        With every problem of the file, in the order of its rows: a missing or repeated column, no
        rows, a row with too many or too few cells, a key that is blank or repeated (in its period,
        if the layout names their column), a cell that is
        no number, in another unit, infinite, or negative where that is not allowed.
    """
    period = layout.period if layout else ""
    wanted = (key, period, *columns) if period else (key, *columns)
    sheet, problems = read_sheet(path, wanted, layout)
    problems += _unit_problems(sheet, str(path), columns)
    keys = tuple(normalize(cell) for cell in sheet.column(key))
    rows = tuple(line for line, _ in sheet.rows)
    periods = tuple(normalize(cell) for cell in sheet.column(period)) if period else ()
    problems += (
        period_problems(keys, periods, rows, str(path), (key, period))
        if period
        else key_problems(keys, rows, str(path), key)
    )
    mark, note = notation(sheet, str(path), columns, decimal)
    found: dict[str, Column] = {}
    for name, unit in columns.items():
        found[name], wrong = _read_column(
            sheet, str(path), name, unit, mark, allow_negative=name in allow_negative
        )
        problems += wrong
    if problems:
        raise MapError(in_order(problems))
    notes = [*sheet.notes, *([note] if note else [])]
    for name, column in found.items():
        notes += marked(str(path), rows, name, column.cells)
    return Table(keys, rows, found, str(path), tuple(notes), periods)


def _unit_problems(sheet: Sheet, source: str, columns: Mapping[str, str]) -> list[Problem]:
    """Find columns whose head says another multiple than the spec: 万元 for 亿元, Mio. for Mrd."""
    found = []
    for name, unit in columns.items():
        written = sheet.units.get(name, "")
        (base, factor), (other, own) = parted(unit), parted(written)
        if unit and base == other and factor != own:
            what = f"{name} is in {written}, but the spec has it in {unit}"
            found.append(Problem(source, what, f'Write unit = "{written}" in the spec.'))
    return found


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
    problems = key_problems(keys, rows, "data", key)
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
