"""A release's figures as files: the table, the totals, and everything with its place in the text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from geo.figures import split_unit
from geo.release import Release
from geo.release_model import Reading, Total
from geo.release_numbers import plain

#: A cell that begins so is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(release: Release, *, event: int | None = None) -> str:
    """Return the rows as CSV: ``district``, then the columns the text states, numbers as printed.

    Parameters
    ----------
    release : Release
    event : int, optional
        Only the rows of this event. Left out, rows of several events have a column ``event``.

    Returns
    -------
    str
        Lines end in ``\\n``. 亿元 and 个 are the units; they are not in the cells. A cell the text
        does not fill is empty. No cell is a formula to a spreadsheet.
    """
    rows = [row for row in release.rows if event in (None, row.event)]
    events = sorted({row.event for row in rows})
    columns = list(dict.fromkeys(column for e in events for column in release.columns(e)))
    several = len(events) > 1
    lines = [["district", *(["event"] if several else []), *columns]]
    for row in rows:
        label = [event_label(release, row.event)] if several else []
        cells = [row.cell(column) for column in columns]
        lines.append([row.name, *label, *(plain(c.figure.value) if c else "" for c in cells)])
    return _csv(lines)


def totals_csv(release: Release, *, event: int | None = None) -> str:
    """Return the stated totals in the form that `geo.reconcile.read_totals` reads, values as printed."""
    lines = [["scope", "label", "column", "value", "unit"]]
    for total in release.stated:
        if event in (None, total.event):
            reading = total.reading
            lines.append(
                [total.scope, total.label, reading.column, as_printed(reading), reading.unit]
            )
    return _csv(lines)


def as_printed(reading: Reading) -> str:
    """Return a value so that its digits still tell its rounding: ``1480``, ``1.3万亿``."""
    figure = reading.figure
    base, factor = split_unit(reading.unit)
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
    data = {
        "source": release.source,
        "events": list(release.events),
        "rows": [
            {"district": row.name, "printed": row.printed, "event": row.event, "line": row.line, "known": row.known,
             "span": [row.start, row.end], "cells": {cell.column: _reading(cell) for cell in row.cells}}
            for row in release.rows
        ],
        "totals": [_total(total) for total in release.stated],
        "checks": [
            {"label": c.label, "column": c.column, "unit": c.unit, "sum": plain(c.parts_sum), "stated": plain(c.stated),
             "relation": c.relation, "slack": plain(c.slack), "parts": c.count, "ok": c.ok}
            for c in release.checks
        ],
        "conflicts": [
            {"what": conflict.name, "event": conflict.event, "readings": [_reading(r) for r in conflict.readings]}
            for conflict in release.conflicts
        ],
        "unused": [
            {"printed": u.printed, "span": [u.start, u.end], "sentence": list(u.sentence), "reason": u.reason}
            for u in release.unused
        ],
        "unknown": list(release.unknown), "missing": list(release.missing), "text": release.text,
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "value": plain(reading.figure.value), "unit": reading.unit, "resolution": plain(reading.figure.resolution),
        "printed": reading.printed, "approximate": reading.hedge, "span": [reading.start, reading.end],
        "sentence": list(reading.sentence),
    }  # fmt: skip


def _total(total: Total) -> dict[str, Any]:
    return {"scope": total.scope, "label": total.label, "event": total.event, "column": total.reading.column,
            **_reading(total.reading)}  # fmt: skip


def _csv(lines: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for cells in lines:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()
