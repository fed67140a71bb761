"""Readings and releases made by hand."""

from __future__ import annotations

from decimal import Decimal

from geo.release.extract import extract
from geo.release.model import Release
from geo.release.words.numbers import plain
from geo.release.words.readings import Reading, Row, Total
from geo.tables.printed import Printed


def reading(
    column: str, printed: str, unit: str = "个", *, at: int = 0, hedge: str = ""
) -> Reading:
    """A number of a text, printed in its column's unit."""
    value = Decimal(printed)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    span = (at, at + len(printed))
    return Reading(column, unit, Printed(value, step), printed, *span, (0, 99), hedge)


def row(name: str, *cells: Reading, event: int = 0, line: int = 1, known: bool = True) -> Row:
    return Row(name, name, event, line, cells, known, 0, len(name))


def release(*rows: Row, totals: tuple[Total, ...] = (), events=("",), **more) -> Release:
    given = {"text": "", "source": "news.txt", "unused": (), "conflicts": (), "missing": ()}
    return Release(events=events, rows=rows, stated=totals, **given | more)


def cells(text: str) -> set[str]:
    """Write the cells that are read from a text: unit, column, value."""
    found = extract(text).rows
    return {f"{r.name} {c.column} {plain(c.figure.value)}" for r in found for c in r.cells}
