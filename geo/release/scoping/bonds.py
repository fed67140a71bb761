"""Why amounts are not the subject's: the bond to it is broken, or the column cannot be its own."""

from __future__ import annotations

from geo.release.parsing.clauses import Amounts, Clause
from geo.release.scoping.another import why_another
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import LOOSE
from geo.release.scoping.stating import another_act
from geo.release.scoping.sums import funds_first, of_funds
from geo.release.words.readings import UNITS
from geo.release.words.reasons import Reason


def no_bond(scope: Scope, amounts: Amounts) -> Reason | None:
    """Return why amounts are not the subject's, if they are not."""
    bond, subject, plan = scope.clause.bond, scope.sentence.subject, amounts.plan
    own = bond.vague and plan.own and bool(plan.column)
    if bond.state == "broken" and not own:
        return bond.reason
    if subject is None:
        return "unclear"
    if subject.role in ("part", "project"):
        return "part" if subject.role == "part" else "project"
    if plan.own and plan.each and len(subject.places) <= 1:
        return "joint"  # 今年累计均超过500例: of each of several that are not named
    counted = plan.column == "projects" or plan.own
    # 分别 with as many numbers as there are names: of whom else could they be?
    each = plan.each or scope.sentence.each
    shared = each and len(amounts.tokens) == len(subject.places) > 1
    called = plan.named or (plan.own and bool(plan.column) and not plan.act)
    certain = scope.sentence.statement is None and ((counted and called) or shared)
    return "unclear" if bond == LOOSE and not certain else None


def no_column(scope: Scope, clause: Clause, amounts: Amounts) -> Reason | None:
    """Return why a column cannot be the subject's; what follows is then not the subject's."""
    statement, plan = scope.sentence.statement, amounts.plan
    whole = scope.sentence.subject and scope.sentence.subject.role in ("event", "portfolio")
    counted = statement and "projects" in statement.readings
    if plan.needs_count and not (counted or whole):  # 全市重点项目完成投资 is that of them all
        return "project"
    unknown = plan.column not in ("", *UNITS) and not plan.own
    if unknown and statement is None and funds_first(scope, plan.column):
        return None
    if unknown and (statement is None or (clause.first and not of_funds(scope, plan.column))):
        return "unclear"  # what begins with an unknown word is perhaps another unit's
    again = statement and plan.column in statement.readings
    if reason := why_another(statement, plan, scope.clause.times):
        return reason
    later = statement and statement.times.contradicts(scope.clause.times)
    if statement and again and not later and not another_act(statement, amounts):
        return "unclear"
    return None
