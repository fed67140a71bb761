"""Who a clause is about: what it names, or what goes on from the clauses before."""

from __future__ import annotations

from collections.abc import Sequence

from geo.release.clauses import Amounts, Phrase
from geo.release.forms import Form
from geo.release.hierarchy import Levels
from geo.release.kinds import Kind
from geo.release.lexicon import is_case
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
    if form.refers and (found := _referred(scope, form)):
        return found
    if form.kind or form.whole or (form.batch and phrase.amounts):
        return _of_kind(scope, form, parent, first=first)
    if (form.part or parent) and phrase.amounts and (found := _of_parts(scope, phrase, parent)):
        return found
    return _unsaid(scope, phrase, first=first)


def _of_kind(scope: Scope, form: Form, parent: Subject | None, *, first: bool) -> Subject:
    """Return the whole, or a kind of its projects; a kind of a unit's has no row."""
    # 省级11个，其中奎文区3个；市级53个: beside the first kind, whose units were named
    beside = first and parent is not None and parent.role in ("type", "batch")
    if (form.kind or form.batch) and not beside:
        last = scope.sentence.subject.role if scope.sentence.subject else ""
        of_event = parent is not None and parent.role == "event"
        of_place = last == "place" or (last == "part" and not of_event)
        if of_place or (parent and parent.role == "place") or _of_part(scope):
            return Subject("part")
    return whole_of(form, scope.clause.times, form.whole)


def _of_part(scope: Scope) -> bool:
    """Tell whether a bracket divides what is itself a part: 前期项目3项（市级2项、县级1项）."""
    around = scope.around[0] if scope.around else None
    if around is None:
        return False
    return around.parts or (around.subject is not None and around.subject.role != "event")


def _of_parts(scope: Scope, phrase: Phrase, parent: Subject | None) -> Subject | None:
    """Return whose figures after 其中 are; None if it was not said."""
    if found := _of_act(scope, phrase, parent):
        return found
    if not phrase.form.part:
        return None
    goes_on = all(a.plan.column != "projects" and not a.plan.weak for a in phrase.amounts)
    return parent if goes_on and parent else Subject("part")


def _of_act(scope: Scope, phrase: Phrase, parent: Subject | None) -> Subject | None:
    """Return whose figures of another act are, that are part of the figures before: 其中续建8项."""
    plan, said, last = phrase.amounts[0].plan, scope.sentence.statement, scope.sentence.subject
    if last not in (None, parent) and last.role != "part":
        return None  # another unit was named since
    if scope.clause.bond.state == "broken":
        return None  # 其中，30个重大项目新开工6个，续建20个: of the thirty
    counted = plan.column == "projects" and plan.act and not plan.subset
    if not (counted and parent and len(parent.places) <= 1) or parent.role not in (
        "place",
        "event",
    ):
        return None
    return None if said and plan.act == said.act else parent


def _referred(scope: Scope, form: Form) -> Subject | None:
    """Return whom 此次 or 该区 goes back to; None if that is the whole."""
    sentence = scope.sentence
    if form.refers == "that":
        last = sentence.subject or sentence.before
        if last is None or last.role != "place":
            last = _mentioned(scope)
        if last is None or last.role != "place":
            return None
        names = [place.name for place in last.places]
        same = len(names) == 1 and names[0].endswith((form.whole[-1], "地"))
        return last if same else Subject("part")
    unsaid = sentence.subject if sentence.statement is None else None
    acted = unsaid or (sentence.actor if sentence.subject is None else None)
    if acted is None or acted.role not in ("place", "event") or len(acted.places) > 1:
        return acted if acted and len(acted.places) > 1 else None
    return acted


def _mentioned(scope: Scope) -> Subject | None:
    """Return the place that was named last, if it has a row: 主会场设在鹤壁市，该市共有133个."""
    place = scope.sentence.mentioned
    levels = scope.levels
    if place is None or place.name in levels.wholes or place.name in levels.parts:
        return None
    return Subject("place", places=(place,))


def _placed(scope: Scope, phrase: Phrase, parent: Subject | None) -> Subject:
    if scope.around and scope.around[1].bond.state == "broken":
        return Subject("part")  # 含56例由无症状转为确诊（甲市20例）
    first, levels = phrase.places[0], scope.levels
    counted = any(a.plan.column == "projects" and a.plan.named for a in phrase.amounts)
    # 会议期间，共有647个项目落地四川: what is not understood before it changes no total
    total = counted and first.name in levels.wholes
    if phrase.form.within and scope.clause.bond.state != "firm" and not total:
        return Subject("project")
    if len(phrase.places) == 1 and first.name in levels.wholes:
        return whole_at(first.name, levels, whole_of(phrase.form, scope.clause.times, first.name))
    if any(place.name in levels.parts for place in phrase.places):
        return Subject("part")
    below = parent and parent.role in ("place", "part") and parent.places != phrase.places
    if parent and below and not _one_of_joint(scope, phrase, parent):
        return Subject("part", "place")
    return Subject("place", places=phrase.places)


def _one_of_joint(scope: Scope, phrase: Phrase, parent: Subject) -> bool:
    """Tell whether it is one of those with a joint count: 甲市、乙市共143个，其中甲市61个."""
    together = {place.name for place in parent.places}
    counted = scope.sentence.lead == "projects"
    return counted and len(together) > 1 and {p.name for p in phrase.places} <= together


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
    own = plan.own and plan.named
    if not own and (plan.column != "projects" or not phrase.form.names_projects):
        return None
    return scope.sentence.actor or _whole_counted(scope, phrase, first=first)


def _whole_counted(scope: Scope, phrase: Phrase, *, first: bool) -> Subject | None:
    """Return the whole if a count without a name is certainly of it."""
    plan, times = phrase.amounts[0].plan, scope.clause.times
    size = {token.text for token in phrase.tokens if token.kind is Kind.THRESHOLD}
    if plan.subset and not (plan.act and plan.subset in size):  # 新开工亿元以上项目226个
        return None
    if times.yearly and phrase.form.plans:
        return Subject("portfolio", times.label)
    summed = any(token.kind is Kind.SUM for token in phrase.tokens)
    before = scope.sentence.before
    if before and before.role in ("place", "part") and not (summed or plan.own):
        return None  # 庆阳市实施184个。复工45个: whose, is not said
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


def whole_at(name: str, levels: Levels, whole: Subject) -> Subject:
    """Return whose the figures of a whole are: of several side by side each is a batch."""
    return Subject("batch", name) if name in levels.groups and whole.role == "event" else whole


def topic(tokens: Sequence[Token], levels: Levels) -> Subject | None:
    """Return whom a clause is about that begins with these words: units, or the whole event."""
    token = tokens[0]
    if token.kind is Kind.WHOLE and not token.value:
        return Subject("event", token.text)
    if token.place is None:
        return None
    if token.place.name in levels.wholes:
        return whole_at(token.place.name, levels, Subject("event", token.place.name))
    places = [token.place]
    for joint, following in zip(tokens[1::2], tokens[2::2], strict=False):
        if joint.kind is not Kind.JOIN or following.place is None:
            break
        places.append(following.place)
    return Subject("place", places=tuple(places))


def announced(tokens: Sequence[Token], *, of_units: bool = False) -> str:
    """Return the column that a clause announces; empty if it is none for certain.

    Parameters
    ----------
    tokens : sequence of Token
    of_units : bool, default False
        A clause that names units (奎文区、潍城区总投资居前两位), and announces money.
    """
    kinds = {token.kind for token in tokens}
    if Kind.FIRM in kinds or (Kind.PLACE in kinds) != of_units:
        return ""
    measures = {token.value for token in tokens if token.kind is Kind.MEASURE}
    if len(measures) == 1:
        value = measures.pop()
        value = value.partition("|")[0].partition(":")[0]
        return "investment" if value == "plan" else value
    return "projects" if not of_units and kinds & {Kind.PROJECT, Kind.ACT} else ""


def of_unit(tokens: Sequence[Token], mark: Token, levels: Levels) -> bool:
    """Tell whether a time is that of a unit alone: 潍城区去年同期开工12个."""
    before = (token.place for token in tokens if token.start < mark.start)
    return any(place is not None and place.name not in levels.wholes for place in before)


def size_of(tokens: Sequence[Token]) -> str:
    """Return the size of projects that are listed next: 10亿元以上的有：; empty if of all."""
    of_size = {Kind.THRESHOLD, Kind.DE, Kind.MEASURE, Kind.PART}
    if not all(token.kind in of_size for token in tokens):
        return ""
    return next((token.text for token in tokens if token.kind is Kind.THRESHOLD), "")


def of_another(amounts: Amounts) -> bool:
    """Tell whether what a user counts may be of a place by a name nobody knows: 某地报告1例."""
    plan = amounts.plan
    return plan.own and bool(plan.act) and not is_case(plan.act)
