"""The parts that stand around a map, in the widths that may be tried for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from geo.plate.marks.bars import bars, least_width
from geo.plate.marks.circles import nested, radius_factor
from geo.plate.marks.clusters import Cluster, clusters_of, still_crowded, worth
from geo.plate.marks.inset import draw_inset, inset_size
from geo.plate.marks.legend import legend, narrowest
from geo.plate.marks.scalebar import metres_per_mm, north_arrow, scale_bar
from geo.plate.marks.sea import draw_sea
from geo.plate.page import Page
from geo.plate.sheet import Block, line
from geo.plate.subject import Subject
from geo.plate.view import View, fitted

_NARROW_MM = 120
#: A frame so many times wider than the map in proportion has the parts on one side.
_WIDE = 1.3
#: Widths of legend and bars as parts of the frame's; equal ones make one column.
_SHARES, _NARROW_SHARES = (0.45, 0.38, 0.32, 0.26), (1.0, 0.6, 0.45)
_INSET_SHARES = (0.5, 0.42, 0.35, 0.28)
_SEA_SHARE, _LEAST_SEA_MM = 0.13, 15.0
_LEAST_LEGEND_MM, _LEAST_INSET_MM, _LEAST_SCALE_MM = 38.0, 22.0, 18.0


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """A block to be packed.

    Attributes
    ----------
    name : str
        Says what has to be redrawn when the map's scale is known.
    block : Block
    toward : tuple of (float, float)
        The corner it likes best: (0, 0) upper left, (1, 1) lower right.
    cluster : Cluster or None
        What an inset enlarges.
    crowded : int
        Labels that still find no room with this inset.
    """

    name: str
    block: Block
    toward: tuple[float, float]
    cluster: Cluster | None = None
    crowded: int = 0


def variants(
    subject: Subject, page: Page, frame: tuple[float, float | None],
    small: Sequence[int], full: float,
) -> Iterator[list[Part]]:  # fmt: skip
    """Yield the parts in every combination of their widths.

    Parameters
    ----------
    subject : Subject
    page : Page
    frame : tuple of float
        Width and height of the room, millimetres; the height None if it is free.
    small : sequence of int
        Districts whose labels find no room on the map.
    full : float
        Largest possible scale, millimetres a metre.
    """
    width, height = frame
    legends: list[Part | None] = [None]
    if not page.beside:
        corner = (1, 0) if _is_beside(subject, width, height) else (0, 0)
        legends = [Part("legend", b, corner) for b in _legends(subject, width)]
    side = min(width, height or width)
    insets: list[Part | None] = [None]
    if subject.plate.inset:
        insets = [*_insets(subject, small, side, full), None]
    ranks: list[Part | None] = [Part("bars", b, (1, 0)) for b in _bars(subject, page, width)]
    furniture = _furniture(subject, frame, full)
    first = _sea(subject, width)  # has its customary place at the foot
    for chosen in product(legends, insets, ranks or [None]):
        yield [*first, *(part for part in (*chosen, *furniture) if part is not None)]


def _is_beside(subject: Subject, width: float, height: float | None) -> bool:
    """Whether the frame is so much wider than the map that the parts stand right of it."""
    west, south, east, north = subject.ground.bounds
    return height is not None and width / height > _WIDE * (east - west) / (north - south)


def legend_of(subject: Subject, width: float) -> Block:
    """Return the plate's legend in one width."""
    return legend(
        subject.measure, subject.colors, subject.style, width,
        histogram=subject.plate.histogram, hatch=subject.hatch,
        approximate=bool(subject.ground.approximate.any()),
    )  # fmt: skip


def _legends(subject: Subject, width: float) -> list[Block]:
    least = narrowest(tuple(subject.measure.symbology.break_texts), subject.style)
    shares = _NARROW_SHARES if width < _NARROW_MM else _SHARES
    widths = {min(max(width * share, least, _LEAST_LEGEND_MM), width) for share in shares}
    return [legend_of(subject, w) for w in sorted(widths, reverse=True)]


def _insets(subject: Subject, small: Sequence[int], side: float, full: float) -> list[Part]:
    """Return insets of several clusters and sizes, empty: one is drawn when its place is known."""
    ground, found = subject.ground, []
    for cluster in clusters_of(ground, small):
        rest = len(set(small) - set(cluster.members))
        for share in _INSET_SHARES:
            width = side * share / max(cluster.aspect, 1)
            if width >= _LEAST_INSET_MM and worth(cluster, width, full):
                left = still_crowded(ground, cluster, subject.labels, width, subject.style)
                block = inset_size(subject, cluster, width)
                found.append(Part("inset", block, (1, 1), cluster, rest + left))
    return found


def _bars(subject: Subject, page: Page, width: float) -> list[Block]:
    wanted = page.bars if subject.plate.bars is None else subject.plate.bars
    if not wanted:
        return []
    measure, names = subject.measure, subject.ground.names
    least = least_width(measure, names, subject.style)
    shares = (1.0,) if width < _NARROW_MM else (*_SHARES, 1.0)
    return [
        bars(measure, names, subject.paints, subject.style, width * share, columns)
        for share in shares
        for columns in (1, 2, 3)
        if (columns == 1 and share < 1) or width * share / columns >= least or width < _NARROW_MM
    ]


def _sea(subject: Subject, width: float) -> list[Part]:
    """Return the South China Sea's inset, which a map of the whole country must have."""
    if not subject.ground.national:
        return []
    wide = max(width * _SEA_SHARE, _LEAST_SEA_MM)
    return [Part("sea", draw_sea(subject.ground, subject.paints, wide, subject.style), (1, 1))]


def _furniture(subject: Subject, frame: tuple[float, float | None], full: float) -> list[Part]:
    """Return circles' legend, scale bar and north arrow, as large as they can become."""
    width, height = frame
    parts = []
    if subject.circles:
        factor = circle_factor(subject, width, height or width)
        parts.append(Part("nested", nested(subject.circles, factor, subject.style), (0, 0.3)))
    if subject.plate.scale_bar:
        long = max(min(width, height or width) * 0.2, _LEAST_SCALE_MM)
        bar = scale_bar(1 / full, long, subject.style)
        parts.append(Part("scale", Block(long, bar.height), (0, 1)))
    if subject.plate.north_arrow:
        view = fitted(subject.ground.bounds, 0, 0, full)
        parts.append(Part("north", north_arrow(subject.ground, view, 0, 0, subject.style), (1, 0)))
    return parts


def circle_factor(subject: Subject, width: float, height: float) -> float:
    """Return the circles' size, or 0 without circles."""
    return radius_factor(subject.circles, min(width, height)) if subject.circles else 0.0


def redrawn(subject: Subject, part: Part, view: View, factor: float) -> Block:
    """Return a part as it looks at the map's final scale."""
    west, south, east, north = subject.ground.bounds
    x, y = view.place(line(((west + east) / 2, (south + north) / 2)))[0].tolist()
    if part.name == "scale":
        return scale_bar(metres_per_mm(subject.ground, view, x, y), part.block.width, subject.style)
    if part.name == "north":
        return north_arrow(subject.ground, view, x, y, subject.style)
    if part.name == "nested" and subject.circles:
        return nested(subject.circles, factor, subject.style)
    if part.cluster:
        return draw_inset(subject, part.cluster, part.block.width, factor)
    return part.block
