"""What becomes of the numbers of a clause: taken into a statement, or refused for a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from geo.release.parsing.clauses import Clause
from geo.release.parsing.statements import Statement
from geo.release.phrases.tokens import NOT_FIGURES, NUMBERS
from geo.release.words.kinds import FIGURES, Kind
from geo.release.words.readings import Unused
from geo.release.words.reasons import Reason


class Taken(NamedTuple):
    """A statement with the numbers that were taken into it, and its place among the statements."""

    number: int
    statement: Statement


Outcome = Taken | Unused


def refused(
    clause: Clause,
    reason: Reason | None = None,
    reasons: Mapping[int, Reason] | None = None,
    taken: Collection[int] = (),
) -> Iterator[Unused]:
    """Yield the numbers of a clause, each with the reason why it is in no cell.

    Parameters
    ----------
    clause : Clause
    reason : str, optional
        Of all its figures; left out, that of their kind: date, code, or unclear.
    reasons : mapping of int to str, optional
        Of single figures, by their start in the line.
    taken : collection of int, optional
        Starts of the numbers that were not refused.
    """
    if NUMBERS.isdisjoint(clause.tokens.kinds):
        return
    for token in clause.tokens:
        if token.kind not in NUMBERS or token.start in taken:
            continue
        if token.kind is Kind.MARK and not any(c.isdigit() for c in token.text):
            continue  # 今年 is no number
        why = reasons.get(token.start, reason) if reasons else reason
        if why is None or (token.kind not in FIGURES and why != "mark"):
            why = NOT_FIGURES.get(token.kind, "unclear")
        span = clause.line.span(token.start, token.end)
        yield Unused(token.text, *span, clause.sentence, why)
