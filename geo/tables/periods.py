"""The periods of a long table: which there are, in which order, and each one's own table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.base.errors import MapError, Problem
from geo.tables.table import Table, in_order

_DASH = "[-–—−~～至到]"
_YEAR = r"(?P<year>\d{4})"
#: How offices write a period. Every form names its first and last month, or what they follow from.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}\s*(?:年度?)?",
        rf"{_YEAR}(?:[-/.]|年|-?M)(?P<month>0?[1-9]|1[0-2])(?:月份?)?",
        rf"(?P<month>0?[1-9]|1[0-2])/{_YEAR}",
        rf"(?P<word>[a-z]{{3,9}})\.?\s+{_YEAR}",
        rf"{_YEAR}[-\s]?Q(?P<quarter>[1-4])",
        rf"Q(?P<quarter>[1-4])[-/\s]?{_YEAR}",
        rf"(?:{_YEAR}年)?第?(?P<quarter>[1-4一二三四])季度?",
        rf"(?:{_YEAR}年)?前(?P<quarters>[1-4一二三四])个?季度",
        rf"{_YEAR}[-\s]?H(?P<half>[12])",
        rf"(?:{_YEAR}年)?(?P<half>[上下])半年",
        rf"(?:{_YEAR}年)?(?P<first>\d{{1,2}})月?{_DASH}(?P<last>\d{{1,2}})月份?",
        r"(?P<month>0?[1-9]|1[0-2])月份?",
        rf"{_YEAR}[-/.年](?P<month>\d{{1,2}})[-/.月](?P<day>\d{{1,2}})日?(?:[T\s]00:00(?::00)?)?",
        rf"{_YEAR}年?(?:{_DASH}|/)(?P<until>\d{{4}}|\d{{2}})年?",
    )
)
_NUMERALS = {sign: n for n, sign in enumerate("一二三四", start=1)} | {"上": 1, "下": 2}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

#: Years from the first to the last of a period such as 2010-2014.
_LONGEST = 50

Day = tuple[int, int, int]


class Span(NamedTuple):
    """Last and first day of a period, each (year, month, day); the year is 0 where none is said.

    The last comes first: 1-3月 and 1-6月, which begin alike, follow one another by their ends.
    """

    last: Day
    first: Day


def span_of(label: str) -> Span | None:
    """Return when a period is; None if its label says it in no form that is known.

    Parameters
    ----------
    label : str
        ``2007``, ``2024年``, ``2024-03``, ``2024年3月``, ``Mar 2024``, ``2024Q1``, ``一季度``,
        ``2024H1``, ``上半年``, ``1-6月``, ``前三季度``, ``2024-03-31``, ``2023/24``.
    """
    for form in _FORMS:
        if found := form.fullmatch(label.strip()):
            return _span(found.groupdict())
    return None


def _span(parts: dict[str, str | None]) -> Span | None:
    year = int(parts["year"] or 0) if "year" in parts else 0
    if until := parts.get("until"):
        # 1999/00 ends in 2000; of two digits that would make it longer, one is a slip.
        end = int(until) if len(until) == 4 else year - year % 100 + int(until)
        end += 100 if len(until) == 2 and end <= year else 0
        return Span((end, 12, 31), (year, 1, 1)) if 0 < end - year <= _LONGEST else None
    months = _months(parts)
    if months is None:
        return None
    first, last = months
    if day := parts.get("day"):
        return Span((year, last, int(day)), (year, first, int(day)))
    return Span((year, last, 31), (year, first, 1))


def _months(parts: dict[str, str | None]) -> tuple[int, int] | None:
    """Return the first and last month that the parts of a label name, from 1."""
    numbers = {
        name: _NUMERALS.get(text) or int(text)
        for name, text in parts.items()
        if text and name != "word"
    }
    if month := _month_of(word) if (word := parts.get("word")) else numbers.get("month"):
        first, last = month, month
    elif "quarter" in numbers:
        first, last = 3 * numbers["quarter"] - 2, 3 * numbers["quarter"]
    elif "quarters" in numbers:
        first, last = 1, 3 * numbers["quarters"]
    elif "half" in numbers:
        first, last = 6 * numbers["half"] - 5, 6 * numbers["half"]
    elif "word" in parts:
        return None
    else:
        first, last = numbers.get("first", 1), numbers.get("last", 12)
    return (first, last) if 1 <= first <= last <= 12 else None


def _month_of(word: str) -> int | None:
    starts = (word.lower().startswith(month) for month in _MONTHS)
    return next((n for n, found in enumerate(starts, start=1) if found), None)


def is_dated(labels: Sequence[str]) -> bool:
    """Tell whether of each of these periods it is known when it was."""
    return all(span_of(label) for label in labels)


def in_time(labels: Sequence[str]) -> tuple[str, ...]:
    """Return periods in the order of time; as they come if the form of one is not known."""
    spans = {label: span for label in labels if (span := span_of(label))}
    return tuple(sorted(labels, key=spans.__getitem__) if len(spans) == len(labels) else labels)


def by_period(table: Table) -> dict[str, Table]:
    """Return the table of each period, in the order of time.

    Parameters
    ----------
    table : Table
        Each row with its period.

    Raises
    ------
    MapError
        If one period is written in two ways: 2024 and 2024年.
    """
    first: dict[str, int] = {}
    for label, row in zip(table.periods, table.rows, strict=True):
        first.setdefault(label, row)
    labels = in_time(list(dict.fromkeys(table.periods)))
    if problems := _twice(labels, first, table.source):
        raise MapError(problems)
    return {label: _of(table, label) for label in labels}


def _twice(labels: Sequence[str], rows: dict[str, int], source: str) -> list[Problem]:
    found = []
    earlier: dict[Span, str] = {}
    for label in sorted(labels, key=rows.__getitem__):
        span = span_of(label)
        if span is not None and span in earlier:
            what = f"period {label!r} is {earlier[span]!r} of row {rows[earlier[span]]}"
            found.append(Problem(source, what, "Write one period in one way.", row=rows[label]))
        elif span is not None:
            earlier[span] = label
    return in_order(found)


def _of(table: Table, label: str) -> Table:
    chosen = [i for i, period in enumerate(table.periods) if period == label]
    return replace(
        table,
        keys=tuple(table.keys[i] for i in chosen),
        rows=tuple(table.rows[i] for i in chosen),
        columns={name: column.take(chosen) for name, column in table.columns.items()},
        periods=(label,) * len(chosen),
    )
