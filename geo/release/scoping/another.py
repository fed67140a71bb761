"""Figures behind a unit's that are perhaps of another: 奎文区5例、某地报告1例."""

from __future__ import annotations

import re

from geo.release.parsing.clauses import Amounts, Clause, Phrase
from geo.release.parsing.forms import Plan
from geo.release.parsing.statements import SORT, Statement, Subject, Times
from geo.release.parsing.turns import SORTS_OF_ACT
from geo.release.scoping.below import ends_as_part
from geo.release.scoping.scopes import Scope
from geo.release.words.hedges import bound_of
from geo.release.words.kinds import Kind
from geo.release.words.lexicon import is_case
from geo.release.words.readings import MONEY, UNITS
from geo.release.words.reasons import Reason

#: A clause about what is to be begun, right before its money.
_PLANNED = re.compile(
    r"(?:计划|拟)(?:实施|建设|推进|安排|开工|新开工|组织)[^。；，;,]{0,30}[，,、]$"
)
_LONGEST_PLAN = 40  # characters
_COUNTERS = ("个", "项", "宗", "家")
_DIVIDED = re.compile("[\u4e00-\u9fff]{0,6}[,，;；:：]其中")
_BOUND = re.compile("超|突破|不足|低于|高于")


def of_another(scope: Scope, clause: Clause, phrase: Phrase, amounts: Amounts) -> bool:
    """Tell whether what a user counts is perhaps not of the unit that was spoken of.

    某地报告1例 is of a place by a name nobody knows; behind 其中甲市3例、乙市13例 the next sort is
    rather the whole's, as the units have but one each.
    """
    plan, last = amounts.plan, scope.sentence
    if last.statement is not None and _to_complete(clause, plan):
        return True
    if not plan.own or not plan.act or last.statement is None:
        return False
    named = phrase.places or phrase.form.whole
    of_whole = last.subject is not None and last.subject.role == "event"
    begins = clause.tokens[0] in amounts.tokens  # 5人受伤: what it is of comes behind
    if named or of_whole or begins:
        return False
    around = scope.around[0].subject if scope.around else None
    if around is not None and around.role == "place" and around is last.subject:
        return False  # 奎文区42例（轻症31例，重症11例）
    one_each = last.parts and last.units > 1 and len(last.acts) <= 1
    return one_each or not is_case(plan.act)


def after_unit(scope: Scope, clause: Clause, phrase: Phrase, subject: Subject) -> Subject:
    """Return nobody for the whole of a sentence behind a unit's, of several units in a text.

    甲区开工5个。截至3月，56个市级重点项目已开工38个; 此次开工2个: of that unit, as likely.
    """
    before, line = scope.sentence.before, clause.line
    told = phrase.form.whole and phrase.form.refers != "this"
    if subject.role not in ("event", "batch") or phrase.places or told or not phrase.amounts:
        return subject
    if (
        before is None
        or phrase.amounts[0].plan.own
        or not (before.one_unit or before.label == SORT)
    ):
        return subject
    begins = clause.sentence[0] <= line.span(line.mark, line.mark + 1)[0]
    only = before.one_unit and before.places[0].name in scope.levels.only
    if begins or only or scope.sentence.statement or Kind.SUM in clause.tokens.kinds:
        return subject
    return Subject("part")


def _to_complete(clause: Clause, plan: Plan) -> bool:
    """Tell whether money is perhaps but planned: 计划实施项目16个，完成投资8亿元."""
    start = clause.tokens[0].start
    measure = plan.column == "completed" and clause.tokens[0].text.startswith("完成")
    before = clause.line.text[max(0, start - _LONGEST_PLAN) : start]
    return measure and _PLANNED.search(before) is not None


def of_unknown(scope: Scope, clause: Clause, phrase: Phrase) -> bool:
    """Tell whether a semicolon goes on with whom nobody knows: 奎文区…；县直部门实施项目37个."""
    said = scope.sentence.statement
    if not clause.first or said is None or said.subject.role != "place" or not phrase.amounts:
        return False
    plan = phrase.amounts[0].plan
    named = clause.tokens[0].kind is Kind.WORD and Kind.THRESHOLD not in clause.tokens.kinds
    return named and bool(plan.subset) and plan.column == "projects"


def why_another(said: Statement | None, plan: Plan, times: Times) -> Reason | None:
    """Return why a figure is perhaps of other projects than those of whom is spoken of; or None.

    柳河镇开工9个 is of a part of a unit. 签约16个，去年同期完成投资8亿元 is of what was then, and
    市交投5个，总投资24亿元 of those five.
    """
    if ends_as_part(plan.subset) or (plan.column not in UNITS and ends_as_part(plan.column)):
        return "part"
    if said is None:
        return None
    last = [*said.readings][-1] if said.readings else ""
    unknown = last not in ("", *UNITS) and said.readings[last][0].printed.endswith(_COUNTERS)
    money = plan.column not in said.readings and (plan.column in MONEY or not plan.column)
    # 市交投5个，总投资24亿元; 市交投5个，其中新建3个
    if unknown and not plan.own and (money or plan.act in SORTS_OF_ACT):
        return "unclear"
    if plan.column in said.readings:
        return None
    # 完成投资21亿元，2018年为31个: 2018 is not when the money was spent
    counted = plan.column in ("projects", "investment") and not said.times.year
    dated = counted and times.year.isdigit() and "completed" in said.readings
    if dated or said.times.of_other_year(times):
        return "unclear"
    return None


def bounds_several(clause: Clause, amounts: Amounts, many: int) -> bool:
    """Tell whether a user's figure is but what several units are above or below.

    甲市、乙市均超过5家; 5市州接待超200万人次.
    """
    if not amounts.plan.own and amounts.plan.column:
        return False
    counted = clause.tokens[0].kind is Kind.UNITS
    each = [t.text for t in clause.tokens if t.kind is Kind.EACH]
    bound = bound_of(amounts.tokens[-1].hedge) in (">=", "<=") or any(
        _BOUND.search(text) for text in each
    )
    return bound and len(amounts.tokens) == 1 and (many > 1 or counted)


def divided_behind(clause: Clause) -> bool:
    """Tell whether parts of what a clause counts come next: 30人失联，其中."""
    return _DIVIDED.match(clause.line.text, clause.tokens[-1].end) is not None


def counts_unknown(clause: Clause, plan: Plan) -> bool:
    """Tell whether those of whom nobody knows are counted, and divided: 市交投24项，其中新建9项."""
    if plan.own or plan.column in ("", *UNITS) or clause.tokens[0].kind is not Kind.WORD:
        return False
    counted = [token.text for token in clause.tokens[1:2] if token.kind is Kind.COUNT]
    return bool(counted) and counted[0].endswith(_COUNTERS) and divided_behind(clause)
