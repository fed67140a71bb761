"""Whose figures are that no name stands before: the whole's, or those of whom was spoken of."""

from __future__ import annotations

import re

from geo.release.parsing.clauses import Phrase
from geo.release.parsing.statements import SUMMED, TALK, WHOLES, Subject
from geo.release.parsing.turns import SORTS_OF_ACT
from geo.release.scoping.continuing import goes_on, opens_completed
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import FIRM
from geo.release.words.kinds import Kind, WordList
from geo.release.words.lexicon import listed

#: A kind of projects by any name, and what a clause has that counts those of a kind.
_KIND = re.compile("(?!.*(?:[区县市旗镇乡州园城]|其他|其余|其它))[\u4e00-\u9fff]{2,10}")
_OF_KIND = frozenset({Kind.WORD, Kind.PROJECT, Kind.COUNT})
_SUM = {Kind.SUM}
#: How a time begins that says until when.
_SO_FAR = ("截至", *listed(WordList.NOW))


def unsaid(scope: Scope, phrase: Phrase, *, first: bool) -> Subject | None:
    """Find the subject of a clause that names none: 264个项目集中开工 is the whole event."""
    if summed := _summed(scope, phrase) or _next_kind(scope, phrase):
        return summed
    if not phrase.amounts or scope.sentence.subject or scope.clause.bond.state == "broken":
        return None
    sentence, phrase = scope.sentence, _counted_first(scope, phrase)
    amounts, before = phrase.amounts[0], sentence.before
    plan = amounts.plan
    each = plan.each and before and len(before.places) == len(amounts.tokens) > 1
    own = plan.own and plan.named
    whole = goes_on(scope, phrase) or opens_completed(scope, phrase)
    again = before and (each or _already(scope, phrase) or _next_act(scope, phrase, first=first))
    if whole or again:
        return whole or before
    # 全年实现社会消费品零售总额1283.5亿元, before anybody was named
    alone = scope.statements == 0 and before is None
    # 全市经济稳步向好。地区生产总值1283.5亿元
    one = before is not None and len(before.places) == 1 and sentence.alone
    goes_on_about = before is not None and (before.role in WHOLES or one) and not plan.act
    goes_on_about = goes_on_about and not sentence.off_topic
    if plan.own and plan.column and first and (alone or goes_on_about):
        return before or Subject("event")
    if not own and (plan.column != "projects" or not phrase.form.names_projects):
        return None
    return sentence.actor or _whole_counted(scope, phrase, first=first)


def _next_kind(scope: Scope, phrase: Phrase) -> Subject | None:
    """Return a kind that no list has, beside those it has: 产业项目5个；公共服务项目3个."""
    last, said = scope.sentence.subject, scope.sentence.statement
    if last is None or said is None or last.role != "type" or not phrase.amounts:
        return None
    plan = phrase.amounts[0].plan
    told = plan.column == "projects" and plan.subset and not plan.act
    of_kind = told and phrase.tokens.kinds == _OF_KIND and _KIND.fullmatch(plan.subset)
    return Subject("type", plan.subset) if of_kind else None


def _counted_first(scope: Scope, phrase: Phrase) -> Phrase:
    """Return a clause with its count before its sum: 总投资86亿元的12个项目."""
    columns = [each.plan.column for each in phrase.amounts]
    if scope.statements or columns != ["investment", "projects"]:
        return phrase
    at = phrase.tokens.index(phrase.amounts[1].tokens[0])
    described = phrase.tokens[at - 1].kind is Kind.DE
    return phrase._replace(amounts=phrase.amounts[::-1]) if described else phrase


def _of_size_alone(scope: Scope, phrase: Phrase) -> bool:
    """Tell whether projects of all kinds follow those of one: …（甲区2个），新落地亿元以上67个."""
    last = scope.sentence.subject
    if not phrase.amounts or last is None or last.role != "type" or scope.sentence.parts:
        return False
    plan = phrase.amounts[0].plan
    sizes = [token.text for token in phrase.tokens if token.kind is Kind.THRESHOLD]
    return plan.column == "projects" and bool(plan.act) and [plan.subset] == sizes


def _summed(scope: Scope, phrase: Phrase) -> Subject | None:
    """Return what is summed up: the whole (合计：), or the units before (奎文区5个，合计9个)."""
    if phrase.tokens.kinds == _SUM or _of_size_alone(scope, phrase):
        return Subject("event")
    return Subject("event", SUMMED) if _sums_up(scope, phrase) else None


def _sums_up(scope: Scope, phrase: Phrase) -> bool:
    last, said = scope.sentence, scope.sentence.statement
    if said is None or said.subject.role != "place" or last.units < 2 or said.beside:
        return False
    if scope.statements - last.first > last.units:
        return False  # 甲市签约9个、竣工5个，合计14个: perhaps those of one
    first = phrase.tokens[0]
    if not phrase.amounts or first.kind is not Kind.SUM:
        return False
    plan = phrase.amounts[0].plan
    if plan.own:  # 寿光市遇难6人、青州市2人，共遇难8人
        return bool(said.bare) or plan.column in said.readings
    counted = plan.column == "projects" and "projects" in said.readings
    return counted and first.text in ("合计", "共计", "总计")


def _already(scope: Scope, phrase: Phrase) -> bool:
    """Tell whether those counted in the sentence before were begun, or had money spent, so far.

    已开工247个; 截至7月底，开工247个; 截至7月底，累计完成投资26亿元.
    """
    before, plan = scope.sentence.before, phrase.amounts[0].plan
    one = before and before.one_unit and scope.sentence.alone
    if not before or not (one or before.role in WHOLES):
        return False
    acts = [token for token in phrase.tokens if token.kind is Kind.ACT]
    times = scope.clause.times
    # 全市确定46个。1至4月，已开工29个; of a unit it may be those of the whole
    within = bool(times.half) and not one
    so_far = (times.label.startswith(_SO_FAR) or within) and scope.clause.bond == FIRM
    done = so_far and bool(acts) and all(token.value not in SORTS_OF_ACT for token in acts)
    done = done or any(token.text.startswith("已") for token in acts)
    if so_far and plan.column == "completed":
        return len(phrase.amounts) == 1 and not (acts or plan.subset or plan.weak)
    return done and plan.column == "projects" and not plan.subset


def _next_act(scope: Scope, phrase: Phrase, *, first: bool) -> bool:
    """Tell whether a sentence begins with the next act of whom the last one told one of.

    南阳市签约项目54个。开工项目45个。投产项目34个: all are its own.
    """
    before, plan = scope.sentence.before, phrase.amounts[0].plan
    if not (before and before.one_unit and scope.sentence.alone and scope.sentence.told):
        return False
    # 云州市计划开工46个。4月7日，集中开工29个: nothing but a day is before it
    on_day = scope.clause.times.date and scope.clause.bond == FIRM and not scope.sentence.off_topic
    if not (first or on_day):
        return False
    another = plan.act not in ("", scope.sentence.told) and plan.column == "projects"
    begins = phrase.tokens[len(phrase.marks) :][0].kind in (Kind.ACT, Kind.COUNT)
    return another and begins and not plan.subset and not phrase.form.batch


def _whole_counted(scope: Scope, phrase: Phrase, *, first: bool) -> Subject | None:
    """Return the whole if a count without a name is certainly of it."""
    plan, times = phrase.amounts[0].plan, scope.clause.times
    size = {token.text for token in phrase.tokens if token.kind is Kind.THRESHOLD}
    sized = plan.act or (phrase.form.plans and scope.statements == 0)
    if plan.subset and not (sized and plan.subset in size):  # 新开工亿元以上项目226个
        return None
    summed = Kind.SUM in phrase.tokens.kinds
    before = scope.sentence.before
    named = before and before.role in ("place", "part") and before.label != TALK
    if named and not (summed or plan.own):
        return None  # 庆阳市实施176个。复工41个: whose, is not said
    if times.yearly and phrase.form.plans:
        return Subject("portfolio", times.label)
    # 截至9月底，181项重点项目已开工173项: nothing but a time was before it
    timed = before is None and scope.clause.bond == FIRM and not scope.sentence.off_topic
    certain = plan.act or summed or phrase.form.plans or first or timed
    return Subject("event") if certain else None
