"""The legend of two measures: a grid of classes, its axes named, with the breaks beside it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.choropleth.grids import AxisText, axis_text, cell_text
from geo.web.assets import sizes
from geo.web.lines import lines, text_width

if TYPE_CHECKING:
    from geo.base.catalogue import Catalogue
    from geo.choropleth.model import Choropleth
    from geo.symbology.grid import Grid
    from geo.symbology.measures import Measure

_CELL_PX = 28  # a side of a class, at least: a finger hits 24
_MOST_PX = 200  # of the grid: on a phone the breaks of the other axis stand beside it
_BETWEEN_PX = 6
_BREAKS_PX = 28  # above the grid half of the upper break value, below it the other axis' line


@dataclass(frozen=True, slots=True)
class Cell:
    """A class: its number from 0, its districts, and for those who do not see it all about it."""

    key: str
    count: int
    said: str


@dataclass(frozen=True, slots=True)
class CrossView:
    """A grid of classes.

    Attributes
    ----------
    id : str
        Of the measure.
    x, y : AxisText
        From left to right, from below upwards.
    rows : tuple of tuple of Cell
        The highest first, each from the lowest to the right.
    """

    id: str
    x: AxisText
    y: AxisText
    rows: tuple[tuple[Cell, ...], ...]


def cross(measure: Measure, words: Catalogue) -> CrossView | None:
    """Return the grid of a measure; None for one that crosses no two.

    Parameters
    ----------
    measure : Measure
    words : Catalogue
    """
    grid, counts = measure.symbology.grid, measure.symbology.classes.counts
    if grid is None:
        return None

    def cell(number: int) -> Cell:
        n = counts[number]
        said = words.say("class_count", n=n, range=cell_text(grid, number, words))
        return Cell(str(number), n, said)

    rows = tuple(
        tuple(cell(grid.cell(column, row)) for column in range(grid.x.size))
        for row in reversed(range(grid.y.size))
    )
    return CrossView(measure.id, axis_text(grid.x, words), axis_text(grid.y, words), rows)


def is_crossed(choropleth: Choropleth) -> bool:
    """Whether a map has a measure that crosses two."""
    return any(measure.symbology.grid for measure in choropleth.measures)


def cross_size(grid: Grid, words: Catalogue) -> tuple[int, int]:
    """Return width and height of the grid of classes alone, CSS pixels.

    Parameters
    ----------
    grid : Grid
    words : Catalogue
        The columns are as wide as the break values below them need.
    """
    px = sizes().small.size
    texts = [text_width(text, px) for text in axis_text(grid.x, words).joints]
    apart = max((a + b) / 2 for a, b in pairwise(texts)) + _BETWEEN_PX
    step = max(_CELL_PX, min(math.ceil(apart), _MOST_PX // grid.x.size))
    return step * grid.x.size, max(_CELL_PX, min(step, _CELL_PX + 4)) * grid.y.size


def cross_height(grid: Grid, words: Catalogue, width: float) -> float:
    """Return the height of the legend below its title in a width, CSS pixels."""
    small = sizes().small
    titles = (axis_text(axis, words).title for axis in (grid.x, grid.y))
    said = sum(lines(f"↑ {title}", small.size, width) for title in titles)
    return cross_size(grid, words)[1] + small.line * said + _BREAKS_PX
