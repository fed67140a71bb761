"""Drawing the map and its inset on their place of the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.plate.marks.circles import circles, ringed
from geo.plate.marks.clusters import Cluster
from geo.plate.marks.districts import class_lines, fills, no_data_lines, outlines
from geo.plate.marks.labels import Label, Placed, Scene, thinned
from geo.plate.marks.leaders import Surroundings, place_labels
from geo.plate.marks.sea import dash_marks
from geo.plate.sheet import Area, Disc, Mark
from geo.plate.style import INK
from geo.plate.subject import Subject
from geo.plate.view import View

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.plate.sheet import Points

    Shapes = NDArray[np.object_]

#: Width of the borders between districts, points; thinner where there are hundreds.
_BORDER, _FINE = 0.6, 0.25
_MANY = 200
FRAME_PT = 0.7


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
