"""What the review page needs to correct a table: rows, columns, and what each number is in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from geo.base.text import escape_formula
from geo.release.files import event_label
from geo.release.model import Release
from geo.release.parsing.clauses import figures_of
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import scan
from geo.release.text.lines import fold
from geo.release.words.kinds import FIGURES, Kind
from geo.release.words.numbers import plain
from geo.release.words.readings import UNITS
from geo.tables.printed import split_unit

#: Columns of a release of which no row was read.
_FIRST = ("projects", "investment")


def editor_rows(release: Release, event: int) -> list[tuple[str, str]]:
    """Return an event's rows as identifier and name: those that were read, then names without one.

    Only the first event has the given names that the text states nothing of.
    """
    rows = [(f"{event}-{row.start}", row.name) for row in release.rows if row.event == event]
    missing = release.missing if event == 0 else ()
    return [*rows, *((f"{event}-m{i}", name) for i, name in enumerate(missing))]


def editor_columns(release: Release) -> dict[str, str]:
    """Return the columns of all events with their units, those of every release first."""
    found = {
        c: u for event in range(len(release.events)) for c, u in release.columns(event).items()
    }
    if not found:
        return {column: UNITS[column] for column in _FIRST}
    known = {column: unit for column, unit in UNITS.items() if column in found}
    return known | {column: unit for column, unit in found.items() if column not in UNITS}


def editor_data(release: Release) -> str:
    """Return the page's data as JSON that is harmless in a script element.

    ``rows`` have identifier, event, name as the table file has it, and cells by column;
    ``numbers`` have, by their start in the text, what is printed and what that is in each unit.
    """
    columns = editor_columns(release)
    events = range(max(len(release.events), 1))
    data = {
        "columns": columns,
        "events": [event_label(release, i) for i in range(len(release.events))],
        "several": len({row.event for row in release.rows}) > 1,
        "rows": [row for event in events for row in _rows(release, event)],
        "numbers": {
            str(number.start): {
                "printed": number.printed,
                "values": values_in(number.printed, columns.values()),
            }
            for number in release.unused
        },
    }
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _rows(release: Release, event: int) -> Iterator[dict[str, Any]]:
    cells = {
        f"{event}-{row.start}": {cell.column: plain(cell.figure.value) for cell in row.cells}
        for row in release.rows
        if row.event == event
    }
    for identifier, name in editor_rows(release, event):
        known = cells.get(identifier, {})
        yield {"id": identifier, "event": event, "name": escape_formula(name), "cells": known}


def values_in(printed: str, units: Iterable[str]) -> dict[str, str]:
    """Return what a number of the text is in each unit it can be in, digits as printed.

    Parameters
    ----------
    printed : str
        ``约81.8亿元``, ``8180万元``, ``16个``; a date, a range or a percentage is in none.
    units : iterable of str
        Of columns: ``亿元``, ``个``.
    """
    tokens = settle(scan(fold(printed), []))
    if len(tokens) != 1 or tokens[0].kind not in FIGURES:
        return {}
    token = tokens[0]
    money = token.kind is Kind.MONEY
    found = {}
    for unit in units:
        base, factor = split_unit(unit)
        counted = token.kind in (Kind.COUNT, Kind.NUMBER) and base != "元"
        if (money and base == "元") or counted or token.unit == base:
            figures = figures_of((token,), factor)
            if figures:
                found[unit] = plain(figures[0].value)
    return found
