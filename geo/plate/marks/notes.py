"""Annotations of a plate: texts on leader lines, set before the districts' labels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from geo.base.errors import MapError, Problem
from geo.plate.marks.labels import Setting
from geo.plate.marks.leaders import Surroundings, led_from
from geo.plate.marks.scene import Placed
from geo.plate.sheet import PT, Points
from geo.plate.style import LEADING, Style
from geo.plate.type.linebreak import broken

#: Widest line of an annotation, ems.
_WIDEST_EMS = 13.0


def place_notes(texts: Sequence[str], places: Points, style: Style, around: Surroundings) -> Placed:
    """Place the texts: beside the land, else on it.

    Parameters
    ----------
    texts : sequence of str
    places : ndarray of float, shape (n, 2)
        Millimetres.
    style : Style
    around : Surroundings

    Raises
    ------
    MapError
        If there is no room for one.
    """
    placed = Placed()
    for text, place in zip(texts, places, strict=True):
        setting = _set(text, style)
        led = None
        for land in (around.land, shapely.Polygon()):
            led = led or led_from(placed, np.asarray(place), setting, around, land)
        if led is None:
            what = f"has no room for the annotation {text!r}"
            raise MapError(Problem(style.where, what, "Choose a larger size, or shorten it."))
        placed = led
    return placed


def _set(text: str, style: Style) -> Setting:
    size = style.sizes.note
    texts = broken(text, _WIDEST_EMS * size * PT, size, style.faces["sans"]) or [text]
    lines = tuple(style.line(line, size) for line in texts)
    height = size * PT * (1 + LEADING.label * (len(lines) - 1))
    return Setting(lines, max(line.width for line in lines), height)
