"""What is to be labelled on a map, and what has been placed of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.plate.sheet import Disc, Mark, Points, Words
from geo.plate.style import Style
from geo.plate.subject import Label, Subject

#: Tolerance to which outlines are thinned before labels are fitted, millimetres: a tenth of the
#: free space around a label.
_THIN = 0.06
#: Width of a circle's ring that labels keep off, to either side, millimetres.
_RING_MM = 0.3


@dataclass(frozen=True, eq=False, slots=True)
class Scene:
    """Districts to be labelled.

    Attributes
    ----------
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        Millimetres, from `thinned`.
    poles : ndarray of float, shape (n, 2)
    labels : tuple of Label or None, length n
        None for districts that are not labelled on this map.
    fills : tuple of str, length n
    style : Style
    avoid : geometry
        What labels must not cover.
    reaches : tuple of float, length n
        Radius of the circle at each pole, 0 for none.
    """

    shapes: NDArray[np.object_]
    poles: Points
    labels: tuple[Label | None, ...]
    fills: tuple[str, ...]
    style: Style
    avoid: shapely.Geometry
    reaches: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Labels in their places.

    Attributes
    ----------
    marks : tuple of Mark
    boxes : tuple of geometry
        The room that labels and leader lines take, millimetres.
    unplaced : tuple of int
        Districts whose label found no place.
    """

    marks: tuple[Mark, ...] = ()
    boxes: tuple[shapely.Geometry, ...] = ()
    unplaced: tuple[int, ...] = ()

    def plus(self, marks: Sequence[Mark], *boxes: shapely.Geometry) -> Placed:
        """Return the placement with one more label, or its line."""
        return replace(self, marks=(*self.marks, *marks), boxes=(*self.boxes, *boxes))

    @property
    def size(self) -> float:
        """The largest type in use, points; 0 if nothing is placed."""
        return max((mark.size for mark in self.marks if isinstance(mark, Words)), default=0.0)


def scene_of(
    subject: Subject,
    shapes: NDArray[np.object_],
    poles: Points,
    wanted: Collection[int],
    discs: Sequence[Disc | None],
    keep_off: Sequence[shapely.Geometry] = (),
) -> Scene:
    """Return the scene of some districts' labels; the rings of circles stay uncovered.

    Parameters
    ----------
    subject : Subject
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        Millimetres, as drawn.
    poles : ndarray of float, shape (n, 2)
    wanted : collection of int
        Districts that are labelled on this map.
    discs : sequence of Disc or None, length n
    keep_off : sequence of geometry
        What labels must not cover besides.
    """
    rings = [
        shapely.Point(disc.x, disc.y).buffer(disc.radius).boundary.buffer(_RING_MM)
        for disc in discs
        if disc
    ]
    return Scene(
        shapes=thinned(shapes),
        poles=poles,
        labels=tuple(
            label if i in wanted and label.name else None for i, label in enumerate(subject.labels)
        ),
        fills=subject.paints,
        style=subject.style,
        avoid=shapely.union_all([*rings, *keep_off]),
        reaches=tuple(disc.radius if disc else 0.0 for disc in discs),
    )


def thinned(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return shapes in millimetres without the vertices that matter to no label, prepared."""
    simple = shapely.simplify(shapes, _THIN)
    shapely.prepare(simple)
    return simple
