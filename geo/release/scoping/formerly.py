"""Times told behind a unit's figures: 奎文区21亿元，去年同期18亿元 is not the next unit's time."""

from __future__ import annotations

from geo.release.parsing.clauses import Clause, Phrase
from geo.release.scoping.scopes import Scope


def back_to_now(scope: Scope, clause: Clause, phrase: Phrase) -> Scope:
    """Return the scope in which a unit is named, and another's last year is over.

    去年 before a unit's name is of those after it, too: 去年奎文区12个、潍城区11个.
    """
    last, times = scope.sentence, scope.clause.times
    if last.subject is None or not last.subject.names or not phrase.places or not times.label:
        return scope
    dated = bool(times.year) and times.year != last.times.year
    if last.statement is None or not (dated or last.times.of_other_year(times)):
        return scope
    unit, line = last.subject.places[-1], clause.line
    if line.span(unit.start, unit.end) != last.subject.names[-1]:
        return scope  # it was named in another line
    at = line.text.find(times.label, unit.end, clause.tokens[0].start)
    # 奎文区去年12个，潍城区11个: of both; 奎文区14个，去年12个，潍城区13个: of the first
    readings = last.statement.all_readings
    begins = readings[0].start if readings else 0
    if scope.statements - last.first > last.units:
        begins = 0
    if at < 0 or line.plain(at) < begins:
        return scope
    return scope._replace(clause=scope.clause._replace(times=last.times))
