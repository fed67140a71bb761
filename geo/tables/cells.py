"""Columns of cells to numbers: plain ones all at once, the others as a table's cells are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import numpy as np

from geo.base.errors import MapError, Problem
from geo.tables.arithmetic import rounded
from geo.tables.printed import DecimalMark, FigureError, how_to_write, read_figure
from geo.tables.scaled import PLACES, Scaled, decimals
from geo.tables.streams import Batch

if TYPE_CHECKING:
    import pyarrow as pa

#: Problems that are kept with their text; of more, only their number.
_KEPT = 1000
#: A part's sums have twenty digits before the point, which leaves thirteen for a cell's.
_LARGEST = 10**13
_PLAIN = r"^\s*[+-]?([0-9]{1,13}(\.[0-9]{0,18})?|\.[0-9]{1,18})\s*$"
_WHOLE = r"^\s*[+-]?[0-9]{1,13}\s*$"
#: Beyond the sums of 64 bits, doubles' rounding included.
_MOST = 2.0**62
#: Digits behind the point up to which doubles are looked at as decimals.
_WRITTEN = 8
#: Of a batch, the doubles that tell where to begin.
_FIRST = 1000
_CHOOSE = "Choose: --decimal , or --decimal ."


@dataclass
class Findings:
    """Problems of records: the first with their text, of the others their number."""

    kept: list[Problem] = field(default_factory=list)
    more: Counter[str] = field(default_factory=Counter)

    def add(self, problem: Problem, records: int = 1) -> None:
        """Add a problem that so many records have."""
        if len(self.kept) < _KEPT:
            self.kept.append(problem)
            records -= 1
        if records:
            self.more[problem.where] += records

    def absorb(self, other: Findings, rows: int) -> None:
        """Add what was found further down, after so many rows."""
        for problem in other.kept:
            self.add(further(problem, rows))
        self.more += other.more

    def refuse(self) -> None:
        """Raise what was found, if anything was."""
        rest = [
            Problem(where, f"{n:,} more records have such problems")
            for where, n in self.more.items()
        ]
        if self.kept:
            raise MapError([*self.kept, *rest])


def further(problem: Problem, rows: int) -> Problem:
    """Return a problem so many rows further down."""
    return problem if problem.row is None else replace(problem, row=problem.row + rows)


@dataclass(frozen=True)
class Column:
    """A column that is read as numbers.

    Attributes
    ----------
    name, unit : str
    decimal : {"", ".", ","}
        The decimal mark; empty if the map-maker said nothing.
    remedy : str
        For cells that are no number.
    """

    name: str
    unit: str = ""
    decimal: Literal["", ".", ","] = ""
    remedy: str = ""


def figures(batch: Batch, column: Column, found: Findings) -> pa.ChunkedArray | Scaled:
    """Read a column exactly.

    Parameters
    ----------
    batch : Batch
    column : Column
    found : Findings
        Takes what is wrong.

    Returns
    -------
    ChunkedArray of decimal128(38, 18), or Scaled
        Null for a blank, and for what is wrong.
    """
    known = _exact(batch.table[column.name])
    return _read_texts(batch, column, found) if known is None else known


def _read_texts(batch: Batch, column: Column, found: Findings) -> pa.ChunkedArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    kind, cells = pa.decimal128(38, PLACES), batch.table[column.name]
    if pa.types.is_floating(cells.type):
        cells = pc.if_else(pc.is_nan(cells), None, cells)
    texts = pc.fill_null(cells.cast(pa.string()), "")
    plain = _plain(texts, column)
    known = pc.if_else(plain, pc.utf8_trim_whitespace(texts), None).cast(kind)
    rest = np.flatnonzero(~plain.to_numpy())
    if not len(rest):
        return known
    # Blanks and figures such as 1,480 or 3.5万: each different one is read once.
    odd = pc.dictionary_encode(texts.take(pa.array(rest))).combine_chunks()
    index = odd.indices.to_numpy()
    read = []
    for i, text in enumerate(odd.dictionary.to_pylist()):
        number, problem = _read(text, batch, column)
        read.append(number)
        if problem:
            at = np.flatnonzero(index == i)
            row = int(batch.rows[rest[at[0]]])
            found.add(Problem(batch.source, problem.what, problem.remedy, row=row), len(at))
    filled = pa.array(read, kind).take(pa.array(index))
    return pc.replace_with_mask(known.combine_chunks(), pc.invert(plain).combine_chunks(), filled)


def _plain(texts: pa.ChunkedArray, column: Column) -> pa.ChunkedArray:
    """Tell which cells are numbers as Arrow reads them; with a decimal comma 1.480 is none."""
    import pyarrow.compute as pc

    return pc.match_substring_regex(texts, _WHOLE if column.decimal == "," else _PLAIN)


def _exact(cells: pa.ChunkedArray) -> pa.ChunkedArray | Scaled | None:
    """Return numbers that were read as such; None where only their texts tell what they are."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_float64(cells.type):
        return _shortest(cells)
    if not pa.types.is_integer(cells.type) and cells.type != pa.decimal128(38, PLACES):
        return None
    least, most = pc.min_max(cells).as_py().values()
    if least is not None and max(-least, most) >= _LARGEST:
        return None
    if not pa.types.is_integer(cells.type):
        return cells
    whole = cells.cast(pa.int64())
    largest = max(-(least or 0), most or 0)
    return Scaled(whole, 0) if _adds_up(largest, len(cells)) else decimals(whole)


def _adds_up(largest: float, cells: int) -> bool:
    """Tell whether the sum of so many whole numbers is one that a machine has."""
    return largest * max(cells, 1) < _MOST


def _shortest(cells: pa.ChunkedArray) -> pa.ChunkedArray | Scaled | None:
    """Return doubles as the decimals that people wrote, 0.1 as 0.1; None if any is too long.

    A decimal of 15 digits or fewer is the only one of its length that its double stands for, and so
    the one that the double is printed as.
    """
    import pyarrow as pa

    values = cells.to_numpy()
    blank = np.isnan(values)
    some = bool(blank.any())
    filled = np.where(blank, 0, values) if some else values
    first = next((n for n in range(_WRITTEN) if _scaled(filled[:_FIRST], n) is not None), _WRITTEN)
    for places in range(first, _WRITTEN + 1):
        if (whole := _scaled(filled, places)) is None:
            continue
        largest = max(whole.max(initial=0), -whole.min(initial=0))
        if largest >= _LARGEST * 10.0**places:
            return None
        digits = pa.chunked_array([pa.array(whole.astype(np.int64), mask=blank if some else None)])
        return Scaled(digits, places) if _adds_up(largest, len(whole)) else decimals(digits, places)
    return None


def _scaled(values: np.ndarray, places: int) -> np.ndarray | None:
    """Return values times a power of ten, if all of them are then whole and of 15 digits."""
    scale = 10.0**places
    with np.errstate(over="ignore", invalid="ignore"):
        whole = values * scale
        np.rint(whole, out=whole)
        exact = whole.max(initial=0) < 1e15 and whole.min(initial=0) > -1e15
        return whole if exact and np.array_equal(whole / scale, values) else None


def degrees(batch: Batch, column: Column, found: Findings) -> np.ndarray:
    """Read a column of coordinates.

    Returns
    -------
    ndarray of float
        NaN for a blank.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = batch.table[column.name]
    if pa.types.is_floating(cells.type) or pa.types.is_integer(cells.type):
        return cells.cast(pa.float64()).to_numpy()
    texts = pc.utf8_trim_whitespace(pc.fill_null(cells.cast(pa.string()), ""))
    plain = _plain(texts, column).to_numpy()
    values = np.full(len(texts), np.nan)
    values[plain] = texts.filter(pa.array(plain)).cast(pa.float64()).to_numpy()
    if not plain.all():  # blanks, signs of degrees, decimal commas
        odd = batch.table.filter(pa.array(~plain))
        read = _read_texts(batch._replace(table=odd, rows=batch.rows[~plain]), column, found)
        # From its digits, as Arrow reads text: a cast of decimals may miss the nearest double.
        values[~plain] = [np.nan if d is None else float(d) for d in read.to_pylist()]
    return values


def _read(text: str, batch: Batch, column: Column) -> tuple[Decimal | None, Problem | None]:
    shown = f"{column.name} {text.strip()!r}"
    if not column.decimal and batch.delimiter and batch.delimiter in ";\t" and "," in text:
        return None, Problem("", f"{shown} could have a decimal comma or thousands", _CHOOSE)
    mark: DecimalMark = column.decimal or "."
    try:
        figure = read_figure(text, column.unit, mark)
    except FigureError as error:
        remedy = error.remedy or column.remedy or how_to_write(column.unit)
        return None, Problem("", f"{shown} {error}", remedy)
    if figure is None:
        return None, None
    value = figure.value
    if abs(value) >= _LARGEST or value != rounded(value, PLACES):
        remedy = "Write at most 13 digits before the point and 18 behind it."
        return None, Problem("", f"{shown} has too many digits", remedy)
    return value, None


def text_of(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    """Return a column as text, whatever it was read as."""
    import pyarrow as pa

    return cells if pa.types.is_string(cells.type) else cells.cast(pa.string())
