"""Between which values a figure lies, as its source was rounded: interval arithmetic by corners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import product as corners
from typing import NamedTuple

from geo.spec.measure import MeasureSpec
from geo.symbology.change import changed
from geo.symbology.figures import Numbers, taken
from geo.tables.arithmetic import product, total
from geo.tables.printed import Printed
from geo.tables.resolution import as_rounded
from geo.tables.table import Column

#: A formula of more rounded columns has more corners than a build has time for.
_MOST_COLUMNS = 8

Columns = Mapping[str, Column]


class Interval(NamedTuple):
    """The least and the largest true value behind each figure, both ends included; None for none.

    Unrounded: a ratio of exact counts is one number.
    """

    low: Numbers
    high: Numbers


def interval(spec: MeasureSpec, times: Sequence[Columns]) -> Interval | None:
    """Return between which values the figures of a measure lie.

    Parameters
    ----------
    spec : MeasureSpec
    times : sequence of mapping of str to Column
        The columns, see `geo.symbology.figures.with_areas`; of a change those of both periods.

    Returns
    -------
    Interval or None
        None if more columns are rounded than can be looked at.

    Notes
    -----
    A figure printed as 81.8 is somewhere in 81.75 to 81.85. Sums, differences, products and
    quotients of such intervals are monotone in each column as long as no divisor changes its sign,
    so that their ends lie at corners: every rounded column wholly at its low or its high end
    (R. E. Moore, R. B. Kearfott & M. J. Cloud, "Introduction to Interval Analysis", SIAM 2009).
    """
    slacks = [
        (time, name, found)
        for time, columns in enumerate(times)
        for name in spec.made_of
        if any(found := _slacks(columns[name]))
    ]
    if len(slacks) > _MOST_COLUMNS:
        return None
    if spec.column and not spec.change:
        # The usual measure, of a country's counties: no mean of every corner is asked for.
        column = times[0][spec.column]
        if not slacks:
            return Interval(column.numbers, column.numbers)
        ((_, _, own),) = slacks
        return Interval(*(tuple(_ends(column, sign, own)) for sign in (-1, 1)))
    least: Numbers | None = None
    most: Numbers = ()
    for signs in corners((-1, 1), repeat=len(slacks)):
        moved = [dict(columns) for columns in times]
        for sign, (time, name, slack) in zip(signs, slacks, strict=True):
            moved[time][name] = _moved(times[time][name], sign, slack)
        numbers = _figures(spec, moved)
        least = _each(min, least or numbers, numbers)
        most = _each(max, most or numbers, numbers)
    return Interval(least or (), most)


def _slacks(column: Column) -> tuple[Decimal, ...]:
    """Return half of the last digit of every cell, as its column's digits show; 0 for none."""
    known = iter(as_rounded([cell for cell in column.cells if cell is not None], column.unit))
    return tuple(Decimal(0) if cell is None else next(known).slack for cell in column.cells)


def _moved(column: Column, sign: int, slacks: Sequence[Decimal]) -> Column:
    """Return a column with every cell at one end of its rounding."""
    cells = (
        None
        if cell is None or end is None
        else Printed(end, cell.resolution, cell.mark, cell.scale)
        for cell, end in zip(column.cells, _ends(column, sign, slacks), strict=True)
    )
    return replace(column, cells=tuple(cells))


def _ends(column: Column, sign: int, slacks: Sequence[Decimal]) -> Iterator[Decimal | None]:
    # Most cells of a column are rounded alike.
    steps = {slack: product(Decimal(sign), slack) for slack in set(slacks)}
    for cell, slack in zip(column.cells, slacks, strict=True):
        yield total((cell.value, steps[slack])) if cell else None


def _figures(spec: MeasureSpec, times: Sequence[Columns]) -> Numbers:
    found, _ = changed(spec, *times) if spec.change else taken(spec, times[0])
    return found.numbers


def _each(pick: Callable[[Decimal, Decimal], Decimal], known: Numbers, others: Numbers) -> Numbers:
    # A divisor that reaches zero at one end leaves no figure there.
    return tuple(
        b if a is None else a if b is None else pick(a, b)
        for a, b in zip(known, others, strict=True)
    )
