"""The key of what is marked on the map besides values: dashed outlines, stars."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from geo.web.assets import sizes
from geo.web.lines import lines

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

#: Of more places the key says what they are together; their names are in the panel below.
_MOST_NAMED = 2


class Mark(NamedTuple):
    """A sign as it looks in a line of text, and what it stands for."""

    sign: str
    text: str


def marks(choropleth: Choropleth) -> tuple[Mark, ...]:
    """Return the marks that a map has; none on most maps.

    Parameters
    ----------
    choropleth : Choropleth
    """
    words, found = choropleth.words, []
    if choropleth.districts["approximate"].any():
        found.append(Mark("┄┄", words["plate_approximate"]))
    if choropleth.places:
        labels = [place.label for place in choropleth.places]
        few = len(labels) <= _MOST_NAMED
        found.append(Mark("★", words["list_comma"].join(labels) if few else words["places"]))
    return tuple(found)


def marks_height(choropleth: Choropleth, width: float) -> float:
    """Return the height of the key under a map of a width; pixels."""
    shown = "  ".join(f"{mark.sign} {mark.text}" for mark in marks(choropleth))
    small = sizes().small
    return small.line * lines(shown, small.size, width) if shown else 0
