"""Composing a plate: every part measured, packed, drawn in its place."""

from __future__ import annotations

from dataclasses import dataclass

import shapely

from geo.base.errors import MapError, Problem
from geo.plate.marks.clusters import Cluster, crowded
from geo.plate.marks.map import draw_map
from geo.plate.packing import Item, Packing, Room, pack
from geo.plate.page import Page, page_of
from geo.plate.parts import Part, circle_factor, redrawn, variants
from geo.plate.sheet import Area, Group, Lines, Mark, Sheet, line, rectangle
from geo.plate.style import PAPER
from geo.plate.subject import Subject
from geo.plate.texts import Texts, texts_above, texts_beside
from geo.plate.view import fitted

#: A map with less of the page's height than this is not a map's page any more.
_LEAST_MAP = 0.3
#: A plate whose height is free is at most so many widths high; a narrow one may be a tower.
_TALLEST, _TALLEST_COLUMN, _COLUMN_MM = 1.25, 2.0, 120
#: The scale at which the inset's districts are chosen, as a part of the largest possible one.
_LIKELY = 0.85
#: What a leader line takes from an arrangement's quality; beyond so many it makes no difference.
_PER_LEADER, _MOST_LED = 0.82, 12
#: What it costs that the parts stand far from where they belong.
_UNTIDY = 0.1
#: A scale bar keeps off the other blocks, or it would be read as theirs.
_CLEAR = {"scale": 8.0}
_SLUG_MM, _MARK_MM = 8.0, 5.0


@dataclass(frozen=True, eq=False, slots=True)
class Arrangement:
    """Parts and their packing."""

    parts: tuple[Part, ...]
    packing: Packing

    @property
    def cluster(self) -> Cluster | None:
        """What the inset shows, if there is one."""
        return next((part.cluster for part in self.parts if part.cluster), None)


def compose(subject: Subject) -> Sheet:
    """Compose a plate.

    Raises
    ------
    MapError
        If the page cannot hold its text.
    """
    page = page_of(subject.plate)
    texts = texts_beside(subject, page) if page.beside else texts_above(subject, page)
    found = _arranged(subject, page, texts) if texts else None
    if texts is None or found is None:
        raise MapError(_too_small(subject, page))
    figure = _figure(subject, found, texts)
    height = page.height or texts.y + found.packing.height + texts.below
    return _finished(subject, page, height, texts.groups(figure, height - page.margin))


def _too_small(subject: Subject, page: Page) -> Problem:
    size = f"{page.width:.0f} mm" + (f" x {page.height:.0f} mm" if page.height else "")
    return Problem(
        subject.style.where,
        f"{size} cannot hold the texts and leave room for a map",
        "Choose a larger size, or shorten title and notes.",
    )


def _arranged(subject: Subject, page: Page, texts: Texts) -> Arrangement | None:
    """Try the ways to set the parts, and keep the one with the largest map and inset."""
    width, height = texts.width, texts.height
    if height is not None and height < _LEAST_MAP * (page.height or 0):
        return None
    room = Room(shapely.union_all([subject.ground.outline, *subject.ground.dashes]))
    full = width / (room.east - room.west)
    if height is not None:
        full *= min(1.0, height / (width * room.aspect))
    small = _crowded(subject, full * _LIKELY)
    tallest = _TALLEST_COLUMN if width < _COLUMN_MM else _TALLEST
    best: tuple[float, Arrangement] | None = None
    tried = variants(subject, page, (width, height), small, full)
    for parts in sorted(tried, key=lambda parts: -_merit(parts, len(small))):
        merit = _merit(parts, len(small))
        items = [
            Item(
                p.block.width, p.block.height, p.toward,
                clear=_CLEAR.get(p.name, 0), at_foot=p.name == "sea",
            )
            for p in parts
        ]  # fmt: skip
        least = best[0] * 1.001 / merit if best else 0.0
        packing = pack(room, width, height, items, page.gap, tallest=tallest, least=least)
        if packing:
            tidy = 1 + _UNTIDY * packing.stray / (width + packing.height)
            if best is None or packing.density * merit / tidy > best[0]:
                best = (packing.density * merit / tidy, Arrangement(tuple(parts), packing))
    return best[1] if best else None


def _merit(parts: list[Part], small: int) -> float:
    """Return how much map a choice of parts is worth giving up for: few leaders, one edge."""
    led = next((part.crowded for part in parts if part.cluster), small)
    panel = {part.block.width for part in parts if part.name in {"legend", "bars"}}
    return float(_PER_LEADER ** min(led, _MOST_LED) * (1.05 if len(panel) == 1 else 1.0))


def _crowded(subject: Subject, scale: float) -> list[int]:
    if subject.plate.labels == "none":
        return []
    return crowded(subject.ground, subject.labels, scale, subject.style)


def _figure(subject: Subject, found: Arrangement, texts: Texts) -> tuple[Mark, ...]:
    """Draw map and parts where the packing has put them."""
    packing, bounds = found.packing, subject.ground.bounds
    x, y, width = texts.x, texts.y, texts.width
    scale = width * packing.factor / (bounds[2] - bounds[0])
    view = fitted(bounds, x + packing.map_x, y + packing.map_y, scale)
    factor = circle_factor(subject, width, packing.height)
    boxes: list[shapely.Geometry] = []
    marks: list[Mark] = []
    for part, (px, py) in zip(found.parts, packing.places, strict=True):
        left, foot = x + px, y + py + part.block.height
        boxes.append(shapely.box(left, y + py, left + part.block.width, foot))
        block = redrawn(subject, part, view, factor)
        marks += block.at(left, foot - block.height)  # a scale bar stands at the foot of its place
    frame = (x, y, x + width, y + packing.height)
    drawn = draw_map(subject, view, frame, boxes, found.cluster, factor)
    return (*drawn.marks, *marks)


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
