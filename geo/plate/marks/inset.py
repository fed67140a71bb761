"""The enlarged cluster of small districts in a frame of its own."""

from __future__ import annotations

import numpy as np
import shapely

from geo.plate.marks.circles import discs_of, ringed
from geo.plate.marks.clusters import Cluster
from geo.plate.marks.districts import outlines, terrain
from geo.plate.marks.leaders import Surroundings, place_labels
from geo.plate.marks.map import FRAME_PT
from geo.plate.marks.scalebar import metres_per_mm, scale_bar
from geo.plate.marks.scene import scene_of
from geo.plate.sheet import Area, Block, Box, Mark, anchored, rectangle
from geo.plate.style import INK, LEADING, PAPER, Style
from geo.plate.subject import Subject
from geo.plate.view import View, filling

#: Longest scale bar of an inset, as a part of its width.
_BAR_SHARE = 0.55
#: Labels keep this far off the frame, millimetres.
_INNER_MARGIN_MM = 0.8
#: The foot is this much higher than a scale bar's text: the bar's ticks and air, millimetres.
_FOOT_EXTRA_MM = 2.4
#: Its words lie this far above its lower edge: ems, and millimetres that they hang lower, so that
#: they share the baseline of the bar's text.
_WORDS_UP, _WORDS_DOWN_MM = 0.4, 0.12
#: Slivers along the frame that no printer shows, square millimetres.
_SLIVER_MM2 = 1e-4


def inset_size(cluster: Cluster, width: float, style: Style) -> Block:
    """Return the room an inset takes, its foot included, as an empty block; `width` in mm."""
    return Block(width, width * cluster.bounds.aspect + _foot_height(style))


def _foot_height(style: Style) -> float:
    return style.sizes.em * LEADING.over + _FOOT_EXTRA_MM


def draw_inset(subject: Subject, cluster: Cluster, width: float, unit_radius: float) -> Block:
    """Return the enlarged cluster in a frame, with its own scale bar under it.

    Parameters
    ----------
    subject : Subject
    cluster : Cluster
    width : float
        Millimetres.
    unit_radius : float
        Of the circles: as on the main map, so that one legend serves both.
    """
    view, pen = filling(cluster.bounds, width), subject.style.pen
    height = width * cluster.bounds.aspect
    ring, box = rectangle(0, 0, width, height), shapely.box(0, 0, width, height)
    clipped = shapely.intersection(view.shapes(subject.ground.shapes), box)
    shapes = np.array([_polygonal(shape) for shape in clipped], dtype=object)
    marks: list[Mark] = []
    marks += outlines(subject.ground, view, pen, cluster.bounds)
    poles = view.place(subject.ground.points)
    discs = [
        d if d and box.contains(shapely.Point(d.x, d.y).buffer(d.radius)) else None
        for d in discs_of(subject.circles, poles, unit_radius)
    ]
    marks += [*ringed(discs), Area((ring,), "", INK, FRAME_PT * pen)]
    # Neighbours that reach in keep their label on the main map.
    scene = scene_of(subject, shapes, poles, frozenset(cluster.members), discs)
    inner = Box(
        _INNER_MARGIN_MM,
        _INNER_MARGIN_MM,
        width - 2 * _INNER_MARGIN_MM,
        height - 2 * _INNER_MARGIN_MM,
    )
    placed = place_labels(scene, Surroundings(inner, (), shapely.Polygon(), pen))
    ground = (Area((ring,), PAPER), *terrain(subject, shapes, placed.marks))
    foot = _foot(subject, view, width, height)
    drawn = (*ground, *marks, *placed.marks, *foot.at(0, height))
    return Block(width, height + foot.height, drawn, placed.unplaced)


def _foot(subject: Subject, view: View, width: float, height: float) -> Block:
    """Return what is set under the inset: that it is enlarged, and its own scale bar."""
    style = subject.style
    words = style.line(style.say("plate_inset"), style.sizes.note)
    scale = metres_per_mm(subject.ground, view, width / 2, height / 2)
    room = min(width - words.width - 2 * words.em, width * _BAR_SHARE)
    bar = scale_bar(scale, room, style)
    high = _foot_height(style)
    left = anchored(words, 0, high - _WORDS_UP * words.em + _WORDS_DOWN_MM)
    block = Block(width, high, (left, *bar.at(width - bar.width - 0.2, high - bar.height)))
    return style.turned(block)


def _polygonal(shape: shapely.Geometry) -> shapely.Geometry:
    """Return the areas of a clipped shape, without lines and points along the frame."""
    parts = [
        part
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon" and part.area > _SLIVER_MM2
    ]
    return shapely.multipolygons(parts) if parts else shapely.Polygon()
