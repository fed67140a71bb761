"""What the data block promises of a page's cartogram."""

from __future__ import annotations

# As in `geo.web.contract`.
from typing_extensions import TypedDict


class CartogramData(TypedDict):
    """Circles or squares in place of districts.

    Attributes
    ----------
    square : bool
        Squares, not circles.
    measure : str
        Id of the total that areas show.
    title : str
        Of their legend.
    unit : float
        Half the width of what has a quantity of 1, in the drawing's units.
    at : list of (float, float, float)
        In the order of the districts, in the drawing's units: x and y of the middle, half width.
    """

    square: bool
    measure: str
    title: str
    unit: float
    at: list[tuple[float, float, float]]


class CartogramsData(TypedDict, total=False):
    """The cartogram of a page that has one as its second view."""

    cartogram: CartogramData
