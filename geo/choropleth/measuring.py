"""The measures of a map, in each of its periods, and the totals that its source states of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem
from geo.base.text import normalize
from geo.choropleth.locked import locked_limits
from geo.choropleth.periods import unknown_period
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec
from geo.spec.numbers import numerals_of
from geo.symbology.bivariate import crossed, faded
from geo.symbology.change import changed
from geo.symbology.figures import taken, with_areas
from geo.symbology.measures import Measure, measured_over
from geo.tables.checks import checks
from geo.tables.printed import Stated
from geo.tables.reconcile import Check

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from geo.base.numerals import Numerals
    from geo.tables.join import Joined
    from geo.tables.table import Column, Table


def measures_of(
    spec: MapSpec, joined: Mapping[str, Joined], areas_km2: NDArray[np.float64]
) -> tuple[tuple[Measure, ...], ...]:
    """Return the measures in every period, by the same classes in each.

    Parameters
    ----------
    spec : MapSpec
    joined : mapping of str to Joined
        By period, in their order; one of no name for a map of one time.
    areas_km2 : ndarray of float, shape (n,)

    Raises
    ------
    MapError
        If a measure cannot be classified, or is of a period that there is not.
    """
    columns = {
        label: with_areas(one.columns, areas_km2, spec.measures) for label, one in joined.items()
    }
    problems: list[Problem] = []
    for where, label in _asked_for(spec):
        if normalize(label) not in columns:
            problems.append(unknown_period(where, label, list(columns)))
    problems += _taken_names(spec, list(columns))
    if problems:
        raise MapError(problems)
    found = [_over_all(measure, spec, columns) for measure in spec.measures]
    return tuple(zip(*found, strict=True))


def _taken_names(spec: MapSpec, labels: Sequence[str]) -> list[Problem]:
    """Return ids that are the columns of a period: gdp_2007 beside gdp in 2007."""
    ids = {m.id for m in spec.measures}
    return [
        Problem(
            f"measure {taken_id}",
            f"is the name of {m.id!r} of {label} in the GeoJSON",
            "Give it another id.",
        )
        for m in spec.measures
        for label in labels
        if (taken_id := f"{m.id}_{label}") in ids
    ]


def _asked_for(spec: MapSpec) -> list[tuple[str, str]]:
    """Return the periods that a spec names, and where."""
    changes = [(m.id, m.change) for m in spec.measures if m.change]
    named = [(f"measure {i}, change", label) for i, c in changes for label in (c.since, c.until)]
    named += [(f"plates[{n}].period", p.period) for n, p in enumerate(spec.plates, start=1)]
    return [(where, label) for where, label in named if label]


def _over_all(
    own: MeasureSpec, spec: MapSpec, columns: Mapping[str, Mapping[str, Column]]
) -> tuple[Measure, ...]:
    def at(measure_id: str, classes: int) -> tuple[Measure, ...]:
        one = next(m for m in spec.measures if m.id == measure_id)
        # A continuous scale has no classes to cross.
        update = {"classes": classes, "unclassed": False, "breaks_from": None}
        alike = one.model_copy(update=update)
        return _alone(alike, columns, numerals_of(spec.language, spec.house.numbers))

    try:
        if own.kind == "bivariate":
            return crossed(own, at(own.x, own.size), at(own.y, own.size))
        plain = _alone(own, columns, numerals_of(spec.language, spec.house.numbers))
        if not own.alpha:
            return plain
        sure = at(own.alpha, own.alpha_classes)
        return tuple(faded(own, *both) for both in zip(plain, sure, strict=True))
    except MapError as error:
        raise MapError([_named(p, own.id) for p in error.problems]) from None


def _alone(
    spec: MeasureSpec, columns: Mapping[str, Mapping[str, Column]], written: Numerals
) -> tuple[Measure, ...]:
    """Return a measure by its own classes, in every period."""
    limits = locked_limits(spec.breaks_from, spec.id) if spec.breaks_from else ()
    if spec.change is None:
        every = [taken(spec, own) for own in columns.values()]
        return measured_over(spec, every, written, limits)
    labels = list(columns)
    since, until = normalize(spec.change.since), normalize(spec.change.until) or labels[-1]
    if labels.index(since) >= labels.index(until):
        what = f"change goes from {since} to {until}"
        raise MapError(Problem(f"measure {spec.id}", what, "Give the earlier one as since."))
    own = changed(spec, columns[since], columns[until])
    # Of two periods, whichever is in view.
    return measured_over(spec, [own], written, limits) * len(labels)


def _named(problem: Problem, measure_id: str) -> Problem:
    """Return a problem with the name of the measure that it is of, said once."""
    own = f"measure {measure_id}"
    where = problem.where if problem.where == own else f"{own}, {problem.where}"
    return replace(problem, where=where)


def checks_of(
    spec: MapSpec,
    tables: Mapping[str, Table],
    joined: Mapping[str, Joined],
    stated: Sequence[Stated],
) -> tuple[Check, ...]:
    """Compare every period's table with the totals that are stated of it.

    Parameters
    ----------
    spec : MapSpec
    tables : mapping of str to Table
        By period; one of no name for a map of one time.
    joined : mapping of str to Joined
    stated : sequence of Stated

    Raises
    ------
    MapError
        If a total is of a period that the table has not, or cannot be compared.
    """
    problems = [
        unknown_period(f"totals, {s.label}", s.period, list(tables))
        for s in stated
        if s.period not in tables
    ]
    if problems:
        raise MapError(problems)
    rates = {m.column for m in spec.measures if m.column and m.kind == "rate" and not m.change}
    found: list[Check] = []
    for label, table in tables.items():
        own = [s for s in stated if s.period == label]
        found += [
            replace(check, label=f"{label}, {check.label}") if label else check
            for check in checks(
                table, own, joined[label].total_rows, rates, joined[label].unmatched_rows
            )
        ]
    return tuple(found)
