"""Composing a plate: every part measured, packed, drawn in its place."""

from __future__ import annotations

from dataclasses import dataclass, replace

import shapely

from geo.base.errors import MapError, Problem
from geo.plate.house import in_inks, inks_of
from geo.plate.keys import (
    are_too_few,
    can_be_numbered,
    leading,
    numbered,
    remarks_on,
    unnamed_frames,
    worth_a_number,
)
from geo.plate.marks.circles import unit_radius_of
from geo.plate.marks.clusters import Cluster, crowded
from geo.plate.marks.map import draw_map
from geo.plate.packing import Frame, Packing, Room, pack
from geo.plate.page import Page, page_of
from geo.plate.parts import NARROW_MM, Part, variants
from geo.plate.sheet import Area, Box, Group, Mark, Sheet, Strokes, line, rectangle
from geo.plate.style import PAPER
from geo.plate.subject import Subject
from geo.plate.texts import Texts, texts_above, texts_beside
from geo.plate.view import fitted

#: Texts that leave the map less of the page's height than this have taken over the page.
_LEAST_MAP = 0.3
#: Greatest height of a frame whose height is free, in widths; in one column it may be a tower.
_TALLEST, _TALLEST_COLUMN = 1.25, 2.0
#: The inset's districts are chosen at this share of the largest possible scale, which is about
#: what the parts leave of it.
_LIKELY_SCALE = 0.85
#: Times that a plate is composed anew with a key for labels without room.
_MOST_PASSES = 3
#: An arrangement has to be better by this factor to be looked at: rounding is no improvement.
_BETTER = 1.001
#: Room for crop marks beyond the bleed, from the bleed to a mark, and a mark's length; the width
#: of its line in points, as printing houses set it.
_SLUG_MM, _MARK_OFF_MM, _MARK_MM, _MARK_PT = 8.0, 2.0, 5.0, 0.25


@dataclass(frozen=True, slots=True)
class Weights:
    """What an arrangement of the parts is worth.

    ``density * leader ** leaders * one_column / (1 + stray * distance)`` is the quality: the map's
    size for its paper, less what disturbs it. `leaders` are labels without room (not counted beyond
    `most_leaders`), `one_column` counts if legend and bars have one width, `distance` is how far
    the parts stray from their corners, as a share of the frame's width and height together.

    Attributes
    ----------
    leader : float
        A plate gives up 18 % of the map's size for a label in its own district.
    most_leaders : int
        With so many, the map bristles with lines anyway: one more makes it no worse.
    one_column : float
        Legend and bars that share their edges are worth 5 % of the map's size.
    stray : float
        Parts that lie in the opposite corner are as bad as a map smaller by a tenth.
    """

    leader: float = 0.82
    most_leaders: int = 12
    one_column: float = 1.05
    stray: float = 0.1

    def merit(self, leaders: int, *, one_column: bool) -> float:
        """Return the part of the quality that is known before anything is packed."""
        lined = self.leader ** min(leaders, self.most_leaders)
        return lined * (self.one_column if one_column else 1.0)

    def quality(self, merit: float, packing: Packing, width: float) -> float:
        """Return the quality of a packing in a frame of a width (millimetres)."""
        distance = packing.stray / (width + packing.height)
        return packing.density * merit / (1 + self.stray * distance)


WEIGHTS = Weights()


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
    sheet, lacking = _composed(subject)
    if lacking and not can_be_numbered(subject, worth_a_number(subject, lacking)):
        bare = are_too_few(subject, lacking)
        if bare:
            few = leading(subject)
            sheet, without = _composed(few)
            lacking = {
                i
                for i, label in enumerate(subject.labels)
                if label.name and (i in without or not few.labels[i].name)
            }
        return _remarked(subject, sheet, lacking, few=bare)
    # The key takes room, and the smaller map may have less of it for the other labels.
    for _ in range(_MOST_PASSES):
        new = worth_a_number(subject, lacking)
        if not new or not can_be_numbered(subject, new):
            break
        subject = numbered(subject, new)
        sheet, lacking = _composed(subject)
    return _remarked(subject, sheet, lacking)


def _remarked(subject: Subject, sheet: Sheet, lacking: set[int], *, few: bool = False) -> Sheet:
    frames = unnamed_frames(subject, {words.text for words in sheet.words})
    return replace(sheet, remarks=(*remarks_on(subject, lacking, few=few), *frames))


def _composed(subject: Subject) -> tuple[Sheet, set[int]]:
    """Compose a plate once; return it with the districts whose label found no room."""
    page = page_of(subject.plate)
    texts = texts_beside(subject, page) if page.beside else texts_above(subject, page)
    found = _arranged(subject, page, texts) if texts else None
    if texts is None or found is None:
        raise MapError(too_small(subject, page))
    figure, lacking = _figure(subject, found, texts)
    height = page.height or texts.y + found.packing.height + texts.below
    sheet = finished(subject, page, height, texts.groups(figure, height - page.margin))
    return in_inks(sheet, inks_of(subject.spec.house, subject.plate)), lacking


def too_small(subject: Subject, page: Page) -> Problem:
    """Return what is wrong with a page that cannot hold its texts and a map."""
    size = f"{page.width:.0f} mm" + (f" x {page.height:.0f} mm" if page.height else "")
    return Problem(
        subject.style.where,
        f"{size} cannot hold the texts and leave room for a map",
        "Choose a larger size, or shorten title and notes.",
    )


def _arranged(subject: Subject, page: Page, texts: Texts) -> Arrangement | None:
    """Try the ways to set the parts, and keep the one of the highest quality."""
    frame = Frame(texts.width, texts.height)
    if frame.height is not None and frame.height < _LEAST_MAP * (page.height or 0):
        return None
    room = Room(subject.ground.occupied)
    full = _full_scale(room, frame)
    small = _crowded(subject, full * _LIKELY_SCALE)
    tallest = _TALLEST_COLUMN if frame.width < NARROW_MM else _TALLEST
    tried = [
        (_merit(parts, len(small)), parts) for parts in variants(subject, page, frame, small, full)
    ]
    best, arrangement = 0.0, None
    # The best first: most of the others are then ruled out by the density they would need.
    for merit, parts in sorted(tried, key=lambda pair: -pair[0]):
        items, least = [part.item for part in parts], best * _BETTER / merit
        packing = pack(room, frame, items, page.gap, tallest=tallest, least=least)
        if packing and (quality := WEIGHTS.quality(merit, packing, frame.width)) > best:
            best, arrangement = quality, Arrangement(parts, packing)
    return arrangement


def _full_scale(room: Room, frame: Frame) -> float:
    """Return the scale at which the map alone fills the frame, millimetres a metre."""
    full = frame.width / room.bounds.width
    if frame.height is None:
        return full
    return full * min(1.0, frame.height / (frame.width * room.bounds.aspect))


def _merit(parts: tuple[Part, ...], small: int) -> float:
    leaders = next((part.crowded for part in parts if part.cluster), small)
    widths = {part.block.width for part in parts if part.column}
    return WEIGHTS.merit(leaders, one_column=len(widths) == 1)


def _crowded(subject: Subject, scale: float) -> list[int]:
    # A few among very many need no enlargement.
    if subject.plate.labels == "none" or not all(label.name for label in subject.labels):
        return []
    return crowded(subject.ground, subject.labels, scale, subject.style)


def _figure(
    subject: Subject, found: Arrangement, texts: Texts
) -> tuple[tuple[Mark, ...], set[int]]:
    """Draw map and parts where the packing has put them; return those without a label, too."""
    packing, bounds = found.packing, subject.ground.bounds
    x, y, width = texts.x, texts.y, texts.width
    scale = width * packing.share / bounds.width
    view = fitted(bounds, x + packing.corner.x, y + packing.corner.y, scale)
    unit_radius = unit_radius_of(subject.circles, min(width, packing.height))
    boxes: list[shapely.Geometry] = []
    marks: list[Mark] = []
    lacking: set[int] = set()
    for part, place in zip(found.parts, packing.places, strict=True):
        left, top = x + place.x, y + place.y
        foot = top + part.block.height
        boxes.append(shapely.box(left, top, left + part.block.width, foot))
        block = part.drawn(view, unit_radius)
        lacking.update(block.unlabelled)
        marks += block.at(left, foot - block.height)  # a smaller one keeps to the foot of its place
    frame = Box(x, y, width, packing.height)
    drawn = draw_map(subject, view, frame, boxes, found.cluster, unit_radius)
    return (*drawn.marks, *marks), lacking.union(drawn.unlabelled)


def finished(subject: Subject, page: Page, height: float, groups: tuple[Group, ...]) -> Sheet:
    """Return the sheet: paper to the bleed, crop marks beyond it, and the groups."""
    bleed, marks = subject.plate.bleed_mm, subject.plate.crop_marks
    whole = rectangle(-bleed, -bleed, page.width + 2 * bleed, height + 2 * bleed)
    crop = _crop_marks(page.width, height, bleed) if marks else ()
    return Sheet(
        width=page.width,
        height=height,
        bleed=bleed,
        slug=_SLUG_MM if marks else 0.0,
        groups=(Group("Artifact", (Area((whole,), PAPER), *crop)), *groups),
        title=subject.title,
        alt=subject.alt,
        language=subject.spec.language,
    )


def _crop_marks(width: float, height: float, bleed: float) -> tuple[Mark, ...]:
    """Return eight lines that point to the corners of the trimmed page from outside the bleed."""
    start = bleed + _MARK_OFF_MM
    end = start + _MARK_MM
    paths = []
    for x, outward in ((0.0, -1), (width, 1)):
        for y, down in ((0.0, -1), (height, 1)):
            paths.append(line((x + outward * start, y), (x + outward * end, y)))
            paths.append(line((x, y + down * start), (x, y + down * end)))
    return (Strokes(tuple(paths), "#000000", _MARK_PT),)
