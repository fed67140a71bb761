"""A plate of small multiples: one map several times, titled, at one scale, under one legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import shapely

from geo.base.errors import MapError
from geo.choropleth.multiples import SmallMap, share_a_legend
from geo.choropleth.wording import legend_scale
from geo.plate.cells import LEAST_MAP_MM, Cells, Panel, cells_of, sea_of
from geo.plate.compose import finished, too_small
from geo.plate.ground import generalized
from geo.plate.house import in_inks, inks_of
from geo.plate.keys import remarks_on
from geo.plate.marks.labels import fits_inside
from geo.plate.marks.legend import narrowest
from geo.plate.marks.map import draw_map
from geo.plate.marks.scalebar import metres_per_mm, scale_bar
from geo.plate.marks.scene import thinned
from geo.plate.packing import Frame
from geo.plate.page import page_of
from geo.plate.parts import NARROW_MM, legend_of
from geo.plate.sheet import Block, Box, Group, Mark, Sheet, line
from geo.plate.subject import Label, Subject, showing
from geo.plate.texts import Texts, texts_above, texts_beside
from geo.plate.type.packs import check_glyphs
from geo.plate.view import View, fitted

#: Lines of small maps as a share of those of a whole plate.
_FINE = 0.5
#: A narrower map has labels in its districts alone, millimetres: lines would cover it.
_LEAST_FOR_LINES_MM = 60.0
#: Side of the smallest triangle that is drawn, millimetres.
_FINEST_MM = 0.12
#: Of the page's width: the legend, and the longest scale bar.
_LEGEND_SHARE, _BAR_SHARE = 0.45, 0.14


def compose_multiples(subject: Subject, maps: Sequence[SmallMap]) -> Sheet:
    """Compose a plate of small maps.

    Parameters
    ----------
    subject : Subject
        Of the plate, its texts those of all maps.
    maps : sequence of SmallMap

    Raises
    ------
    MapError
        If the page cannot hold its texts and the maps, or a font lacks a character.
    """
    style, one_legend = subject.style, share_a_legend(maps)
    check_glyphs(style.faces["sans"], "".join(f"{m.label}{m.whole}" for m in maps), style.where)
    panels = [Panel(showing(subject, m.measure, said=m.label), m) for m in maps]
    subject = _keyed(subject, panels) if one_legend else replace(subject, legend="none")
    page = page_of(subject.plate)
    texts = texts_beside(subject, page) if page.beside else texts_above(subject, page)
    if texts is None:
        raise MapError(too_small(subject, page))
    top = Block(0, 0) if page.beside or not one_legend else _legend(subject, texts.width)
    # Without a legend over the maps, the scale bar has the line alone.
    above = max(top.height, _bar_height(subject))
    above += page.gap if above else 0.0
    room = None if texts.height is None else texts.height - above
    cells = cells_of(panels, Frame(texts.width, room), page, own_legends=not one_legend)
    if cells is None:
        raise MapError(too_small(subject, page))
    drawn = _drawn(panels, cells, texts.x, texts.y + above)
    furniture = (*top.at(texts.x, texts.y), *_scale_bar(subject, cells, texts))
    height = page.height or texts.y + above + cells.tall + texts.below
    *head, key, foot = texts.groups(furniture, height - page.margin)
    figures = [Group("Figure", block.marks, m.said) for block, m in zip(drawn, maps, strict=True)]
    groups = (*head, *filter(lambda group: group.marks, [key]), *figures, foot)
    sheet = finished(subject, page, height, groups)
    lacking = {i for block in drawn for i in block.unlabelled}
    return replace(
        in_inks(sheet, inks_of(subject.spec.house, subject.plate)),
        remarks=_remarks(subject, panels[0].subject, lacking),
    )


def _remarks(subject: Subject, shown: Subject, lacking: set[int]) -> tuple[str, ...]:
    """Return what the report says of labels and annotations that are left out."""
    left = (f"{subject.style.where}: small maps have no annotations",) if subject.notes else ()
    return (*remarks_on(shown, lacking), *left)


def _keyed(subject: Subject, panels: Sequence[Panel]) -> Subject:
    """Return the subject that the common legend is of: with no data if one of the maps has it."""
    found = next((p.subject for p in panels if None in p.subject.fills), panels[0].subject)
    measure = found.measure
    if len({panel.map.measure.label for panel in panels}) > 1:
        # Several measures of one unit, each named over its map.
        unit = legend_scale(measure, subject.style.texts).unit
        measure = replace(measure, label=unit, unit="")
    return replace(
        subject,
        measure=measure,
        colors=found.colors,
        fills=found.fills,
        hatch=found.hatch,
        legend="plain",
    )


def _legend(subject: Subject, width: float) -> Block:
    """Return the legend of all maps."""
    share = 1.0 if width < NARROW_MM else _LEGEND_SHARE
    least = narrowest(subject.measure, subject.style)
    return subject.style.turned(legend_of(subject, min(max(width * share, least), width)), width)


def _drawn(panels: Sequence[Panel], cells: Cells, x: float, y: float) -> list[Block]:
    """Return every map with its head, the grid's corner at `x`, `y`."""
    first = panels[0].subject
    # Drawn once for each map: without what none of them can show.
    finest = _FINEST_MM * first.ground.bounds.width / cells.map_width
    ground, style = generalized(first.ground, finest), replace(first.style, fine=_FINE)
    found = []
    for i, panel in enumerate(panels):
        across, down = cells.corner(i, rtl=style.rtl)
        subject = replace(panel.subject, ground=ground, style=style)
        block = _map(subject, cells, x + across, y + down + cells.head)
        head = cells.heads[i].at(x + across, y + down)
        found.append(replace(block, marks=(*head, *block.marks)))
    return found


def _map(subject: Subject, cells: Cells, x: float, y: float) -> Block:
    """Return one small map, the upper left corner of its room at `x`, `y`."""
    bounds, corner = subject.ground.bounds, cells.packing.corner
    view = fitted(bounds, x + corner.x, y + corner.y, cells.map_width / bounds.width)
    insets: list[Mark] = []
    boxes: list[shapely.Geometry] = []
    for place in cells.packing.places:
        block = sea_of(subject, cells.width)
        insets += block.at(x + place.x, y + place.y)
        left, top = x + place.x, y + place.y
        boxes.append(shapely.box(left, top, left + block.width, top + block.height))
    subject, bare = _with_room(subject, view, cells.map_width)
    drawn = draw_map(subject, view, Box(x, y, cells.width, cells.height), boxes, None, 0.0)
    return replace(drawn, marks=(*drawn.marks, *insets), unlabelled=(*drawn.unlabelled, *bare))


def _with_room(subject: Subject, view: View, width: float) -> tuple[Subject, list[int]]:
    """Return a map with the labels that fit into their districts, and the districts without.

    As it is if the map, `width` millimetres wide, has room for lines to labels beside it.
    """
    if width >= _LEAST_FOR_LINES_MM or not any(label.name for label in subject.labels):
        return subject, []
    shapes = thinned(view.shapes(subject.ground.shapes))
    poles = view.place(subject.ground.points)
    bare = [
        i
        for i, label in enumerate(subject.labels)
        if label.name and not fits_inside(shapes[i], poles[i], label, subject.style)
    ]
    labels = (Label("", "") if i in bare else label for i, label in enumerate(subject.labels))
    return replace(subject, labels=tuple(labels)), bare


def _bar_height(subject: Subject) -> float:
    """Return the height of the scale bar; 0 where none is wanted, or none would be true."""
    wanted = subject.plate.scale_bar and subject.ground.constant
    return scale_bar(1000.0, LEAST_MAP_MM / 2, subject.style).height if wanted else 0.0


def _scale_bar(subject: Subject, cells: Cells, texts: Texts) -> tuple[Mark, ...]:
    """Return the one scale bar of all maps, which have one scale, in the frame's corner."""
    if not _bar_height(subject):
        return ()
    ground = subject.ground
    view = fitted(ground.bounds, texts.x, texts.y, cells.map_width / ground.bounds.width)
    x, y = view.place(line(ground.centre))[0].tolist()
    long = max(_BAR_SHARE * texts.width, LEAST_MAP_MM / 2)
    bar = scale_bar(metres_per_mm(ground, view, x, y), long, subject.style)
    return bar.at(texts.x if subject.style.rtl else texts.x + texts.width - bar.width, texts.y)
