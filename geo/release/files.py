"""A release's figures as files: the table, the totals, and everything with its place."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from geo.base.text import escape_formula
from geo.release.model import Release
from geo.release.words.hedges import bound_of
from geo.release.words.numbers import plain
from geo.release.words.readings import Reading, Row, Total
from geo.tables.printed import split_unit

if TYPE_CHECKING:
    from geo.tables.reconcile import Check


def to_csv(release: Release, *, event: int | None = None) -> str:
    r"""Return the rows as CSV: ``district``, then the columns the text states, numbers as printed.

    Parameters
    ----------
    release : Release
    event : int, optional
        Only the rows of this event. Left out, rows of several events have a column ``event``.

    Returns
    -------
    str
        Lines end in ``\n``. 亿元 and 个 are the units; they are not in the cells. A cell the text
        does not fill is empty. No cell is a formula to a spreadsheet.
    """
    rows = [row for row in release.rows if event in (None, row.event)]
    events = sorted({row.event for row in rows})
    # In the order of the table event by event: one event may lack a column that another has.
    columns = list(dict.fromkeys(column for e in events for column in release.columns(e)))
    several = len(events) > 1
    lines = [["district", *(["event"] if several else []), *columns]]
    for row in rows:
        label = [event_label(release, row.event)] if several else []
        cells = [row.cell(column) for column in columns]
        lines.append([row.name, *label, *(plain(c.figure.value) if c else "" for c in cells)])
    return _csv(lines)


def totals_csv(release: Release, *, event: int | None = None) -> str:
    """Return the stated totals as `geo.tables.totals.read_totals` reads them, values as printed.

    Where there are totals of several events, a column ``event`` names those that are not of the
    table's; in a table of several events, all of them.
    """
    chosen = [total for total in release.stated if event in (None, total.event)]
    several = event is None and len({row.event for row in release.rows}) > 1
    mine = None if several else event or 0
    marked = any(total.event != mine for total in chosen)
    lines = [["scope", "label", "column", "value", "unit", *(["event"] if marked else [])]]
    for total in chosen:
        reading = total.reading
        other = "" if total.event == mine else event_label(release, total.event)
        cells = [total.scope, total.label, reading.column, as_printed(reading), reading.unit]
        lines.append([*cells, *([other] if marked else [])])
    return _csv(lines)


def as_printed(reading: Reading) -> str:
    """Return a value so that its digits still tell its rounding: ``1480``, ``1.3万亿``."""
    figure = reading.figure
    base, factor = split_unit(reading.unit)
    # In whole units the digits tell the rounding themselves, and what is approximate has no digits
    # that do.
    if figure.resolution <= 1 or base == reading.unit or reading.hedge:
        return plain(figure.value)
    # 13000 亿 with a resolution of 1000 was printed 1.3 in a unit of 10000 亿.
    trillions = figure.value * factor / 10**12
    return f"{plain(trillions.normalize())}万亿" if factor == 10**8 else plain(figure.value)


def event_label(release: Release, event: int) -> str:
    """Return what an event is called: as printed, or its number from 1."""
    return release.events[event] or f"{event + 1}"


def to_json(release: Release) -> str:
    """Return everything that was read, and where: spans are of characters in ``text``."""
    return json.dumps(_data(release), ensure_ascii=False, indent=1) + "\n"


def to_json_list(releases: Sequence[Release]) -> str:
    """Return what was read of several releases, as a list."""
    data = [_data(release) for release in releases]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _data(release: Release) -> dict[str, Any]:
    unread = {number.start for number in release.unread}
    return {
        "source": release.source,
        "events": list(release.events),
        "rows": [_row(row) for row in release.rows],
        "totals": [_total(total) for total in release.stated],
        "checks": [_check(check) for check in release.checks],
        "conflicts": [
            {"what": c.name, "event": c.event, "readings": [_reading(r) for r in c.readings]}
            for c in release.conflicts
        ],
        "unused": [
            {
                "printed": u.printed,
                "span": [u.start, u.end],
                "sentence": u.sentence,
                "reason": u.reason,
                "of_district": u.start in unread,
            }
            for u in release.unused
        ],
        "numbers": [number for _, number in sorted(_numbers(release).items())],
        "unknown": list(release.unknown),
        "missing": list(release.missing),
        "text": release.text,
    }


def _numbers(release: Release) -> dict[int, dict[str, Any]]:
    """Return every number of the text by its start: the cells and totals it is in, or why none."""
    found: dict[int, dict[str, Any]] = {}
    for unused in release.unused:
        span = [unused.start, unused.end]
        found[unused.start] = {"printed": unused.printed, "span": span, "reason": unused.reason}
    for row in release.rows:
        for cell in row.cells:
            entry = found.setdefault(cell.start, _used(cell))
            entry["cells"].append([row.event, row.name, cell.column])
    for total in release.stated:
        entry = found.setdefault(total.reading.start, _used(total.reading))
        entry["totals"].append([total.event, total.label, total.reading.column])
    return found


def _used(reading: Reading) -> dict[str, Any]:
    span = [reading.start, reading.end]
    return {"printed": reading.printed, "span": span, "cells": [], "totals": []}


def _row(row: Row) -> dict[str, Any]:
    return {
        "district": row.name,
        "printed": row.printed,
        "event": row.event,
        "line": row.line,
        "known": row.known,
        "span": [row.start, row.end],
        "cells": {cell.column: _reading(cell) for cell in row.cells},
    }


def _check(check: Check) -> dict[str, Any]:
    return {
        "label": check.label,
        "column": check.column,
        "unit": check.unit,
        "sum": plain(check.parts_sum),
        "relation": check.relation,
        "stated": plain(check.stated),
        "slack": plain(check.slack),
        "parts": check.count,
        "ok": check.ok,
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "value": plain(reading.figure.value),
        "unit": reading.unit,
        "resolution": plain(reading.figure.resolution),
        "printed": reading.printed,
        "approximate": reading.hedge,
        "bound": bound_of(reading.hedge),
        "span": [reading.start, reading.end],
        "sentence": list(reading.sentence),
    }


def _total(total: Total) -> dict[str, Any]:
    return {
        "scope": total.scope,
        "label": total.label,
        "event": total.event,
        "column": total.reading.column,
        **_reading(total.reading),
    }


def _csv(lines: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for cells in lines:
        writer.writerow([escape_formula(cell) for cell in cells])
    return out.getvalue()
