"""Small multiples as a spec asks for them: of periods or of measures, all or some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from geo.base.errors import did_you_mean
from geo.spec.part import Text

if TYPE_CHECKING:
    from geo.spec.measure import MeasureSpec

#: All of the periods, all of the measures, or those that are named; empty for none.
SmallMultiples = Literal["", "periods", "measures"] | tuple[Text, ...]
SAID = (
    "Small maps side by side, with one legend where they share their classes: "
    '"periods", "measures", or a list of some: ["1990", "2000"].'
)


def shows_measures(chosen: SmallMultiples, ids: Sequence[str]) -> bool:
    """Tell whether a choice is one of measures, whose ids are given; else it is one of periods."""
    return chosen == "measures" if isinstance(chosen, str) else set(chosen) <= set(ids)


def wrong_choice(
    key: str,
    chosen: SmallMultiples,
    measures: Sequence[MeasureSpec],
    *,
    measure: str = "",
    period: str = "",
    timely: bool,
) -> list[str]:
    """Return what is wrong with a choice of small maps, a line each.

    Parameters
    ----------
    key : str
        Where it stands in the spec: ``plates[1]``.
    chosen : "periods", "measures", or sequence of str
    measures : sequence of MeasureSpec
        All of the map.
    measure : str
        The one that maps of periods show; empty for the first.
    period : str
        The one that maps of measures show; empty for the latest.
    timely : bool
        Whether the map has periods.
    """
    if not chosen:
        return []
    ids = [m.id for m in measures]
    unknown = [] if isinstance(chosen, str) else [name for name in chosen if name not in ids]
    wrong = ""
    if not isinstance(chosen, str) and len(set(chosen)) < len(chosen):
        wrong = ": a map is named twice"
    elif shows_measures(chosen, ids):
        wrong = " are of measures: leave `measure` out" if measure else ""
    elif not timely and unknown:
        wrong = f" {unknown[0]!r} is not a measure. {did_you_mean(unknown[0], ids)}".rstrip()
    elif not timely:
        wrong = ' = "periods" needs periods. Name the column that says when as `period` in [table]'
    elif period:
        wrong = " are of periods: leave `period` out"
    elif any(m.change for m in measures if m.id == (measure or ids[0])):
        wrong = ": a change is the same in all periods. Choose another measure"
    return [f"{key}.small_multiples{wrong}"] if wrong else []
