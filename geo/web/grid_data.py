"""Two crossed measures in the data block of page and embed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired

# As in `geo.web.contract`.
from typing_extensions import TypedDict

from geo.choropleth.grids import axis_text
from geo.choropleth.wording import level_words, value_text

if TYPE_CHECKING:
    from geo.base.catalogue import Catalogue
    from geo.symbology.grid import Axis
    from geo.symbology.measures import Measure


class AxisData(TypedDict):
    """An axis of two crossed measures: its title with unit, the break values between its classes.

    An end that is open has an empty one, and so has the lower one of a class of zeros.
    """

    title: str
    joints: list[str]


class GridData(TypedDict):
    """Two crossed measures: class ``row * columns + column``, low in both first.

    Attributes
    ----------
    columns : int
        Classes of the first.
    x, y : AxisData
    words : list of str
        What the classes are in words.
    values : list of str
        The districts' two values with their units, empty for no data; left out where the second
        measure only fades the first.
    """

    columns: int
    x: AxisData
    y: AxisData
    words: list[str]
    values: NotRequired[list[str]]


def grid_data(measure: Measure, words: Catalogue) -> GridData | None:
    """Return what the scripts need of a measure that crosses two; None for others.

    Parameters
    ----------
    measure : Measure
    words : Catalogue
    """
    grid = measure.symbology.grid
    if grid is None:
        return None
    classes = range(len(measure.symbology.colors))
    data: GridData = {
        "columns": grid.x.size,
        "x": _axis(grid.x, words),
        "y": _axis(grid.y, words),
        "words": [level_words(grid, number, words) for number in classes],
    }
    if not grid.alpha:
        data["values"] = [value_text(measure, i) for i in range(len(measure.figures))]
    return data


def _axis(axis: Axis, words: Catalogue) -> AxisData:
    text = axis_text(axis, words)
    return {"title": text.title, "joints": list(text.joints)}
