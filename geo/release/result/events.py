"""From statements to rows: which are of one event, which lend their columns, which are dropped."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from geo.release.parsing.statements import Statement, Times
from geo.release.parsing.turns import SORTS_OF_ACT
from geo.release.parsing.wishes import without_funds, without_wishes
from geo.release.result.apart import lists_apart
from geo.release.result.belonging import ASIDE_ACTS, may_be_of
from geo.release.result.dropping import drop_partial, drop_repeats
from geo.release.result.fixed_assets import fixed_assets_apart
from geo.release.result.lending import columns_lent, dropped
from geo.release.result.retold import told_again
from geo.release.result.rows import (
    Claim,
    Event,
    Figure,
    Found,
    rows_of,
    totals_of,
)
from geo.release.result.subsets import drop_subsets
from geo.release.result.summing import to_what_they_add_up_to
from geo.release.result.wider import without_wider
from geo.release.scoping.retraction import is_bound
from geo.release.words.kinds import WordList
from geo.release.words.lexicon import listed
from geo.release.words.readings import UNITS

_MOST_EVENTS = 24
_NOW = ("截至目前", *listed(WordList.NOW))
_OTHER_YEARS = ("last", "next")
_KINDS = (*ASIDE_ACTS, *SORTS_OF_ACT, "前期", "预备")
_MEASURES = frozenset(UNITS) - {"projects", "companies"}


def gather(statements: Sequence[Statement], text: str, measures: Collection[str] = ()) -> Found:
    """Sort statements into events and make rows and totals of them.

    Parameters
    ----------
    statements : sequence of Statement
        In the order of the text.
    text : str
        The plain text that their spans are positions in.
    measures : collection of str, optional
        Columns that the user gave.
    """
    found = Found()
    summed = _MEASURES | frozenset(measures)
    events: list[Event] = []
    told = [*without_wishes(without_funds(told_again(statements), text), found.reasons)]
    told = [*without_wider(told, found.reasons)]
    lent = fixed_assets_apart(columns_lent(told, summed, found), text)
    for order, statement in enumerate(lists_apart([*_of_now(lent, text)])):
        if statement.readings and statement.subject.role == "place":
            _place_claims(order, statement, events, found)
        elif statement.readings:
            _place_totals(statement, events, found)
    to_what_they_add_up_to(events)
    drop_subsets(events, found)
    # The event with most units is what a map will show; figures of last year come beside it.
    events.sort(key=lambda event: -len(event.rows))
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]
    events = [event for event in events if event.rows or event.totals]
    found.events += _labels(events)
    for number, event in enumerate(events):
        found.rows += rows_of(event, number, text, starts, found)
        found.totals += totals_of(event, number, found, text)
    drop_repeats(found)
    drop_partial(found, summed)
    if measures:
        _drop_others(found, measures)
    return found


def _of_now(statements: Iterable[Statement], text: str) -> Iterator[Statement]:
    """Give statements behind one of last year their own, where 今年 was said in between.

    去年开工312个；今年又有几十个。奎文区16个: not those of last year.
    """
    last, at = False, 0
    for said in statements:
        numbers = said.all_readings
        start = numbers[0].start if numbers else at
        now = last and not said.times.year and "今年" in text[at:start]
        statement = said._replace(times=said.times._replace(year="this")) if now else said
        last, at = statement.times.year == "last", start
        yield statement


def _drop_others(found: Found, measures: Collection[str]) -> None:
    """Drop totals of what the user did not ask for, unless the units have it, too."""
    columns = {*measures, *(cell.column for row in found.rows for cell in row.cells)}
    others = [t for t in found.totals if t.reading.column not in columns]
    found.reasons |= {t.reading.start: "other" for t in others}
    found.totals = [t for t in found.totals if t.reading.column in columns]


def _labels(events: Sequence[Event]) -> Iterator[str]:
    """Yield what the events are called: by their times, and by their acts where those differ."""
    several = len({event.times.act for event in events}) > 1
    for event in events:
        act = "" if event.times.act in event.times.label else event.times.act
        # that it is but a wish is never left out, and 目前 alone says nothing
        told = several or act.startswith("计划") or event.times.label in _NOW
        label = f"{event.times.label}{act}" if told else event.times.label or event.times.act
        yield f"{label}（{event.times.part}）" if event.times.part > "1" else label


def _place_claims(number: int, statement: Statement, events: list[Event], found: Found) -> None:
    subject = statement.subject
    claims = [
        Claim(place, span, statement, {c: r[i] for c, r in statement.readings.items()}, number)
        for i, (place, span) in enumerate(zip(subject.places, subject.names, strict=True))
    ]
    figures = [
        (claim.place.name, column, reading.figure.value)
        for claim in claims
        for column, reading in claim.readings.items()
        # 甲县、乙县均在10个以上，甲县达26个: the bound of several is no figure beside that
        if len(claims) == 1 or not is_bound(reading)
    ]
    event = _event(statement, events, figures, found)
    if event is None:
        return
    for claim in claims:
        if claim.place.name not in event.rows:
            for column, reading in claim.readings.items():
                event.sums[column] = event.sums.get(column, Decimal(0)) + reading.figure.value
        event.rows.setdefault(claim.place.name, []).append(claim)


def _place_totals(statement: Statement, events: list[Event], found: Found) -> None:
    role = statement.subject.role
    name = {"event": "", "portfolio": role}.get(role, f"{role}: {statement.subject.label}")
    figures = [(name, c, r[0].figure.value) for c, r in statement.readings.items()]
    # 2024年计划安排556个（新建138个，续建316个）: each act is an event beside the year's plan
    # 全盟实施163个，已开复工157个: and so is what was done of them
    # 今年安排1280个。已开工1196个
    clashes = any(
        value not in event.said.get((name, column), {value})
        for event in events
        for _, column, value in figures
    )
    divided = bool(statement.act) and (statement.part or statement.beside or clashes)
    if role == "portfolio" and not divided:
        # what a year holds is not of a kind of its projects
        whole = [e for e in events if not e.part and not e.times.act.startswith(_KINDS)]
        event: Event | None = whole[-1] if whole else _new(statement, events)
    else:
        event = _event(statement, events, figures, found)
    if event:
        for figure in figures:
            event.say(figure, statement)
        event.totals += [(statement, readings[0]) for readings in statement.readings.values()]


def _event(
    statement: Statement,
    events: list[Event],
    figures: Sequence[Figure],
    found: Found,
) -> Event | None:
    """Return the event a statement is of: one whose times agree, a new one if its figures do not.

    Where times are silent or agree, other figures for the same unit make a new event only if
    something that tells times apart was said since; else they are a contradiction. A text that
    seems to have more than `_MOST_EVENTS` is no release: what would make another is left out.
    """
    times = statement.times
    times = times if times.act == statement.act else times._replace(act=statement.act)
    chosen = None
    # The latest first: a text goes on about what it spoke of last; but first one of the same act.
    for event in _latest_first(events, times):
        if not may_be_of(statement, times, event, figures):
            continue
        told = times.label and times.label != event.times.label
        # 其中续建8个, and 其中续建58个 in another sentence: parts of two counts
        parts = statement.part and event.part and bool(statement.act)
        told = told or parts or event.times.act != times.act
        if not any(event.clashes(figure, statement, told=told) for figure in figures):
            chosen = event
            chosen.times = event.times.joined(times)
            break
    if chosen is None and len(events) >= _MOST_EVENTS:
        dropped(statement, tuple(statement.readings), found)
        return None
    chosen = chosen or _new(statement, events)
    for figure in figures:
        chosen.say(figure, statement)
    return chosen


def _latest_first(events: Sequence[Event], times: Times) -> Iterator[Event]:
    """Yield those of the same act, then the others; of now first, if no year is said."""
    # Of the same sentence the one that began last; a text may come back to one: 开工的91个中，
    latest = [*reversed(events)]
    latest.sort(key=lambda event: -event.turn)
    if not times.year:
        now = [event for event in latest if event.times.year not in _OTHER_YEARS]
        if len(now) < len(latest):
            latest = [*now, *(event for event in latest if event.times.year in _OTHER_YEARS)]
    if times.label:  # 当天 goes on with 当天, whatever 截至目前 was said in between
        latest.sort(key=lambda event: event.times.label != times.label)
    others: list[Event] = []
    for event in latest:
        if event.times.act == times.act:
            yield event
        else:
            others.append(event)
    # What is only planned, or adds up since the year began, is hardly what a count without act is.
    others.sort(key=lambda event: (event.part, event.times.act.startswith(ASIDE_ACTS)))
    yield from others


def _new(statement: Statement, events: list[Event]) -> Event:
    events.append(Event(statement.times._replace(act=statement.act), part=statement.part))
    return events[-1]
