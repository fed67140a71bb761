"""The legend of two measures: a grid of classes, its axes named with arrows, breaks beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from geo.choropleth.grids import AxisText, axis_text
from geo.plate.sheet import PT, Area, Block, Mark, Words, anchored, rectangle
from geo.plate.style import INK, LEADING, PAPER, Style, below
from geo.symbology.contrast import ink_on

if TYPE_CHECKING:
    from geo.symbology.grid import Grid
    from geo.symbology.measures import Measure

#: Sides of a class, millimetres for body type of 8.5 points.
_CELL_MM = 6.0
_BORDER_PT = 0.4
#: Between break values that lie side by side, and from them to the grid; ems.
_APART, _BESIDE = 0.4, 0.4
#: Above the grid: half of the uppermost break value, and air; ems.
_OVER = 0.5


def cross(measure: Measure, grid: Grid, style: Style) -> Block:
    """Return the classes of two measures, each with its number of districts.

    Parameters
    ----------
    measure : Measure
    grid : Grid
        Of the measure.
    style : Style

    Returns
    -------
    Block
        As narrow as break values and titles allow. Both axes run as everywhere, in every language.
    """
    x, y = axis_text(grid.x, style.texts), axis_text(grid.y, style.texts)
    size, em = style.sizes.note, style.sizes.note * PT
    left = max(style.line(text, size).width for text in y.joints) + _BESIDE * em
    step, high = _step(x, style), style.sizes.enlargement * _CELL_MM
    head, tail = style.line(f"↑ {y.title}", size), style.line(f"{x.title} →", size)
    foot = em * (LEADING.under + _OVER) + high * grid.y.size
    marks: list[Mark] = [anchored(head, 0, em)]
    for number, color in enumerate(measure.symbology.colors):
        column, row = grid.place(number)
        box = rectangle(left + column * step, foot - (row + 1) * high, step, high)
        marks.append(Area((box,), color, PAPER, _BORDER_PT * style.pen))
        ink = ink_on(color, INK, PAPER)
        count = style.texts.numerals.number(measure.symbology.classes.counts[number], 0)
        line = style.line(count, size, ink=ink)
        middle = foot - (row + 0.5) * high + line.middle
        marks.append(anchored(line, left + (column + 0.5) * step, middle, 0.5))
    # The lowest stands on the foot: in the middle it would run into the first one below the grid.
    marks += [
        anchored(line, left - _BESIDE * em, foot - i * high + (line.middle if i else 0), 1)
        for i, line in _lines(y, style)
    ]
    marks += [below(line, left + i * step, foot) for i, line in _lines(x, style)]
    under = foot + em * LEADING.under
    marks.append(anchored(tail, left, under + em))
    reach = left + step * grid.x.size + style.line(x.joints[-1], size).width / 2
    return Block(
        max(reach, head.width, left + tail.width), under + em * LEADING.under, tuple(marks)
    )


def _lines(axis: AxisText, style: Style) -> list[tuple[int, Words]]:
    """Return the break values with the number of their joint; an open end has none."""
    texts = enumerate(axis.joints)
    return [(i, style.line(text, style.sizes.note)) for i, text in texts if text]


def _step(x: AxisText, style: Style) -> float:
    """Return the width of a column at which the break values below keep apart, millimetres."""
    widths = [style.line(text, style.sizes.note).width for text in x.joints]
    apart = max((a + b) / 2 for a, b in pairwise(widths)) + _APART * style.sizes.note * PT
    return max(style.sizes.enlargement * _CELL_MM, apart)
