"""From statements to rows: which are of one event, which figures stand, which contradict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from geo.release.model import UNITS, Reason
from geo.release.rows import (
    Claim,
    Event,
    Found,
    NameOf,
    drop_partial,
    drop_subsets,
    rows_of,
    totals_of,
)
from geo.release.statements import Statement

_NEAR = 3  # lines within which a statement lends its columns to a shorter one
_MOST_EVENTS = 24
_MEASURES = frozenset(UNITS) - {"projects", "companies"}


def gather(
    statements: Sequence[Statement], name_of: NameOf, line_of: Callable[[int], int]
) -> Found:
    """Sort statements into events and make rows and totals of them.

    Parameters
    ----------
    statements : sequence of Statement
        In the order of the text.
    name_of : callable
        Returns the name a place has in the table, and whether it is known.
    line_of : callable
        Returns the line number of a position in the text.
    """
    found = Found()
    _lend_columns(statements, found)
    events: list[Event] = []
    for order, statement in enumerate(statements):
        if statement.subject.role == "place":
            _place_claims(order, statement, events, name_of, found)
        elif statement.readings:
            _place_totals(statement, events, found)
    drop_subsets(events, found)
    events.sort(key=lambda event: -len(event.rows))
    for number, event in enumerate(e for e in events if e.rows or e.totals):
        found.events.append(event.times.label or event.times.act)
        found.rows += rows_of(event, number, name_of, line_of, found)
        found.totals += totals_of(event, number, found)
    drop_partial(found)
    return found


def _lend_columns(statements: Sequence[Statement], found: Found) -> None:
    """Give counts without noun, and money without measure, the meaning of the statement before.

    ``奎文区16个，总投资81.8亿元；潍城区15个，84.5亿元``: the same number of sums in the same order.
    A statement that neither names its projects nor leans on one that does is no statement of any.
    """
    near, columns = -_NEAR - 1, tuple[str, ...]()
    evident = {_sentence(s) for s in statements if s.named or s.measured}
    for statement in statements:
        near_one = statement.line - near <= _NEAR or statement.times.projects
        context = near_one and not statement.astray
        evidence = (
            context or statement.named or statement.measured or _sentence(statement) in evident
        )
        explicit = tuple(column for column in statement.readings if column in _MEASURES)
        _lend(statement, columns if context and not explicit else (), found)
        if not evidence:
            _drop(statement, tuple(statement.readings), "unclear", found)
        elif not (statement.measured or "projects" in statement.readings):
            _drop(statement, ("investment",), "unclear", found)
        if statement.readings:
            near, columns = statement.line, explicit or columns


def _sentence(statement: Statement) -> tuple[int, int]:
    readings = [*statement.bare, *(r for listed in statement.readings.values() for r in listed)]
    return readings[0].sentence


def _lend(statement: Statement, columns: tuple[str, ...], found: Found) -> None:
    """Give the sums without measure the columns of the statement before, if they are as many."""
    single = len(statement.subject.places) <= 1 and "projects" in statement.readings
    lent = single and len(columns) == len(statement.bare)
    for number, reading in enumerate(statement.bare):
        if lent:
            column = columns[number]
            statement.readings[column] = (replace(reading, column=column),)
        else:
            found.reasons[reading.start] = "bare"


def _drop(statement: Statement, columns: Sequence[str], reason: Reason, found: Found) -> None:
    for column in columns:
        for reading in statement.readings.pop(column, ()):
            found.reasons[reading.start] = reason


def _place_claims(
    number: int, statement: Statement, events: list[Event], name_of: NameOf, found: Found
) -> None:
    claims = [
        Claim(
            place,
            span,
            statement,
            {c: readings[i] for c, readings in statement.readings.items()},
            number,
        )
        for i, (place, span) in enumerate(
            zip(statement.subject.places, statement.names, strict=True)
        )
    ]
    if not statement.readings:
        return
    names = [name_of(claim.place)[0] for claim in claims]
    figures = [
        (name, column, reading.figure.value)
        for name, claim in zip(names, claims, strict=True)
        for column, reading in claim.readings.items()
    ]
    event = _event(statement, events, figures, found)
    if event is None:
        return
    for name, claim in zip(names, claims, strict=True):
        event.rows.setdefault(name, []).append(claim)


def _place_totals(statement: Statement, events: list[Event], found: Found) -> None:
    whole = statement.subject.role == "event"
    figures = [("", c, r[0].figure.value) for c, r in statement.readings.items() if whole]
    if statement.subject.role == "portfolio":
        event: Event | None = events[-1] if events else _new(statement, events)
    else:
        event = _event(statement, events, figures, found)
    if event:
        event.totals += [(statement, readings[0]) for readings in statement.readings.values()]


def _event(
    statement: Statement,
    events: list[Event],
    figures: Sequence[tuple[str, str, Decimal]],
    found: Found,
) -> Event | None:
    """Return the event a statement is of: one whose times agree, a new one if its figures do not.

    Where times are silent or agree, other figures for the same unit make a new event only if
    something that tells times apart was said since; else they are a contradiction. A text that
    seems to have more than `_MOST_EVENTS` is no release: what would make another is left out.
    """
    times = (
        statement.times
        if statement.times.act == statement.act
        else replace(statement.times, act=statement.act)
    )
    chosen = None
    for event in reversed(events):
        said = times.label and times.label != event.times.label
        clash = said and any(event.clashes(*figure) for figure in figures)
        if not clash and not event.times.contradicts(times):
            chosen = event
            chosen.times = event.times.joined(times)
            break
    if chosen is None and len(events) >= _MOST_EVENTS:
        _drop(statement, tuple(statement.readings), "unclear", found)
        return None
    chosen = chosen or _new(statement, events)
    for figure in figures:
        chosen.say(*figure)
    return chosen


def _new(statement: Statement, events: list[Event]) -> Event:
    events.append(Event(replace(statement.times, act=statement.act)))
    return events[-1]
