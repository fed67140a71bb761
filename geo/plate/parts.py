"""The parts around a map, in the widths that may be tried for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from geo.geometry.cartogram import Cartogram
from geo.plate.house import paper_of
from geo.plate.marks.bars import bars, least_width
from geo.plate.marks.circles import nested, unit_radius_of
from geo.plate.marks.clusters import Cluster, clusters_of, enlarges_enough, still_crowded
from geo.plate.marks.inset import draw_inset, inset_size
from geo.plate.marks.legend import legend, narrowest
from geo.plate.marks.scalebar import metres_per_mm, north_arrow, scale_bar
from geo.plate.marks.sea import draw_sea
from geo.plate.packing import Corner, Frame, Item
from geo.plate.page import Page
from geo.plate.sheet import Block, line
from geo.plate.subject import Subject
from geo.plate.view import View, fitted
from geo.symbology.measures import Measure

#: Where the parts belong. The legend is read first, the scale bar is looked for at the foot.
_HEAD_LEFT, _HEAD_RIGHT, _FOOT_LEFT, _FOOT_RIGHT = (
    Corner(0, 0),
    Corner(1, 0),
    Corner(0, 1),
    Corner(1, 1),
)
#: The circles' legend goes under the classes' legend, at the left.
_UNDER_LEGEND = Corner(0, 0.3)
#: A frame narrower than this has one column, of text as of bars.
NARROW_MM = 120
#: A frame this many times wider than the map in proportion has the parts on one side.
_WIDE = 1.3
#: Widths of legend and bars as shares of the frame's; equal ones make one column.
_SHARES, _NARROW_SHARES = (0.45, 0.38, 0.32, 0.26), (1.0, 0.6, 0.45)
_COLUMNS = (1, 2, 3)
#: Widths of the inset as shares of the frame's shorter side.
_INSET_SHARES = (0.5, 0.42, 0.35, 0.28)
#: The inset of the South China Sea and the scale bar as shares of the frame: of its width, and of
#: its shorter side.
_SEA_SHARE, _SCALE_SHARE = 0.13, 0.2
#: Below these widths nothing can be read in them.
_LEAST_LEGEND_MM, _LEAST_INSET_MM, _LEAST_SCALE_MM, _LEAST_SEA_MM = 38.0, 22.0, 18.0, 15.0
#: A scale bar keeps this far off the other blocks, or it would be read as theirs.
_CLEAR_OF_SCALE_MM = 8.0


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """A block to be packed.

    Attributes
    ----------
    block : Block
        As large as it can become.
    toward : Corner
        Where it is best placed.
    redraw : callable or None
        Makes the block from the map's final view and the circles' `unit_radius_of`; None if it
        is the same at every scale.
    column : bool
        Legend and bars, which look best at one width.
    clear : float
        Distance kept from other parts in addition to the gap, millimetres.
    at_foot : bool
        May be placed in the lower corners only.
    cluster : Cluster or None
        What an inset enlarges.
    crowded : int
        Labels that still find no room with this inset.
    """

    block: Block
    toward: Corner
    redraw: Callable[[View, float], Block] | None = None
    column: bool = False
    clear: float = 0.0
    at_foot: bool = False
    cluster: Cluster | None = None
    crowded: int = 0

    @property
    def item(self) -> Item:
        """What the packing has to know of it."""
        return Item(self.block.width, self.block.height, self.toward, self.clear, self.at_foot)

    def drawn(self, view: View, unit_radius: float) -> Block:
        """Return the block as it looks at the map's final scale."""
        return self.redraw(view, unit_radius) if self.redraw else self.block


def variants(
    subject: Subject, page: Page, frame: Frame, small: Sequence[int], full: float
) -> Iterator[tuple[Part, ...]]:
    """Yield the parts in every combination of their widths, the most important first.

    Parameters
    ----------
    subject : Subject
    page : Page
    frame : Frame
    small : sequence of int
        Districts whose labels find no room on the map.
    full : float
        Largest possible scale, millimetres a metre.
    """
    legends: list[Part | None] = [None]
    if not page.beside:
        corner = _HEAD_RIGHT if _is_beside(subject, frame) else _HEAD_LEFT
        legends = [Part(block, corner, column=True) for block in _legends(subject, frame.width)]
    insets: list[Part | None] = [None]
    # Sizes are what a cartogram shows: none of them is enlarged.
    if subject.plate.inset and not subject.cartogram:
        insets = [*_insets(subject, small, _shorter(frame), full), None]
    ranks: list[Part | None] = [None]
    if found := _bars(subject, page, frame.width):
        ranks = [Part(block, _HEAD_RIGHT, column=True) for block in found]
    first = _sea(subject, frame.width)  # has its customary place at the foot
    last = _furniture(subject, frame, full)
    for chosen in product(legends, insets, ranks):
        others = (*(part for part in chosen if part), *last)
        yield (*first, *(_turned(part) if subject.style.rtl else part for part in others))


def _turned(part: Part) -> Part:
    """Return a part with its place on the other side, where reading begins."""
    return replace(part, toward=Corner(1 - part.toward.across, part.toward.down))


def _shorter(frame: Frame) -> float:
    return min(frame.width, frame.height or frame.width)


def _is_beside(subject: Subject, frame: Frame) -> bool:
    """Whether the frame is so much wider than the map that the parts go right of it."""
    bounds = subject.ground.bounds
    return frame.height is not None and frame.width / frame.height > _WIDE * (
        bounds.width / bounds.height
    )


def legend_of(subject: Subject, width: float) -> Block:
    """Return the plate's legend in one width, millimetres; empty where every map has its own."""
    if subject.legend == "none":
        return Block(0, 0)
    return legend(
        subject.measure,
        subject.colors,
        subject.style,
        width,
        histogram=subject.plate.histogram and subject.legend == "counted",
        counted=subject.legend == "counted",
        headed=subject.legend != "bare",
        hatch=subject.hatch,
        approximate=bool(subject.ground.approximate.any()),
        paper=paper_of(subject.spec.house, subject.plate),
    )


def _legends(subject: Subject, width: float) -> list[Block]:
    least = narrowest(subject.measure, subject.style)
    shares = _NARROW_SHARES if width < NARROW_MM else _SHARES
    widths = {min(max(width * share, least, _LEAST_LEGEND_MM), width) for share in shares}
    return [legend_of(subject, w) for w in sorted(widths, reverse=True)]


def _insets(subject: Subject, small: Sequence[int], side: float, full: float) -> Iterator[Part]:
    """Yield insets of several clusters and sizes, empty: one is drawn when its place is known."""
    for cluster in clusters_of(subject.ground, small):
        for share in _INSET_SHARES:
            width = side * share / max(cluster.bounds.aspect, 1)
            if width >= _LEAST_INSET_MM and enlarges_enough(cluster, width, full):
                yield _inset(subject, cluster, width, small)


def _inset(subject: Subject, cluster: Cluster, width: float, small: Sequence[int]) -> Part:
    def redraw(_: View, unit_radius: float) -> Block:
        return draw_inset(subject, cluster, width, unit_radius)

    outside = len(set(small) - set(cluster.members))
    inside = still_crowded(subject.ground, cluster, subject.labels, width, subject.style)
    block = inset_size(cluster, width, subject.style)
    return Part(block, _FOOT_RIGHT, redraw, cluster=cluster, crowded=outside + inside)


def _bars(subject: Subject, page: Page, width: float) -> list[Block]:
    wanted = page.bars if subject.plate.bars is None else subject.plate.bars
    if not wanted:
        return []
    measure, names = subject.measure, subject.ground.names
    least = least_width(measure, names, subject.style)
    shares = (1.0,) if width < NARROW_MM else (*_SHARES, 1.0)
    return [
        bars(measure, names, subject.paints, subject.style, width * share, columns)
        for share in shares
        for columns in _COLUMNS
        if (columns == 1 and share < 1) or width * share / columns >= least or width < NARROW_MM
    ]


def _sea(subject: Subject, width: float) -> list[Part]:
    """Return the South China Sea's inset, which a map of the whole country must have."""
    if not subject.ground.national:
        return []
    wide = max(width * _SEA_SHARE, _LEAST_SEA_MM)
    block = draw_sea(subject.ground, subject.paints, wide, subject.style)
    return [Part(block, _FOOT_RIGHT, at_foot=True)]


def _furniture(subject: Subject, frame: Frame, full: float) -> list[Part]:
    """Return circles' legend, scale bar and north arrow, as the plate wants them."""
    parts = []
    if subject.circles:
        parts.append(_nested(subject, subject.circles, frame))
    if subject.cartogram and subject.area:
        parts.append(_sizes(subject, subject.cartogram, subject.area, full))
    if subject.plate.scale_bar and subject.ground.constant:
        parts.append(_scale_bar(subject, frame, full))
    if subject.plate.north_arrow:
        parts.append(_north_arrow(subject, full))
    return parts


def _nested(subject: Subject, measure: Measure, frame: Frame) -> Part:
    def redraw(_: View | None, unit_radius: float) -> Block:
        return nested(measure, unit_radius, subject.style)

    largest = unit_radius_of(measure, _shorter(frame))
    return Part(redraw(None, largest), _UNDER_LEGEND, redraw)


def _sizes(subject: Subject, cartogram: Cartogram, measure: Measure, full: float) -> Part:
    """Return the legend of a cartogram's areas."""
    label = subject.style.say("area_shows", measure=measure.label)

    def redraw(view: View, _: float) -> Block:
        radius = cartogram.unit * view.scale
        return nested(measure, radius, subject.style, label=label, square=not cartogram.round)

    largest = redraw(fitted(subject.ground.bounds, 0, 0, full), 0)
    return Part(largest, _UNDER_LEGEND, redraw)


def _scale_bar(subject: Subject, frame: Frame, full: float) -> Part:
    """Return the scale bar with the room for the longest one that may come of it."""
    ground, style = subject.ground, subject.style
    long = max(_shorter(frame) * _SCALE_SHARE, _LEAST_SCALE_MM)

    def redraw(view: View, _: float) -> Block:
        return scale_bar(metres_per_mm(ground, view, *_middle(subject, view)), long, style)

    block = Block(long, scale_bar(1 / full, long, style).height)
    return Part(block, _FOOT_LEFT, redraw, clear=_CLEAR_OF_SCALE_MM)


def _north_arrow(subject: Subject, full: float) -> Part:
    def redraw(view: View, _: float) -> Block:
        return north_arrow(subject.ground, view, *_middle(subject, view), subject.style)

    return Part(redraw(fitted(subject.ground.bounds, 0, 0, full), 0), _HEAD_RIGHT, redraw)


def _middle(subject: Subject, view: View) -> tuple[float, float]:
    """Return the middle of the map on the sheet, millimetres."""
    x, y = view.place(line(subject.ground.centre))[0].tolist()
    return x, y
