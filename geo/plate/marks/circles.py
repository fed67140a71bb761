"""Proportional circles for a total over a fill that shows a rate, and their nested legend."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from geo.choropleth.wording import circle_steps
from geo.plate.sheet import PT, Block, Disc, Lines, Mark, anchored, line, stacked
from geo.plate.style import INK, PAPER, SOFT, Style

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from geo.symbology.measures import Measure

#: Radius of the largest circle as a part of the map's shorter side.
_LARGEST = 0.055
_WIDTH = 0.9  # of the ring, points


def radius_factor(measure: Measure, side: float) -> float:
    """Return millimetres of radius per square root of a unit: areas, not radii, are true."""
    largest = max((float(v) for v in measure.values if v > 0), default=0.0)
    return side * _LARGEST / math.sqrt(largest) if largest else 0.0


def circles(measure: Measure, poles: NDArray[np.float64], factor: float) -> list[Disc | None]:
    """Return a ring per district with a positive value; its area is in proportion to it.

    Parameters
    ----------
    measure : Measure
    poles : ndarray of float, shape (n, 2)
        Millimetres.
    factor : float
        From `radius_factor`.
    """
    return [
        Disc(float(x), float(y), factor * math.sqrt(float(value)), "", INK, _WIDTH)
        if value > 0
        else None
        for value, (x, y) in zip(measure.values, poles, strict=True)
    ]


def ringed(discs: Sequence[Disc | None]) -> list[Mark]:
    """Return the rings over wider ones of paper, the largest first: they stand out on any fill."""
    found = sorted((d for d in discs if d), key=lambda d: (-d.radius, d.x, d.y))
    return [mark for d in found for mark in (Disc(d.x, d.y, d.radius, "", PAPER, 2.2 * _WIDTH), d)]


def nested(measure: Measure, factor: float, style: Style) -> Block:
    """Return the legend of the circles: three round values, nested, standing on one point."""
    steps = circle_steps(measure, style.language)
    if not steps or not factor:
        return Block(0, 0)
    size = style.sizes.note
    head = style.block(style.with_unit(measure.label, measure.unit), style.sizes.body)
    largest = factor * math.sqrt(steps[0].value)
    marks: list[Mark] = []
    drop = size * PT * 1.25
    tops = [2 * largest - 2 * factor * math.sqrt(step.value) for step in steps]
    levels = [tops[0]]
    for top in tops[1:]:
        levels.append(max(top, levels[-1] + drop))
    start = 2 * largest + 2.2
    widest = 0.0
    for step, top, level in zip(steps, tops, levels, strict=True):
        radius = factor * math.sqrt(step.value)
        marks.append(Disc(largest, 2 * largest - radius, radius, "", INK, _WIDTH))
        marks.append(Lines((line((largest, top), (start - 0.8, level)),), SOFT, 0.35))
        words = style.line(step.text, size)
        marks.append(anchored(words, start, level + 0.38 * size * PT))
        widest = max(widest, words.width)
    inset = 0.5 * size * PT
    height = max(2 * largest, levels[-1] + 0.5 * size * PT) + inset + 0.4
    body = Block(start + widest, height, Block(0, 0, tuple(marks)).at(0.2, inset))
    return stacked([head, body], gap=0.6)
