"""The legend: contiguous blocks, break values at their joints, counts, bars of the counts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.choropleth.periods import most_in_class, over_all, states_of
from geo.choropleth.wording import Scale, legend_scale
from geo.web.assets import sizes
from geo.web.cross import CrossView, cross
from geo.web.lines import text_width

if TYPE_CHECKING:
    from geo.base.catalogue import Catalogue
    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

# CSS pixels: the narrowest legend, and what zeros and gaps take of it.
_NARROWEST_PX, _OTHERS_PX = 288, 120
_BINS = 12  # of the histogram over a continuous scale


@dataclass(frozen=True, slots=True)
class Block:
    """A class, or a state without value.

    Attributes
    ----------
    key : str
        The number of the class, from 0; ``missing`` or ``inapplicable``.
    label : str
        What a state is called; empty for a class.
    count : int
        Districts in it.
    said : str
        For those who do not see it: its range and count.
    """

    key: str
    label: str
    count: int
    said: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a histogram: the number of its interval from 0, and its height in pixels."""

    bin: int
    height: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """Districts in equal intervals of a continuous scale.

    Attributes
    ----------
    bins, height : int
        Number of intervals, and pixels of the tallest bar.
    bars : tuple of Bar
        None for an empty interval.
    """

    bins: int
    height: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class LegendView:
    """The legend of one measure.

    Attributes
    ----------
    label, unit, description, counts : str
        Its head; `unit` is that of the break values, `counts` says what figures and bars count.
    zero : Block or None
        The class that holds only zero, which lies apart.
    zero_text : str
        Its value.
    blocks : tuple of Block
        The other classes; none for a continuous scale.
    histogram : Histogram or None
        Of a continuous scale.
    joints : tuple of str
        Break values between the blocks; lowest and highest value of a continuous scale.
    gaps : tuple of Block
        Those states without a value that occur.
    cross : CrossView or None
        Of a measure that crosses two: its classes, in place of blocks and joints.
    tight : bool
        Its break values need two lines or three where the legend is narrow: see `crowded`.
    """

    label: str
    unit: str
    description: str
    counts: str
    zero: Block | None
    zero_text: str
    blocks: tuple[Block, ...]
    histogram: Histogram | None
    joints: tuple[str, ...]
    gaps: tuple[Block, ...]
    cross: CrossView | None = None
    tight: bool = False


def legend(choropleth: Choropleth, measure: Measure) -> LegendView:
    """Return the legend of one measure of a map.

    Parameters
    ----------
    choropleth : Choropleth
        With periods, those states without a value have a place that occur in any of them.
    measure : Measure
    """
    words = choropleth.words
    if found := cross(measure, words):
        head = (measure.label, "", measure.description, counts_label(measure, words))
        return LegendView(*head, None, "", (), None, (), _gaps(choropleth, measure), found)
    scale = legend_scale(measure, words)
    continuous = measure.symbology.unclassed
    blocks = () if continuous else _blocks(measure, scale, words)
    # Zero is no beginning of a range, so its block has no joint to the next.
    zero = int(not continuous and has_zero_class(measure))
    return LegendView(
        label=measure.label,
        unit=scale.unit,
        description=measure.description,
        counts=counts_label(measure, words),
        zero=blocks[0] if zero else None,
        zero_text=scale.breaks[0] if zero else "",
        blocks=blocks[zero:],
        histogram=_histogram(choropleth, measure) if continuous else None,
        joints=(scale.breaks[0], scale.breaks[-1]) if continuous else scale.breaks[zero:],
        gaps=_gaps(choropleth, measure),
        tight=not continuous and _joints_px(scale.breaks) > _least_px(choropleth),
    )


def counts_label(measure: Measure, words: Catalogue) -> str:
    """Return what the figures over the blocks, or the bars over a continuous scale, count.

    Behind a description it is a sentence of its own.
    """
    kind = (
        "cells" if measure.symbology.grid else "bars" if measure.symbology.unclassed else "figures"
    )
    text = words[f"counts_{kind}"]
    return text[:1].upper() + text[1:] if measure.description else text


def has_zero_class(measure: Measure) -> bool:
    """Say whether the first class holds only zero."""
    edges = measure.symbology.classes.edges
    return measure.symbology.grid is None and edges[0] == edges[1]


def crowded(choropleth: Choropleth) -> tuple[int, int]:
    """Return the widths of the blocks up to which the break values take two lines, and three.

    CSS pixels; 0 where they have room at every width.
    """
    words = choropleth.words
    measures = [m for m in choropleth.measures if not (m.symbology.unclassed or m.symbology.grid)]
    need = max((_joints_px(legend_scale(m, words).breaks) for m in measures), default=0)
    least = _least_px(choropleth)
    return need if need > least else 0, need // 2 if need // 2 > least else 0


def _least_px(choropleth: Choropleth) -> int:
    """Return the width of the blocks on the narrowest phone; beside them lie zeros and gaps."""
    return _NARROWEST_PX - (_OTHERS_PX if needs_gaps(choropleth) else 0)


def joint_rows(choropleth: Choropleth, width: float) -> int:
    """Return how many lines the break values take where the legend has a width, CSS pixels."""
    blocks = width - (_OTHERS_PX if needs_gaps(choropleth) else 0)
    return 1 + sum(blocks <= limit for limit in crowded(choropleth))


def _joints_px(texts: tuple[str, ...]) -> int:
    """Return the width of the blocks at which the texts at their joints keep apart."""
    # Widths of texts are taken for larger than they are: that is the gap between two.
    widths = [text_width(text, sizes().small.size) for text in texts]
    # The outer ones lie within the blocks, the others half to each side.
    parts = [widths[0], *(w / 2 for w in widths[1:-1]), widths[-1]]
    return math.ceil((len(texts) - 1) * max(a + b for a, b in pairwise(parts)))


def _blocks(measure: Measure, scale: Scale, words: Catalogue) -> tuple[Block, ...]:
    blocks = []
    for i, count in enumerate(measure.symbology.classes.counts):
        said = words.say("class_count", n=count, range=scale.span(i))
        blocks.append(Block(str(i), "", count, said))
    return tuple(blocks)


def counted_blocks(choropleth: Choropleth, measure: Measure) -> list[tuple[Block, int]]:
    """Return every block of a legend, with the pixels of the bar over it; 0 where none is."""
    words, gaps = choropleth.words, _gaps(choropleth, measure)
    if found := cross(measure, words):
        cells = (cell for row in found.rows for cell in row)
        classes = tuple(Block(cell.key, "", cell.count, cell.said) for cell in cells)
        return [(block, 0) for block in (*classes, *gaps)]
    # A continuous scale has no blocks, and bars of its own.
    scale = legend_scale(measure, words)
    classes = () if measure.symbology.unclassed else _blocks(measure, scale, words)
    heights = bar_heights(choropleth, measure)
    return [*zip(classes, heights, strict=False), *((gap, 0) for gap in gaps)]


def bar_heights(choropleth: Choropleth, measure: Measure) -> list[int]:
    """Return the pixels of the bars over the classes: the largest class of any period has most."""
    # `or 1`: a map without a single value has classes without districts.
    px = sizes().bar / (most_in_class(choropleth, measure) or 1)
    return [round(px * n) for n in measure.symbology.classes.counts]


def bin_heights(choropleth: Choropleth, measure: Measure) -> list[float]:
    """Return the pixels of the bars over a continuous scale, of a period as of the others."""
    most = max(max(_bins(m)) for m in over_all(choropleth, measure.id)) or 1
    return [sizes().bar * n / most for n in _bins(measure)]


def _bins(measure: Measure) -> list[int]:
    known = [v for v, state in zip(measure.values, measure.states, strict=True) if state == "value"]
    low, high = map(float, measure.reach)
    counts = [0] * _BINS
    for value in known:
        # `or 1`: all values may be one.
        at = int((value - low) / (high - low or 1) * _BINS)
        # The highest value lies on the last edge, and belongs to the interval below it.
        counts[min(at, _BINS - 1)] += 1
    return counts


def _histogram(choropleth: Choropleth, measure: Measure) -> Histogram:
    heights = bin_heights(choropleth, measure)
    return Histogram(_BINS, sizes().bar, tuple(Bar(i, px) for i, px in enumerate(heights) if px))


def _gaps(choropleth: Choropleth, measure: Measure) -> tuple[Block, ...]:
    words, states = choropleth.words, states_of(choropleth, measure)
    counts = {state: measure.states.count(state) for state in ("missing", "inapplicable")}
    return tuple(
        Block(state, words[state], n, words.say("class_count", n=n, range=words[state]))
        for state, n in counts.items()
        if state in states
    )


def needs_gaps(choropleth: Choropleth) -> bool:
    """Whether a legend has more than classes: zeros apart, no data, a continuous scale."""
    return any(
        m.symbology.unclassed or states_of(choropleth, m) != {"value"} or has_zero_class(m)
        for m in choropleth.measures
    )
