"""Whose money is that is said behind counts: the unit's, an act's, or of two together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geo.release.parsing.clauses import Amounts, Clause, Phrase
from geo.release.parsing.statements import SORT, Statement, Subject
from geo.release.scoping.outcomes import Taken
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import FIRM
from geo.release.words.kinds import Kind

_SENTENCE = 3  # the gap before one
#: What a unit's projects brought, by how its name ends.
_FUNDS = ("到位资金", "到位内资", "省外资金", "市外资金", "域外资金")

_DIVIDED = re.compile("[,，;；:：](?:其中|以)")
_IN_BRACKET = re.compile("[\u4e00-\u9fff]{0,6}[（(](?:其中[：:，,]?)?")
_OF_UNITS = re.compile("[0-9]个?(?:[省市州盟县区旗]|乡镇)")
_FEW_UNITS = 3  # named before how many there are


def sums_of(
    scope: Scope, clause: Clause, phrase: Phrase, *, repeated: bool
) -> tuple[Statement, int] | None:
    """Return the count of the sentence before if a sentence begins with its sums: 总投资26亿元.

    That sentence may be in the line before, if the count is repeated: 34个项目总投资26亿元.
    """
    counted = scope.sentence.counted
    begins = clause.first and scope.sentence.subject is None and scope.clause.bond == FIRM
    if counted is None or not begins or not 0 <= clause.number - counted[0].line <= repeated:
        return None
    said = counted[0]
    further = {"investment", "planned"} if said.readings.keys() == {"projects"} else set()
    # 奎文区：48个，总投资263亿元。2023年计划完成投资87.3亿元: in a line of its own
    planned = said.readings.keys() == {"projects", "investment"} and _planned_there(clause, said)
    further |= {"planned"} if planned else set()
    further |= {"completed"} if said.subject.role in ("event", "batch", "type") else set()
    sums = all(
        a.plan.column in further - said.readings.keys() and not a.plan.weak for a in phrase.amounts
    )
    return counted if sums and phrase.amounts and not phrase.places else None


def _planned_there(clause: Clause, said: Statement) -> bool:
    """Tell whether a plan is of the unit that its line begins with, and so is about."""
    names = said.subject.names
    plan = any(t.kind is Kind.MEASURE and t.text.startswith("计划") for t in clause.tokens)
    one = plan and said.subject.role == "place" and len(names) == 1
    return one and names[0][0] == clause.line.span(clause.line.mark, clause.line.mark)[0]


def without_repeat(scope: Scope, clause: Clause, phrase: Phrase) -> Phrase:
    """Return a clause without the count that the sentence before gave: 这16个项目总投资26亿元."""
    counted, amounts = scope.sentence.counted, phrase.amounts
    if counted is None or len(amounts) < 2 or not clause.first or phrase.places:
        return phrase
    said = counted[0].readings["projects"]
    same = amounts[0].plan.column == "projects" and len(said) == len(amounts[0].figures) == 1
    if not same or said[0].figure.value != amounts[0].figures[0].value or amounts[0].plan.subset:
        return phrase
    return phrase._replace(amounts=amounts[1:])


def shared_money(scope: Scope, clause: Clause, amounts: Amounts) -> bool:
    """Tell whether money may be that of the unit or of its part: 16个，其中新建10个，总投资."""
    sentence, subject = scope.sentence, scope.sentence.subject
    if _said_of_two(sentence.statement, amounts) or _of_units(scope, clause, amounts):
        return True
    of_act = sentence.parts and subject is not None and subject is sentence.parent
    said = sentence.statement
    counted = amounts.plan.column == "projects" or (amounts.plan.own and amounts.plan.act)
    here = any(t.kind is Kind.COUNT and t.start < amounts.tokens[0].start for t in clause.tokens)
    split = said is not None and said.part and not (counted or here)
    # 总投资61亿元，其中新建4个，续建5个，年度计划投资11亿元: of the five, or of all nine
    planned = amounts.plan.column in ("investment", "planned", "")
    unsaid = not sentence.measured or (sentence.uncosted and planned)
    return of_act and split and unsaid and not clause.joined


def _said_of_two(said: Statement | None, amounts: Amounts) -> bool:
    """Tell whether money may be that of two acts together: 开工4个、竣工2个，总投资9亿元."""
    return said is not None and said.beside and amounts.plan.column in ("investment", "planned", "")


def _of_units(scope: Scope, clause: Clause, amounts: Amounts) -> bool:
    """Tell whether money may be that of units together: 奎文区5个、潍城区4个，合计投资9亿元."""
    sentence = scope.sentence
    if amounts.plan.column == "projects" or amounts.plan.own or clause.joined:
        return False
    if not (sentence.enumerated or sentence.uncosted):
        return False
    summed = Kind.SUM in clause.tokens.kinds
    named = any(token.place for token in clause.tokens)
    # 全市28个，其中奎文区6个，潍城区9个，总投资134亿元: the whole's money was not said yet
    summed = summed or (_whole(scope) is not None and not sentence.measured)
    return not named and (sentence.enumerated or (sentence.uncosted and summed))


def of_all_acts(said: Statement | None, amounts: Amounts) -> bool:
    """Tell whether a sum completed follows counts of several acts, and so is of none of them."""
    return said is not None and said.beside and amounts.plan.column == "completed"


def beside_another(before: Statement | None, clause: Clause) -> bool:
    """Tell whether a statement follows a count of another act, with nothing told in between."""
    return before is not None and not clause.first and before.readings.keys() == {"projects"}


def left_open(scope: Scope, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a semicolon goes on to something else and names nobody, after parts.

    其中济南市5例、青岛市4例；新增无症状感染者20例: not those of 青岛市.
    其中奎文区16个；总投资1480亿元: hardly that of 奎文区.
    """
    said, amounts = scope.sentence.statement, phrase.amounts
    if clause.gap != 2 or said is None or phrase.places or not amounts:
        return False
    plan = amounts[0].plan
    if _whole(scope) and said.subject.role == "place" and not plan.act:
        return plan.own or plan.column not in ("", "projects")
    if scope.sentence.units < 2 or plan.act in ("", said.act):
        return False
    return not _in_turn(scope.sentence.acts, said, plan.act, clause)


def _in_turn(acts: Sequence[str], said: Statement, act: str, clause: Clause) -> bool:
    """Tell whether an act comes after a unit's last as it did of the first one, in the same line.

    甲区开工13个；竣工7个；乙区开工20个；竣工15个: 15 of 乙区. One that comes too early, or in
    another line, is perhaps that of a unit whose name was not understood.
    """
    here = said.subject.names[-1][0] >= clause.line.span(0, 1)[0] if said.subject.names else False
    if not here or act not in acts or said.act not in ("", *acts):
        return False
    return not said.act or acts.index(act) > acts.index(said.act)


def one_of_sorts(scope: Scope, clause: Clause, subject: Subject | None) -> list[Taken]:
    """Return what was said of one kind of a unit's projects, where another kind is joined to it.

    云州40个省重点项目、30个市重点项目: neither are all of its projects.
    """
    said = scope.sentence.statement
    another = subject is not None and subject.label == SORT and clause.joined
    if not another or said is None or said.subject.role != "place" or not said.subset:
        return []
    return [Taken(scope.sentence.number, said._replace(part=True))]


def back_to_whole(scope: Scope, phrase: Phrase) -> Subject | None:
    """Return the whole, if it has no such figure yet; None if nobody can be told."""
    said, plan = scope.sentence.statement, phrase.amounts[0].plan
    again = said is not None and plan.own and plan.column in said.readings and not plan.act
    return None if scope.sentence.measured or again else _whole(scope)


def _whole(scope: Scope) -> Subject | None:
    parent = scope.sentence.parent if scope.sentence.parts else None
    return parent if parent is not None and parent.role == "event" else None


def jointly(scope: Scope, phrase: Phrase, amounts: Amounts) -> Scope:
    """Return the scope after a count of several units: what follows 其中 may be of each of them."""
    plan = amounts.plan
    plain = plan.column == "projects" and plan.named and not (plan.subset or phrase.form.kind)
    scope = scope._replace(sentence=scope.sentence._replace(joint=True))
    return scope.led("projects").told(plan.act) if plain else scope


def _all_there_are(scope: Scope, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether the first count is of all units that have any: 甲、乙、丙等19个市州9万人."""
    if len(phrase.places) < _FEW_UNITS or scope.statements or Kind.UNITS not in clause.tokens.kinds:
        return False
    plans = [amounts.plan for amounts in phrase.amounts]
    return len(plans) == 1 and plans[0].own and bool(plans[0].act) and not plans[0].each


def _all_affected(scope: Scope, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a text begins with all units that have what follows: 甲、乙、丙3市9个县."""
    counted = [t.text for t in clause.tokens if t.kind is Kind.UNITS and _OF_UNITS.search(t.text)]
    many = len(phrase.places) >= _FEW_UNITS and scope.statements == 0
    return many and bool(counted) and not phrase.amounts


def _divided_next(scope: Scope, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether the first figure of a text is divided behind it: 损失共18亿元，其中甲市3亿元."""
    first = scope.statements == 0 and scope.sentence.subject is None
    if not first or len(phrase.amounts) != 1 or scope.clause.bond.state == "broken":
        return False
    plan = phrase.amounts[0].plan
    behind = _DIVIDED.match(clause.line.text, clause.tokens[-1].end)
    return plan.own and bool(plan.column) and behind is not None


def _told_in_bracket(scope: Scope, clause: Clause, phrase: Phrase, subject: Subject | None) -> bool:
    """Tell whether a bracket divides a figure of several among them: 甲县、乙县9人（甲县4人…）."""
    joint = subject or (scope.sentence.subject if scope.sentence.statement is None else None)
    own = len(phrase.amounts) == 1 and phrase.amounts[0].plan.own
    if joint is None or joint.role != "place" or len(joint.places) < _FEW_UNITS or not own:
        return False
    divided = _IN_BRACKET.match(clause.line.text, clause.tokens[-1].end)
    names = tuple(place.name for place in joint.places)
    return divided is not None and clause.line.text.startswith(names, divided.end())


def of_several(
    scope: Scope, clause: Clause, phrase: Phrase, subject: Subject | None
) -> Subject | None:
    """Return the units that a clause tells something of each, if they were named before it."""
    if (
        _all_there_are(scope, clause, phrase)
        or _all_affected(scope, clause, phrase)
        or (subject is None and _divided_next(scope, clause, phrase))
    ):
        return Subject("event")
    if _told_in_bracket(scope, clause, phrase, subject):
        return Subject("event")
    behind = clause.gap == _SENTENCE and scope.sentence.subject is None
    listed = scope.sentence.earlier if behind else scope.sentence.named
    each = phrase.amounts[0] if len(phrase.amounts) == 1 else None
    if each and each.plan.each and not phrase.places and len(listed) == len(each.tokens) > 1:
        # 奎文区59个，潍城区48个；完成投资分别为86.4亿元、71.3亿元
        places = tuple(place for place, _ in listed)
        units = len(listed) if behind else scope.sentence.units
        alone = units == len({place.name for place in places}) == len(listed)
        # 甲县9个，乙县新开工、竣工项目分别为8个、5个: of two acts of the last unit
        certain = scope.clause.bond == FIRM and not (clause.inside or clause.joined)
        if alone and certain:
            return Subject("place", "", places, tuple(span for _, span in listed))
    return with_bracketed(scope, clause, subject)


def of_funds(scope: Scope, label: str) -> bool:
    """Tell whether a semicolon goes on with a unit's funds: 签约41个；到位资金87.6亿元."""
    said = scope.sentence.statement
    one = said is not None and said.subject.role == "place" and scope.sentence.units == 1
    return one and label.endswith(_FUNDS)


def funds_first(scope: Scope, label: str) -> bool:
    """Tell whether a unit's funds come first of its figures: 淅川县：到位省外资金58.3亿元."""
    subject = scope.sentence.subject
    return subject is not None and subject.one_unit and label.endswith(_FUNDS)


def of_others(phrase: Phrase, amounts: Amounts) -> bool:
    """Tell whether a figure of each is that of units by words alone: 其他区市项目均在10个以上."""
    unnamed = not phrase.places and len(amounts.tokens) == 1
    return unnamed and Kind.WORD in phrase.tokens.kinds


def counted_firms(said: Statement | None, amounts: Amounts) -> Amounts:
    """Return amounts as those of firms where these were counted: 新增企业68家，总数达到241家."""
    firms = said is not None and "companies" in said.readings
    if not firms or amounts.plan.column != "projects" or amounts.tokens[-1].unit != "家":
        return amounts
    return amounts._replace(plan=replace(amounts.plan, column="companies", unit="家"))


def and_others(phrase: Phrase) -> bool:
    """Tell whether a unit is named for others, too: 潍城区等地共开工43个."""
    if Kind.ETC not in phrase.tokens.kinds:
        return False
    pairs = zip(phrase.tokens, phrase.tokens[1:], strict=False)
    others = any(first.place and second.kind is Kind.ETC for first, second in pairs)
    return len(phrase.places) == 1 and others


def with_bracketed(scope: Scope, clause: Clause, subject: Subject | None) -> Subject | None:
    """Return the units of a clause and those before a bracket: 南郑区（不含新区）、城固县共有."""
    before = scope.sentence.subject
    if not (clause.joined and clause.gap and subject and before) or scope.sentence.statement:
        return subject
    both = subject.role == before.role == "place" and not scope.clause.dangling
    if not both or clause.line.text[before.places[-1].end :][:1] not in ("（", "("):
        return subject
    return Subject("place", places=(*before.places, *subject.places))


def paired(clause: Clause, phrase: Phrase, amounts: Amounts) -> bool:
    """Tell whether money without measure is right behind a count: 16个、81.8亿元, 16个81.8亿元."""
    start = amounts.tokens[0].start
    beside = any(a.tokens[-1].end == start for a in phrase.amounts)
    return clause.joined or clause.inside or beside
