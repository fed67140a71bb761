"""Proportional circles for a total over a fill that shows a rate; the legend of sizes, nested."""

from __future__ import annotations

import math
from collections.abc import Sequence

from geo.choropleth.model import circle_scale
from geo.choropleth.wording import circle_steps
from geo.plate.sheet import (
    Area,
    Block,
    Disc,
    Mark,
    Points,
    Strokes,
    anchored,
    line,
    rectangle,
    stacked,
)
from geo.plate.style import INK, LEADING, PAPER, SOFT, Style
from geo.symbology.measures import Measure

#: Radius of the largest circle as a share of the map's shorter side: neighbours of ten districts
#: hardly overlap, and a circle of a hundredth of the value is still more than its ring.
_LARGEST = 0.055
#: Widths of a ring, of the wider one of paper below it, and of a pointer in the legend; points.
_RING_PT, _CASING_PT, _POINTER_PT = 0.9, 2.2 * 0.9, 0.35
#: In the legend: from the circles to the texts, and from a pointer's end to its text, millimetres.
_TO_TEXT_MM, _POINTER_GAP_MM = 2.2, 0.8
#: Room above the first text and below the last, ems: half a line.
_HALF_LINE = 0.5


def unit_radius_of(measure: Measure | None, side: float) -> float:
    """Return the radius of a circle of value 1: areas, not radii, are in proportion to values.

    Parameters
    ----------
    measure : Measure or None
        The total that the circles show.
    side : float
        The map's shorter side, millimetres.

    Returns
    -------
    float
        Millimetres; 0 without a measure or without a value.
    """
    if measure is None:
        return 0.0
    largest = float(measure.reach[1])
    side *= circle_scale(len(measure.values))
    return side * _LARGEST / math.sqrt(largest) if largest > 0 else 0.0


def discs_of(measure: Measure | None, poles: Points, unit_radius: float) -> list[Disc | None]:
    """Return a ring per district with a positive value; its area is in proportion to it.

    Parameters
    ----------
    measure : Measure or None
        With None, no district has a ring.
    poles : ndarray of float, shape (n, 2)
        Millimetres.
    unit_radius : float
        From `unit_radius_of`.
    """
    if measure is None:
        return [None] * len(poles)
    return [
        Disc(float(x), float(y), unit_radius * math.sqrt(float(value)), "", INK, _RING_PT)
        if value > 0
        else None
        for value, (x, y) in zip(measure.values, poles, strict=True)
    ]


def ringed(discs: Sequence[Disc | None]) -> list[Mark]:
    """Return the rings over wider ones of paper, the largest first: they show on any fill."""
    found = sorted((d for d in discs if d), key=lambda d: (-d.radius, d.x, d.y))
    return [mark for d in found for mark in (Disc(d.x, d.y, d.radius, "", PAPER, _CASING_PT), d)]


def nested(
    measure: Measure,
    unit_radius: float,
    style: Style,
    *,
    label: str = "",
    square: bool = False,
) -> Block:
    """Return the legend of sizes: circles or squares of three round values on one foot.

    Its head is the measure's label, or another one, and the unit.
    """
    steps = circle_steps(measure, style.texts)
    if not steps or not unit_radius:
        return Block(0, 0)
    head = style.block(style.headed(label or measure.label, measure.unit), style.sizes.body)
    radii = [unit_radius * math.sqrt(step.value) for step in steps]
    nest = _nest(radii, [step.text for step in steps], style, square=square)
    return style.turned(stacked([head, nest], gap=0.6))


def _nest(radii: Sequence[float], texts: Sequence[str], style: Style, *, square: bool) -> Block:
    """Return circles or squares, the largest first, with a pointer from each top to its text."""
    em, foot = style.sizes.em, 2 * radii[0]
    start = foot + _TO_TEXT_MM
    level, widest = -math.inf, 0.0
    marks: list[Mark] = []
    for radius, text in zip(radii, texts, strict=True):
        top = foot - 2 * radius
        level = max(top, level + em * LEADING.list)  # texts keep apart where circles are small
        words = style.line(text, style.sizes.note)
        pointer = line((radii[0], top), (start - _POINTER_GAP_MM, level))
        marks += [
            _sized(radii[0], foot - radius, radius, square=square),
            Strokes((pointer,), SOFT, _POINTER_PT),
            anchored(words, start, level + words.middle),
        ]
        widest = max(widest, words.width)
    inset = _HALF_LINE * em
    height = max(foot, level + _HALF_LINE * em) + inset + 0.4
    return Block(start + widest, height, Block(0, 0, tuple(marks)).at(0.2, inset))


def _sized(x: float, y: float, radius: float, *, square: bool) -> Mark:
    if not square:
        return Disc(x, y, radius, "", INK, _RING_PT)
    ring = rectangle(x - radius, y - radius, 2 * radius, 2 * radius)
    return Area((ring,), "", INK, _RING_PT)
