"""What a spec says of periods that its table has not, and of columns for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.spec.part import PLACE

if TYPE_CHECKING:
    from geo.spec.model import MapSpec


def untimely(spec: MapSpec) -> list[str]:
    """Return what needs periods on a map without, and what has no place on one with them."""
    if spec.table.timely:
        return _placeless(spec) + [
            "measure id 'period' is a column of the data files. Give it another name"
        ] * any(m.id == "period" for m in spec.measures)
    wrong = _placeless(spec)
    remedy = "needs periods. Name the column that says when as `period` in [table]"
    wrong += [f"measure {m.id!r}: change {remedy}" for m in spec.measures if m.change]
    return wrong + [
        f"plates[{n}].period {remedy}" for n, p in enumerate(spec.plates, 1) if p.period
    ]


def _placeless(spec: MapSpec) -> list[str]:
    """Return that no column has a place for the periods, or that some have and there are none."""
    columns = [c for m in spec.measures for c in (m.column, *m.needs) if c]
    with_place = [c for c in columns if PLACE in c]
    if spec.table.periods and not with_place:
        return ['table.periods: no measure has "{period}" in the name of its column']
    if with_place and not spec.table.periods:
        return [f"column {with_place[0]!r} needs `periods` in [table]"]
    return []
