"""Totals that say another one again, and columns that few of the units have."""

from __future__ import annotations

from collections.abc import Collection

from geo.release.result.rows import Found
from geo.release.words.readings import UNITS, Total


def drop_repeats(found: Found) -> None:
    """Drop totals that say another one again, less exactly.

    A headline's 计划投资4377亿元 is the 年度计划投资 of the text, where that states another sum of
    all projects; and what is as large as the event is no plan that the event is a part of.
    """
    totals = found.totals
    planned = {t.reading.figure.value for t in totals if t.reading.column == "planned"}
    sums = {t.reading.figure.value for t in totals if _of_event(t, "investment")}
    events = {(t.reading.column, t.reading.figure.value) for t in totals if t.scope == "event"}
    kept = []
    for total in totals:
        column, value = total.reading.column, total.reading.figure.value
        headline = _of_event(total, "investment") and value in planned and sums - {value}
        again = total.scope == "portfolio" and (column, value) in events
        if headline or again:
            found.reasons[total.reading.start] = "repeat"
        else:
            kept.append(total)
    found.totals = kept


def _of_event(total: Total, column: str) -> bool:
    return total.scope == "event" and total.reading.column == column


def drop_partial(found: Found, measures: Collection[str] = ()) -> None:
    """Keep a column under its printed label only if half of the event's units have it.

    Else it tells of something in one unit (占地910亩), not of the units.
    """
    whole: set[tuple[int, str]] = set()
    for number in range(len(found.events)):
        rows = [row for row in found.rows if row.event == number]
        units: dict[str, list[str]] = {}
        for cell in (cell for row in rows for cell in row.cells):
            units.setdefault(cell.column, []).append(cell.unit)
        for column, listed in units.items():
            common = len(listed) * 2 >= len(rows) > 1 and len(set(listed)) == 1
            if column in UNITS or column in measures or common:
                whole.add((number, column))
    kept = []
    for row in found.rows:
        cells = tuple(cell for cell in row.cells if (row.event, cell.column) in whole)
        found.reasons |= {cell.start: "partial" for cell in row.cells if cell not in cells}
        if cells:
            kept.append(row._replace(cells=cells))
    found.rows = kept
