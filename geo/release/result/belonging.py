"""Whether what is said next may be of an event, by its times, its act and its figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from geo.release.parsing.statements import LISTED, Statement, Times
from geo.release.parsing.turns import SORTS_OF_ACT
from geo.release.result.rows import Event, Figure
from geo.release.words.lexicon import acts, is_case
from geo.release.words.readings import UNITS

#: How acts begin that are not what projects went through.
ASIDE_ACTS = ("计划", "累计", "储备", "年度计划")
#: What is told of projects; every other act is what a user's measure counts.
_ACTS = acts() | {LISTED}


def may_be_of(statement: Statement, times: Times, event: Event, figures: Sequence[Figure]) -> bool:
    """Tell whether a statement may be of an event, whatever was said of its units there.

    Parameters
    ----------
    statement : Statement
    times : Times
        Its own, with its act.
    event : Event
    figures : sequence of Figure
        The statement's.
    """
    if event.times.contradicts(times) or _apart(statement, event):
        return False
    less = _of_another_day(times, event) or _of_other_whole(statement, times, event)
    if less and _less_than_rows(statement, event):
        return False
    if _told_apart(times, event) and _more_than_whole(figures, event):
        return False
    return statement.subject.role == "place" or not _other_counts(times, event, figures)


def _apart(statement: Statement, event: Event) -> bool:
    """Tell whether one is of a part of what is counted: 隔离管控发现18例 is not all cases."""
    act, other = statement.act, event.times.act
    if act == other:
        return False
    # 共有40个，续建项目完成投资9亿元: the forty are of all sorts
    if act in SORTS_OF_ACT and not other and "projects" not in statement.readings:
        return True
    # 共386项。其中：续建201项: what is behind it are not the rows of 续建
    if statement.part and statement.subject.role != "place":
        return bool(act)
    # 全年安排528个。按阶段分，新开工173个: no count of the whole plan
    planned = any(("portfolio", column) in event.said for column in UNITS)
    if planned and not other and statement.subject.role == "event":
        return True
    return not statement.part and (_of_part(act) or _of_part(other))


def _other_counts(times: Times, event: Event, figures: Sequence[Figure]) -> bool:
    """Tell whether an act is told of a total, and an event has others of which none was told.

    90个基础设施项目完成投资45亿元。新开工19个基础设施项目: the ninety were not all begun.
    """
    again = any(value in event.said.get((name, c), ()) for name, c, value in figures)
    return bool(times.act and not event.times.act and event.totals) and not again


def _of_another_day(times: Times, event: Event) -> bool:
    return bool(times.date and event.times.date) and times.date != event.times.date


def _of_other_whole(statement: Statement, times: Times, event: Event) -> bool:
    """Tell whether a total may be of other projects than an event's units have.

    It is of nobody by name, or of another time; or the units have what is in store or planned.
    """
    if not statement.subject.label or times.label != event.times.label:
        return True
    return event.times.act.startswith(ASIDE_ACTS) and times.act != event.times.act


def _told_apart(times: Times, event: Event) -> bool:
    """Tell whether two times are told, and not the same: 当天 and 2024年上半年."""
    label = event.times.label
    apart = times.half != event.times.half or _of_another_day(times, event)
    return bool(times.label and label) and times.label != label and apart


def _more_than_whole(figures: Sequence[Figure], event: Event) -> bool:
    """Tell whether a unit has more than the whole: 当天全州共有27个; 上半年奎文区实施90个."""
    return any(
        name and value > max(event.said.get(("", column), {value}))
        for name, column, value in figures
        if not name.startswith(("portfolio", "type", "batch"))
    )


def _less_than_rows(statement: Statement, event: Event) -> bool:
    """Tell whether a total is less than the rows: 6月4日 they had 17; 6月5日 there were 5."""
    if statement.subject.role != "event":
        return False
    return any(
        readings[0].figure.value < event.sums.get(column, Decimal(0))
        for column, readings in statement.readings.items()
    )


def _of_part(act: str) -> bool:
    told = bool(act) and act not in _ACTS and not act.startswith(ASIDE_ACTS)
    return told and not is_case(act)
