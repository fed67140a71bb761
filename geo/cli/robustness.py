"""What the report says of a map's classes: how others would look, what rounding leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.choropleth.doubts import alternatives_of, doubts_of
from geo.tables.arithmetic import in_digits, rounded

if TYPE_CHECKING:
    from rich.console import Console

    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure
    from geo.symbology.robustness import Doubt

_MOST_NAMED = 12


def print_doubts(choropleth: Choropleth, console: Console) -> None:
    """Print the districts that rounding of the source could move across a break."""
    for measure in choropleth.measures:
        if found := doubts_of(choropleth, measure):
            said = _doubts(choropleth, measure, found)
            console.print(f"{measure.id}: {said}", style="yellow", markup=False, soft_wrap=True)


def print_alternatives(choropleth: Choropleth, console: Console) -> None:
    """Print how many districts would switch class under other schemes and numbers of classes."""
    for measure in choropleth.measures:
        if not (found := alternatives_of(choropleth, measure)):
            continue
        k = len(measure.symbology.own_classes.counts)
        said = ", ".join(
            f"{other.scheme} {other.moved}" + (f" ({other.k} classes)" if other.k != k else "")
            for other in found
        )
        n = sum(measure.symbology.classes.counts)
        text = f"{measure.id}: of {n} districts would switch class by {said}"
        console.print(text, markup=False, soft_wrap=True)


def _doubts(choropleth: Choropleth, measure: Measure, found: Sequence[Doubt]) -> str:
    # As many digits as tell the ends of the interval from the figure.
    digits = measure.decimals + 2
    named = ", ".join(
        f"{choropleth.names[d.district]} "
        f"({in_digits(rounded(d.low, digits))} to {in_digits(rounded(d.high, digits))})"
        for d in found[:_MOST_NAMED]
    )
    more = f" and {len(found) - _MOST_NAMED:,} more" if len(found) > _MOST_NAMED else ""
    districts = "1 district" if len(found) == 1 else f"{len(found):,} districts"
    return f"rounding of the source could move {districts} to another class: {named}{more}"
