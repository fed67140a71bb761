"""Ranked bars: every district with its value, the largest first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geo.plate.sheet import (
    Area,
    Block,
    Mark,
    Strokes,
    Words,
    anchored,
    line,
    rectangle,
    stacked,
)
from geo.plate.style import EDGE, EDGE_PT, LEADING, SOFT, Style
from geo.plate.type.faces import set_line
from geo.symbology.measures import Measure

#: A ranked list longer than this is a table, not a graphic; the first ones are shown.
MOST_ROWS = 48
#: Height of a bar, ems: that of the Chinese letters beside it.
_BAR = 0.84
#: From the names to the bars, from a bar to its value, and at the end of a row; ems.
_TO_BARS, _TO_VALUE, _AT_END = 0.6, 0.4, 0.1
#: A bar of zero is still a mark, millimetres.
_SHORTEST_MM = 0.15
_ZERO_PT = 0.5  # the zero line
#: Least room for the bars themselves beside names and values: ems, and millimetres.
_LEAST_BARS, _LEAST_BARS_MM = 6, 8
_HEADING_GAP_MM = 0.5


@dataclass(frozen=True, slots=True)
class _Column:
    """Where everything lies in one column of bars, millimetres from its left edge.

    Attributes
    ----------
    width : float
    zero : float
        The line from which bars start.
    scale : float
        Millimetres per unit of the measure.
    """

    width: float
    zero: float
    scale: float


def bars(
    measure: Measure,
    names: tuple[str, ...],
    fills: tuple[str, ...],
    style: Style,
    width: float,
    columns: int,
) -> Block:
    """Return ranked bars in columns; those of negative values point to the left of a zero line.

    Parameters
    ----------
    measure : Measure
    names, fills : tuple of str, length n
        As on the map.
    style : Style
    width : float
        Of all columns, millimetres.
    columns : int
    """
    order = measure.order
    shown = order[:MOST_ROWS]
    rows = -(-len(shown) // columns)
    gap = 2 * style.gap
    each = (width - (columns - 1) * gap) / columns
    high = style.sizes.em * LEADING.row
    head = style.line(_heading(measure, style, len(order)), style.sizes.note, ink=SOFT)
    heading = set_line(replace(head, cell="Caption"), LEADING.body)
    column = _column(measure, names, shown, style, each)
    marks: list[Mark] = []
    for k, i in enumerate(shown):
        across, down = divmod(k, rows)
        block = _row(measure, i, names[i], fills[i], style, column)
        marks += block.at(across * (each + gap), down * high)
    if min(float(measure.values[i]) for i in shown) < 0:
        for start in range(0, len(shown), rows):
            foot = min(rows, len(shown) - start) * high
            zero = Strokes((line((column.zero, 0), (column.zero, foot)),), SOFT, _ZERO_PT)
            marks += Block(0, 0, (zero,)).at(start // rows * (each + gap), 0)
    # Bars first: the cells of the table then follow each other in the order of reading.
    marks.sort(key=lambda mark: isinstance(mark, Words))
    block = Block(width, rows * high, tuple(marks))
    return style.turned(stacked([heading, block], gap=_HEADING_GAP_MM))


def least_width(measure: Measure, names: tuple[str, ...], style: Style) -> float:
    """Return the width below which one column of bars has no bars, millimetres."""
    shown = measure.order[:MOST_ROWS]
    size = style.sizes.note
    name = max(style.line(names[i], size).width for i in shown)
    value = max(style.line(measure.text(i), size).width for i in shown)
    return name + value + _LEAST_BARS * style.sizes.em + _LEAST_BARS_MM


def _heading(measure: Measure, style: Style, count: int) -> str:
    label = style.headed(measure.label, measure.unit)
    return label if count <= MOST_ROWS else style.say("plate_first", label=label, n=MOST_ROWS)


def _column(
    measure: Measure, names: tuple[str, ...], shown: tuple[int, ...], style: Style, width: float
) -> _Column:
    """Share a column's width: names, values of negative bars, bars, values of the others."""
    size, em = style.sizes.note, style.sizes.em
    values = {i: float(measure.values[i]) for i in shown}
    texts = {i: style.line(measure.text(i), size).width for i in shown}
    # A value is set at its bar's end: at the left of a negative bar, at the right of the others.
    left = max((texts[i] + _TO_VALUE * em for i in shown if values[i] < 0), default=0.0)
    right = max((texts[i] for i in shown if values[i] >= 0), default=0.0)
    start = max(style.line(names[i], size).width for i in shown) + _TO_BARS * em + left
    room = width - start - right - (_TO_VALUE + _AT_END) * em
    lowest, highest = min(0.0, *values.values()), max(0.0, *values.values())
    scale = room / (highest - lowest) if highest > lowest else 0.0
    return _Column(width, start - lowest * scale, scale)


def _row(measure: Measure, i: int, name: str, fill: str, style: Style, column: _Column) -> Block:
    """Return name, bar and value of one district."""
    words = replace(style.line(name, style.sizes.note), cell="TH")
    value = replace(style.line(measure.text(i), style.sizes.note), cell="TD")
    em, middle = words.em, words.em * LEADING.row / 2
    length = max(column.scale * abs(float(measure.values[i])), _SHORTEST_MM)
    negative = measure.values[i] < 0
    start = column.zero - length if negative else column.zero
    bar = Area((rectangle(start, middle - _BAR / 2 * em, length, _BAR * em),), fill, EDGE, EDGE_PT)
    at = start - _TO_VALUE * em if negative else start + length + _TO_VALUE * em
    baseline = middle + words.middle
    marks = (anchored(words, 0, baseline), bar, anchored(value, at, baseline, 1 if negative else 0))
    return Block(column.width, em * LEADING.row, marks)
