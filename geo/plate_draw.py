"""Drawing the map and its inset on their place of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.plate_circles import circles, ringed
from geo.plate_inset import Cluster
from geo.plate_labels import Label, Placed, Scene, thinned
from geo.plate_leaders import Surroundings, place_labels
from geo.plate_map import class_lines, fills, no_data_lines, outlines
from geo.plate_page import INK, PAPER, anchored
from geo.plate_scale import metres_per_mm, scale_bar
from geo.plate_sea import dash_marks
from geo.plate_sheet import PT, Area, Block, Disc, Mark, Words, rectangle
from geo.plate_subject import Subject
from geo.plate_view import View

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.plate_sheet import Points

    Shapes = NDArray[np.object_]

#: Width of the borders between districts, points; thinner where there are hundreds.
_BORDER, _FINE = 0.6, 0.25
_MANY = 200
FRAME_PT = 0.7
#: Longest scale bar of an inset, as a part of its width.
_BAR_SHARE = 0.55


@dataclass(frozen=True, eq=False, slots=True)
class Drawn:
    """A drawn map: its marks, and the districts that could not be labelled."""

    marks: tuple[Mark, ...]
    without: tuple[int, ...]


def draw_map(
    subject: Subject, view: View, frame: tuple[float, float, float, float],
    obstacles: Sequence[shapely.Geometry], cluster: Cluster | None, factor: float,
) -> Drawn:  # fmt: skip
    """Return the marks of the main map.

    Parameters
    ----------
    subject : Subject
    view : View
    frame : tuple of float
        West, north, east, south on the sheet that labels keep within, millimetres.
    obstacles : sequence of geometry
        Boxes of legend, inset and other furniture.
    cluster : Cluster or None
        What the inset shows; labelled there, framed here.
    factor : float
        Of the circles, from `radius_factor`.
    """
    ground = subject.ground
    shapes, poles = view.shapes(ground.shapes), view.place(ground.points)
    marks = _terrain(subject, shapes)
    marks += [*outlines(ground, view, subject.style.pen), *dash_marks(ground.dashes, view)]
    discs = _discs(subject, poles, factor)
    marks += ringed(discs)
    members = cluster.members if cluster else ()
    labels = [
        None if i in members or not label.name else label for i, label in enumerate(subject.labels)
    ]
    keep_off = [*obstacles, *(d.buffer(0.6) for d in view.shapes(ground.dashes))]
    if cluster:
        ring = _frame_ring(view, cluster)
        marks.append(Area((ring,), "", INK, FRAME_PT * subject.style.pen))
        keep_off.append(shapely.Polygon(ring).buffer(0.3))
    land = view.shapes(np.array([ground.outline]))[0]
    around = Surroundings(frame, tuple(keep_off), land, subject.style.pen)
    placed = _labelled(subject, shapes, poles, labels, discs, around)
    return Drawn((*marks, *placed.marks), tuple(placed.without))


def _labelled(
    subject: Subject, shapes: Shapes, poles: Points, labels: Sequence[Label | None],
    discs: Sequence[Disc | None], around: Surroundings,
) -> Placed:  # fmt: skip
    """Label inside where there is room, else by leader lines; circles' rings stay uncovered."""
    rings = [shapely.Point(d.x, d.y).buffer(d.radius).boundary.buffer(0.3) for d in discs if d]
    scene = Scene(
        thinned(shapes), poles, tuple(labels), subject.paints, subject.style,
        shapely.union_all([*rings, *around.obstacles]),
        tuple(d.radius if d else 0.0 for d in discs),
    )  # fmt: skip
    return place_labels(scene, around)


def _terrain(subject: Subject, shapes: Shapes) -> list[Mark]:
    width = (_FINE if len(subject.fills) > _MANY else _BORDER) * subject.style.pen
    marks = fills(subject.ground, shapes, subject.fills, subject.descriptions, width)
    marks += no_data_lines(shapes, subject.fills)
    if subject.hatch:
        ids = tuple(subject.measure.symbology.classes.ids)
        marks += class_lines(shapes, ids, subject.hatch)
    return marks


def _discs(subject: Subject, poles: Points, factor: float) -> list[Disc | None]:
    if subject.circles is None:
        return [None] * len(subject.fills)
    return circles(subject.circles, poles, factor)


def _frame_ring(view: View, cluster: Cluster) -> Points:
    west, south, east, north = cluster.bounds
    return view.place(np.array([[west, north], [east, north], [east, south], [west, south]]))


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
