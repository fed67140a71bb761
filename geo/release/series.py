"""Several releases as one long table: a row for each figure, with its date and source."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from geo.base.text import escape_formula
from geo.release.files import event_label
from geo.release.model import Release
from geo.release.text.lines import fold
from geo.release.words.numbers import plain

_HEAD = ("date", "source", "event", "district", "column", "value", "unit", "approximate")
_DAY = re.compile(
    r"((?:19|20)\d\d)\s?(?:年|[-/.])\s?(\d{1,2})\s?(?:月|[-/.])\s?(\d{1,2})(?:\s?日|(?!\d))"
)
_MONTHS, _DAYS = 12, 31


def release_date(release: Release) -> str:
    """Return the first day that a release names with its year, as ``2024-02-26``; empty if none."""
    for year, month, day in _DAY.findall(fold(release.text)):
        if 1 <= int(month) <= _MONTHS and 1 <= int(day) <= _DAYS:
            return f"{year}-{int(month):02}-{int(day):02}"
    return ""


def to_long_csv(releases: Iterable[Release]) -> str:
    r"""Return the figures of several releases as CSV, one a line; lines end in ``\n``.

    Columns are ``date`` (the first day a release names), ``source``, ``event`` (empty where there
    is one), ``district``, ``column``, ``value`` with the digits of the source, ``unit`` and
    ``approximate`` (约, 超 …).
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEAD)
    for release in releases:
        writer.writerows([escape_formula(cell) for cell in row] for row in _figures(release))
    return out.getvalue()


def _figures(release: Release) -> Iterator[tuple[str, ...]]:
    date = release_date(release)
    several = len({row.event for row in release.rows}) > 1
    for row in release.rows:
        event = event_label(release, row.event) if several else ""
        for cell in row.cells:
            value = plain(cell.figure.value)
            told = (cell.column, value, cell.unit, cell.hedge)
            yield (date, release.source, event, row.name, *told)
