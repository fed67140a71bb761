"""A measure of all districts: values, ranks and sums, and how they are coloured.

Every figure is rounded here, once, before it is classified or ranked: what readers see decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geo.base.catalogue import number
from geo.base.errors import MapError, Problem
from geo.base.formula import read_formula
from geo.base.nice import LARGEST, decimal_of
from geo.spec.measure import MeasureSpec
from geo.symbology.classify import classify
from geo.symbology.diverging import DIVERGING
from geo.symbology.symbolize import Symbology, symbolize
from geo.tables.arithmetic import difference, product, quotient, rounded, total
from geo.tables.formula import computed, of_the_whole
from geo.tables.table import Column, State, column_of, derive

_SHARE_DECIMALS = 1
Numbers = tuple[Decimal | None, ...]


@dataclass(frozen=True, eq=False)
class Measure:
    """One measure of all districts, classified and coloured.

    Attributes
    ----------
    id, label, unit, description : str
        As in the spec.
    kind : {"total", "rate"}
    decimals : int
        Digits after the point at most.
    fixed : bool
        Trailing zeros are shown: true for computed rates, false for figures that a source printed.
    values : ndarray of float, shape (n,)
        `figures` as doubles, for arithmetic and drawing; NaN where there is none.
    figures : tuple of Decimal or None, length n
        In `unit`, in the order of the districts, rounded half up to `decimals`: what every output
        shows, and what was classified and ranked.
    exact : tuple of Decimal or None, length n
        The table's own digits; those of `figures` for a computed rate, which has no others.
    states : tuple of {"value", "missing", "inapplicable"}, length n
        Why there is no value: not reported, or not defined (a denominator of zero).
    ranks : tuple of int or None, length n
        1 is the largest; equal figures share a rank.
    ranked : int
        Number of districts that have a rank.
    total : Decimal or None
        Sum over the districts, for totals; computed from exact figures and rounded once, like
        the following.
    overall : Decimal or None
        Mean of a district for a column; ratio of the sums for a computed rate.
    shares : tuple of Decimal or None, length n
        Per cent of the total, one decimal; None for all if a figure is negative or the total is 0.
    differences : tuple of Decimal or None, length n
        From the overall value.
    symbology : Symbology
        Classes and fills.
    mean : {"ratio", "weighted", "unweighted"}
        What `overall` is: the ratio of the sums, or a mean of the districts.
    language : str
        In which figures are written.
    """

    id: str
    label: str
    unit: str
    kind: Literal["total", "rate"]
    decimals: int
    fixed: bool
    description: str
    values: NDArray[np.float64]
    figures: Numbers
    exact: Numbers
    states: tuple[State, ...]
    ranks: tuple[int | None, ...]
    ranked: int
    total: Decimal | None
    overall: Decimal | None
    shares: Numbers
    differences: Numbers
    symbology: Symbology
    mean: Literal["ratio", "weighted", "unweighted"]
    language: str = "zh"

    @property
    def order(self) -> tuple[int, ...]:
        """The districts with a value, the largest first; equal ones in the districts' order."""
        ranked = ((rank, i) for i, rank in enumerate(self.ranks) if rank is not None)
        return tuple(i for _, i in sorted(ranked))

    def text(self, i: int) -> str:
        """Return district `i`'s value as readers see it, without unit; empty if there is none."""
        figure = self.figures[i]
        return "" if figure is None else self.format(figure)

    def format(self, value: Decimal | float) -> str:
        """Return any number of this measure as readers see it, without unit."""
        return number(value, self.decimals, fixed=self.fixed, language=self.language)


def measured(
    spec: MeasureSpec,
    columns: Mapping[str, Column],
    areas_km2: NDArray[np.float64],
    language: str = "zh",
) -> Measure:
    """Take one measure from the joined columns, classify and colour it.

    Parameters
    ----------
    spec : MeasureSpec
    columns : mapping of str to Column
        In the order of the districts (``Joined.columns``).
    areas_km2 : ndarray of float, shape (n,)
        In the same order.
    language : str, default "zh"
        Of the figures' texts.

    Raises
    ------
    MapError
        If the figures cannot be classified as the spec asks, or the palette is unknown.
    """
    areas = {"area_km2": column_of(areas_km2, "km²")}
    named = {**columns, **areas}
    column, overall = _taken(spec, named)
    exact, decimals = column.numbers, spec.decimals
    figures = _rounded(exact, decimals)
    # A factor can carry a ratio past the limit that its two columns keep.
    if any(f is not None and abs(f) > LARGEST for f in figures):
        what = f"a value is above {LARGEST:.0e}"
        raise MapError(Problem(f"measure {spec.id}", what, "Lower the factor."))
    values = np.array([np.nan if f is None else float(f) for f in figures])
    placed = ranks(values)
    known = [x for x in exact if x is not None]
    whole = total(known) if spec.kind == "total" and known else None
    return Measure(
        id=spec.id,
        label=spec.label,
        unit=spec.unit,
        kind=spec.kind,
        decimals=decimals,
        fixed=not spec.column,
        description=spec.description,
        values=values,
        figures=figures,
        exact=exact if spec.column else figures,
        states=column.states,
        ranks=placed,
        ranked=sum(rank is not None for rank in placed),
        total=None if whole is None else rounded(whole, decimals),
        overall=None if overall is None else rounded(overall, decimals),
        shares=_shares(exact, whole),
        differences=_differences(exact, overall, decimals),
        symbology=_symbology(spec, values, language),
        mean=_kind_of_mean(spec),
        language=language,
    )


def _kind_of_mean(spec: MeasureSpec) -> Literal["weighted", "unweighted", "ratio"]:
    if spec.weight:
        return "weighted"
    return "unweighted" if spec.column or _of_rates(spec) else "ratio"


def _symbology(spec: MeasureSpec, values: NDArray[np.float64], language: str) -> Symbology:
    classes = classify(
        values,
        scheme=spec.scheme,
        k=spec.classes,
        breaks=spec.breaks,
        zero_class=spec.zero_class,
        center=spec.center,
        open_ends=spec.open,
        label=f"measure {spec.id}",
    )
    if spec.center is not None and spec.palette not in DIVERGING:
        what = f"center is for a diverging palette, not for {spec.palette!r}"
        remedy = 'Write palette = "RdBu", "PuOr", "BrBG" or "vik".'
        raise MapError(Problem(f"measure {spec.id}", what, remedy))
    return symbolize(
        classes,
        values,
        palette=spec.palette,
        reverse=spec.reverse,
        decimals=spec.decimals,
        unclassed=spec.unclassed,
        centred=spec.center is not None,
        language=language,
    )


def _taken(spec: MeasureSpec, columns: Mapping[str, Column]) -> tuple[Column, Decimal | None]:
    """Return a measure's column, unrounded, and its value for all districts together."""
    if spec.column:
        return _column(spec, columns)
    if spec.formula:
        formula = read_formula(spec.formula)
        column = computed(formula, columns, spec.unit)
        # rate * 100 of the sums of rates would be no rate of anything.
        overall = _mean(column) if _of_rates(spec) else of_the_whole(formula, columns)
        return column, overall
    return _ratio(spec, columns)


def _column(spec: MeasureSpec, columns: Mapping[str, Column]) -> tuple[Column, Decimal | None]:
    """Return a column of the table and the mean of a district, weighted if the spec says so."""
    column = columns[spec.column]
    if spec.weight:
        return column, _weighted(column.numbers, columns[spec.weight].numbers)
    return column, _mean(column)


def _of_rates(spec: MeasureSpec) -> bool:
    """Tell whether a rate is a sum of columns, which are rates themselves: "2007" - "1952"."""
    return spec.kind == "rate" and bool(spec.formula) and read_formula(spec.formula).adds_up


def _mean(column: Column) -> Decimal | None:
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


def _rounded(numbers: Sequence[Decimal | None], decimals: int) -> Numbers:
    return tuple(None if x is None else rounded(x, decimals) for x in numbers)


def _shares(exact: Sequence[Decimal | None], whole: Decimal | None) -> Numbers:
    if not whole or any(x is not None and x < 0 for x in exact):
        return (None,) * len(exact)
    parts = (None if x is None else quotient(product(x, Decimal(100)), whole) for x in exact)
    return _rounded(tuple(parts), _SHARE_DECIMALS)


def _differences(
    exact: Sequence[Decimal | None], overall: Decimal | None, decimals: int
) -> Numbers:
    apart = (None if x is None or overall is None else difference(x, overall) for x in exact)
    return _rounded(tuple(apart), decimals)


def ranks(values: NDArray[np.float64]) -> tuple[int | None, ...]:
    """Return competition ranks: 1 is the largest, equal values share a rank, NaN has none."""
    known = np.isfinite(values)
    ascending = np.sort(values[known])
    above = len(ascending) - np.searchsorted(ascending, values, side="right")
    return tuple(int(n) + 1 if k else None for n, k in zip(above, known, strict=True))
