"""What lies under and over the districts: graticule, outlines of units, frames of far parts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.districts.units import higher_borders
from geo.plate.ground import Ground
from geo.plate.marks.scalebar import metres_per_mm, scale_bar
from geo.plate.marks.scene import Placed
from geo.plate.sheet import ASCENT, DESCENT, Area, Box, Mark, Points, Strokes, Words, anchored
from geo.plate.style import SOFT
from geo.plate.subject import Subject
from geo.plate.view import View, thin

_GRATICULE, _GRATICULE_PT = "#b8b8b8", 0.3
_UNIT, _UNIT_PT = "#333333", 0.6
_FRAME, _FRAME_PT = "#6e6e6e", 0.5
#: Longest scale bar of an inset, as a share of its width, and its distance from the frame.
_BAR_SHARE, _BAR_OFF_MM = 0.6, 0.5
#: From a frame to the name of what it shows, millimetres.
_NAME_OFF_MM = 0.8


def below(ground: Ground, view: View, pen: float) -> list[Mark]:
    """Return graticule and outline of the world."""
    return _strokes(ground.lines.below, view, _GRATICULE, _GRATICULE_PT * pen)


def higher(ground: Ground, view: View, pen: float) -> list[Mark]:
    """Return the borders between the units that the districts make up."""
    if not ground.lines.units:
        return []
    borders = higher_borders(ground.shapes, ground.lines.units)
    return _strokes([borders], view, _UNIT, _UNIT_PT * pen)


def frames(subject: Subject, view: View) -> list[Mark]:
    """Return the boxes around far parts."""
    panels, style = subject.ground.plane.insets, subject.style
    return [Area((view.frame(p.frame),), "", _FRAME, _FRAME_PT * style.pen) for p in panels]


def frame_bars(subject: Subject, view: View) -> Placed:
    """Return the scale bars of far parts, each in the foot of its frame where there is room."""
    ground, style, placed = subject.ground, subject.style, Placed()
    for panel in ground.plane.insets if subject.plate.scale_bar else ():
        ring = view.frame(panel.frame)
        (left, top), (right, foot) = ring.min(axis=0).tolist(), ring.max(axis=0).tolist()
        scale = metres_per_mm(ground, view, (left + right) / 2, (top + foot) / 2)
        bar = scale_bar(scale, (right - left) * _BAR_SHARE, style)
        # A narrow plate has no room for it: better none than one over the islands.
        if bar.height + _BAR_OFF_MM <= panel.foot * view.scale and bar.width < right - left:
            x, y = left + _BAR_OFF_MM, foot - bar.height - _BAR_OFF_MM
            room = shapely.box(x, y, x + bar.width, y + bar.height)
            placed = placed.plus(bar.at(x, y), room)
    return placed


def frame_names(
    subject: Subject, view: View, frame: Box, shapes: NDArray[np.object_]
) -> list[Words]:
    """Return the names of far parts: in a corner of their frame where no land is, else beside it.

    Parameters
    ----------
    subject : Subject
    view : View
    frame : Box
        Names keep within it.
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        The districts, millimetres.
    """
    style, found = subject.style, list[Words]()
    sizes = dict.fromkeys((style.sizes.note, style.sizes.smallest))
    page = shapely.box(frame.x, frame.y, frame.right, frame.bottom)
    rings = [view.frame(panel.frame) for panel in subject.ground.plane.insets]
    for panel, ring in zip(subject.ground.plane.insets, rings, strict=True):
        names = [style.line(panel.name, size, ink=SOFT) for size in sizes if panel.name]
        walls = [shapely.LinearRing(other) for other in rings]
        for name in (place for line in names for place in _places(line, ring)):
            room = _room(name)
            taken = [*walls, *map(_room, found)]
            if page.contains(room) and not shapely.intersects([*shapes, *taken], room).any():
                found.append(name)
                break
    return found


def _places(name: Words, ring: Points) -> list[Words]:
    """Return where a frame's name may stand: in its upper corners, over it, under it."""
    (left, top), (right, foot) = ring.min(axis=0).tolist(), ring.max(axis=0).tolist()
    off, em = _NAME_OFF_MM, name.em
    levels = (top + off + ASCENT * em, top - off - DESCENT * em, foot + off + ASCENT * em)
    return [
        anchored(name, x, level, end)
        for level, inset in zip(levels, (off, 0.0, 0.0), strict=True)
        for x, end in ((left + inset, 0), (right - inset, 1))
    ]


def _room(line: Words) -> shapely.Geometry:
    return shapely.box(line.box.x, line.box.y, line.box.right, line.box.bottom)


def borders_of_frames(ground: Ground, view: View) -> list[shapely.Geometry]:
    """Return the lines of the boxes in millimetres, which no label may cross."""
    return [shapely.LinearRing(view.frame(frame)) for frame in ground.plane.frames]


def _strokes(lines: Sequence[shapely.Geometry], view: View, color: str, width: float) -> list[Mark]:
    parts = shapely.get_parts(view.shapes(np.array(lines, dtype=object))) if lines else []
    paths = tuple(p for part in parts if len(p := thin(shapely.get_coordinates(part))) >= 2)
    return [Strokes(paths, color, width)] if paths else []
