"""Figures of some of a unit's projects: which are those that the release is about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal
from functools import partial

from geo.release.names.divisions import CITY, division
from geo.release.parsing.statements import Statement
from geo.release.result.rows import Claim, Event, Found
from geo.release.scoping.subjects import COUNTED_FROM

_ALL_OF_IT = re.compile("全[国省市县区州盟旗]")
#: What a unit does beside other things: “五大行动”方面 is never all that it has.
_ONE_SIDE = re.compile("方面|领域|行动")
_SORTS = frozenset({"type", "batch"})  # what others may divide further


def drop_subsets(events: Sequence[Event], found: Found) -> None:
    """Drop figures for some of the projects, unless every unit or the whole has just those.

    省重点项目 of one unit are all that the release is about, if the whole has 省重点项目; not if
    those of the whole are said to be but a part.
    """
    totals = [said for event in events for said, _ in event.totals]
    sorts = _sorts(totals)
    of_whole = {said.subset for said in totals if said.subject.role in ("event", "portfolio")}
    of_whole |= _only_sort(totals)
    for event in events:
        for name, listed in event.rows.items():
            event.rows[name] = [claim.of_all(of_whole) for claim in listed]
    # Units of which all projects are counted: 10亿元以上的有奎文区4个 is a part of those.
    full = _counted(events, of_sort=False)
    sorts_of = _counted(events, of_sort=True)
    # What fewer were begun of is not all beside which those of a size are but some: 23项，开工17项.
    full = {name: count for name, count in full.items() if count >= sorts_of.get(name, count)}
    unit = _only_unit(events)
    found_unit = division(unit) if unit else None
    city = found_unit is not None and found_unit.depth <= CITY
    for event in events:
        claims = [claim for listed in event.rows.values() for claim in listed]
        subsets = {claim.statement.subset for claim in claims}
        sized = {claim.place.name for claim in claims if claim.statement.subset}
        if _as_counted(subsets) and len(sized) > 1 and sized.isdisjoint(full):
            continue
        # 奎文区亿元以上项目16个, of which all are counted, where no other unit is spoken of
        alone = city or (unit and subsets <= {"", *COUNTED_FROM})
        several = len(event.rows) > 1 or (
            alone
            and not any(_ONE_SIDE.search(subset) for subset in subsets)
            and not any(claim.statement.part for claim in claims)
        )
        shared = len(subsets) == 1 and several and not any(map(partial(_some_of, sorts), claims))
        if subsets == {""} or (shared and not all(name in full for name in event.rows)):
            continue
        left: list[tuple[int, str, list[Claim]]] = []
        for name, listed in event.rows.items():
            kept = [claim for claim in listed if not claim.statement.subset]
            for claim in listed:
                if claim.statement.subset:
                    found.reasons |= {r.start: "subset" for r in claim.readings.values()}
            left += [(kept[0].order, name, kept)] if kept else []
        # A unit's place among the rows is that of its row, not of what was said of it before.
        event.rows = {name: kept for _, name, kept in sorted(left, key=lambda row: row[0])}


def _sorts(totals: Sequence[Statement]) -> dict[str, Decimal]:
    """Return the kinds that are said to be a part of the whole, with their largest counts."""
    found: dict[str, Decimal] = {}
    for said in totals:
        if said.part and said.subject.role in _SORTS:
            label, counted = said.subject.label, said.readings.get("projects", ())
            count = max((r.figure.value for r in counted), default=Decimal("inf"))
            found[label] = max(found.get(label, count), count)
    return found


def _some_of(sorts: Mapping[str, Decimal], claim: Claim) -> bool:
    """Tell whether a unit's projects may be among those of a kind that is a part of the whole."""
    largest = sorts.get(claim.statement.subset)
    counted = claim.readings.get("projects")
    return largest is not None and (counted is None or counted.figure.value <= largest)


def _counted(events: Sequence[Event], *, of_sort: bool) -> dict[str, Decimal]:
    """Return the largest count of projects of each unit, of all or of some of them."""
    found: dict[str, Decimal] = {}
    for event in events:
        for name, listed in event.rows.items():
            for claim in listed:
                if bool(claim.statement.subset) is of_sort and "projects" in claim.readings:
                    count = claim.readings["projects"].figure.value
                    found[name] = max(found.get(name, count), count)
    return found


def _only_sort(totals: Sequence[Statement]) -> set[str]:
    """Return the kind of projects that a text is about, if it counts no others: 产业项目343个."""
    counted = [said for said in totals if "projects" in said.readings]
    labels = {said.subject.label for said in counted if said.subject.role in _SORTS}
    whole = any(said.subject.role not in _SORTS or said.part for said in counted)
    return labels if len(labels) == 1 and not whole else set()


def _only_unit(events: Sequence[Event]) -> str:
    """Return the unit that all rows are of, which is then what the text is about."""
    units = {name for event in events for name in event.rows}
    labels = {said.subject.label for event in events for said, _ in event.totals}
    if any(_ALL_OF_IT.fullmatch(label) or division(label) for label in labels):
        return ""  # 全省新开工300个: what is told of a city is beside that
    return next(iter(units)) if len(units) == 1 else ""


def _as_counted(subsets: Set[str]) -> bool:
    """Tell whether some units have projects of the size that statistics begin at: 亿元以上."""
    return subsets <= {"", *COUNTED_FROM} and len(subsets) == 2
