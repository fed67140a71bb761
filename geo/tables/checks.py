"""A table and the totals that its source states: every comparison there is between them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem
from geo.tables.arithmetic import total
from geo.tables.printed import Printed, Stated, split_unit
from geo.tables.reconcile import Check, Relation, reconcile
from geo.tables.resolution import exact_count
from geo.tables.totals import is_total_row

if TYPE_CHECKING:
    from geo.tables.table import Table


def checks(
    table: Table,
    totals: Sequence[Stated],
    total_rows: Collection[str] = (),
    rates: Collection[str] = (),
    outside: Collection[str] = (),
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
    outside : collection of str
        Keys of rows that are no districts: those without any figure are no parts that are missing.

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
    found = _row_checks(table, total_rows, rates, outside)
    problems: list[Problem] = []
    for column in dict.fromkeys(s.column for s in totals):
        mine = [s for s in totals if s.column == column]
        own = table.columns[column].unit if column in table.columns else ""
        unit = own or next((s.unit for s in mine if s.unit), "")
        alien = [_incomparable(s, unit) for s in mine if not _comparable(s.unit, unit)]
        problems += alien
        if not alien:
            stated = [replace(s, figure=_converted(s, unit), unit=unit) for s in mine]
            found += _column_checks(table, stated, column, unit, total_rows, outside)
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


def _row_checks(
    table: Table, total_rows: Collection[str], rates: Collection[str], outside: Collection[str]
) -> list[Check]:
    """Compare every row of totals with the sum of the other rows."""
    whole_rows = [i for i, key in enumerate(table.keys) if is_total_row(key) or key in total_rows]
    found: list[Check] = []
    for name, column in table.columns.items() if whole_rows else ():
        if name in rates:
            continue
        parts, relation = _parts(table, name, "", total_rows, outside)
        for i in whole_rows:
            figure = column.cells[i]
            if figure is not None and parts and relation:
                label, unit = table.keys[i], column.unit
                found.append(reconcile(parts, figure, label, name, unit, relation))
    return found


def _column_checks(
    table: Table,
    stated: Sequence[Stated],
    column: str,
    unit: str,
    total_rows: Collection[str],
    outside: Collection[str],
) -> list[Check]:
    event = next((s for s in stated if s.scope == "event"), None)
    types = [s for s in stated if s.scope == "type"]
    parts, relation = _parts(table, column, event.label if event else "", total_rows, outside)
    found: list[Check] = []
    if event and parts and relation:
        found.append(reconcile(parts, event.figure, event.label, column, unit, relation))
    parts = [exact_count(part, unit) for part in parts]
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
    table: Table, name: str, event: str, total_rows: Collection[str], outside: Collection[str]
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
    # What is left of a note under the table has no figure in any column, and is no part.
    empty = {i for i in parts if all(c.states[i] == "missing" for c in table.columns.values())} & {
        i for i, key in enumerate(table.keys) if key in outside
    }
    if all(column.states[i] != "missing" for i in parts if i not in empty):
        return figures, "="
    return figures, None if any(f.value < 0 for f in figures) else "<="


def _sum(parts: Sequence[Printed]) -> Printed | None:
    if not parts:
        return None
    return Printed(total(f.value for f in parts), total(f.resolution for f in parts))


def _listed(labels: Sequence[str]) -> str:
    return " + ".join(labels if len(labels) <= 4 else [labels[0], "…", labels[-1]])
