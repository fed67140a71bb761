"""A measure of all districts: values, ranks and sums, and how they are coloured.

Every figure is rounded here, once, before it is classified or ranked: what readers see decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.base.errors import MapError, Problem
from geo.base.nice import LARGEST
from geo.base.numerals import Numerals, numerals
from geo.spec.measure import MeasureSpec
from geo.symbology.classify import classify, locked
from geo.symbology.diverging import DIVERGING
from geo.symbology.figures import Numbers, of_rates, taken, with_areas
from geo.symbology.symbolize import Symbology, parts_of, symbolize
from geo.tables.arithmetic import difference, product, quotient, rounded, total
from geo.tables.table import Column, State

_SHARE_DECIMALS = 1


@dataclass(frozen=True, eq=False)
class Measure:
    """One measure of all districts, classified and coloured.

    Attributes
    ----------
    id, label, unit, description : str
        As in the spec.
    kind : {"total", "rate", "bivariate"}
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
    reach : tuple of (Decimal, Decimal)
        Lowest and highest figure; of a map with periods in all of them, so that bars and circles
        of one are as large as those of another.
    written : Numerals
        How figures are written.
    """

    id: str
    label: str
    unit: str
    kind: Literal["total", "rate", "bivariate"]
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
    reach: tuple[Decimal, Decimal]
    written: Numerals

    @property
    def order(self) -> tuple[int, ...]:
        """The districts with a value, the largest first; equal ones in the districts' order."""
        # A bivariate measure has no ranks of its own: its districts are in the order of x.
        places = self.ranks if self.ranked else ranks(self.values)
        ranked = ((rank, i) for i, rank in enumerate(places) if rank is not None)
        return tuple(i for _, i in sorted(ranked))

    def text(self, i: int) -> str:
        """Return district `i`'s value as readers see it, without unit; empty if there is none."""
        figure, grid = self.figures[i], self.symbology.grid
        if figure is not None and grid and not grid.alpha:
            return f"{grid.x.texts[i]} / {grid.y.texts[i]}"
        return "" if figure is None else self.format(figure)

    def format(self, value: Decimal | float) -> str:
        """Return any number of this measure as readers see it, without unit."""
        return self.written.number(value, self.decimals, fixed=self.fixed)


def measured(
    spec: MeasureSpec,
    columns: Mapping[str, Column],
    areas_km2: NDArray[np.float64],
    written: Numerals | None = None,
) -> Measure:
    """Take one measure from the joined columns, classify and colour it.

    Parameters
    ----------
    spec : MeasureSpec
    columns : mapping of str to Column
        In the order of the districts (``Joined.columns``).
    areas_km2 : ndarray of float, shape (n,)
        In the same order.
    written : Numerals, optional
        How figures are written; by default as in Chinese.

    Raises
    ------
    MapError
        If the figures cannot be classified as the spec asks, or the palette is unknown.
    """
    return measured_over(spec, [taken(spec, with_areas(columns, areas_km2, [spec]))], written)[0]


def measured_over(
    spec: MeasureSpec,
    periods: Sequence[tuple[Column, Decimal | None]],
    written: Numerals | None = None,
    limits: Sequence[float | None] = (),
) -> tuple[Measure, ...]:
    """Classify and colour a measure of several periods by the same classes.

    Parameters
    ----------
    spec : MeasureSpec
    periods : sequence of (Column, Decimal or None)
        For each the figures of n districts and that of the whole, unrounded: see `taken`.
    written : Numerals, optional
        See `measured`.
    limits : sequence of float or None, optional
        Edges of an earlier edition, see `geo.symbology.classify.locked`.

    Returns
    -------
    tuple of Measure
        One a period, each with its own ranks, counts and sums. The classes are those of the values
        of all periods together.

    Raises
    ------
    MapError
        As for `measured`.
    """
    every = [_rounded(column.numbers, spec.decimals) for column, _ in periods]
    known = [f for figures in every for f in figures if f is not None]
    # A factor can carry a ratio past the limit that its two columns keep.
    if any(abs(f) > LARGEST for f in known):
        what = f"a value is above {LARGEST:.0e}"
        raise MapError(Problem(f"measure {spec.id}", what, "Lower the factor."))
    values = [np.array([np.nan if f is None else float(f) for f in own]) for own in every]
    written = written or numerals("zh")
    symbology = _symbology(spec, np.concatenate(values), written, limits)
    reach = (min(known), max(known))
    return tuple(
        _measure(spec, column, overall, _Shown(own, numbers, part, reach), written)
        for (column, overall), own, numbers, part in zip(
            periods, every, values, parts_of(symbology, len(periods)), strict=True
        )
    )


class _Shown(NamedTuple):
    """Figures as they are shown, as doubles, their classes; lowest and highest of all periods."""

    figures: Numbers
    values: NDArray[np.float64]
    symbology: Symbology
    reach: tuple[Decimal, Decimal]


def _measure(
    spec: MeasureSpec, column: Column, overall: Decimal | None, shown: _Shown, written: Numerals
) -> Measure:
    exact, decimals, placed = column.numbers, spec.decimals, ranks(shown.values)
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
        values=shown.values,
        figures=shown.figures,
        exact=exact if spec.column else shown.figures,
        states=column.states,
        ranks=placed,
        ranked=sum(rank is not None for rank in placed),
        total=None if whole is None else rounded(whole, decimals),
        overall=None if overall is None else rounded(overall, decimals),
        shares=_shares(exact, whole),
        differences=_differences(exact, overall, decimals),
        symbology=shown.symbology,
        mean=_kind_of_mean(spec),
        reach=shown.reach,
        written=written,
    )


def _kind_of_mean(spec: MeasureSpec) -> Literal["weighted", "unweighted", "ratio"]:
    if spec.weight:
        return "weighted"
    return "unweighted" if spec.column or of_rates(spec) else "ratio"


def _symbology(
    spec: MeasureSpec,
    values: NDArray[np.float64],
    written: Numerals,
    limits: Sequence[float | None] = (),
) -> Symbology:
    label = f"measure {spec.id}"
    classes = (
        locked(values, limits, label=label)
        if limits
        else classify(
            values,
            scheme=spec.scheme,
            k=spec.classes,
            breaks=spec.breaks,
            zero_class=spec.zero_class,
            center=spec.center,
            open_ends=spec.open,
            label=label,
        )
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
        written=written,
    )


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
