"""Districts as marks: fills, hatching, outlines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.coverage import outline_share
from geo.geometry.extent import Extent
from geo.plate.ground import Ground
from geo.plate.house import paper_of
from geo.plate.sheet import Area, Mark, Points, Strokes, Words
from geo.plate.style import EDGE, PAPER
from geo.plate.subject import Subject
from geo.plate.view import View, rings, thin
from geo.symbology.legibility import MISSING, needs_edge

#: Greys of the lines: no data recedes, an approximate border must be seen among white ones.
_NO_DATA_LINE, _OUTLINE, APPROXIMATE = "#a8a8a8", "#6e6e6e", "#333333"
#: Widths, points. Borders between districts are thinner where there are hundreds.
_BORDER, _FINE_BORDER, _MANY = 0.6, 0.25, 200
_OUTLINE_PT, _NO_DATA_PT, _HATCH_PT = 0.7, 0.35, 0.3
#: Dashes of approximate outlines, points on and off.
DASH_PT = (2.2, 1.6)
_NO_DATA_SPACING_MM = 1.3
#: From a label to the lines of a hatch, millimetres.
_CLEAR_MM = 0.35
#: Hatching of class 0, 1, …: millimetres between lines, and their angle in degrees. Each step has
#: about 1.4 times the lines of the one before; after the sixth the angle tells them apart.
_HATCHES = [(0.0, 0), (3.2, 45), (2.1, 45), (1.5, 45), (1.1, 45), (0.8, 45), (1.1, -45), (0.8, -45),
            (0.6, -45)]  # fmt: skip


def terrain(
    subject: Subject, shapes: NDArray[np.object_], labels: Sequence[Mark] = ()
) -> list[Mark]:
    """Return fills and hatching of districts that are already in millimetres, shape (n,).

    No line of a hatch runs behind one of the `labels`.
    """
    width = (_FINE_BORDER if len(subject.fills) > _MANY else _BORDER) * subject.style.pen
    marks = fills(
        subject.ground,
        shapes,
        subject.fills,
        subject.descriptions,
        width,
        paper_of(subject.spec.house, subject.plate),
    )
    if subject.hatch or None in subject.fills:
        hatched = shapely.difference(shapes, _cleared(labels))
        marks += no_data_lines(hatched, subject.fills)
        ids = tuple(subject.measure.symbology.classes.ids)
        marks += class_lines(hatched, ids, subject.hatch) if subject.hatch else []
    return marks


def _cleared(labels: Sequence[Mark]) -> shapely.Geometry:
    """Return the room of lines of text, with a little air."""
    boxes = [mark.box for mark in labels if isinstance(mark, Words)]
    return shapely.union_all(
        [
            shapely.box(b.x - _CLEAR_MM, b.y - _CLEAR_MM, b.right + _CLEAR_MM, b.bottom + _CLEAR_MM)
            for b in boxes
        ]
    )


def fills(
    ground: Ground,
    shapes: NDArray[np.object_],
    colors: tuple[str | None, ...],
    labels: tuple[str, ...],
    width: float,
    paper: str = PAPER,
) -> list[Mark]:
    """Return one area per district, borders in the colour of the paper.

    They are grey around districts that would be lost on it: white does not part white from white.

    Parameters
    ----------
    ground : Ground
    shapes : ndarray, shape (n,)
        Millimetres; empty ones are not on this map.
    colors : tuple of str or None, length n
        None for no data.
    labels : tuple of str, length n
    width : float
        Of the borders, points.
    paper : str
        Its colour.
    """
    return [
        Area(rings(shape), color or MISSING, _border(color, paper), width, code, label)
        for shape, color, code, label in zip(shapes, colors, ground.codes, labels, strict=True)
        if not shape.is_empty
    ]


def _border(color: str | None, paper: str) -> str:
    return EDGE if color and needs_edge(color, paper) else PAPER


def hatching(shape: shapely.Geometry, spacing: float, angle: float) -> tuple[Points, ...]:
    """Return parallel lines inside a shape, `spacing` millimetres apart; an angle of 0 is level."""
    if shape.is_empty:  # outside an inset's frame
        return ()
    turned = shapely.affinity.rotate(shape, angle, origin=(0, 0))
    west, south, east, north = turned.bounds
    levels = np.arange(np.ceil(south / spacing), north / spacing) * spacing
    across = (
        shapely.linestrings([[(west - 1, y), (east + 1, y)] for y in levels]) if len(levels) else []
    )
    inside = shapely.intersection(turned, across)
    back = [
        shapely.affinity.rotate(line, -angle, origin=(0, 0)) for line in shapely.get_parts(inside)
    ]
    return tuple(
        shapely.get_coordinates(line)
        for line in back
        if line.geom_type == "LineString" and not line.is_empty
    )


def no_data_lines(shapes: NDArray[np.object_], colors: tuple[str | None, ...]) -> list[Mark]:
    """Return light hatching for districts without a value."""
    return [
        Strokes(found, _NO_DATA_LINE, _NO_DATA_PT)
        for shape, color in zip(shapes, colors, strict=True)
        if color is None and (found := hatching(shape, _NO_DATA_SPACING_MM, 45))
    ]


def class_lines(
    shapes: NDArray[np.object_], ids: tuple[int | None, ...], inks: tuple[str, ...]
) -> list[Mark]:
    """Return hatching by class: the higher, the denser; the lowest has none."""
    marks: list[Mark] = []
    for shape, number in zip(shapes, ids, strict=True):
        if number and not shape.is_empty:
            spacing, angle = _HATCHES[min(number, len(_HATCHES) - 1)]
            if found := hatching(shape, spacing, angle):
                marks.append(Strokes(found, inks[number], _HATCH_PT))
    return marks


def outlines(ground: Ground, view: View, pen: float, clip: Extent | None = None) -> list[Mark]:
    """Return the dashed outlines of approximate districts, and that of the whole a little stronger.

    An outline that two approximate districts share is drawn once: dashes over dashes are solid.
    `pen` multiplies the widths; `clip` is all of the plane that is shown.
    """
    edge = shapely.boundary(ground.outline)
    guessed = shapely.union_all(shapely.boundary(ground.shapes[ground.approximate]))
    dashed = (
        shapely.line_merge(shapely.difference(guessed, edge)) if not guessed.is_empty else guessed
    )
    if clip is not None:
        edge, dashed = shapely.intersection([edge, dashed], clip.polygon)
    marks: list[Mark] = []
    for lines, color, width, dash in (
        (dashed, APPROXIMATE, _OUTLINE_PT * pen, tuple(length * pen for length in DASH_PT)),
        (edge, _OUTLINE, _OUTLINE_PT * pen * outline_share(ground.shapes), ()),
    ):
        paths = tuple(
            path
            for part in shapely.get_parts(view.shapes(shapely.line_merge(lines)))
            if len(path := thin(shapely.get_coordinates(part))) >= 2
        )
        if paths:
            marks.append(Strokes(paths, color, width, dash))
    return marks
