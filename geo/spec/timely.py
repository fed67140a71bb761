"""What a spec says of periods that its table has not, and of columns for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.spec.part import PLACE

if TYPE_CHECKING:
    from geo.spec.measure import MeasureSpec
    from geo.spec.plate import PlateSpec


def untimely(
    measures: Sequence[MeasureSpec],
    plates: Sequence[PlateSpec],
    periods: Sequence[str],
    *,
    timely: bool,
) -> list[str]:
    """Return what needs periods on a map without, and what has no place on one with them.

    Parameters
    ----------
    measures : sequence of MeasureSpec
    plates : sequence of PlateSpec
    periods : sequence of str
        Those that stand in names of columns.
    timely : bool
        Whether the map has periods, in whatever way.
    """
    wrong = _placeless(measures, periods)
    if timely:
        taken = any(m.id == "period" for m in measures)
        said = "measure id 'period' is a column of the data files. Give it another name"
        return [*wrong, *[said] * taken]
    remedy = "needs periods. Name the column that says when as `period` in [table]"
    wrong += [f"measure {m.id!r}: change {remedy}" for m in measures if m.change]
    return wrong + [f"plates[{n}].period {remedy}" for n, p in enumerate(plates, 1) if p.period]


def _placeless(measures: Sequence[MeasureSpec], periods: Sequence[str]) -> list[str]:
    """Return that no column has a place for the periods, or that some have and there are none."""
    columns = [c for m in measures for c in (m.column, *m.needs) if c]
    with_place = [c for c in columns if PLACE in c]
    if periods and not with_place:
        return ['table.periods: no measure has "{period}" in the name of its column']
    if with_place and not periods:
        return [f"column {with_place[0]!r} needs `periods` in [table]"]
    return []
