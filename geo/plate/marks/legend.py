"""The legend: contiguous blocks, break values at the joints, a bar and a count over each class."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from geo.plate.marks.districts import NO_DATA, class_lines, no_data_lines
from geo.plate.page import SMALLEST_PT
from geo.plate.sheet import PT, Area, Block, Lines, Mark, anchored, line, rectangle, stacked
from geo.plate.style import INK, SOFT, Style

if TYPE_CHECKING:
    from geo.symbology.measures import Measure

_BLOCK, _BARS = 3.2, 7.0  # heights at 8.5 pt, millimetres
_SWATCH = (6.0, 3.2)
_STEPS = 60  # of an unclassed map's ramp


def legend(
    measure: Measure, colors: tuple[str, ...], style: Style, width: float,
    *, histogram: bool, hatch: tuple[str, ...] = (), approximate: bool = False,
) -> Block:  # fmt: skip
    """Return the legend of a measure.

    Parameters
    ----------
    measure : Measure
    colors : tuple of str
        The plate's colours of the classes, lightest meaning first.
    style : Style
    width : float
        Millimetres at most.
    histogram : bool
        Bars as high as the classes are full.
    hatch : tuple of str
        Colour of the hatching of each class; empty for none.
    approximate : bool
        Whether the map has dashed outlines to be explained.
    """
    head = style.block(style.with_unit(measure.label, measure.unit), style.sizes.body)
    ramp = (
        _gradient(measure, colors, style, width)
        if measure.symbology.unclassed
        else _classes(measure, colors, style, width, histogram=histogram, hatch=hatch)
    )
    return stacked([head, ramp, _keys(measure, style, approximate=approximate)], gap=0.6)


def _classes(
    measure: Measure, colors: tuple[str, ...], style: Style, width: float,
    *, histogram: bool, hatch: tuple[str, ...],
) -> Block:  # fmt: skip
    classes, texts = measure.symbology.classes, measure.symbology.break_texts
    size, unit = _fitting(texts, style, width)
    rise = unit * _BARS if histogram else 0
    top = style.sizes.note * PT * 1.3 + rise
    step = (width - _overhang(texts, style, size)) / len(colors)
    left = style.line(texts[0], size).width / 2
    height = unit * _BLOCK
    marks: list[Mark] = []
    most = max(classes.counts, default=1) or 1
    for i, (color, count) in enumerate(zip(colors, classes.counts, strict=True)):
        x, bar = left + i * step, rise * count / most
        marks.append(Area((rectangle(x, top, step, height),), color))
        marks += _hatched(rectangle(x, top, step, height), i, hatch)
        if bar:
            marks.append(Area((rectangle(x + step * 0.12, top - bar, step * 0.76, bar),), color))
        number = style.line(str(count), style.sizes.note, ink=SOFT)
        marks.append(anchored(number, x + step / 2, top - bar - 0.28 * number.size * PT, 0.5))
    marks += _joints(texts, style, size, left, step, top + height)
    return Block(width, top + height + size * PT * 1.45, tuple(marks))


def _fitting(texts: tuple[str, ...], style: Style, width: float) -> tuple[float, float]:
    """Return the size at which the break values stand clear, and the legend's scale."""
    size = style.sizes.note
    while size > SMALLEST_PT and not _clear(texts, style, size, width):
        size = max(SMALLEST_PT, size - 0.5)
    return size, style.sizes.body / 8.5


def _overhang(texts: tuple[str, ...], style: Style, size: float) -> float:
    return (style.line(texts[0], size).width + style.line(texts[-1], size).width) / 2


def _clear(texts: tuple[str, ...], style: Style, size: float, width: float) -> bool:
    step = (width - _overhang(texts, style, size)) / max(len(texts) - 1, 1)
    widths = [style.line(text, size).width for text in texts]
    return all((a + b) / 2 + 0.3 * size * PT <= step for a, b in pairwise(widths))


def narrowest(texts: tuple[str, ...], style: Style) -> float:
    """Return the least width at which break values of 6 points stand clear, millimetres."""
    widths = [style.line(text, SMALLEST_PT).width for text in texts]
    pairs = [(a + b) / 2 for a, b in pairwise(widths)]
    return (max(pairs) + 0.35 * SMALLEST_PT * PT) * len(pairs) + (widths[0] + widths[-1]) / 2


def _joints(
    texts: tuple[str, ...], style: Style, size: float, left: float, step: float, y: float
) -> list[Mark]:
    """Return the break values under the joints of the blocks."""
    return [
        anchored(style.line(text, size, ink=INK), left + i * step, y + size * PT * 1.2, 0.5)
        for i, text in enumerate(texts)
    ]


def _hatched(box: object, number: int, hatch: tuple[str, ...]) -> list[Mark]:
    import shapely

    if not hatch:
        return []
    return class_lines(np.array([shapely.Polygon(box)]), (number,), hatch)


def _gradient(measure: Measure, colors: tuple[str, ...], style: Style, width: float) -> Block:
    """Return a continuous ramp with its ends named: the fills of an unclassed map."""
    from geo.symbology.palettes import ramp

    texts = (measure.symbology.break_texts[0], measure.symbology.break_texts[-1])
    size, height = style.sizes.note, style.sizes.body / 8.5 * _BLOCK
    steps = ramp(colors, [i / (_STEPS - 1) for i in range(_STEPS)])
    step = width / _STEPS
    marks: list[Mark] = [
        Area((rectangle(i * step, 0, step, height),), color) for i, color in enumerate(steps)
    ]
    y = height + size * PT * 1.2
    marks.append(anchored(style.line(texts[0], size), 0, y))
    marks.append(anchored(style.line(texts[1], size), width, y, 1))
    return Block(width, height + size * PT * 1.45, tuple(marks))


def _keys(measure: Measure, style: Style, *, approximate: bool) -> Block:
    """Return the swatches for no data and for approximate outlines, where the map has them."""
    import shapely

    size, scale = style.sizes.note, style.sizes.body / 8.5
    width, height = _SWATCH[0] * scale, _SWATCH[1] * scale
    x = 0.0
    marks: list[Mark] = []
    samples: list[tuple[str, list[Mark]]] = []
    if any(fill is None for fill in measure.symbology.fills):
        box = rectangle(0, 0, width, height)
        lines = no_data_lines(np.array([shapely.Polygon(box)]), (None,))
        count = sum(fill is None for fill in measure.symbology.fills)
        samples.append((style.say("plate_no_data", n=count), [Area((box,), NO_DATA), *lines]))
    if approximate:
        dash = Lines((line((0, height / 2), (width, height / 2)),), "#333333", 0.7, (2.2, 1.6))
        samples.append((style.say("plate_approximate"), [dash]))
    for text, swatch in samples:
        words = style.line(text, size, ink=SOFT)
        marks += Block(0, 0, tuple(swatch)).at(x, 0.8)
        marks.append(anchored(words, x + width + 1.2, 0.8 + height / 2 + 0.38 * size * PT))
        x += width + 1.2 + words.width + 3.5
    return Block(max(x - 3.5, 0), height + 1.6, tuple(marks))
