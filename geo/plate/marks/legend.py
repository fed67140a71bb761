"""The legend: contiguous blocks, break values at the joints, a bar and a count over each class."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely

from geo.choropleth.wording import legend_scale
from geo.plate.marks.cross import cross
from geo.plate.marks.districts import APPROXIMATE, DASH_PT, class_lines, no_data_lines
from geo.plate.page import SMALLEST_PT
from geo.plate.sheet import PT, Area, Block, Mark, Strokes, anchored, line, rectangle, stacked
from geo.plate.style import EDGE, EDGE_PT, LEADING, PAPER, SOFT, Style, below
from geo.symbology.legibility import MISSING, needs_edge
from geo.symbology.measures import Measure
from geo.symbology.palettes import ramp

#: Heights of the classes' blocks and of the tallest bar, and a swatch's size; millimetres, for
#: body type of 8.5 points.
_BLOCK_MM, _BAR_MM, _SWATCH_MM = 3.2, 7.0, (6.0, 3.2)
#: A bar leaves this share of its block free on either side, or it would look like a second block.
_BAR_INDENT = 0.12
#: Room for the counts over the bars, and from a bar to its count; ems.
_COUNT_HEIGHT, _COUNT_UP = 1.3, 0.28
#: Least distance of break values, and the one by which the narrowest legend is measured; ems.
_APART, _APART_NARROWEST = 0.3, 0.35
#: Break values are set smaller in these steps until they are clear of each other, points.
_SIZE_STEP_PT = 0.5
#: From the block of a class of zeros to the others, ems: it is no interval that begins where they
#: begin.
_ZERO_GAP = 1.0
_RAMP_STEPS = 60  # of an unclassed map's ramp: too fine to be seen
#: Around the swatches: above, to their text, and to the next swatch, millimetres.
_KEY_TOP_MM, _KEY_TEXT_MM, _KEY_GAP_MM = 0.8, 1.2, 3.5
_KEY_DASH_PT = 0.7


class _Row(NamedTuple):
    """Places along the legend: left edges and width of the blocks, middles of texts; mm."""

    lefts: tuple[float, ...]
    step: float
    middles: tuple[float, ...]


def legend(
    measure: Measure,
    colors: tuple[str, ...],
    style: Style,
    width: float,
    *,
    histogram: bool,
    hatch: tuple[str, ...] = (),
    approximate: bool = False,
    counted: bool = True,
    headed: bool = True,
    paper: str = PAPER,
) -> Block:
    """Return the legend of a measure.

    Parameters
    ----------
    measure : Measure
    colors : tuple of str
        The plate's colours of the classes, the lowest class first.
    style : Style
    width : float
        Millimetres at most.
    histogram : bool
        Bars in proportion to the number of districts in each class.
    hatch : tuple of str
        Colour of the hatching of each class; empty for none.
    approximate : bool
        Whether the map has dashed outlines to be explained.
    counted : bool
        How many districts are in each class; not for a legend of several maps.
    headed : bool
        Its name and unit over it; not where they are the title of a small map.
    paper : str
        What it is printed on: classes that would be lost on it have a line around them.
    """
    keys = _keys(measure, style, approximate=approximate, counted=counted)
    keys = style.turned(keys, width)
    if grid := measure.symbology.grid:
        head = style.block(measure.label, style.sizes.body) if headed else Block(0, 0)
        # Numbers rise as everywhere: the grid is not mirrored, it only stands at the other side.
        key = cross(measure, grid, style)
        key = Block(width, key.height, key.at(width - key.width, 0)) if style.rtl else key
        return stacked([style.turned(head, width), key, keys], gap=0.6)
    scale = legend_scale(measure, style.texts)
    # Numbers rise to the right in every language, as the page's legend has them.
    name = style.headed(measure.label, scale.unit)
    head = style.block(name, style.sizes.body) if headed else Block(0, 0)
    if measure.symbology.unclassed:
        key = _gradient((scale.breaks[0], scale.breaks[-1]), colors, style, width, paper)
    else:
        key = _classes(
            measure,
            scale.breaks,
            colors,
            style,
            width,
            histogram=histogram,
            hatch=hatch,
            counted=counted,
            paper=paper,
        )
    return stacked([style.turned(head, width), key, keys], gap=0.6)


def narrowest(measure: Measure, style: Style) -> float:
    """Return the least width at which break values of 6 points keep apart, millimetres."""
    if grid := measure.symbology.grid:
        return cross(measure, grid, style).width
    texts = legend_scale(measure, style.texts).breaks
    widths = [style.line(text, SMALLEST_PT).width for text in texts]
    pairs = [(a + b) / 2 for a, b in pairwise(widths)]
    step = max(pairs) + _APART_NARROWEST * SMALLEST_PT * PT
    gap = _ZERO_GAP * SMALLEST_PT * PT if has_zero_class(measure) else 0.0
    return step * len(pairs) + gap + (widths[0] + widths[-1]) / 2


def has_zero_class(measure: Measure) -> bool:
    """Whether the lowest class holds zeros and nothing else: the interval [0, 0]."""
    edges = measure.symbology.classes.edges
    return measure.symbology.grid is None and bool(edges[0] == edges[1])


def _classes(
    measure: Measure,
    texts: tuple[str, ...],
    colors: tuple[str, ...],
    style: Style,
    width: float,
    *,
    histogram: bool,
    hatch: tuple[str, ...],
    counted: bool,
    paper: str,
) -> Block:
    size, row = _fitting(texts, style, width, zero=has_zero_class(measure))
    rise = style.sizes.enlargement * _BAR_MM if histogram else 0
    top = style.sizes.em * _COUNT_HEIGHT + rise if counted else 0.0
    height = style.sizes.enlargement * _BLOCK_MM
    counts = measure.symbology.classes.counts
    most = max(counts, default=1) or 1
    marks: list[Mark] = []
    for i, (x, color, count) in enumerate(zip(row.lefts, colors, counts, strict=True)):
        box, bar = rectangle(x, top, row.step, height), rise * count / most
        edge = _edge(color, paper)
        marks.append(Area((box,), color, *edge))
        if hatch:
            marks += class_lines(np.array([shapely.Polygon(box)]), (i,), hatch)
        if bar:
            indent, wide = row.step * _BAR_INDENT, row.step * (1 - 2 * _BAR_INDENT)
            marks.append(Area((rectangle(x + indent, top - bar, wide, bar),), color, *edge))
        if not counted:
            continue
        number = style.line(style.texts.numerals.number(count, 0), style.sizes.note, ink=SOFT)
        marks.append(anchored(number, x + row.step / 2, top - bar - _COUNT_UP * number.em, 0.5))
    marks += [
        below(style.line(text, size), middle, top + height)
        for text, middle in zip(texts, row.middles, strict=True)
        if text  # an open class has no limit to print
    ]
    return Block(width, top + height + size * PT * LEADING.under, tuple(marks))


def _fitting(
    texts: tuple[str, ...], style: Style, width: float, *, zero: bool
) -> tuple[float, _Row]:
    """Return the largest size, points, at which the break values keep apart, and their places."""
    size = style.sizes.note
    while True:
        widths = [style.line(text, size).width for text in texts]
        row = _row(widths, width, _ZERO_GAP * size * PT if zero else None)
        places = zip(pairwise(widths), pairwise(row.middles), strict=True)
        apart = _APART * size * PT
        if size <= SMALLEST_PT or all((a + b) / 2 + apart <= y - x for (a, b), (x, y) in places):
            return size, row
        size = max(SMALLEST_PT, size - _SIZE_STEP_PT)


def _row(widths: list[float], width: float, zero_gap: float | None) -> _Row:
    """Return the places of blocks whose outer joints' texts just reach the legend's edges.

    A class of zeros (`zero_gap` millimetres from the others) has its text under its middle.
    """
    count = len(widths) - 1
    if zero_gap is None:
        step = (width - (widths[0] + widths[-1]) / 2) / count
        middles = tuple(widths[0] / 2 + i * step for i in range(count + 1))
        return _Row(middles[:-1], step, middles)
    step = (width - zero_gap - widths[-1] / 2) / count
    joints = tuple(zero_gap + i * step for i in range(1, count + 1))
    return _Row((0.0, *joints[:-1]), step, (step / 2, *joints))


def _edge(color: str, paper: str) -> tuple[str, float]:
    """Return stroke and its width around an area: none where its colour is seen on the paper."""
    return (EDGE, EDGE_PT) if needs_edge(color, paper) else ("", 0)


def _gradient(
    ends: tuple[str, str], colors: tuple[str, ...], style: Style, width: float, paper: str
) -> Block:
    """Return a continuous ramp with its ends named: the fills of an unclassed map."""
    height, step = style.sizes.enlargement * _BLOCK_MM, width / _RAMP_STEPS
    steps = ramp(colors, [i / (_RAMP_STEPS - 1) for i in range(_RAMP_STEPS)])
    marks: list[Mark] = [
        Area((rectangle(i * step, 0, step, height),), color) for i, color in enumerate(steps)
    ]
    if any(needs_edge(color, paper) for color in colors):
        marks.append(Area((rectangle(0, 0, width, height),), "", EDGE, EDGE_PT))
    low, high = (style.line(text, style.sizes.note) for text in ends)
    marks += [below(low, 0, height, 0), below(high, width, height, 1)]
    return Block(width, height + low.em * LEADING.under, tuple(marks))


def _keys(measure: Measure, style: Style, *, approximate: bool, counted: bool) -> Block:
    """Return the swatches for no data and for approximate outlines, where the map has them."""
    width, height = (side * style.sizes.enlargement for side in _SWATCH_MM)
    samples: list[tuple[str, tuple[Mark, ...]]] = []
    if missing := sum(fill is None for fill in measure.symbology.fills):
        box = rectangle(0, 0, width, height)
        lines = no_data_lines(np.array([shapely.Polygon(box)]), (None,))
        said = style.say("plate_no_data", n=missing) if counted else style.say("missing")
        samples.append((said, (Area((box,), MISSING), *lines)))
    if approximate:
        path = line((0, height / 2), (width, height / 2))
        dash = Strokes((path,), APPROXIMATE, _KEY_DASH_PT, DASH_PT)
        samples.append((style.say("plate_approximate"), (dash,)))
    x, marks = 0.0, list[Mark]()
    for text, swatch in samples:
        words = style.line(text, style.sizes.note, ink=SOFT)
        start = x + width + _KEY_TEXT_MM
        marks += Block(0, 0, swatch).at(x, _KEY_TOP_MM)
        marks.append(anchored(words, start, _KEY_TOP_MM + height / 2 + words.middle))
        x = start + words.width + _KEY_GAP_MM
    return Block(max(x - _KEY_GAP_MM, 0), height + 2 * _KEY_TOP_MM, tuple(marks))
