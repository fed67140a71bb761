"""Wide tables of periods: a column for each, ``investment_2023`` beside ``investment_2024``."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from geo.spec.part import PLACE
from geo.tables.decimals import DecimalChoice
from geo.tables.guess import Figures, Guess
from geo.tables.layout import Layout
from geo.tables.reader import read_table
from geo.tables.table import Column, Table

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def read_wide(
    path: Path,
    *,
    key: str,
    columns: Mapping[str, str],
    periods: Sequence[str],
    allow_negative: Collection[str] = (),
    decimal: DecimalChoice = "",
    layout: Layout | None = None,
) -> Table:
    """Read a table with one row a district and a column for each period.

    Parameters
    ----------
    columns : mapping of str to str
        Column to unit; ``{period}`` in its name is one of `periods` after the other, a name
        without it is a column of all of them.
    periods : sequence of str
        As they stand in the names of the columns.
    path, key, allow_negative, decimal, layout
        See `read_table`.

    Returns
    -------
    Table
        A row for each district and period; columns have the names that `columns` has.

    Raises
    ------
    MapError
        See `read_table`.
    """
    named = {label: {c: c.replace(PLACE, label) for c in columns} for label in periods}
    negative = {names[c] for names in named.values() for c in columns if c in allow_negative}
    wide = read_table(
        path,
        key=key,
        columns={names[c]: unit for names in named.values() for c, unit in columns.items()},
        allow_negative=negative,
        decimal=decimal,
        layout=layout,
    )
    return replace(
        wide,
        keys=wide.keys * len(periods),
        rows=wide.rows * len(periods),
        periods=tuple(label for label in periods for _ in wide.keys),
        columns={c: _joined([wide.columns[names[c]] for names in named.values()]) for c in columns},
    )


def _joined(columns: Sequence[Column]) -> Column:
    """Return the cells of several columns one under the other."""
    return Column(
        columns[0].unit,
        tuple(cell for column in columns for cell in column.cells),
        tuple(state for column in columns for state in column.states),
    )


def by_years(read: Guess) -> tuple[Guess, tuple[str, ...]]:
    """Return a guess whose columns are those of years, and the years; as it is if that is unsure.

    It is sure if every column of figures has one year in its name, there are several, and every
    figure is there, in one unit, for each of them.

    Returns
    -------
    tuple of Guess and tuple of str
        Columns with ``{period}`` in the place of the year.
    """
    groups: dict[str, dict[str, Figures]] = {}
    for figures in read.figures:
        years = _YEAR.findall(figures.column)
        if len(years) != 1:
            return read, ()
        groups.setdefault(_YEAR.sub(PLACE, figures.column), {})[years[0]] = figures
    periods = {tuple(sorted(group)) for group in groups.values()}
    units = [{f.unit for f in group.values()} for group in groups.values()]
    if len(periods) != 1 or any(len(unit) > 1 for unit in units):
        return read, ()
    (labels,) = periods
    if len(labels) < 2:
        return read, ()
    return replace(read, figures=tuple(_one(c, g) for c, g in groups.items())), labels


def _one(column: str, group: Mapping[str, Figures]) -> Figures:
    every = list(group.values())
    return replace(
        every[0],
        column=column,
        decimals=max(f.decimals for f in every),
        rate=any(f.rate for f in every),
        negative=any(f.negative for f in every),
    )
