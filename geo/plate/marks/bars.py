"""Ranked bars: every district with its value, the largest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.plate.sheet import PT, Area, Block, Mark, anchored, rectangle, stacked
from geo.plate.style import INK, SOFT, Style

if TYPE_CHECKING:
    from geo.symbology.measures import Measure

_ROW = 1.55  # as a multiple of the type size
#: A ranked list longer than this is a table, not a graphic; the first ones are shown.
MOST_ROWS = 48


def bars(
    measure: Measure, names: tuple[str, ...], fills: tuple[str, ...], style: Style,
    width: float, columns: int,
) -> Block:  # fmt: skip
    """Return ranked bars in columns.

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
    order = ranked(measure)
    if not order:
        return Block(0, 0)
    shown = order[:MOST_ROWS]
    rows = -(-len(shown) // columns)
    gap = 2 * style.gap
    each = (width - (columns - 1) * gap) / columns
    high = style.sizes.note * PT * _ROW
    heading = style.block(_heading(measure, style, len(order)), style.sizes.note, ink=SOFT)
    marks: list[Mark] = []
    largest = max(abs(float(measure.values[i])) for i in shown)
    room = _name_and_value(measure, names, shown, style)
    for k, i in enumerate(shown):
        column, row = divmod(k, rows)
        block = _row(measure, i, names[i], fills[i], style, each, room, largest)
        marks += block.at(column * (each + gap), row * high)
    return stacked([heading, Block(width, rows * high, tuple(marks))], gap=0.5)


def ranked(measure: Measure) -> list[int]:
    """Return the districts with a value, the largest first; equal ones in code order."""
    known = [i for i, state in enumerate(measure.states) if state == "value"]
    return sorted(known, key=lambda i: (-float(measure.values[i]), i))


def _heading(measure: Measure, style: Style, count: int) -> str:
    label = style.with_unit(measure.label, measure.unit)
    return label if count <= MOST_ROWS else style.say("plate_first", label=label, n=MOST_ROWS)


def _name_and_value(
    measure: Measure, names: tuple[str, ...], shown: list[int], style: Style
) -> tuple[float, float]:
    size = style.sizes.note
    return (
        max(style.line(names[i], size).width for i in shown),
        max(style.line(measure.text(i), size).width for i in shown),
    )


def least_width(measure: Measure, names: tuple[str, ...], style: Style) -> float:
    """Return the width below which one column of bars has no bars, millimetres."""
    name, value = _name_and_value(measure, names, ranked(measure)[:MOST_ROWS], style)
    return name + value + 12 * style.sizes.note * PT * 0.5 + 8


def _row(
    measure: Measure, i: int, name: str, fill: str, style: Style, width: float,
    room: tuple[float, float], largest: float,
) -> Block:  # fmt: skip
    size = style.sizes.note
    em = size * PT
    baseline = em * (_ROW / 2 + 0.38)
    start = room[0] + 0.6 * em
    longest = width - start - room[1] - 0.5 * em
    length = max(longest * abs(float(measure.values[i])) / largest, 0.15) if largest else 0.15
    value = style.line(measure.text(i), size, ink=INK)
    bar = rectangle(start, em * _ROW / 2 - 0.42 * em, length, 0.84 * em)
    return Block(
        width,
        em * _ROW,
        (
            anchored(style.line(name, size, ink=INK), 0, baseline),
            Area((bar,), fill, "#8a8a8a", 0.2),
            anchored(value, start + length + 0.4 * em, baseline),
        ),
    )
