"""Columns of cells to numbers: plain ones all at once, the others as a table's cells are read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import numpy as np

from geo.base.errors import MapError, Problem
from geo.tables.printed import DecimalMark, FigureError, how_to_write, read_figure
from geo.tables.streams import Batch

if TYPE_CHECKING:
    import pyarrow as pa

#: Problems that are kept with their text; of more, only their number.
_KEPT = 1000
#: A part's sums have twenty digits before the point, which leaves thirteen for a cell's.
_LARGEST, _PLACES = Decimal(10) ** 13, 18
_PLAIN = r"^[+-]?[0-9]{1,13}(\.[0-9]{1,18})?$"
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

    def refuse(self) -> None:
        """Raise what was found, if anything was."""
        rest = [
            Problem(where, f"{n:,} more records have such problems")
            for where, n in self.more.items()
        ]
        if self.kept:
            raise MapError([*self.kept, *rest])


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


def figures(batch: Batch, rows: np.ndarray, column: Column, found: Findings) -> pa.ChunkedArray:
    """Read a column exactly.

    Parameters
    ----------
    batch : Batch
    rows : ndarray of int
        Of the records, for messages.
    column : Column
    found : Findings
        Takes what is wrong.

    Returns
    -------
    ChunkedArray of decimal128(38, 18)
        Null for a blank, and for what is wrong.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    kind, cells = pa.decimal128(38, _PLACES), batch.table[column.name]
    if pa.types.is_floating(cells.type):
        cells = pc.if_else(pc.is_nan(cells), None, cells)
    texts = pc.fill_null(cells.cast(pa.string()), "")
    plain = pc.match_substring_regex(texts, _PLAIN)
    known = pc.if_else(plain, texts, None).cast(kind)
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
            row = int(rows[rest[at[0]]])
            found.add(Problem(batch.source, problem.what, problem.remedy, row=row), len(at))
    filled = pa.array(read, kind).take(pa.array(index))
    return pc.replace_with_mask(known.combine_chunks(), pc.invert(plain).combine_chunks(), filled)


def degrees(batch: Batch, rows: np.ndarray, column: Column, found: Findings) -> np.ndarray:
    """Read a column of coordinates.

    Returns
    -------
    ndarray of float
        NaN for a blank.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = batch.table[column.name]
    if not pa.types.is_string(cells.type):
        return cells.cast(pa.float64()).to_numpy()
    try:
        return cells.cast(pa.float64()).to_numpy()
    except pa.ArrowInvalid:  # blanks, signs of degrees, decimal commas
        return pc.cast(figures(batch, rows, column, found), pa.float64()).to_numpy(
            zero_copy_only=False
        )


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
    if abs(value) >= _LARGEST or int(value.as_tuple().exponent) < -_PLACES:
        remedy = "Write at most 13 digits before the point and 18 behind it."
        return None, Problem("", f"{shown} has too many digits", remedy)
    return value, None
