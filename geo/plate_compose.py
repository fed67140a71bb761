"""Composing a plate: every part measured, packed, drawn in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import shapely

from geo.errors import MapError, Problem
from geo.plate_bars import bars, least_width
from geo.plate_circles import nested, radius_factor
from geo.plate_draw import draw_inset, draw_map
from geo.plate_frame import dek_block, footer_block, title_block
from geo.plate_inset import Cluster, cluster_of, crowded, worth
from geo.plate_legend import legend, narrowest
from geo.plate_map import View, fitted
from geo.plate_pack import Item, Packing, Room, pack
from geo.plate_page import PAPER, Page, page_of
from geo.plate_scale import metres_per_mm, north_arrow, scale_bar
from geo.plate_sheet import Area, Block, Group, Lines, Mark, Sheet, line, rectangle
from geo.plate_subject import Subject

#: A map smaller than this part of the room between title and notes is not a map's page any more.
_LEAST_MAP = 0.35
_SLUG_MM, _MARK_MM = 8.0, 5.0


@dataclass(frozen=True, eq=False, slots=True)
class Part:
    """A block to be packed; `name` says what has to be redrawn when the map's size is known."""

    name: str
    block: Block
    toward: tuple[float, float]


@dataclass(frozen=True, eq=False, slots=True)
class Arrangement:
    """Parts and their packing."""

    parts: tuple[Part, ...]
    packing: Packing
    cluster: Cluster | None


def compose(subject: Subject) -> Sheet:
    """Compose a plate.

    Raises
    ------
    MapError
        If the page cannot hold its text.
    """
    page, style = page_of(subject.plate), subject.style
    width = page.width - 2 * page.margin
    title = title_block(subject.title, style, width)
    dek = dek_block(subject.spec.dek, style, width)
    footer = footer_block(subject.spec, style, width)
    head = title.height + (dek.height + 0.8 if dek.marks else 0)
    top = page.margin + head + page.gap
    room = _height_left(page, top, footer.height)
    found = _arranged(subject, page, width, room)
    if found is None:
        raise MapError(_too_small(subject, page))
    figure = _figure(subject, found, page.margin, top, width)
    height = page.height or top + found.packing.height + page.gap + footer.height + page.margin
    groups = (
        Group("H1", title.at(page.margin, page.margin)),
        Group("P", dek.at(page.margin, page.margin + title.height + 0.8)),
        Group("Figure", figure),
        Group("P", footer.at(page.margin, height - page.margin - footer.height)),
    )
    return _finished(subject, page, height, groups)


def _height_left(page: Page, top: float, footer: float) -> float | None:
    if page.height is None:
        return None
    return page.height - top - page.gap - footer - page.margin


def _too_small(subject: Subject, page: Page) -> Problem:
    size = (
        f"{page.width:.0f} mm"
        if page.height is None
        else f"{page.width:.0f} x {page.height:.0f} mm"
    )
    return Problem(
        subject.style.where,
        f"{size} cannot hold the texts and leave room for a map",
        "Choose a larger size, or shorten title and notes.",
    )


def _arranged(
    subject: Subject, page: Page, width: float, height: float | None
) -> Arrangement | None:
    """Try the ways to set the parts, and keep the one with the largest map and inset."""
    if height is not None and height < _LEAST_MAP * (page.height or 0):
        return None
    room = Room(subject.ground.outline)
    west, _, east, _ = subject.ground.bounds
    full = width / (east - west)
    if height is not None:
        full = min(full, height / (width * room.aspect) * full)
    cluster = _cluster(subject, full * 0.85)
    best: tuple[float, Arrangement] | None = None
    for parts in _variants(subject, page, width, height, cluster, full):
        items = [Item(p.block.width, p.block.height, p.toward) for p in parts]
        packing = pack(room, width, height, items, page.gap, tallest=1.9 if width < 120 else 1.25)
        if packing is None:
            continue
        inset = next((p.block.width for p in parts if p.name == "inset"), 0.0)
        quality = packing.factor**2 / packing.height * (1 + inset / width)
        if best is None or quality > best[0] * 1.0001:
            best = (quality, Arrangement(tuple(parts), packing, cluster if inset else None))
    return best[1] if best else None


def _cluster(subject: Subject, scale: float) -> Cluster | None:
    if not subject.plate.inset or subject.plate.labels == "none":
        return None
    small = crowded(subject.ground, subject.labels, scale, subject.style)
    return cluster_of(subject.ground, small)


def _variants(
    subject: Subject, page: Page, width: float, height: float | None,
    cluster: Cluster | None, full: float,
) -> Iterator[list[Part]]:  # fmt: skip
    """Yield the parts in every combination of their widths."""
    side = min(width, height or width)
    legends = [Part("legend", block, (0, 0)) for block in _legends(subject, width)]
    insets: list[Part | None] = [None]
    if cluster:
        widths = [side * share / max(cluster.aspect, 1) for share in (0.5, 0.42, 0.35, 0.28)]
        insets = [
            Part("inset", draw_inset(subject, cluster, w, 0.0), (1, 1))
            for w in widths
            if w >= 24 and worth(cluster, w, full)
        ] or [None]
    ranks = [Part("bars", block, (1, 0)) for block in _bars(subject, page, width)] or [None]
    small = _small_parts(subject, width, side, full)
    for chosen in product(legends, insets, ranks):
        yield [part for part in (*chosen, *small) if part is not None]


def _legends(subject: Subject, width: float) -> list[Block]:
    texts = tuple(subject.measure.symbology.break_texts)
    least = narrowest(texts, subject.style)
    shares = (1.0, 0.6, 0.45) if width < 120 else (0.42, 0.32, 0.26)
    widths = sorted({min(max(width * s, least, 38.0), width) for s in shares}, reverse=True)
    return [
        legend(
            subject.measure, subject.colors, subject.style, w,
            histogram=subject.plate.histogram, hatch=subject.hatch,
            approximate=bool(subject.ground.approximate.any()),
        )
        for w in widths
    ]  # fmt: skip


def _bars(subject: Subject, page: Page, width: float) -> list[Block]:
    wanted = page.bars if subject.plate.bars is None else subject.plate.bars
    if not wanted:
        return []
    least = least_width(subject.measure, subject.ground.names, subject.style)
    options = [(1, 0.24), (1, 0.32), (2, 0.5), (2, 0.66), (3, 1.0), (2, 1.0)]
    return [
        bars(subject.measure, subject.ground.names, subject.paints, subject.style, width * share, n)
        for n, share in options
        if width * share / n >= least or (n == 1 and width * share >= least * 0.9)
    ]


def _small_parts(subject: Subject, width: float, side: float, full: float) -> list[Part]:
    """Return circles' legend, scale bar and north arrow, as large as they can become."""
    parts = []
    if subject.circles:
        factor = radius_factor(subject.circles, side)
        parts.append(Part("nested", nested(subject.circles, factor, subject.style), (0, 0.3)))
    if subject.plate.scale_bar:
        bar = scale_bar(1 / full, max(width * 0.2, 18), subject.style)
        parts.append(Part("scale", Block(max(width * 0.2, 18), bar.height), (0, 1)))
    if subject.plate.north_arrow:
        view = fitted(subject.ground.bounds, 0, 0, full)
        parts.append(Part("north", north_arrow(subject.ground, view, 0, 0, subject.style), (1, 0)))
    return parts


def _figure(
    subject: Subject, found: Arrangement, x: float, y: float, width: float
) -> tuple[Mark, ...]:
    """Draw map and parts where the packing has put them."""
    packing, bounds = found.packing, subject.ground.bounds
    scale = width * packing.factor / (bounds[2] - bounds[0])
    view = fitted(bounds, x + packing.map_x, y + packing.map_y, scale)
    side = min(width, packing.height)
    factor = radius_factor(subject.circles, side) if subject.circles else 0.0
    boxes, marks = [], []
    for part, (px, py) in zip(found.parts, packing.places, strict=True):
        boxes.append(
            shapely.box(x + px, y + py, x + px + part.block.width, y + py + part.block.height)
        )
        block = _redrawn(subject, part, found, view, factor)
        # A scale bar stands at the foot of its place.
        marks += block.at(x + px, y + py + part.block.height - block.height)
    frame = (x, y, x + width, y + packing.height)
    drawn = draw_map(subject, view, frame, boxes, found.cluster, factor)
    return (*drawn.marks, *marks)


def _redrawn(subject: Subject, part: Part, found: Arrangement, view: View, factor: float) -> Block:
    west, south, east, north = subject.ground.bounds
    x, y = view.place(line(((west + east) / 2, (south + north) / 2)))[0].tolist()
    if part.name == "scale":
        return scale_bar(metres_per_mm(subject.ground, view, x, y), part.block.width, subject.style)
    if part.name == "north":
        return north_arrow(subject.ground, view, x, y, subject.style)
    if part.name == "nested" and subject.circles:
        return nested(subject.circles, factor, subject.style)
    if part.name == "inset" and found.cluster:
        return draw_inset(subject, found.cluster, part.block.width, factor)
    return part.block


def _finished(subject: Subject, page: Page, height: float, groups: tuple[Group, ...]) -> Sheet:
    """Return the sheet: paper to the bleed, crop marks beyond it, and the groups."""
    bleed, marks = subject.plate.bleed_mm, subject.plate.crop_marks
    whole = rectangle(-bleed, -bleed, page.width + 2 * bleed, height + 2 * bleed)
    crop = _crop_marks(page.width, height, bleed) if marks else ()
    return Sheet(
        width=page.width, height=height, bleed=bleed, slug=_SLUG_MM if marks else 0.0,
        groups=(Group("Artifact", (Area((whole,), PAPER), *crop)), *groups),
        title=subject.title, alt=subject.alt, language=subject.spec.language,
    )  # fmt: skip


def _crop_marks(width: float, height: float, bleed: float) -> tuple[Mark, ...]:
    """Return eight lines that point to the corners of the trimmed page from outside the bleed."""
    start, end = bleed + 2, bleed + 2 + _MARK_MM
    paths = []
    for x, outward in ((0.0, -1), (width, 1)):
        for y, down in ((0.0, -1), (height, 1)):
            paths.append(line((x + outward * start, y), (x + outward * end, y)))
            paths.append(line((x, y + down * start), (x, y + down * end)))
    return (Lines(tuple(paths), "#000000", 0.25),)
