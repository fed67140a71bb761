"""Statements as clauses open them, and add their figures to them."""

from __future__ import annotations

import re

from geo.release.parsing.clauses import Amounts, Clause, Phrase
from geo.release.parsing.counting import STOCKS
from geo.release.parsing.forms import Plan
from geo.release.parsing.leads import wished
from geo.release.parsing.statements import LISTED, Statement, Subject, own_list
from geo.release.parsing.turns import SORTS_OF_ACT
from geo.release.scoping.batches import batch_of
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import LOOSE
from geo.release.scoping.subjects import sort_of
from geo.release.scoping.sums import beside_another, of_all_acts, paired
from geo.release.words.lexicon import acts, is_case
from geo.release.words.readings import MONEY, Reading

#: A sort by its authority (省重点, 市级), or by any other word (履约); not by size or list.
_SORT = re.compile("省|市|国家|自治区|(?![列纳入参争])[\u4e00-\u9fff]{2,6}$")
#: 9人遇难（甲县5人）、4人失踪: what was divided already is not divided again.
_BEHIND_BRACKET = ("）、", ")、", "）和", ")和")
_FUNDED = ("政府投资", "政府性投资", "社会投资", "民间投资")
_TO_COLON = re.compile("[^。；;：:]{0,24}[：:]")


def opened_by(scope: Scope, clause: Clause, amounts: Amounts, subject: Subject) -> Statement:
    """Return a new statement about a subject, without figures yet."""
    before, times = scope.sentence.statement, scope.clause.times
    of_all = of_all_acts(before, amounts) and scope.sentence.listed
    act = "" if amounts.plan.own else _listed(scope, subject)
    return Statement(
        subject,
        clause.number,
        times,
        # 12个重点项目已开工9个: the twelve are no starts, whatever is said around them
        LISTED if clause.divided or of_all else act or times.act,
        subset=_same_sort(before, amounts, subject) or (before.subset if of_all and before else ""),
        distant=scope.clause.bond == LOOSE,
        off_topic=scope.sentence.off_topic,
        lead=scope.sentence.lead,
        part=scope.sentence.parts or (scope.around is not None and bool(amounts.plan.act)),
        beside=beside_another(before, clause),
    )


def _same_sort(before: Statement | None, amounts: Amounts, subject: Subject) -> str:
    """Return the sort of projects that an act goes on about: 履约项目12个；新开工5个."""
    counted = before.readings.get("projects", ()) if before else ()
    plan = amounts.plan
    # of a kind's projects it may be a size, too: 亿元以上产业项目44个，开复工36个
    told = before is not None and before.subject == subject and before.subset
    if before is None or not told or not (subject.role == "type" or _SORT.match(before.subset)):
        return ""
    acted = plan.column == "projects" and plan.act and not plan.subset
    fits = len(counted) == len(amounts.figures) == 1
    if not (acted and fits) or subject.role not in ("place", "type"):
        return ""
    return before.subset if amounts.figures[0].value <= counted[0].figure.value else ""


def extended(
    statement: Statement, scope: Scope, clause: Clause, phrase: Phrase, amounts: Amounts
) -> Statement:
    """Return the statement with amounts added to it."""
    plan, form = amounts.plan, phrase.form
    read = _readings(clause, amounts)
    readings, bare = statement.readings, statement.bare
    if plan.column:
        repeat = max(len(statement.subject.places), 1) if len(read) == 1 else 1
        readings = {**readings, plan.column: read * repeat}
    else:
        bare = (*bare, *read)
    of_place = statement.subject.role == "place"
    year_plan = form.plans and scope.clause.times.yearly and of_place
    money = plan.column in MONEY and not plan.weak
    measure = money or (plan.own and bool(plan.column))
    of_all = statement.subject.role in ("place", "event", "portfolio")
    own = own_list(statement.subject, form.batch)
    said = (form.kind or ("" if own else form.batch)) if of_all else ""
    said = said or (sort_of(scope) if of_place else "")
    return Statement(
        statement.subject,
        statement.line,
        statement.times,
        (LISTED if clause.divided and statement.act == LISTED else "")
        or wished(_in_stock(scope, clause, plan), statement.act, clause)
        or statement.act
        or (scope.sentence.act if plan.own else "")
        or ("" if form.plans else _listed(scope, statement.subject))
        or ("年度计划" if year_plan else ""),
        # 亿元以上政府投资项目: not all from that size on, as 亿元以上工业项目 mostly are
        statement.subset or f"{plan.subset}{said if said.endswith(_FUNDED) else ''}" or said,
        statement.distant,
        statement.off_topic,
        statement.named or plan.named,
        statement.measured or measure,
        readings,
        bare,
        statement.lead,
        statement.paired or (not plan.column and paired(clause, phrase, amounts)),
        statement.part,
        statement.beside,
    )


def _in_stock(scope: Scope, clause: Clause, plan: Plan) -> str:
    """Return the act of what adds up, too, where 和 joins it: 累计6例确诊和9例无症状感染者."""
    before = scope.sentence.statement
    stock = next((s for s in STOCKS if before and before.act.startswith(s)), "")
    if stock and clause.joined and plan.own and plan.act and not plan.act.startswith(STOCKS):
        return f"{stock}{plan.act}"
    return _in_brackets(scope, plan.act)


def _in_brackets(scope: Scope, act: str) -> str:
    """Return the act of some of the projects of another: 开工11项（新建3项，续建8项）."""
    around = scope.around[0].statement if scope.around else None
    told = act in SORTS_OF_ACT or is_case(act)  # 出院22例（境外输入14例）
    divides = around is not None and told and around.act not in ("", LISTED, act)
    return f"{around.act}（{act}）" if around and divides else act


def _listed(scope: Scope, subject: Subject) -> str:
    """Return the act of the projects that a unit's are some of: 新开工103个，其中青田县19个."""
    parent = scope.sentence.parent if scope.sentence.parts else None
    of_whole = parent is not None and parent.role in ("event", "batch")
    return scope.sentence.divided if of_whole and subject.role == "place" else ""


def with_act(
    scope: Scope, clause: Clause, statement: Statement, amounts: Amounts, *, opened: bool
) -> Scope:
    """Return the scope in which units without an act have that of the figures before them."""
    before, plan = scope.sentence.act, amounts.plan
    behind = clause.line.text.endswith(_BEHIND_BRACKET, 0, clause.tokens[0].start)
    whole = (
        opened and clause.joined and not behind and plan.own and statement.subject.role == "event"
    )
    if whole and before and plan.act and before != plan.act:
        # 新增61例确诊病例和5例无症状感染者：奎文区24例: of both together, and of neither alone
        both = scope.sentence._replace(act=f"{before}和{plan.act}")
        return scope._replace(sentence=both)
    scope = scope.told(statement.act)
    if batch_of(clause):
        scope = scope._replace(batches=statement.subject)
    begins = clause.first or scope.sentence.statement is None
    alone = before in ("", plan.act)
    listed = alone and statement.part and statement.subject.role == "event" and _lists_units(clause)
    if opened and (scope.clause.times.act or listed) and plan.act and begins:
        scope = scope.of_act(plan.act)  # under 签约项目: 新开工121个，其中奎文区17个
    return scope


def _lists_units(clause: Clause) -> bool:
    """Tell whether a colon follows, and no other act before it: 其中开工107个、总投资386亿元：."""
    found = _TO_COLON.match(clause.line.text, clause.tokens[-1].end)
    return found is not None and not any(act in found[0] for act in acts())


def _readings(clause: Clause, amounts: Amounts) -> tuple[Reading, ...]:
    column, unit, sentence = amounts.plan.column, amounts.plan.unit, clause.sentence
    span = clause.line.span
    return tuple(
        [
            Reading(column, unit, f, t.text, *span(t.start, t.end), sentence, t.hedge)
            for t, f in zip(amounts.tokens, amounts.figures, strict=True)
        ]
    )


def another_act(statement: Statement, amounts: Amounts) -> bool:
    """Tell whether a second act is counted, or has money: 签约16个，开工10个."""
    plan = amounts.plan
    counted = (plan.column == "projects" or plan.own) and plan.column in statement.readings
    # 10亿元以上项目4个、5—10亿元项目6个: of neither size are they all
    sizes = counted and plan.subset and statement.subset and plan.subset != statement.subset
    # 新开工12个，续建项目完成投资9亿元: that is not theirs
    alone = statement.act in SORTS_OF_ACT and "projects" not in statement.readings
    # 1-8月完成投资49亿元，新开工项目8个: what was spent is not on these alone
    of_whole = statement.subject.role != "place" and not statement.act
    alone = alone or (of_whole and statement.readings.keys() == {"completed"})
    money = bool(statement.readings) and (plan.column in MONEY or alone)
    other = plan.act and plan.act != statement.act
    return bool(sizes or (other and (counted or money)))
