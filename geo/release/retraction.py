"""What the words after figures take back: 126项，占全区的23% is no figure of the whole."""

from __future__ import annotations

from geo.release.clauses import Clause
from geo.release.kinds import FIGURES, Kind
from geo.release.outcomes import Outcome, Taken, refused
from geo.release.readings import Unused
from geo.release.reasons import Reason
from geo.release.scopes import Scope
from geo.release.statements import Statement, Subject

_RANKS = frozenset({Kind.RANK, Kind.CHANGE, Kind.ORDINAL})


def compares(clause: Clause) -> bool:
    """Tell whether a clause only compares: 同比增长5%, 位居第一, 全省最多."""
    first, *others = clause.tokens
    if first.kind in (Kind.CHANGE, Kind.RANK):
        return True
    bare = not any(token.kind in FIGURES for token in others)
    return first.kind is Kind.WHOLE and bare and bool(others) and others[0].kind in _RANKS


def taken_back(scope: Scope, clause: Clause) -> tuple[Scope, list[Outcome]] | None:
    """Take figures from the whole if a clause shows that they are not the whole's.

    Parameters
    ----------
    scope : Scope
    clause : Clause
        The one after the figures.

    Returns
    -------
    (Scope, list of Outcome) or None
        None if the clause takes nothing back. Else the scope in which what follows is of a part,
        the statement without its figures, and each figure with the reason.
    """
    said = scope.sentence.statement
    if said is None or said.subject.role != "event":
        return None
    reason = _against(said, clause)
    if reason is None:
        return None
    lost = [Unused(r.printed, r.start, r.end, r.sentence, reason) for r in said.all_readings]
    emptied = Taken(scope.sentence.number, said.without(said.readings)._replace(bare=()))
    after = scope.about(Subject("part"), clause.line)
    return after, [emptied, *lost, *refused(clause, "change")]


def _against(said: Statement, clause: Clause) -> Reason | None:
    tokens, label = clause.tokens, said.subject.label
    shared = [token for token in tokens[:3] if token.kind is Kind.WHOLE and not token.value]
    if shared and any(token.text.startswith("占") for token in tokens[:2]):
        # 占全区的23%: of 全区 it is no total, whoever it was of
        return "part" if label in ("", shared[0].text) else None
    told = any(token.kind in FIGURES for token in tokens)
    if clause.joined and tokens[0].place and not label and not told:
        return "unclear"  # 337个项目与成都经济区牵手
    return None
