"""A measure of all districts: values, ranks and sums, and how they are coloured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from geo.base.catalogue import number
from geo.spec.model import MeasureSpec

if TYPE_CHECKING:
    import geopandas as gpd
    import numpy as np
    from numpy.typing import NDArray

    from geo.symbology.symbolize import Symbology

State = Literal["value", "missing", "inapplicable"]


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
        In `unit`, in the order of the districts, rounded to `decimals`; NaN where there is none.
    states : tuple of {"value", "missing", "inapplicable"}, length n
        Why there is no value: not reported, or not defined (a denominator of zero).
    ranks : tuple of int or None, length n
        1 is the largest; equal values share a rank.
    total : float or None
        Sum over the districts, for totals.
    overall : float or None
        Mean of a district for totals; ratio of the sums for rates.
    symbology : Symbology
        Classes and fills.
    """

    id: str
    label: str
    unit: str
    kind: Literal["total", "rate"]
    decimals: int
    fixed: bool
    description: str
    values: NDArray[np.float64]
    states: tuple[State, ...]
    ranks: tuple[int | None, ...]
    total: float | None
    overall: float | None
    symbology: Symbology

    def text(self, i: int) -> str:
        """Return district `i`'s value as readers see it, without unit; empty if there is none."""
        return self.format(float(self.values[i])) if self.states[i] == "value" else ""

    def format(self, value: float) -> str:
        """Return any number of this measure as readers see it, without unit."""
        return number(value, self.decimals, fixed=self.fixed)


def measured(spec: MeasureSpec, frame: gpd.GeoDataFrame, areas_km2: NDArray[np.float64]) -> Measure:
    """Take one measure from the joined frame, classify and colour it.

    Parameters
    ----------
    spec : MeasureSpec
    frame : GeoDataFrame
        Districts with the table's columns (``Joined.frame``).
    areas_km2 : ndarray of float, shape (n,)
        In the order of the frame.
    """
    from geo.symbology.classify import classify
    from geo.symbology.symbolize import symbolize

    values, states, overall = (
        _column(spec, frame) if spec.column else _ratio(spec, frame, areas_km2)
    )
    classes = classify(
        values,
        scheme=spec.scheme,
        k=spec.classes,
        breaks=spec.breaks,
        zero_class=spec.zero_class,
        label=f"measure {spec.id}",
    )
    symbology = symbolize(
        classes,
        values,
        palette=spec.palette,
        reverse=spec.reverse,
        decimals=spec.decimals,
        unclassed=spec.unclassed,
    )
    known = values[[state == "value" for state in states]]
    return Measure(
        id=spec.id,
        label=spec.label,
        unit=spec.unit,
        kind=spec.kind,
        decimals=spec.decimals,
        fixed=not spec.column,
        description=spec.description,
        values=values,
        states=states,
        ranks=ranks(values),
        overall=overall,
        symbology=symbology,
        total=round(float(known.sum()), spec.decimals)
        if spec.kind == "total" and len(known)
        else None,
    )


def _column(
    spec: MeasureSpec, frame: gpd.GeoDataFrame
) -> tuple[NDArray[np.float64], tuple[State, ...], float | None]:
    values = frame[spec.column].to_numpy(dtype=float)
    known = values[~frame[spec.column].isna()]
    return values, tuple(frame[f"{spec.column}:state"]), float(known.mean()) if len(known) else None


def _ratio(
    spec: MeasureSpec, frame: gpd.GeoDataFrame, areas_km2: NDArray[np.float64]
) -> tuple[NDArray[np.float64], tuple[State, ...], float | None]:
    import numpy as np

    from geo.tables.table import derive

    above, below = (
        areas_km2 if c == "area_km2" else frame[c].to_numpy(dtype=float)
        for c in (spec.numerator, spec.denominator)
    )
    values, states = derive(above * spec.factor, below, spec.decimals)
    both = ~(np.isnan(above) | np.isnan(below))
    overall = above[both].sum() * spec.factor / below[both].sum() if below[both].sum() else None
    return values, tuple(states), None if overall is None else float(overall)


def ranks(values: NDArray[np.float64]) -> tuple[int | None, ...]:
    """Return competition ranks: 1 is the largest, equal values share a rank, NaN has none."""
    return tuple(None if v != v else int((values > v).sum()) + 1 for v in values)  # noqa: PLR0124 - NaN test
