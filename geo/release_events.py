"""From statements to rows: which are of one event, which figures stand, which contradict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple, cast

from geo.figures import Scope

from geo.release_model import UNITS, Conflict, Reading, Reason, Row, Total
from geo.release_owners import Role, Statement
from geo.release_places import Place
from geo.release_times import Times

_NEAR = 3  # lines within which a statement lends its columns to a shorter one
_MOST_EVENTS = 24
_MEASURES = frozenset(UNITS) - {"projects", "companies"}

#: Returns the name a place has in the table, and whether it is known.
NameOf = Callable[[Place], tuple[str, bool]]


@dataclass(slots=True)
class Event:
    """What belongs together: times, the rows' figures by unit, the totals."""

    times: Times
    rows: dict[str, list[Claim]] = field(default_factory=dict)
    totals: list[tuple[Statement, Reading]] = field(default_factory=list)
    said: dict[tuple[str, str], set[Decimal]] = field(default_factory=dict)

    def clashes(self, name: str, column: str, value: Decimal) -> bool:
        """Tell whether another figure was said of the same unit ("" the whole) and column."""
        return bool(self.said.get((name, column), set()) - {value})

    def say(self, name: str, column: str, value: Decimal) -> None:
        """Remember a figure of a unit, "" for the whole."""
        self.said.setdefault((name, column), set()).add(value)


class Claim(NamedTuple):
    """What one statement says of one unit."""

    place: Place
    span: tuple[int, int]
    statement: Statement
    readings: dict[str, Reading]


@dataclass(slots=True)
class Found:
    """Rows, totals and contradictions; and the starts of numbers that fell out, with the reason."""

    events: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    reasons: dict[int, Reason] = field(default_factory=dict)


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
    for statement in statements:
        if statement.subject.role == "place":
            _place_claims(statement, events, name_of, found)
        elif statement.readings:
            _place_totals(statement, events, found)
    _drop_subsets(events, found)
    events.sort(key=lambda event: -len(event.rows))
    for number, event in enumerate(e for e in events if e.rows or e.totals):
        found.events.append(event.times.label or event.times.act)
        found.rows += _rows(event, number, name_of, line_of, found)
        found.totals += _totals(event, number, found)
    _drop_partial(found)
    return found


def _lend_columns(statements: Sequence[Statement], found: Found) -> None:
    """Give counts without noun, and money without measure, the meaning of the statement before.

    ``奎文区16个，总投资81.8亿元；潍城区15个，84.5亿元``: the same number of sums in the same order.
    A statement that neither names its projects nor leans on one that does is no statement of any.
    """
    near, columns = -_NEAR - 1, tuple[str, ...]()
    evident = {_sentence(s) for s in statements if s.named or s.measured}
    for statement in statements:
        context = statement.line - near <= _NEAR or statement.times.projects
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
    lent = len(columns) == len(statement.bare) and "projects" in statement.readings
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


def _place_claims(statement: Statement, events: list[Event], name_of: NameOf, found: Found) -> None:
    claims = [
        Claim(
            place, span, statement, {c: readings[i] for c, readings in statement.readings.items()}
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


def _drop_subsets(events: Sequence[Event], found: Found) -> None:
    """Drop figures for some of a unit's projects, unless every unit has just those (亿元以上项目)."""
    for event in events:
        claims = [claim for listed in event.rows.values() for claim in listed]
        subsets = {claim.statement.subset for claim in claims}
        if subsets == {""} or (len(subsets) == 1 and len(event.rows) > 1):
            continue
        for name in list(event.rows):
            kept = [claim for claim in event.rows[name] if not claim.statement.subset]
            for claim in event.rows[name]:
                if claim.statement.subset:
                    found.reasons |= {r.start: "subset" for r in claim.readings.values()}
            event.rows[name] = kept
            if not kept:
                del event.rows[name]


def _rows(
    event: Event, number: int, name_of: NameOf, line_of: Callable[[int], int],
    found: Found,
) -> Iterator[Row]:  # fmt: skip
    for name, claims in event.rows.items():
        cells: list[Reading] = []
        columns = dict.fromkeys(column for claim in claims for column in claim.readings)
        for column in columns:
            stated = [claim for claim in claims if column in claim.readings]
            # What stands right beside the name, with a count, goes before what is said at a distance.
            best = min(_distance(claim) for claim in stated)
            near = [c.readings[column] for c in stated if _distance(c) == best]
            rest = [c.readings[column] for c in stated if _distance(c) != best]
            if len({reading.figure.value for reading in near}) > 1:
                found.conflicts.append(Conflict(f"{name}, {column}", number, tuple(near)))
                found.reasons |= {r.start: "conflict" for r in near}
            else:
                cells.append(near[0])
                found.reasons |= {r.start: "repeat" for r in near[1:]}
            said = near[0].figure.value
            found.reasons |= {
                r.start: "repeat" if r.figure.value == said else "other" for r in rest
            }
        first = claims[0]
        start, end = first.span
        yield Row(
            name, "", number, line_of(start), tuple(cells), name_of(first.place)[1], start, end
        )


def _distance(claim: Claim) -> int:
    return 2 * claim.statement.distant + ("projects" not in claim.readings)


def _totals(event: Event, number: int, found: Found) -> Iterator[Total]:
    """Make totals of what was said of the whole; different figures for one are a contradiction."""
    by_key: dict[tuple[Role, str, str], list[Reading]] = {}
    labels = Counter(
        s.subject.label for s, _ in event.totals if s.subject.role == "event" and s.subject.label
    )
    whole = labels.most_common(1)[0][0] if labels else "合计"
    # What says most comes first: a headline's figure is there to be repeated.
    for statement, reading in sorted(event.totals, key=lambda said: -len(said[0].readings)):
        role, label = statement.subject.role, statement.subject.label
        by_key.setdefault((role, whole if role == "event" else label, reading.column), []).append(
            reading
        )
    for (role, label, column), stated in by_key.items():
        if len({reading.figure.value for reading in stated}) > 1:
            found.conflicts.append(Conflict(f"{label}, {column}", number, tuple(stated)))
            found.reasons |= {reading.start: "conflict" for reading in stated}
            continue
        found.reasons |= {reading.start: "repeat" for reading in stated[1:]}
        yield Total(cast("Scope", role), label, number, stated[0])


def _drop_partial(found: Found) -> None:
    """Keep a column beyond counts and investment only if every unit of the event has it."""
    whole: set[tuple[int, str]] = set()
    for number in range(len(found.events)):
        rows = [row for row in found.rows if row.event == number]
        units: dict[str, list[str]] = {"projects": [], "investment": []}
        for cell in (cell for row in rows for cell in row.cells):
            units.setdefault(cell.column, []).append(cell.unit)
        for column, listed in units.items():
            alone = len(rows) < 2 and column not in UNITS
            complete = len(listed) == len(rows) and not alone and len(set(listed)) == 1
            if complete or column in ("projects", "investment"):
                whole.add((number, column))
    kept = []
    for row in found.rows:
        cells = tuple(cell for cell in row.cells if (row.event, cell.column) in whole)
        found.reasons |= {cell.start: "partial" for cell in row.cells if cell not in cells}
        if cells:
            kept.append(replace(row, cells=cells))
    found.rows = kept
