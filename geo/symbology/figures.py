"""The figures of a measure: its column, a ratio, or a formula, with its value for the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from geo.base.formula import read_formula
from geo.base.nice import decimal_of
from geo.spec.measure import MeasureSpec
from geo.tables.arithmetic import product, quotient, total
from geo.tables.formula import computed, of_the_whole
from geo.tables.table import Column, column_of, derive

Numbers = tuple[Decimal | None, ...]


_AREA = "area_km2"


def with_areas(
    columns: Mapping[str, Column], areas_km2: NDArray[np.float64], specs: Iterable[MeasureSpec]
) -> dict[str, Column]:
    """Return the joined columns, and the districts' areas as one more, if a measure needs them."""
    # An exact number for every district: of a country's counties that takes a while.
    needed = any(_AREA in (*spec.needs, spec.weight, spec.column) for spec in specs)
    return {**columns, **({_AREA: column_of(areas_km2, "km²")} if needed else {})}


def taken(spec: MeasureSpec, columns: Mapping[str, Column]) -> tuple[Column, Decimal | None]:
    """Return a measure's column, unrounded, and its value for all districts together.

    Parameters
    ----------
    spec : MeasureSpec
    columns : mapping of str to Column
        See `with_areas`.
    """
    if spec.column:
        return _column(spec, columns)
    if spec.formula:
        formula = read_formula(spec.formula)
        column = computed(formula, columns, spec.unit)
        # rate * 100 of the sums of rates would be no rate of anything.
        overall = mean_of(column) if of_rates(spec) else of_the_whole(formula, columns)
        return column, overall
    return _ratio(spec, columns)


def _column(spec: MeasureSpec, columns: Mapping[str, Column]) -> tuple[Column, Decimal | None]:
    """Return a column of the table and the mean of a district, weighted if the spec says so."""
    column = columns[spec.column]
    if spec.weight:
        return column, _weighted(column.numbers, columns[spec.weight].numbers)
    return column, mean_of(column)


def of_rates(spec: MeasureSpec) -> bool:
    """Tell whether a rate is a sum of columns, which are rates themselves: "2007" - "1952"."""
    return spec.kind == "rate" and bool(spec.formula) and read_formula(spec.formula).adds_up


def mean_of(column: Column) -> Decimal | None:
    """Return the mean of a column's figures, each district counted alike; None without one."""
    known = [x for x in column.numbers if x is not None]
    return quotient(total(known), Decimal(len(known))) if known else None


def _weighted(numbers: Numbers, weights: Numbers) -> Decimal | None:
    both = [
        (x, w) for x, w in zip(numbers, weights, strict=True) if x is not None and w is not None
    ]
    whole = total(w for _, w in both)
    return quotient(total(product(x, w) for x, w in both), whole) if whole else None


def _ratio(spec: MeasureSpec, columns: Mapping[str, Column]) -> tuple[Column, Decimal | None]:
    """Return unrounded quotients, and the ratio of the sums over districts that have both."""
    above, below = columns[spec.numerator], columns[spec.denominator]
    factor = decimal_of(spec.factor)
    pairs = zip(above.numbers, below.numbers, strict=True)
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    top, bottom = total(a for a, _ in both), total(b for _, b in both)
    overall = quotient(product(top, factor), bottom) if bottom else None
    return derive(above, below, factor, spec.unit), overall
