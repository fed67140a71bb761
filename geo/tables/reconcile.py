"""Do the parts add up to the stated total, within the rounding of the figures? Interval arithmetic.

A figure printed as 81.8 is somewhere in 81.75 to 81.85. The sum of 16 such figures lies within
16 x 0.05 = 0.8 of the sum of what is printed, a total printed as 1480 within 0.5 of itself: the two
agree if they are 1.3 apart at most. Counts are exact.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from geo.base.errors import MapError, Problem
from geo.tables.arithmetic import difference, total
from geo.tables.printed import Printed, Stated, is_total_row, split_unit

if TYPE_CHECKING:
    from geo.tables.table import Table

Relation = Literal["=", "<=", ">="]

#: Units of things that are counted: whole numbers of them are not rounded.
COUNTED = frozenset("个项人家户件宗处座所台套辆次例名位笔起只头株条期") | {
    "projects", "people", "persons", "cases", "items", "units", "companies", "households",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """One comparison of parts with a stated total.

    Attributes
    ----------
    label : str
        What is compared, in the source's own words: ``全市``, ``省级批次 ≤ 全市``.
    column, unit : str
    parts_sum : Decimal
        Sum of the parts, or the one figure that `stated` bounds.
    stated : Decimal
    slack : Decimal
        Largest difference that rounding can explain.
    count : int
        Number of parts.
    ok : bool
        The relation can hold for some true values within the rounding.
    relation : {"=", "<=", ">="}
        Of `parts_sum` to `stated`. Parts of which one is missing can only be ``<=``.
    """

    label: str
    column: str
    unit: str
    parts_sum: Decimal
    stated: Decimal
    slack: Decimal
    count: int
    ok: bool
    relation: Relation = "="


def reconcile(
    parts: Sequence[Printed],
    stated: Printed,
    label: str,
    column: str,
    unit: str,
    relation: Relation = "=",
) -> Check:
    """Compare the sum of figures with a stated one.

    Parameters
    ----------
    parts : sequence of Printed
    stated : Printed
    label, column, unit : str
        For the report. Whole numbers in a unit that is counted (``个``) are exact.
    relation : {"=", "<=", ">="}, default "="

    Returns
    -------
    Check
        Its slack is half a last digit of every part and of the total, together.
    """
    figures = [*_true_resolutions(parts, unit), _exact_count(stated, unit)]
    slack = total(figure.slack for figure in figures)
    parts_sum = total(figure.value for figure in parts)
    # Decimals: sums of doubles are off by more than 0 where counts have to agree exactly.
    apart = difference(parts_sum, stated.value)
    ok = {"=": abs(apart) <= slack, "<=": apart <= slack, ">=": -apart <= slack}[relation]
    return Check(label, column, unit, parts_sum, stated.value, slack, len(parts), ok, relation)


def _true_resolutions(parts: Sequence[Printed], unit: str) -> list[Printed]:
    """Give every part the rounding its digits show: 78 among 81.8 and 84.5 is a dropped zero.

    Only figures printed in the column's own unit tell of one another: 8180万元 says nothing of a
    column in 亿元, and keeps its own rounding. Counts are exact.
    """
    # Exact figures (of a frame) and those with a multiple of their own show no dropped zeros.
    own = [p for p in parts if p.resolution and p.scale == 1]
    finest = _dropped_zeros([p.resolution for p in own if p.resolution < 1], own)
    return [
        _exact_count(replace(p, resolution=finest) if finest and p in own else p, unit)
        for p in parts
    ]


def _dropped_zeros(fractions: Sequence[Decimal], own: Sequence[Printed]) -> Decimal | None:
    """Return to what a column was rounded whose last zeros were dropped; None if it was not.

    One figure in ten ends in a zero. A column in which more are short of digits than two standard
    deviations above that (sqrt(0.1 x 0.9 n) = 0.3 sqrt(n)) was rounded figure by figure, and so
    was one that has a last zero.
    """
    finest = min(fractions, default=None)
    if finest is None or any(not int(p.value / p.resolution) % 10 for p in own if p.resolution < 1):
        return None
    n, short = len(own), sum(p.resolution > finest for p in own)
    return finest if short <= n / 10 + 0.6 * math.sqrt(n) else None


def _exact_count(figure: Printed, unit: str) -> Printed:
    # 16个 is 16; 1.5万个 was rounded, whatever it counts.
    whole = figure.resolution == 1 and figure.value == figure.value.to_integral_value()
    return replace(figure, resolution=Decimal(0)) if whole and unit in COUNTED else figure


def checks(
    table: Table,
    totals: Sequence[Stated],
    total_rows: Collection[str] = (),
    rates: Collection[str] = (),
) -> tuple[Check, ...]:
    """Compare a table and the totals its source states with one another.

    Parameters
    ----------
    table : Table
        Rows named 合计 and the like are no parts: each is compared with the sum of the others. A
        column without a unit is in that of its total.
    totals : sequence of Stated
    total_rows : collection of str
        Keys of other rows that are totals: the city's own name.
    rates : collection of str
        Columns that do not add up; what 合计 has there is not compared.

    Returns
    -------
    tuple of Check
        The rows of totals first. Then for every column: the districts against the event, the types
        against the event, every batch at most the event, every portfolio at least the event.
        Without a stated event the sum of the districts takes its place.

    Raises
    ------
    MapError
        If a total is stated in a unit that the column's cannot be compared with.
    """
    found = _row_checks(table, total_rows, rates)
    problems: list[Problem] = []
    for column in dict.fromkeys(s.column for s in totals):
        mine = [s for s in totals if s.column == column]
        own = table.columns[column].unit if column in table.columns else ""
        unit = own or next((s.unit for s in mine if s.unit), "")
        alien = [_incomparable(s, unit) for s in mine if not _comparable(s.unit, unit)]
        problems += alien
        if not alien:
            stated = [replace(s, figure=_converted(s, unit), unit=unit) for s in mine]
            found += _column_checks(table, stated, column, unit, total_rows)
    if problems:
        raise MapError(problems)
    return tuple(found)


def _comparable(stated: str, column: str) -> bool:
    return not stated or split_unit(stated)[0] == split_unit(column)[0]


def _incomparable(stated: Stated, unit: str) -> Problem:
    what = f"{stated.column} is stated in {stated.unit}, the table is in {unit}"
    return Problem(f"totals, {stated.label}", what, f"State it in {unit}.")


def _converted(stated: Stated, unit: str) -> Printed:
    # Taken in the column's unit: offices leave it out where the head of the table names it.
    if not stated.unit:
        return stated.figure
    factor, figure = Decimal(split_unit(stated.unit)[1]) / split_unit(unit)[1], stated.figure
    return replace(
        figure,
        value=figure.value * factor,
        resolution=figure.resolution * factor,
        scale=figure.scale * factor,  # what is printed in other units keeps its own rounding
    )


def _row_checks(table: Table, total_rows: Collection[str], rates: Collection[str]) -> list[Check]:
    """Compare every row of totals with the sum of the other rows."""
    whole_rows = [i for i, key in enumerate(table.keys) if is_total_row(key) or key in total_rows]
    found: list[Check] = []
    for name, column in table.columns.items() if whole_rows else ():
        if name in rates:
            continue
        parts, relation = _parts(table, name, "", total_rows)
        for i in whole_rows:
            figure = column.cells[i]
            if figure is not None and parts and relation:
                label, unit = table.keys[i], column.unit
                found.append(reconcile(parts, figure, label, name, unit, relation))
    return found


def _column_checks(
    table: Table, stated: Sequence[Stated], column: str, unit: str, total_rows: Collection[str]
) -> list[Check]:
    event = next((s for s in stated if s.scope == "event"), None)
    types = [s for s in stated if s.scope == "type"]
    parts, relation = _parts(table, column, event.label if event else "", total_rows)
    found: list[Check] = []
    if event and parts and relation:
        found.append(reconcile(parts, event.figure, event.label, column, unit, relation))
    parts = _true_resolutions(parts, unit)
    name, figure = (
        (event.label, event.figure) if event else ("∑", _sum(parts) if relation == "=" else None)
    )
    if figure is None:
        return found
    if types:
        label = f"{_listed([s.label for s in types])} = {name}"
        found.append(reconcile([s.figure for s in types], figure, label, column, unit))
    for s in stated:
        if s.scope == "batch":
            label = f"{s.label} ≤ {name}"
            found.append(reconcile([s.figure], figure, label, column, unit, "<="))
        elif s.scope == "portfolio":
            label = f"{s.label} ≥ {name}"
            found.append(reconcile([s.figure], figure, label, column, unit, ">="))
    return found


def _parts(
    table: Table, name: str, event: str, total_rows: Collection[str]
) -> tuple[list[Printed], Relation | None]:
    """Return the districts' figures, and their relation to the total; None if nothing is sure.

    With a part missing the others are at most the total, if none can be negative.
    """
    if name not in table.columns:
        return [], None
    column = table.columns[name]
    parts = [
        i
        for i, key in enumerate(table.keys)
        if not (is_total_row(key) or key in total_rows or key.lower() == event.lower())
    ]
    figures = [cell for i in parts if (cell := column.cells[i]) is not None]
    if all(column.states[i] != "missing" for i in parts):
        return figures, "="
    return figures, None if any(f.value < 0 for f in figures) else "<="


def _sum(parts: Sequence[Printed]) -> Printed | None:
    if not parts:
        return None
    return Printed(total(f.value for f in parts), total(f.resolution for f in parts))


def _listed(labels: Sequence[str]) -> str:
    return " + ".join(labels if len(labels) <= 4 else [labels[0], "…", labels[-1]])


def contradiction(check: Check, where: str) -> Problem:
    """Return a failed check as a `Problem` that shows both numbers.

    Parameters
    ----------
    check : Check
    where : str
        The map or file, for the message.
    """
    parts_sum, stated, slack = (
        f"{_plain(x)} {check.unit}".rstrip() for x in (check.parts_sum, check.stated, check.slack)
    )
    verb = "adds up to" if check.count > 1 else "is"
    bound = {"=": "", "<=": "at most ", ">=": "at least "}[check.relation]
    what = f"{check.column} {verb} {parts_sum}, but {bound}{stated} is stated"
    explained = f"; rounding explains {slack}" if check.slack else ""
    return Problem(
        f"{where}, {check.label}", what + explained, "Correct the table or the stated total."
    )


def _plain(number: Decimal) -> str:
    return f"{number.normalize():,f}"
