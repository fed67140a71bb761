"""Who a clause is about: what it names, or what goes on from the clauses before."""

from __future__ import annotations

from collections.abc import Collection

from geo.release.clauses import Phrase
from geo.release.forms import Form
from geo.release.kinds import Kind
from geo.release.scopes import Scope
from geo.release.statements import Subject, Times
from geo.release.tokens import Token


def subject_of(scope: Scope, phrase: Phrase, *, first: bool) -> Subject | None:
    """Return the subject a clause brings; None if it goes on about the last one.

    Parameters
    ----------
    scope : Scope
    phrase : Phrase
        One that was understood.
    first : bool
        The clause begins a sentence or follows a semicolon.
    """
    form, sentence = phrase.form, scope.sentence
    parent = sentence.parent if sentence.parts else None
    if phrase.places:
        return _placed(scope, phrase, parent)
    if form.kind or (form.batch and phrase.amounts):
        last = sentence.subject.role if sentence.subject else ""
        of_event = parent is not None and parent.role == "event"
        of_place = last == "place" or (last == "part" and not of_event)
        if of_place or (parent and parent.role == "place"):
            return Subject("part")
        return whole_of(form, scope.clause.times, form.whole)
    if form.whole:
        return whole_of(form, scope.clause.times, form.whole)
    if form.part and phrase.amounts:
        goes_on = all(a.plan.column != "projects" and not a.plan.weak for a in phrase.amounts)
        return parent if goes_on and parent else Subject("part")
    return _unsaid(scope, phrase, first=first)


def _placed(scope: Scope, phrase: Phrase, parent: Subject | None) -> Subject:
    if phrase.form.within and scope.clause.bond.state != "firm":
        return Subject("project")
    first = phrase.places[0]
    if len(phrase.places) == 1 and first.name in scope.wholes:
        return whole_of(phrase.form, scope.clause.times, first.name)
    if parent and parent.role in ("place", "part") and parent.places != phrase.places:
        return Subject("part")
    return Subject("place", places=phrase.places)


def _unsaid(scope: Scope, phrase: Phrase, *, first: bool) -> Subject | None:
    """Find the subject of a clause that names none: 264个项目集中开工 is the whole event."""
    if all(token.kind is Kind.SUM for token in phrase.tokens):
        return Subject("event")  # 合计：
    if not phrase.amounts or scope.sentence.subject or scope.clause.bond.state == "broken":
        return None
    amounts, before = phrase.amounts[0], scope.sentence.before
    plan = amounts.plan
    if plan.each and before and len(before.places) == len(amounts.tokens) > 1:
        return before
    if plan.column != "projects" or not phrase.form.names_projects or plan.subset:
        return None
    times = scope.clause.times
    if times.yearly and phrase.form.plans:
        return Subject("portfolio", times.label)
    summed = any(token.kind is Kind.SUM for token in phrase.tokens)
    certain = plan.act or summed or phrase.form.plans or first
    return Subject("event") if certain else None


def whole_of(form: Form, times: Times, label: str) -> Subject:
    """Return what a clause is about that names no unit: event, kind, batch, or the year's plan."""
    if form.kind:
        return Subject("type", form.kind)
    if times.yearly and (form.plans or times.whole_year):
        return Subject("portfolio", times.label or label)
    if form.batch:
        return Subject("batch", form.batch)
    national = form.part and label in ("全省", "全国")
    return Subject("batch" if national else "event", label)


def topic(token: Token, wholes: Collection[str]) -> Subject | None:
    """Return whom a clause is about that begins with this word: a unit, or the whole event."""
    if token.kind is Kind.WHOLE:
        return Subject("event", token.text)
    if token.place is None:
        return None
    event = token.place.name in wholes
    return Subject("event", token.place.name) if event else Subject("place", places=(token.place,))
