"""What the data block promises of a page's cartogram, and of insets."""

from __future__ import annotations

from typing import NotRequired

# As in `geo.web.contract`.
from typing_extensions import TypedDict


class AreaData(TypedDict):
    """What areas show.

    Attributes
    ----------
    measure : str
        Id of a total.
    title : str
        Of the legend.
    unit : float
        Half the width of what has a quantity of 1, in the drawing's units.
    """

    measure: str
    title: str
    unit: float


class CartogramData(TypedDict):
    """Circles, squares or tiles in place of districts.

    Attributes
    ----------
    square : bool
        No circles.
    at : list of (float, float, float)
        In the order of the districts, in the drawing's units: x and y of the middle, half width.
    area : AreaData
        Left out for tiles, whose areas show nothing.
    letters : list of str
        Of tiles: what stands in each where a name is wider than it, as states and countries have
        them; left out if no unit has any.
    """

    square: bool
    at: list[tuple[float, float, float]]
    area: NotRequired[AreaData]
    letters: NotRequired[list[str]]


class CartogramsData(TypedDict, total=False):
    """The cartogram of a page that has one as its second view."""

    cartogram: CartogramData


class InsetData(TypedDict, total=False):
    """Of maps with insets: x, y, width and height of each frame, in the drawing's units."""

    frames: list[tuple[int, int, int, int]]
