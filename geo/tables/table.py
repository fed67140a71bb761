"""A table's cells to numbers that keep their unit and rounding; ratios of two columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geo.base.errors import MapError, Problem
from geo.base.text import normalize
from geo.tables.printed import INAPPLICABLE, Figure, read_figure
from geo.tables.sheet import Sheet, read_sheet

if TYPE_CHECKING:
    import pandas as pd

State = Literal["value", "missing", "inapplicable"]
_REMEDIES = {
    "is negative": "Correct it, or set allow_negative for the measure.",
    "is infinite": "Correct it, or leave the cell empty.",
}
#: A double has no decimals from here on.
_BEYOND_ROUNDING = 2**53
Cell = tuple[Figure | None, State]


@dataclass(frozen=True, eq=False)
class Table:
    """Figures by district.

    Attributes
    ----------
    frame : DataFrame
        ``key`` (str), ``row`` (int, the line in the file) and for every column c: ``c`` (float64
        in the column's unit, NaN where there is none), ``c:state`` ("value", "missing",
        "inapplicable") and ``c:resolution`` (float, the size of the last printed digit, NaN
        where there is no value).
    source : str
        The file, for messages.
    """

    frame: pd.DataFrame
    source: str


def read_table(
    path: Path,
    *,
    key: str,
    columns: Mapping[str, str],
    allow_negative: Collection[str] = (),
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

    Returns
    -------
    Table
        A blank cell or a dash is "missing", ``不适用`` is "inapplicable".

    Raises
    ------
    MapError
        With every problem of the file: a missing or repeated column, no rows, a row with too many
        or too few cells, a key that is blank or there twice, a cell that is no number, in another
        unit, infinite, or negative without leave.
    """
    import pandas as pd

    sheet, problems = read_sheet(path, (key, *columns))
    keys = [normalize(cell) for cell in sheet.column(key)]
    problems += _key_problems(sheet, keys, str(path), key)
    data: dict[str, Any] = {"key": keys, "row": [line for line, _ in sheet.rows]}
    for column, unit in columns.items():
        negative = column in allow_negative
        cells, wrong = _read_column(sheet, str(path), column, unit, allow_negative=negative)
        problems += wrong
        data |= _column_data(column, cells)
    if problems:
        raise MapError(sorted(problems, key=_row_number))
    return Table(pd.DataFrame(data).astype({"key": object}), str(path))


def table_from_frame(frame: pd.DataFrame, *, key: str, columns: Sequence[str]) -> Table:
    """Take a table from a frame whose columns are numbers already.

    Parameters
    ----------
    frame : DataFrame
        One row a district; NaN is "missing".
    key : str
        The column that names or codes the district.
    columns : sequence of str
        Numeric; their figures count as exact.

    Returns
    -------
    Table
        Its row numbers count from 1.

    Raises
    ------
    MapError
        With every key that is blank or there twice, and every value that is no finite number.
    """
    import pandas as pd

    keys = ["" if pd.isna(k) else normalize(str(k)) for k in frame[key]]
    lines = tuple((i, ()) for i in range(1, len(frame) + 1))
    problems = _key_problems(Sheet((key,), lines), keys, "data", key)
    if not keys:
        problems.append(Problem("data", "is empty", "Give one row a district."))
    data: dict[str, Any] = {"key": keys, "row": [line for line, _ in lines]}
    for column in columns:
        values = pd.to_numeric(frame[column], errors="coerce").to_numpy(
            dtype=float, na_value=np.nan
        )
        blank = frame[column].isna().to_numpy()
        for i in np.flatnonzero((np.isnan(values) & ~blank) | np.isinf(values)):
            what = f"{column} {str(frame[column].iloc[i])!r} is not a finite number"
            problems.append(Problem(f"data, row {i + 1}", what, "Convert the column to numbers."))
        data[column] = values
        data[f"{column}:state"] = np.where(blank, "missing", "value").astype(object)
        data[f"{column}:resolution"] = np.where(blank, np.nan, 0.0)
    if problems:
        raise MapError(sorted(problems, key=_row_number))
    return Table(pd.DataFrame(data).astype({"key": object}), "data")


def _key_problems(sheet: Sheet, keys: Sequence[str], source: str, column: str) -> list[Problem]:
    found = []
    first: dict[str, int] = {}
    for (line, _), key in zip(sheet.rows, keys, strict=True):
        where = f"{source}, row {line}"
        if not key:
            found.append(Problem(where, f"{column} is blank", "Name the district or drop the row."))
        elif key in first:
            what = f"{column} {key!r} is in row {first[key]} already"
            found.append(Problem(where, what, "Keep one of the two rows, or add them up."))
        else:
            first[key] = line
    return found


def _read_column(
    sheet: Sheet, source: str, column: str, unit: str, *, allow_negative: bool
) -> tuple[list[Cell], list[Problem]]:
    cells: list[Cell] = []
    problems = []
    for (line, _), text in zip(sheet.rows, sheet.column(column), strict=True):
        try:
            cells.append(_read_cell(text, unit, allow_negative=allow_negative))
        except ValueError as error:
            cells.append((None, "missing"))
            what = f"{column} {text.strip()!r} {error}"
            remedy = _REMEDIES.get(str(error)) or how_to_write(unit)
            problems.append(Problem(f"{source}, row {line}", what, remedy))
    return cells, problems


def how_to_write(unit: str) -> str:
    """Return the remedy for a cell that cannot be read in a column of this unit."""
    return f"Write it in {unit}, for example 120.5." if unit else "Write only the number."


def _read_cell(text: str, unit: str, *, allow_negative: bool) -> Cell:
    if normalize(text).lower() in INAPPLICABLE:
        return None, "inapplicable"
    figure = read_figure(text, unit)
    if figure is None:
        return None, "missing"
    if not np.isfinite(float(figure.value)):
        raise ValueError("is infinite")
    if figure.value < 0 and not allow_negative:
        raise ValueError("is negative")
    return figure, "value"


def _column_data(column: str, cells: Sequence[Cell]) -> dict[str, Any]:
    return {
        column: [np.nan if f is None else float(f.value) for f, _ in cells],
        f"{column}:state": np.array([state for _, state in cells], dtype=object),
        f"{column}:resolution": [np.nan if f is None else float(f.resolution) for f, _ in cells],
    }


def _row_number(problem: Problem) -> int:
    _, _, number = problem.where.rpartition(", row ")
    return int(number) if number.isdecimal() else 0


def derive(
    numerator: ArrayLike, denominator: ArrayLike, decimals: int
) -> tuple[NDArray[np.float64], tuple[State, ...]]:
    """Divide one column by another.

    Parameters
    ----------
    numerator, denominator : array_like of float, shape (n,)
        NaN where there is no value.
    decimals : int
        The quotient is rounded to it, half away from zero as statisticians do, before anything
        is classified: what readers see decides the class.

    Returns
    -------
    tuple of ndarray of float, shape (n,), and tuple of str, length n
        A denominator of zero makes a quotient "inapplicable", a missing number makes it "missing".
    """
    above, below = (np.asarray(a, dtype=float) for a in (numerator, denominator))
    pairs = [_quotient(a, b, decimals) for a, b in zip(above, below, strict=True)]
    values = np.array([value for value, _ in pairs], dtype=float)
    return values, tuple(state for _, state in pairs)


def _quotient(above: float, below: float, decimals: int) -> tuple[float, State]:
    if below == 0:
        return np.nan, "inapplicable"
    if np.isnan(above) or np.isnan(below):
        return np.nan, "missing"
    # repr gives the decimal that was read, so that 0.125 is a half and 0.1 + 0.2 is not.
    exact = Decimal(repr(float(above))) / Decimal(repr(float(below)))
    if abs(exact) >= _BEYOND_ROUNDING:
        return float(exact), "value"
    return float(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)), "value"
