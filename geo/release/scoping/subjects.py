"""Who a clause is about: what it names, or what goes on from the clauses before."""

from __future__ import annotations

from collections.abc import Sequence

from geo.release.names.divisions import beside, is_city, is_county, is_province
from geo.release.names.hierarchy import Levels
from geo.release.names.places import OWN_LEVEL, Place
from geo.release.parsing.clauses import Phrase
from geo.release.parsing.forms import Form
from geo.release.parsing.statements import SORT, Subject, Times, own_list
from geo.release.phrases.tokens import Token
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sums import and_others
from geo.release.scoping.unsaid import unsaid
from geo.release.words.kinds import Kind
from geo.release.words.readings import MONEY

#: The sizes from which projects are counted at all; larger ones are some of a unit's.
COUNTED_FROM = (
    "亿元以上", "亿元", "超亿元", "5000万元以上", "500万元以上", "1000万元以上", "千万元以上",
)  # fmt: skip
_SHORTEST = 2  # characters of a unit's name
_DIVIDED = ("place", "event", "portfolio", "batch")  # by act: 其中新建96个


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
        return _placed(scope, phrase, parent, first=first)
    if form.refers and (found := _referred(scope, form, summed=Kind.SUM in phrase.tokens.kinds)):
        # 此次开工的项目中产业项目12个: some of the unit's
        return Subject("part", SORT) if form.kind and found.role == "place" else found
    if form.whole and not form.refers and (found := _headed(scope, form)):
        return found
    if form.kind or form.whole or (form.batch and phrase.amounts):
        return _of_kind(scope, phrase, parent, first=first)
    if (form.part or parent) and phrase.amounts and (found := _of_parts(scope, phrase, parent)):
        return found
    return unsaid(scope, phrase, first=first)


def _of_kind(scope: Scope, phrase: Phrase, parent: Subject | None, *, first: bool) -> Subject:
    """Return the whole, or a kind of its projects; a kind of a unit's has no row."""
    form = phrase.form
    unit = scope.sentence.subject
    if unit and scope.sentence.statement is None and own_list(unit, form.batch):
        return unit  # 云州，确定70个州级重点项目: its own list of them
    # 省级11个，其中奎文区3个；市级53个: beside the first kind, whose units were named
    beside = first and parent is not None and parent.role in ("type", "batch")
    if (form.kind or form.batch) and not beside:
        last = scope.sentence.subject.role if scope.sentence.subject else ""
        of_event = parent is not None and parent.role == "event"
        of_place = last == "place" or (last == "part" and not of_event)
        # 其中，省市重点4个 after figures of nobody: hardly those of the whole
        of_nobody = parent is not None and parent.role == "part" and parent.label in ("", SORT)
        if of_place or of_nobody or (parent and parent.role == "place") or _of_part(scope):
            return Subject("part", SORT)
    # 奎文区46个。其中列入本次开工的29个: of that unit, not of all
    of_unit_s = form.part and form.refers and parent is not None and parent.role == "place"
    if of_unit_s or perhaps_unit(scope, form.whole):
        return Subject("part")
    if form.whole and (size := _large(scope, phrase)):
        return Subject("type", size)
    return whole_of(form, scope.clause.times, form.whole)


def _large(scope: Scope, phrase: Phrase) -> str:
    """Return the size of large projects that were counted after all: 此次共有10亿元以上项目84个."""
    sizes = [token.text for token in phrase.tokens if token.kind is Kind.THRESHOLD]
    plan = phrase.amounts[0].plan if phrase.amounts else None
    if plan is None or len(sizes) != 1 or not plan.subset.endswith(sizes[0]):
        return ""
    if plan.subset in COUNTED_FROM or sizes[0] in COUNTED_FROM:
        return ""
    return plan.subset if scope.statements and plan.column == "projects" else ""


def perhaps_unit(scope: Scope, whole: str) -> bool:
    """Tell whether 全区 may be the unit just named: 谯城区…。放眼全区，今年实施46个."""
    unit = scope.sentence.mentioned
    if unit is None or whole not in ("全区", "全县", "全旗"):
        return False
    if unit.name in scope.levels.wholes | scope.levels.only:
        return False
    return unit.name.endswith(whole[-1]) and not unit.name.endswith("地区")


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
    if last not in (None, parent) and (last.role != "part" or last.label == SORT):
        return None  # another unit was named since, or a kind: 其中政府投资项目49个，已开工11个
    if scope.clause.bond.state == "broken":
        return None  # 其中，30个重大项目新开工6个，续建20个: of the thirty
    # 其中续建项目完成投资159亿元, too
    counted = plan.column in ("projects", *MONEY) and plan.act and not plan.subset
    if not (counted and parent and len(parent.places) <= 1) or parent.role not in _DIVIDED:
        return None
    if parent.role == "portfolio" and last is None:
        return None  # 其中 in the next sentence: of the event, as far as that tells
    return None if said and plan.act == said.act else parent


def _referred(scope: Scope, form: Form, *, summed: bool) -> Subject | None:
    """Return whom 此次 or 该区 goes back to; None if that is the whole."""
    sentence = scope.sentence
    if form.refers == "that":
        last = sentence.subject or sentence.before
        if last is None or last.role != "place":
            last = _mentioned(scope)
        if last is None or last.role != "place":
            return None
        last = last._replace(places=tuple(_city_of(place, form) for place in last.places))
        names = [place.name for place in last.places]
        same = len(names) == 1 and names[0].endswith((form.whole[-1], "地"))
        # 衢州：…。该市今年实施483个
        same = same or (len(names) == 1 and form.whole == "该市" and is_city(names[0]))
        return last if same else Subject("part")
    unsaid = sentence.subject if sentence.statement is None else None
    acted = unsaid or (sentence.actor if sentence.subject is None else None)
    if acted is not None and len(acted.places) > 1:
        # 甲县、乙县设立分会场。本次开工项目共71个: of them all, and of others
        return None if summed else acted
    return acted if acted is not None and acted.role in ("place", "event") else None


def _headed(scope: Scope, form: Form) -> Subject | None:
    """Return the unit that a heading names and 全县 means: 泾川县, and in the next line 全县."""
    sentence = scope.sentence
    unsaid = sentence.subject if sentence.statement is None else None
    named = (unsaid or sentence.actor) if sentence.headed else None
    named = named or (unsaid if unsaid and _is_whole(unsaid, form) else None)
    if named is None or named.role != "place" or len(named.places) != 1 or form.kind or form.batch:
        return None
    name = named.places[0].name
    return named if name.endswith(form.whole[-1]) or _is_whole(named, form) else None


def _is_whole(named: Subject, form: Form) -> bool:
    """Tell whether 全市 is a city beside others, or 全省 a province; no county is 全市.

    在烟台分会场，全市共有86个; 贵州：前三天，全省共接待游客213.5万人次.
    """
    if len(named.places) != 1:
        return False
    name = named.places[0].name
    if form.whole.endswith("市"):
        return is_city(name)
    if form.whole == "全县":  # 青州全县62个乡镇受灾，全县损失…
        return is_county(name)
    return form.whole in ("全省", "全区") and is_province(name)


def _city_of(place: Place, form: Form) -> Place:
    """Return the unit that a zone's name begins with: 走进汉川市经济开发区。该市开工42个."""
    at = place.name.find(form.whole[-1], 1) + 1
    return place._replace(name=place.name[:at]) if at > _SHORTEST else place


def _mentioned(scope: Scope) -> Subject | None:
    """Return the place that was named last, if it has a row: 主会场设在鹤壁市，该市共有127个."""
    place = scope.sentence.mentioned
    levels = scope.levels
    if place is None or place.name in levels.wholes or place.name in levels.parts:
        return None
    return Subject("place", places=(place,))


def _placed(scope: Scope, phrase: Phrase, parent: Subject | None, *, first: bool) -> Subject:
    if scope.around and scope.around[1].bond.state == "broken":
        return Subject("part")  # 含56例由无症状转为确诊（甲市20例）
    named, levels = phrase.places[0], scope.levels
    counted = any(a.plan.column == "projects" and a.plan.named for a in phrase.amounts)
    # 会议期间，共有631个项目落地四川: what is not understood before it changes no total
    total = counted and named.name in levels.wholes
    if phrase.form.within and scope.clause.bond.state != "firm" and not total:
        return Subject("project")
    if len(phrase.places) == 1 and named.name in levels.wholes:
        size = _large(scope, phrase)
        whole = whole_of(phrase.form, scope.clause.times, named.name)
        if phrase.form.part and whole.role == "event":  # 共87项，其中商洛市14项: of what has all
            whole = Subject("batch", named.name)
        return Subject("type", size) if size else whole_at(named.name, levels, whole)
    own = named.name.endswith(OWN_LEVEL) and not named.known  # 市本级11个: of no district
    if own or any(place.name in levels.parts for place in phrase.places) or and_others(phrase):
        return Subject("part")
    if (
        parent
        and _below(scope, phrase, parent, first=first)
        and not _one_of_joint(scope, phrase, parent)
    ):
        return Subject("part", "place")
    return Subject("place", places=phrase.places)


def _below(scope: Scope, phrase: Phrase, parent: Subject, *, first: bool) -> bool:
    """Tell whether units are parts of another: 太原市182个，其中小店区31个; not 大同市 after it."""
    if parent.role not in ("place", "part") or parent.places == phrase.places:
        return False
    ranked = len(parent.places) > 1 and not scope.sentence.joint
    if ranked and {p.name for p in parent.places} & {p.name for p in phrase.places}:
        return False  # 孝感、襄阳开工数居前列。其中，襄阳97个
    # …，云州居首。其中，青州71.8亿元: the sentence has said nothing else
    sentence = scope.sentence
    opens = sentence.statement is None and parent is sentence.before
    opens = opens and scope.clause.bond.state == "firm"
    apart = ranked or ((first or opens) and len(parent.places) == 1)
    return not (apart and beside(parent.places[0].name, phrase.places[0].name))


def _one_of_joint(scope: Scope, phrase: Phrase, parent: Subject) -> bool:
    """Tell whether it is one of those with a joint count: 甲市、乙市共143个，其中甲市61个."""
    together = {place.name for place in parent.places}
    counted = scope.sentence.lead == "projects"
    return counted and len(together) > 1 and {p.name for p in phrase.places} <= together


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
    sorts = ("event", "type")
    return Subject("batch", name) if name in levels.groups and whole.role in sorts else whole


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


def of_unit(tokens: Sequence[Token], mark: Token, levels: Levels) -> bool:
    """Tell whether a time is that of a unit alone: 潍城区去年同期开工12个."""
    before = (token.place for token in tokens if token.start < mark.start)
    return any(place is not None and place.name not in levels.wholes for place in before)


def sort_of(scope: Scope) -> str:
    """Return the kind or batch of projects that units divide: 省级项目11个，其中奎文区3个."""
    parent, levels = scope.sentence.parent, scope.levels
    around = scope.around[0].subject if scope.around else None
    if around is not None and around.role in ("type", "batch"):
        return around.label  # 产业项目88个（商州区17个、洛南县14个）
    if not scope.sentence.parts or parent is None or parent.role not in ("type", "batch"):
        return ""
    others = parent.label.startswith("除")  # 除奎文区外: whose rows are of all their projects
    return "" if others or parent.label in levels.wholes | levels.groups else parent.label
