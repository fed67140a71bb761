"""A page to check a release in a minute: every number marked and linked to its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from geo.base.catalogue import strings
from geo.base.languages import is_rtl, tag
from geo.base.packaged import packaged
from geo.release.editing import editor_columns, editor_data, editor_rows
from geo.release.files import event_label
from geo.release.words.hedges import as_said
from geo.release.words.numbers import plain
from geo.release.words.readings import UNITS, Conflict, Reading

if TYPE_CHECKING:
    from jinja2 import Template

    from geo.release.model import Release


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of the text: what it is, where its link leads, and what its tooltip says."""

    text: str
    kind: str = ""
    id: str = ""
    target: str = ""
    title: str = ""


def review_page(release: Release, *, language: str = "zh") -> str:
    """Return a self-contained HTML page: the text with every number marked, beside the tables.

    Parameters
    ----------
    release : Release
    language : str, default "zh"
        One of `geo.base.languages.LANGUAGES`: of the labels; the text is the text.

    Returns
    -------
    str
        No script is needed to follow a link; one highlights the counterpart of what is pointed at.
    """
    words = strings(language)
    events = sorted({row.event for row in release.rows} | {total.event for total in release.stated})
    events = events or [0]  # an empty table is there to be filled
    return _template().render(
        words=words,
        tag=tag(language),
        rtl=is_rtl(language),
        # The sentences of the status are one in Chinese and Japanese.
        next=words["comma"] if language[:2] in {"zh", "ja"} else ". ",
        release=release,
        marks=list(_marks(release, words)),
        tables=[_table(release, event, words) for event in events],
        checks=[_check(check, words) for check in release.checks],
        conflicts=release.conflicts,
        unused=release.unused,
        unread=len(release.unread),
        data=editor_data(release),
        editor_words={k: v for k, v in words.items() if k.startswith("review_edit")},
        used=len(release.figures),
        labels={name: _column(name, words) for name in editor_columns(release)},
        clean=not release.conflicts and not release.unknown and all(c.ok for c in release.checks),
        column=lambda name: _column(name, words),
        named=lambda conflict: _named(conflict, words),
        plain=plain,
        as_said=as_said,
        style=_asset("review.css"),
        script=_asset("review.js"),
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("geo.release"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("review.html")


def _asset(name: str) -> str:
    return packaged("release", "templates", name)


def _column(name: str, words: Mapping[str, str]) -> str:
    return words[f"review_column_{name}"] if name in UNITS else name


def _named(conflict: Conflict, words: Mapping[str, str]) -> str:
    """Return what a contradiction is about: whose figure, and which."""
    column = conflict.readings[0].column
    whose = conflict.name.removesuffix(f", {column}")
    return f"{whose} {_column(column, words)}"


def _table(release: Release, event: int, words: Mapping[str, str]) -> dict[str, Any]:
    """Return what the template needs of one event: columns, rows, totals."""
    columns = editor_columns(release)
    told = {row.event for row in release.rows} | {total.event for total in release.stated}
    number = f"{event + 1}"
    name = event_label(release, event) if release.events else number
    # An event of no name has its number alone, without the sign before a name.
    label = words["review_event"].format(number=number, label="" if name == number else name)
    rows = [row for row in release.rows if row.event == event]
    totals = [total for total in release.stated if total.event == event]
    return {
        "title": label.rstrip(" :：") if len(told) > 1 else words["review_rows"],
        "columns": [(column, _column(column, words), unit) for column, unit in columns.items()],
        "rows": [(row, [(column, row.cell(column)) for column in columns]) for row in rows],
        # Without rows it waits to be filled: on the page of others that have some, until it is.
        "waits": bool(release.rows) and not rows,
        "empty": editor_rows(release, event)[len(rows) :],
        "event": event,
        "totals": [(total, words[f"review_scope_{total.scope}"]) for total in totals],
    }


def _check(check: Any, words: Mapping[str, str]) -> dict[str, str | bool]:  # noqa: ANN401 - a Check, or its like
    relation = {"=": "=", "<=": "≤", ">=": "≥"}[check.relation]
    return {
        "label": check.label,
        "column": _column(check.column, words),
        "sum": plain(check.parts_sum),
        "stated": f"{relation} {plain(check.stated)}",
        "slack": plain(check.slack),
        "ok": check.ok,
    }


def _marks(release: Release, words: Mapping[str, str]) -> Iterator[Mark]:
    """Yield the text in pieces, each number and each name of a row a piece of its own."""
    at = 0
    for start, end, mark in sorted(_spans(release, words), key=lambda span: (span[0], -span[1])):
        if start < at:  # a name within a longer one; the first keeps its place
            continue
        yield Mark(release.text[at:start])
        yield Mark(release.text[start:end], mark.kind, mark.id, mark.target, mark.title)
        at = end
    yield Mark(release.text[at:])


def _spans(release: Release, words: Mapping[str, str]) -> Iterator[tuple[int, int, Mark]]:
    used: dict[int, tuple[Reading, str, list[str]]] = {}
    for row in release.rows:
        yield (
            row.start,
            row.end,
            Mark("", "name", f"p{row.start}", f"r{row.event}-{row.start}", row.name),
        )
        for cell in row.cells:
            target = f"c{row.event}-{row.start}-{cell.column}"
            used.setdefault(cell.start, (cell, target, []))[2].append(
                f"{row.name} {_described(cell, words)}"
            )
    for total in release.stated:
        reading = total.reading
        target = f"t{total.event}-{reading.start}"
        used.setdefault(reading.start, (reading, target, []))[2].append(
            f"{total.label} {_described(reading, words)}"
        )
    for start, (reading, target, titles) in used.items():
        yield start, reading.end, Mark("", "used", f"n{start}", target, "；".join(titles))
    for number in release.unused:
        kind = "conflict" if number.reason == "conflict" else "unused"
        why = words[f"review_reason_{number.reason}"]
        yield number.start, number.end, Mark("", kind, f"n{number.start}", f"u{number.start}", why)


def _described(reading: Reading, words: Mapping[str, str]) -> str:
    value = as_said(plain(reading.figure.value), reading.hedge)
    return f"{_column(reading.column, words)} {value} {reading.unit}"
