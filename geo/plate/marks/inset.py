"""The enlarged cluster of small districts in a frame of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.plate.marks.circles import ringed
from geo.plate.marks.clusters import Cluster
from geo.plate.marks.districts import outlines
from geo.plate.marks.labels import Label, Placed
from geo.plate.marks.leaders import Surroundings
from geo.plate.marks.map import FRAME_PT, _discs, _labelled, _terrain
from geo.plate.marks.scalebar import metres_per_mm, scale_bar
from geo.plate.sheet import PT, Area, Block, Disc, Mark, Words, anchored, rectangle
from geo.plate.style import INK, PAPER
from geo.plate.subject import Subject
from geo.plate.view import View

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.plate.sheet import Points

    Shapes = NDArray[np.object_]


#: Longest scale bar of an inset, as a part of its width.
_BAR_SHARE = 0.55


def inset_size(subject: Subject, cluster: Cluster, width: float) -> Block:
    """Return the room an inset takes, its foot included, as an empty block."""
    return Block(width, width * cluster.aspect + _foot_height(subject))


def _foot_height(subject: Subject) -> float:
    return subject.style.sizes.note * PT * 1.35 + 2.4


def draw_inset(subject: Subject, cluster: Cluster, width: float, factor: float) -> Block:
    """Return the enlarged cluster in a frame, with its own scale bar under it.

    Parameters
    ----------
    subject : Subject
    cluster : Cluster
    width : float
        Millimetres.
    factor : float
        Of the circles: as on the main map, so that one legend serves both.
    """
    west, south, east, north = cluster.bounds
    view = View(width / (east - west), west, north, 0, 0)
    height = width * cluster.aspect
    box = shapely.box(0, 0, width, height)
    shapes = shapely.intersection(view.shapes(subject.ground.shapes), box)
    shapes = np.array([_polygonal(shape) for shape in shapes], dtype=object)
    marks: list[Mark] = [Area((rectangle(0, 0, width, height),), PAPER)]
    marks += _terrain(subject, shapes)
    pen = subject.style.pen
    marks += outlines(subject.ground, view, pen, shapely.box(west, south, east, north))
    poles = view.place(subject.ground.points)
    discs = [
        d if d and box.contains(shapely.Point(d.x, d.y).buffer(d.radius)) else None
        for d in _discs(subject, poles, factor)
    ]
    marks += ringed(discs)
    marks.append(Area((rectangle(0, 0, width, height),), "", INK, FRAME_PT * pen))
    marks += _inset_labels(subject, cluster, shapes, poles, discs, (width, height)).marks
    foot = _inset_foot(subject, view, width, height)
    return Block(width, height + foot.height, (*marks, *foot.at(0, height)))


def _inset_labels(
    subject: Subject, cluster: Cluster, shapes: Shapes, poles: Points,
    discs: list[Disc | None], size: tuple[float, float],
) -> Placed:  # fmt: skip
    """Label the cluster's districts; neighbours that reach in keep their label on the main map."""
    labels: list[Label | None] = [
        label if i in cluster.members and label.name else None
        for i, label in enumerate(subject.labels)
    ]
    frame = (0.8, 0.8, size[0] - 0.8, size[1] - 0.8)
    around = Surroundings(frame, (), shapely.Polygon(), subject.style.pen)  # there is no sea
    return _labelled(subject, shapes, poles, labels, discs, around)


def _inset_foot(subject: Subject, view: View, width: float, height: float) -> Block:
    """Return what stands under the inset: that it is enlarged, and its own scale bar."""
    style = subject.style
    size = style.sizes.note
    words = style.line(style.say("plate_inset"), size)
    metres = metres_per_mm(subject.ground, view, width / 2, height / 2)
    room = min(width - words.width - size * PT * 2, width * _BAR_SHARE)
    bar = scale_bar(metres, room, style)
    high = _foot_height(subject)
    left: Words = anchored(words, 0, high - 0.4 * size * PT + 0.12)
    return Block(width, high, (left, *bar.at(width - bar.width - 0.2, high - bar.height)))


def _polygonal(shape: shapely.Geometry) -> shapely.Geometry:
    """Return the areas of a clipped shape, without lines and points along the frame."""
    parts = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and p.area > 1e-4]
    return shapely.multipolygons(parts) if parts else shapely.Polygon()
