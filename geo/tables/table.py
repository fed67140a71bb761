"""Figures by district: every cell as it was printed, with its state and its row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from geo.base.errors import Problem
from geo.base.nice import decimal_of
from geo.tables.arithmetic import product, quotient
from geo.tables.printed import Printed

if TYPE_CHECKING:
    from decimal import Decimal

#: Rows of districts that have one already, as a share of the districts and in number, from which
#: it is no slip but a long table.
_LONG, _MANY_AGAIN = 0.5, 3

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
    periods : tuple of str
        The period of each row; empty for a table of one time.
    """

    keys: tuple[str, ...]
    rows: tuple[int, ...]
    columns: dict[str, Column]
    source: str
    notes: tuple[Problem, ...] = ()
    periods: tuple[str, ...] = ()


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


def period_problems(
    keys: Sequence[str],
    periods: Sequence[str],
    rows: Sequence[int],
    source: str,
    columns: Sequence[str],
) -> list[Problem]:
    """Return a problem for every row without key or period, and for each pair that is there before.

    Parameters
    ----------
    keys, periods : sequence of str, length n
    rows : sequence of int, length n
        Their numbers, from 1.
    source : str
    columns : sequence of str
        The names of both columns, for the messages.
    """
    found = []
    first: dict[tuple[str, str], int] = {}
    for key, period, row in zip(keys, periods, rows, strict=True):
        if not (key and period):
            column, remedy = (
                (columns[1], "Write the period or drop the row.")
                if key
                else (columns[0], "Name the district or drop the row.")
            )
            found.append(Problem(source, f"{column} is blank", remedy, row=row))
        elif (key, period) in first:
            what = (
                f"{columns[0]} {key!r} with {columns[1]} {period!r} is already in "
                f"row {first[key, period]}"
            )
            found.append(
                Problem(source, what, "Keep one of the two rows, or add them up.", row=row)
            )
        else:
            first[key, period] = row
    return found


def key_problems(
    keys: Sequence[str], rows: Sequence[int], source: str, column: str
) -> list[Problem]:
    """Return a problem for every key that is blank or there before.

    Parameters
    ----------
    keys : sequence of str, length n
    rows : sequence of int, length n
        Their numbers, from 1.
    source, column : str
        File and column, for the messages.
    """
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
    again = sum(map(bool, keys)) - len(first)
    if again >= max(_MANY_AGAIN, len(first) * _LONG):
        what = f"has {len(keys):,} rows for {len(first):,} districts"
        remedy = (
            "Is it a long table? Choose rows with where, such as where = { year = 2005 }, make "
            'columns of them with pivot, or a map with a slider: period = "year".'
        )
        return [
            *(p for p in found if not p.remedy.startswith("Keep one")),
            Problem(source, what, remedy),
        ]
    return found


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
