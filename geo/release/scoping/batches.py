"""Batches of an occasion for each act: “签约一批”项目65个；“开工一批”项目76个."""

from __future__ import annotations

from geo.release.parsing.clauses import Clause
from geo.release.parsing.statements import Subject
from geo.release.scoping.scopes import Scope
from geo.release.words.kinds import FIGURES, Kind

_ELSE = FIGURES | {Kind.FIRM, Kind.PLACE}


def batch_of(clause: Clause) -> str:
    """Return the act of the batch that a sentence begins with; empty if it begins otherwise."""
    if not clause.first:
        return ""
    for token in clause.tokens[:2]:  # 新“签约一批”项目
        if token.kind is Kind.ACT and token.text.endswith("一批"):
            return token.value
    return ""


def whole_of_batches(scope: Scope, clause: Clause) -> Subject | None:
    """Return the whole, if it had the batch before: in a new paragraph, whoever was named since."""
    if scope.batches is None or scope.batches.role != "event" or not batch_of(clause):
        return None
    before = clause.line.text[clause.line.mark : clause.tokens[0].start]
    return scope.batches if not before.strip() else None  # quotation marks are folded to blanks


def described(scope: Scope, clause: Clause) -> Scope | None:
    """Return the scope behind words of a batch: “投产一批”项目由前期项目转化生成，共907个."""
    act = batch_of(clause)
    if not act or scope.batches is None or not clause.tokens.kinds.isdisjoint(_ELSE):
        return None
    return scope.about(scope.batches, clause.line).of_act(act)
