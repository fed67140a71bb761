"""The main map on its place of the sheet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from geo.plate.marks.circles import discs_of, ringed
from geo.plate.marks.clusters import Cluster
from geo.plate.marks.districts import outlines, terrain
from geo.plate.marks.extras import below, borders_of_frames, frame_bars, frame_names, frames, higher
from geo.plate.marks.leaders import Surroundings, place_labels
from geo.plate.marks.notes import place_notes
from geo.plate.marks.scene import scene_of
from geo.plate.marks.sea import dash_marks
from geo.plate.sheet import Area, Block, Box, Mark
from geo.plate.style import INK
from geo.plate.subject import Subject
from geo.plate.view import View

#: Stroke of the frames around an inset and around the place it enlarges, points.
FRAME_PT = 0.7
#: Labels keep this far off the dash line and off the frame of the inset's place, millimetres.
_OFF_DASHES_MM, _OFF_FRAME_MM = 0.6, 0.3


def draw_map(
    subject: Subject,
    view: View,
    frame: Box,
    obstacles: Sequence[shapely.Geometry],
    cluster: Cluster | None,
    unit_radius: float,
) -> Block:
    """Return the main map, its marks in their places on the sheet.

    Parameters
    ----------
    subject : Subject
    view : View
    frame : Box
        Labels keep within it.
    obstacles : sequence of geometry
        Boxes of legend, inset and other furniture.
    cluster : Cluster or None
        What the inset shows; labelled there, framed here.
    unit_radius : float
        Of the circles, from `unit_radius_of`.
    """
    ground, pen = subject.ground, subject.style.pen
    shapes, poles = view.shapes(ground.shapes), view.place(ground.points)
    names, bars = frame_names(subject, view, frame, shapes), frame_bars(subject, view)
    marks: list[Mark] = [*outlines(ground, view, pen), *higher(ground, view, pen)]
    marks += [*frames(subject, view), *names, *bars.marks]
    marks += dash_marks(ground.dashes, view)
    discs = discs_of(subject.circles, poles, unit_radius)
    marks += ringed(discs)
    members = cluster.members if cluster else ()
    wanted = frozenset(range(len(subject.labels))).difference(members)
    keep_off = [*obstacles, *(d.buffer(_OFF_DASHES_MM) for d in view.shapes(ground.dashes))]
    keep_off += [line.buffer(_OFF_FRAME_MM) for line in borders_of_frames(ground, view)]
    keep_off += [shapely.box(n.box.x, n.box.y, n.box.right, n.box.bottom) for n in names]
    keep_off += bars.boxes
    if cluster:
        ring = view.frame(cluster.bounds)
        marks.append(Area((ring,), "", INK, FRAME_PT * pen))
        keep_off.append(shapely.Polygon(ring).buffer(_OFF_FRAME_MM))
    land = view.shapes(np.array([ground.outline]))[0]
    around = Surroundings(frame, tuple(keep_off), land, pen)
    notes = place_notes(subject.notes, view.place(subject.note_points), subject.style, around)
    # Labels can stand elsewhere in their districts; an annotation has one place.
    keep_off += notes.boxes
    scene = scene_of(subject, shapes, poles, wanted, discs, keep_off)
    placed = place_labels(scene, Surroundings(frame, tuple(keep_off), land, pen))
    texts = (*placed.marks, *notes.marks)
    under = (*below(ground, view, pen), *terrain(subject, shapes, texts))
    return Block(frame.width, frame.height, (*under, *marks, *texts), placed.unplaced)
