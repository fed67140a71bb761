"""Scenes of a few polygons, and a town: what labels, leader lines and insets are tested with."""

from __future__ import annotations

import numpy as np
import shapely

from geo.base.catalogue import strings
from geo.plate.marks.clusters import crowded
from geo.plate.marks.scene import Placed, Scene, thinned
from geo.plate.page import PAGES
from geo.plate.sheet import Words
from geo.plate.style import Style
from geo.plate.subject import Label, Subject, subject_of
from geo.plate.type.packs import packaged
from geo.spec.plate import PlateSpec
from tests.plate.plates import region
from tests.small import map_of

STYLE = Style(
    {"sans": packaged("sans"), "serif": packaged("serif")},
    PAGES["column"].sizes,
    3,
    strings("zh"),
    "t",
)
NOTHING = shapely.Polygon()
LABEL = Label("高新区", "196.7")


def scene(*shapes: shapely.Geometry, labels: tuple[Label | None, ...] = (), **more) -> Scene:
    """Districts on white paper, with their poles, each labelled `LABEL` unless told otherwise."""
    poles = [shapely.get_coordinates(shapely.maximum_inscribed_circle(s))[0] for s in shapes]
    n = len(shapes)
    values = {
        "shapes": thinned(np.array(shapes, dtype=object)), "poles": np.array(poles),
        "labels": labels or (LABEL,) * n, "fills": ("#ffffff",) * n, "style": STYLE,
        "avoid": NOTHING, "reaches": (0.0,) * n,
    }  # fmt: skip
    return Scene(**values | more)


def words(placed: Placed) -> list[Words]:
    """The lines of text that were placed."""
    return [mark for mark in placed.marks if isinstance(mark, Words)]


def room(*lines: Words) -> shapely.Geometry:
    """The rectangle around lines of text."""
    return shapely.union_all([region(line) for line in lines]).envelope


def town(*smalls: tuple[float, float], **plate) -> Subject:
    """One large square of 1.2 degrees; each small one, 0.05 wide, cut out of it at a place."""
    boxes = [shapely.box(118 + x, 36 + y, 118.05 + x, 36.05 + y) for x, y in smalls]
    large = shapely.box(118, 36, 119.2, 37.2) - shapely.union_all(boxes)
    names = ["大县", *(f"开发新区{k}" for k in range(len(boxes)))]
    made = map_of([large, *boxes], range(1, len(boxes) + 2), names=names)
    return subject_of(made, PlateSpec(**plate), "plates[1]")


def small_ones(made: Subject) -> list[int]:
    """Districts without room for their label on a map 120 millimetres wide."""
    return crowded(made.ground, made.labels, 120 / made.ground.bounds.width, made.style)
