"""Rows of which no act was said are of the event whose count they add up to.

316个项目开复工291个, and a table of units: if they have 316 together, or what the year plans for
them, they are not what was begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from geo.release.parsing.statements import LISTED, WHOLES
from geo.release.result.rows import Event

_FEWEST = 3  # units: two may add up to anything
_COUNT = "projects"


def to_what_they_add_up_to(events: Sequence[Event]) -> None:
    """Move rows without an act to the one event whose whole has as many projects as they.

    Parameters
    ----------
    events : sequence of Event
        Of a text; changed in place. Rows stay where their own event's whole has as many, and where
        no other event without rows, or more than one, does.
    """
    for event in events:
        column = _column(event)
        total = _sum(event, column)
        if total is None or total in _wholes(event, column):
            continue
        free = [e for e in events if not e.rows]
        others = [e for e in free if total in _wholes(e, column)]
        if not others and _planned(event):  # a year's plan is that of all there are
            others = [e for e in free if e.times.act == LISTED]
        if len(others) == 1:
            others[0].rows, event.rows = event.rows, {}
            # The kinds that were told beside them are of the same projects.
            kinds = [t for t in event.totals if t[0].subject.role == "type" and not t[0].act]
            others[0].totals += kinds
            event.totals = [t for t in event.totals if t not in kinds]


def _planned(event: Event) -> bool:
    """Tell whether all rows of an event of some act have what is planned beside their count."""
    acted = event.times.act not in ("", LISTED)
    return acted and all("planned" in claims[0].readings for claims in event.rows.values())


def _column(event: Event) -> str:
    """Return the one column of an event's rows, or projects."""
    columns = {column for claims in event.rows.values() for column in claims[0].readings}
    return columns.pop() if len(columns) == 1 else _COUNT


def _sum(event: Event, column: str) -> Decimal | None:
    """Return the count of all rows; None if they are few, one has none, or an act was said.

    Units have the act of what 其中 divides, where the user counts: of whichever count that is.
    """
    claims = [claims[0] for claims in event.rows.values()]
    acts = {claim.statement.act for claim in claims}
    silent = acts == {""} or (column != _COUNT and len(acts) == 1)
    if len(claims) < _FEWEST or not silent:
        return None
    if any(column not in claim.readings for claim in claims):
        return None
    return sum((claim.readings[column].figure.value for claim in claims), Decimal(0))


def _wholes(event: Event, column: str) -> set[Decimal]:
    return {
        reading.figure.value
        for statement, reading in event.totals
        if statement.subject.role in WHOLES and reading.column == column
    }
