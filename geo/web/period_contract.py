"""The part of the data block that is of one period: what the script swaps, see `contract.MapData`.

Lists are in the order of the districts.
"""

from __future__ import annotations

from typing import Literal, NotRequired

# pydantic, which makes the script's types from these, cannot read typing's own on Python 3.11.
from typing_extensions import TypedDict

from geo.web.grid_data import GridData


class FiguresData(TypedDict):
    """What a measure has of one period.

    Attributes
    ----------
    texts : list of str
        The districts' values as readers see them, without unit; empty where that is what a browser
        writes for the number (`numbers.js`), left out where all are.
    ranks : list of int or None
        Of the districts: 1 is the largest, equal values share a rank; None for no data.
    ranked : int
        Districts that have a rank.
    shares : list of str
        Of the total, empty for no data; left out where shares have no meaning.
    blanks : list of str
        What is left blank after the values in the table, so that their decimal points stand in one
        line; left out where that is nothing.
    differences : list of str
        From the overall value, with their sign; empty for no data.
    summary, whole : str
        The figure of the whole as readers see it, and what it is: a sum or a mean.
    grid : GridData
        Of two crossed measures: `colors` are of its classes; `edges` are those of the
        first where the second only fades it, else there are none.
    """

    texts: NotRequired[list[str]]
    ranks: list[int | None]
    ranked: int
    shares: NotRequired[list[str]]
    blanks: NotRequired[list[str]]
    differences: list[str]
    summary: str
    whole: str
    grid: NotRequired[GridData]


class BlockData(TypedDict):
    """A block of the legend: class or state, its count, what is said of it, its bar in pixels."""

    key: str
    count: int
    said: str
    px: int


class PeriodMeasureData(FiguresData):
    """A measure in one period.

    Attributes
    ----------
    values : list of float or None
    classes : list of int or None
        From 0.
    states : list of str
        Why there is no value, empty for one; left out where all that lack one are missing.
    fills : list of str or None
        Of a continuous scale.
    blocks : list of BlockData
    bins : list of float
        Heights of the bars over a continuous scale, pixels.
    """

    values: list[float | None]
    classes: list[int | None]
    states: NotRequired[list[Literal["", "missing", "inapplicable"]]]
    fills: NotRequired[list[str | None]]
    blocks: list[BlockData]
    bins: NotRequired[list[float]]


class PeriodData(TypedDict):
    """A period.

    Attributes
    ----------
    label : str
    at : float
        Where it lies between the first, 0, and the last, 1.
    said : dict of str to str
        By measure id: the text in place of the picture.
    measures : dict of str to PeriodMeasureData
        By measure id; a change, which is of two periods, is not among them.
    tips : list of list of str
        Lines of the tooltip, where the map-maker wrote some.
    doubts : list of list of str
        What rounding leaves open, where the spec asks for it.
    """

    label: str
    at: float
    said: dict[str, str]
    measures: dict[str, PeriodMeasureData]
    tips: NotRequired[list[list[str]]]
    doubts: NotRequired[list[list[str]]]


class PeriodsData(TypedDict, total=False):
    """The periods of a map, in the order of time: the last is shown first.

    Attributes
    ----------
    periods : list of PeriodData
    reaches : dict of str to (float, float)
        By measure id: the lowest and the highest value of any period, the ends of its lines.
    spans : dict of str to str
        By measure id, of changes: their two periods.
    """

    periods: list[PeriodData]
    reaches: dict[str, tuple[float, float]]
    spans: dict[str, str]
