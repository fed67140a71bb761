"""Rows of which no act was said are of the event whose count they add up to.

316个项目开复工291个, and a table of units: if they have 316 together, they are not what was begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from geo.release.parsing.statements import WHOLES
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
        total = _sum(event)
        if total is None or total in _wholes(event):
            continue
        others = [e for e in events if not e.rows and total in _wholes(e)]
        if len(others) == 1:
            others[0].rows, event.rows = event.rows, {}
            # The kinds that were told beside them are of the same projects.
            kinds = [t for t in event.totals if t[0].subject.role == "type" and not t[0].act]
            others[0].totals += kinds
            event.totals = [t for t in event.totals if t not in kinds]


def _sum(event: Event) -> Decimal | None:
    """Return the projects of all rows; None if they are few, one has none, or an act was said."""
    claims = [claims[0] for claims in event.rows.values()]
    silent = all(not claim.statement.act and _COUNT in claim.readings for claim in claims)
    if len(claims) < _FEWEST or not silent:
        return None
    return sum((claim.readings[_COUNT].figure.value for claim in claims), Decimal(0))


def _wholes(event: Event) -> set[Decimal]:
    return {
        reading.figure.value
        for statement, reading in event.totals
        if statement.subject.role in WHOLES and reading.column == _COUNT
    }
