"""What a clause does to the scope, and to its numbers.

A clause with a name starts a statement; the clauses after it add to it until another name, or the
end of the sentence. Words that are not understood loosen the bond to the subject, or break it.
Every number has one outcome: it is taken into a statement, or refused for a reason.
"""

from __future__ import annotations

from itertools import takewhile

from geo.release.parsing.clauses import Amounts, Clause, Phrase, read_phrase
from geo.release.parsing.leads import intended, only_act, size_of
from geo.release.parsing.statements import Subject
from geo.release.phrases.goals import WISHED
from geo.release.scoping.announcing import heads, led, no_unit
from geo.release.scoping.another import (
    after_unit,
    bounds_several,
    counts_unknown,
    divided_behind,
    of_another,
    of_unknown,
)
from geo.release.scoping.batches import described, whole_of_batches
from geo.release.scoping.bonds import no_bond, no_column
from geo.release.scoping.continuing import gets_on, keeps_on, kind_ahead
from geo.release.scoping.examples import counted_behind
from geo.release.scoping.formerly import back_to_now
from geo.release.scoping.outcomes import Outcome, Taken, refused
from geo.release.scoping.retraction import (
    compares,
    made_exact,
    only_rates,
    ranks_counts,
    taken_back,
)
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import LOOSE, broken
from geo.release.scoping.stating import another_act, extended, opened_by, with_act
from geo.release.scoping.subjects import of_unit, subject_of
from geo.release.scoping.sums import (
    back_to_whole,
    counted_firms,
    jointly,
    left_open,
    of_all_acts,
    of_others,
    of_several,
    one_of_sorts,
    shared_money,
    sums_of,
    without_repeat,
)
from geo.release.scoping.unclear import not_understood
from geo.release.words.kinds import TIMES, Kind
from geo.release.words.readings import UNITS
from geo.release.words.reasons import Reason

#: Whom 这批项目总投资26亿元 is about by its words, where the sentence before has not counted them.
_SAME_PROJECTS = (Subject("event"), *(Subject("event", this) for this in ("这批", "该批", "此批")))
_EACH = {Kind.EACH}
_NOT_IN = ("不含", "不包括", "未含", "不计")
_ALL = ("全部", "均", "都", "主要", "大多")
_NEXT = ("第二场", "第三场", "第四场", "另一场")


def step(scope: Scope, clause: Clause) -> tuple[Scope, list[Outcome]]:
    """Read a clause: return the scope it leaves, and the outcome of each of its numbers."""
    if scope.around and not clause.inside:
        scope = scope.bracketed(inside=False)
    anew = clause.first and clause.tokens[0].text.startswith(_NEXT)
    scope = scope.across(3 if anew else clause.gap).bracketed(inside=clause.inside)
    if anew:  # 首场…，其中奎文区9个；第二场活动签约31个: nobody's of those named before
        scope = scope._replace(sentence=scope.sentence._replace(before=None, counted=None))
    if clause.resumes and scope.sentence.before:
        scope = scope.about(scope.sentence.before, clause.line)
    if aside := _of_figures_before(scope, clause) or _hoped_behind(scope, clause):
        return aside
    scope = scope.of_act(WISHED) if intended(clause) else scope
    phrase = read_phrase(clause.tokens)
    if clause.inside and phrase.places and _beside(scope, phrase):
        return _other_place(scope, clause, phrase)
    marks = phrase.marks
    if not marks and not TIMES.isdisjoint(clause.tokens.kinds):
        # not that of 投资额扭转了2018年以来下降的态势
        opening = takewhile(lambda token: token.kind is not Kind.MEASURE, clause.tokens[:3])
        marks = tuple([token for token in opening if token.kind in TIMES])
    scope = scope if marks else back_to_now(scope, clause, phrase)
    begins = clause.first or scope.sentence.statement is None
    if marks and ((begins and not clause.joined) or not phrase.refused):
        own = of_unit(clause.tokens, marks[0], scope.levels)
        scope = scope.dated(marks, whole_sentence=begins and not own)
    if phrase.refused:
        if behind := counted_behind(scope, clause):
            scope, rest = behind
            scope, told = _understood(scope, rest, read_phrase(rest.tokens))
            return scope, [*told, *refused(clause, "unclear", taken={t.start for t in rest.tokens})]
        after = gets_on(scope, clause) or described(scope, clause)
        after = after or kind_ahead(scope, clause) or not_understood(scope, clause)
        return after, [*refused(clause, phrase.refused)]
    if clause.joined and phrase.places and scope.clause.dangling:
        scope = scope.about(Subject("part"), clause.line)
        return scope, [*refused(clause, "joint")]
    return _understood(scope.settled(), clause, phrase)


def _of_figures_before(scope: Scope, clause: Clause) -> tuple[Scope, list[Outcome]] | None:
    """Read a clause that only speaks of the figures before it: takes back, compares, names them."""
    if clause.inside and clause.tokens[0].text.startswith(_NOT_IN) and not clause.joined:
        # （不含跨区项目12个、56亿元）: what was left out
        return scope.bound(broken("part")), [*refused(clause, "part")]
    said = scope.sentence.statement
    if said and (lost := taken_back(scope, clause)):
        return lost
    if compares(clause) or (said and (only_rates(scope, clause) or keeps_on(clause))):
        return scope, [*refused(clause, "change")]
    if said and (exact := made_exact(scope, clause)):
        return exact
    if said and ranks_counts(clause):
        said = said._replace(named=True)
        return scope.stated(said, opened=False), [Taken(scope.sentence.number, said)]
    return None


def _hoped_behind(scope: Scope, clause: Clause) -> tuple[Scope, list[Outcome]] | None:
    """Leave out what is to be, behind what is: 奎文区开工14个，到2035年达40个；潍城区13个."""
    if clause.first or not scope.sentence.statement or not intended(clause):
        return None
    return scope.bound(broken("unclear")), [*refused(clause, "unclear")]


def _beside(scope: Scope, phrase: Phrase) -> bool:
    """Tell whether a bracket names a place without figures, or beside the one it is about."""
    around = scope.around[0].subject if scope.around else None
    return not phrase.amounts or (around is not None and around.role == "place")


def _other_place(scope: Scope, clause: Clause, phrase: Phrase) -> tuple[Scope, list[Outcome]]:
    """Leave out what a bracket says of another place: 奎文区（经开区3个）."""
    parts: dict[int, Reason] = {t.start: "part" for a in phrase.amounts for t in a.tokens}
    scope = scope.about(Subject("part"), clause.line) if parts else scope
    return scope, [*refused(clause, None, parts)]


def _understood(scope: Scope, clause: Clause, phrase: Phrase) -> tuple[Scope, list[Outcome]]:
    if clause.gap == 2 and _ends_parts(scope):
        scope = scope.of_whole()
    if phrase.form.part:
        scope = scope.of_parts(scope.sentence.subject or scope.sentence.before)
    subject = subject_of(scope, phrase, first=clause.first) or whole_of_batches(scope, clause)
    if subject and phrase.form.within and not phrase.amounts and _where_all_are(clause):
        subject = Subject("part")  # …项目12个，全部在奎文区落地，总投资156亿元: whose they are
    subject = of_several(scope, clause, phrase, subject)
    subject = after_unit(scope, clause, phrase, subject) if subject else None
    rest = without_repeat(scope, clause, phrase)
    again = subject is None or subject in _SAME_PROJECTS
    if again and (counted := sums_of(scope, clause, rest, repeated=rest is not phrase)):
        scope, phrase, subject = scope.resumed(*counted), rest, None
    elif subject is None:
        scope, subject = _unnamed(scope, clause, phrase)
    several = one_of_sorts(scope, clause, subject)
    if subject:
        scope = scope.about(subject, clause.line, joined=clause.joined)
    scope, outcomes = take_all(scope, clause, phrase)
    outcomes += several
    if phrase.amounts and scope.sentence.subject is None:
        scope = _nobodys(scope, phrase)
    said = scope.sentence.statement
    if said and not phrase.amounts and phrase.form.names_projects and not phrase.places:
        # 均为省重点项目: what the counts before it count
        said = said._replace(named=True)
        scope = scope.stated(said, opened=False)
        outcomes.append(Taken(scope.sentence.number, said))
    scope = led(scope, clause, phrase, opens=said is None and no_unit(subject))
    if clause.tokens.kinds == _EACH:
        scope = scope.distributed()  # 分别为：81.8亿元、84.5亿元
    if size := size_of(clause.tokens):
        scope = scope.of_parts(Subject("type", size))
    if phrase.places and not phrase.amounts and clause.begins_line and heads(clause):
        scope = scope.acting(headed=True)  # （一）奎文区。新开工22个: a heading
    if phrase.form.amid and not clause.divided:
        # 尚未开工的35个项目中，: the act of what is listed, whosever they all are
        act = only_act(clause) if phrase.amounts and not phrase.places else ""
        scope = scope.of_act(act) if act else scope
        scope = scope.of_parts(scope.sentence.subject).about(Subject("part"), clause.line)
    return scope, outcomes


def _unnamed(scope: Scope, clause: Clause, phrase: Phrase) -> tuple[Scope, Subject | None]:
    """Return whom a clause is about that goes on to something else; None if it does not."""
    if of_unknown(scope, clause, phrase):
        return scope, Subject("part")
    if not left_open(scope, clause, phrase):
        return scope, None
    subject = back_to_whole(scope, phrase)
    return (scope, subject) if subject else (scope.bound(broken("unclear")), None)


def _nobodys(scope: Scope, phrase: Phrase) -> Scope:
    """Return the scope behind figures of nobody: what comes after them is perhaps theirs."""
    before = scope.sentence.before
    if any(amounts.plan.subset for amounts in phrase.amounts):  # 县直部门签约21个，奎文区签约17个
        scope = scope._replace(sentence=scope.sentence._replace(units=scope.sentence.units + 1))
    if before and before.role == "place" and not phrase.form.amid:
        # 庆阳市实施176个。复工41个。竣工9个: hardly the whole's, if those are not
        scope = scope._replace(sentence=scope.sentence._replace(subject=Subject("part")))
    return scope.bound(LOOSE)


def _where_all_are(clause: Clause) -> bool:
    """Tell whether a clause says where what was counted is: 项目12个，全部在奎文区落地."""
    said = clause.line.text.endswith(_ALL, 0, clause.tokens[0].start)
    return said or clause.tokens[0].text.startswith(_ALL)


def _ends_parts(scope: Scope) -> bool:
    """Tell whether a semicolon ends what 其中 began: parts of a unit that are no places."""
    parent, last = scope.sentence.parent, scope.sentence.subject
    of_place = parent is not None and parent.role in ("place", "part")
    return of_place and not (last and last.role == "part" and last.label == "place")


def take_all(scope: Scope, clause: Clause, phrase: Phrase) -> tuple[Scope, list[Outcome]]:
    """Take the amounts of a clause one after the other; its other numbers are refused."""
    outcomes: list[Outcome] = []
    reasons: dict[int, Reason] = {}
    taken: set[int] = set()
    listed = phrase.amounts
    if scope.clause.bond == LOOSE and scope.sentence.statement is None:
        # 举行开工仪式，总投资86亿元的17个项目开工: the count tells whose the money is
        listed = tuple(sorted(listed, key=lambda each: each.plan.column != "projects"))
    for amounts in listed:
        starts = [token.start for token in amounts.tokens]
        scope, outcome = _take(scope, clause, phrase, amounts)
        if isinstance(outcome, Taken):
            outcomes.append(outcome)
            taken.update(starts)
        else:
            reasons |= dict.fromkeys(starts, outcome)
            # 另有30人失联，其中昌乐县14人: of those, and not of what was read last
            lends = amounts.plan.own and divided_behind(clause)
            scope = scope.led(amounts.plan.column) if lends else scope
    return scope, [*outcomes, *refused(clause, None, reasons, taken)]


def _of_each(amounts: Amounts, many: int) -> bool:
    """Tell whether figures are of each unit: as many as there are names need no 分别."""
    each = amounts.plan.each or len(amounts.tokens) == many > 1
    return each or all(figure.value == 0 for figure in amounts.figures)  # 甲县、乙县0个


def _take(  # noqa: PLR0911 - one return a reason
    scope: Scope, clause: Clause, phrase: Phrase, amounts: Amounts
) -> tuple[Scope, Taken | Reason]:
    """Add amounts to the open statement, or to a new one, or say why not."""
    subject = scope.sentence.subject
    reason = no_bond(scope, amounts)
    if reason or subject is None:
        return scope, reason or "unclear"
    if counts_unknown(clause, amounts.plan):
        return scope.about(Subject("part"), clause.line).bound(broken("unclear")), "unclear"
    amounts = counted_firms(scope.sentence.statement, amounts)
    many = max(len(subject.places), 1)
    scope = scope.distributed() if _of_each(amounts, many) else scope
    if many > 1 and not scope.sentence.each:
        return jointly(scope, phrase, amounts), "joint"
    if len(amounts.tokens) not in (1, many):
        return scope.bound(broken("mismatch")), "mismatch"
    if many > len(amounts.tokens) and not (amounts.plan.each or clause.joined or phrase.places):
        return scope, "joint"  # 甲、乙均为6个，总投资合计41.8亿元
    if shared_money(scope, clause, amounts) or (many > 1 and of_others(phrase, amounts)):
        return scope, "unclear"
    if of_another(scope, clause, phrase, amounts) or bounds_several(clause, amounts, many):
        return scope, "unclear"
    another = amounts.plan.subset not in ("", subject.label) and not phrase.form.kind
    if subject.role in ("type", "batch") and another:
        # 服务业项目11个；新开工基础设施及其他项目5个: another kind, by a name nobody knows
        return scope.bound(broken("unclear")), "unclear"
    of_whole = subject.role == "event"
    if of_whole and amounts.plan.subset and Kind.FORMER in clause.tokens.kinds:
        # 全市停建项目由12个减至5个: not all there are, and not what the release is about
        return scope.bound(broken("unclear")), "subset"
    if reason := no_column(scope, clause, amounts):
        # 奎文区接待游客213.5万人次，旅游收入13.8亿元: another measure before the one asked for
        other = amounts.plan.column not in ("", *UNITS) and scope.sentence.statement is None
        return scope.bound(broken(reason, vague=other)), reason
    statement, times = scope.sentence.statement, scope.clause.times
    of_all = of_all_acts(statement, amounts)  # 已开工41个，竣工9个，完成投资126亿元
    opened = statement is None or of_all or another_act(statement, amounts)
    if statement and amounts.plan.column in statement.readings:
        # 2023年签约86个；2024年一季度签约24个
        opened = opened or statement.times.contradicts(times)
    if statement is None or opened:
        statement = opened_by(scope, clause, amounts, subject)
    statement = extended(statement, scope, clause, phrase, amounts)
    scope = with_act(scope, clause, statement, amounts, opened=opened)
    scope = scope.stated(statement, opened=opened)
    return scope, Taken(scope.sentence.number, statement)
