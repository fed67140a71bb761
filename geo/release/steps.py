"""What a clause does to the scope, and to its numbers.

A clause with a name starts a statement; the clauses after it add to it until another name, or the
end of the sentence. Words that are not understood loosen the bond to the subject, or break it.
Every number has one outcome: it is taken into a statement, or refused for a reason.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from geo.release.clauses import BRACKET, Amounts, Clause, Phrase, read_phrase
from geo.release.kinds import FIGURES, Kind, WordList
from geo.release.lexicon import listed
from geo.release.model import UNITS, Reading, Reason, Unused
from geo.release.scopes import LOOSE, Scope, broken
from geo.release.statements import Statement, Subject
from geo.release.subjects import subject_of, topic
from geo.release.tokens import NOT_FIGURES, NUMBERS

#: 镇 of 某某镇 and 市 of 云州市, but not 全区, 区域, 城市 or 市场.
_UNIT_LIKE = re.compile(
    r"(?<![全城都本])[区县旗镇乡](?![域位里])|(?<![全城都本])市(?![场民委])|街道"
)
_OVERVIEW_ENDS = listed(WordList.OVERVIEW_END)
_TIMES = frozenset({Kind.MARK, Kind.DATE})
#: What an unknown clause may be about instead: a project, a firm, another unit, its own numbers.
_OTHERS = FIGURES | {Kind.PROJECT, Kind.FIRM, Kind.PLACE}


class Taken(NamedTuple):
    """A statement with the numbers that were taken into it, and its place among the statements."""

    number: int
    statement: Statement


Outcome = Taken | Unused


def step(scope: Scope, clause: Clause) -> tuple[Scope, list[Outcome]]:
    """Read a clause: return the scope it leaves, and the outcome of each of its numbers."""
    scope = scope.across(clause.gap)
    if clause.tokens[0].kind in (Kind.CHANGE, Kind.RANK):
        return scope, [*refused(clause, "change")]
    phrase = read_phrase(clause.tokens)
    subject = scope.sentence.subject
    if clause.gap == BRACKET and phrase.places and subject and subject.role == "place":
        return _other_place(scope, clause, phrase)
    marks = phrase.marks or tuple(t for t in clause.tokens[:3] if t.kind in _TIMES)
    if marks and (clause.first or not phrase.refused):
        scope = scope.dated(marks, whole_sentence=clause.first)
    if phrase.refused:
        return _not_understood(scope, clause), [*refused(clause, phrase.refused)]
    return _understood(scope, clause, phrase)


def _other_place(scope: Scope, clause: Clause, phrase: Phrase) -> tuple[Scope, list[Outcome]]:
    """Leave out what a bracket says of another place: 奎文区（经开区3个）."""
    parts: dict[int, Reason] = {t.start: "part" for a in phrase.amounts for t in a.tokens}
    scope = scope.about(Subject("part"), clause.line) if parts else scope
    return scope, [*refused(clause, None, parts)]


def _understood(scope: Scope, clause: Clause, phrase: Phrase) -> tuple[Scope, list[Outcome]]:
    if phrase.form.part:
        scope = scope.of_parts(scope.sentence.subject or scope.sentence.before)
    subject = subject_of(scope, phrase, first=clause.first)
    if subject:
        scope = scope.about(subject, clause.line)
    scope, outcomes = take_all(scope, clause, phrase)
    if phrase.form.amid:
        scope = scope.of_parts(scope.sentence.subject).about(Subject("part"), clause.line)
    return scope, outcomes


def take_all(scope: Scope, clause: Clause, phrase: Phrase) -> tuple[Scope, list[Outcome]]:
    """Take the amounts of a clause one after the other; its other numbers are refused."""
    outcomes: list[Outcome] = []
    reasons: dict[int, Reason] = {}
    taken: set[int] = set()
    for amounts in phrase.amounts:
        starts = [token.start for token in amounts.tokens]
        scope, outcome = _take(scope, clause, phrase, amounts)
        if isinstance(outcome, Taken):
            outcomes.append(outcome)
            taken.update(starts)
        else:
            reasons |= dict.fromkeys(starts, outcome)
    return scope, [*outcomes, *refused(clause, None, reasons, taken)]


def _take(
    scope: Scope, clause: Clause, phrase: Phrase, amounts: Amounts
) -> tuple[Scope, Taken | Reason]:
    """Add amounts to the open statement, or to a new one, or say why not."""
    subject = scope.sentence.subject
    reason = _no_bond(scope, amounts)
    if reason or subject is None:
        return scope, reason or "unclear"
    scope = scope.distributed() if amounts.plan.each else scope
    many = max(len(subject.places), 1)
    if many > 1 and not scope.sentence.each:
        return scope, "joint"
    if len(amounts.tokens) not in (1, many):
        return scope, "mismatch"
    if reason := _no_column(scope, clause, amounts):
        return scope.bound(broken(reason)), reason
    statement, times = scope.sentence.statement, scope.clause.times
    opened = statement is None or _another_act(statement, amounts)
    if statement is None or opened:
        statement = Statement(
            subject,
            clause.number,
            times,
            times.act,
            distant=scope.clause.bond == LOOSE,
            off_topic=scope.sentence.off_topic,
        )
    statement = _extended(statement, scope, clause, phrase, amounts)
    scope = scope.stated(statement, opened=opened)
    return scope, Taken(scope.statements - 1, statement)


def _no_bond(scope: Scope, amounts: Amounts) -> Reason | None:
    """Return why amounts are not the subject's, if they are not."""
    bond, subject, plan = scope.clause.bond, scope.sentence.subject, amounts.plan
    if bond.state == "broken":
        return bond.reason
    if subject is None:
        return "unclear"
    if subject.role in ("part", "project"):
        return "part" if subject.role == "part" else "project"
    certain = scope.sentence.statement is None and plan.column == "projects" and plan.named
    return "unclear" if bond == LOOSE and not certain else None


def _no_column(scope: Scope, clause: Clause, amounts: Amounts) -> Reason | None:
    """Return why a column cannot be the subject's; what follows is then not the subject's."""
    statement, plan = scope.sentence.statement, amounts.plan
    if plan.needs_count and not (statement and "projects" in statement.readings):
        return "project"
    if plan.column not in ("", *UNITS) and (clause.first or statement is None):
        return "unclear"  # what begins with an unknown word is perhaps another unit's
    if statement and plan.column in statement.readings and not _another_act(statement, amounts):
        return "unclear"
    return None


def _another_act(statement: Statement, amounts: Amounts) -> bool:
    """Tell whether a second act is counted: 签约16个，开工10个."""
    plan = amounts.plan
    counted = plan.column == "projects" and "projects" in statement.readings
    return bool(plan.act and counted and plan.act != statement.act)


def _extended(
    statement: Statement, scope: Scope, clause: Clause, phrase: Phrase, amounts: Amounts
) -> Statement:
    """Return the statement with amounts added to it."""
    plan, form = amounts.plan, phrase.form
    read = tuple(_readings(clause, amounts))
    readings, bare = statement.readings, statement.bare
    if plan.column:
        repeat = max(len(statement.subject.places), 1) if len(read) == 1 else 1
        readings = {**readings, plan.column: read * repeat}
    else:
        bare = (*bare, *read)
    of_place = statement.subject.role == "place"
    year_plan = form.plans and scope.clause.times.yearly and of_place
    measure = plan.column in ("investment", "planned") and not plan.weak
    said = (form.kind or form.batch) if of_place else ""
    return Statement(
        statement.subject,
        statement.line,
        statement.times,
        plan.act or statement.act or ("年度计划" if year_plan else ""),
        statement.subset or plan.subset or said,
        statement.distant,
        statement.off_topic,
        statement.named or plan.named,
        statement.measured or measure,
        readings,
        bare,
    )


def _readings(clause: Clause, amounts: Amounts) -> Iterator[Reading]:
    column, unit, sentence = amounts.plan.column, amounts.plan.unit, clause.sentence
    for token, figure in zip(amounts.tokens, amounts.figures, strict=True):
        start, end = clause.line.span(token.start, token.end)
        yield Reading(column, unit, figure, token.text, start, end, sentence, token.hedge)


def _not_understood(scope: Scope, clause: Clause) -> Scope:
    """Return the scope after a clause that says nothing: its bond is looser, or broken."""
    tokens = clause.tokens
    kinds = {token.kind for token in tokens}
    if Kind.WORD in kinds and not tokens[-1].text.endswith(_OVERVIEW_ENDS):
        scope = scope.off_topic()
    start = next((token for token in tokens if token.kind not in _TIMES), tokens[0])
    subject = None if kinds & FIGURES or Kind.FIRM in kinds else topic(start, scope.wholes)
    if subject:  # 奎文区聚焦主业: it is the subject of what follows, at a distance
        return scope.about(subject, clause.line, LOOSE)
    if kinds & _OTHERS:
        return scope.bound(broken("unclear"))
    if Kind.WORD not in kinds:
        return scope
    unit = any(token.kind is Kind.WORD and _UNIT_LIKE.search(token.text) for token in tokens)
    if unit or (clause.first and scope.sentence.subject):
        return scope.bound(broken("unclear"))  # perhaps another unit, by a name nobody knows
    return scope.bound(LOOSE)


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
