"""How two crossed measures are worded: their axes, and what their classes hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.choropleth.wording import axis_scale, level_words, with_unit

if TYPE_CHECKING:
    from geo.base.catalogue import Catalogue
    from geo.symbology.grid import Axis, Grid


@dataclass(frozen=True, slots=True)
class AxisText:
    """An axis of a legend: what it shows, with its unit, and the break values between its classes.

    `joints` has one more than there are classes. An end that is open has an empty text, and so has
    the lower one of a class that holds only zero.
    """

    title: str
    joints: tuple[str, ...]


def axis_text(axis: Axis, words: Catalogue) -> AxisText:
    """Return what stands along an axis.

    Parameters
    ----------
    axis : Axis
    words : Catalogue
    """
    scale = axis_scale(axis, words)
    # Zero stands once, between its class and the next.
    first = ("",) if axis.has_zero_class else ()
    return AxisText(words.headed(axis.label, scale.unit), (*first, *scale.breaks[len(first) :]))


def cell_text(grid: Grid, number: int, words: Catalogue) -> str:
    """Return what a class holds: its words, then its ranges.

    ``Investment high, projects low (64.2–196.7 亿元 / 1–8 个)``; of value by alpha its words alone.

    Parameters
    ----------
    grid : Grid
    number : int
        Of the class.
    words : Catalogue
    """
    said = level_words(grid, number, words)
    if grid.alpha:
        return said
    spans = (
        axis_scale(axis, words).span(at)
        for axis, at in zip((grid.x, grid.y), grid.place(number), strict=True)
    )
    return with_unit(said, f"({' / '.join(spans)})")
