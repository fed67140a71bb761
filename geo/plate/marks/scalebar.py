"""Scale bar, true on the ellipsoid at the map's centre, and north arrow."""

from __future__ import annotations

import math

import numpy as np
from pyproj import Geod

from geo.base.nice import nice_below
from geo.plate.ground import Ground
from geo.plate.sheet import Area, Block, Strokes, anchored, line
from geo.plate.style import INK, LEADING, PAPER, SOFT, Style, below
from geo.plate.view import View

#: The scale is measured this far to either side of a point: short enough that it is the scale
#: there, long enough for the rounding of degrees.
_PROBE_MM = 5.0
_TICK_MM = 1.1
_DIGITS = 3  # of a length, at most: 0.5 km
#: The text ends this far above the ticks, ems.
_TEXT_UP = 0.2
_BAR_PT, _ARROW_PT = 0.7, 0.4
#: Length and half width of the arrow, ems; its notch is a quarter of the length from the foot.
_ARROW_LENGTH, _ARROW_HALF = 2.4, 0.55


def metres_per_mm(ground: Ground, view: View, x: float, y: float) -> float:
    """Measure the map's scale along the horizontal at a point of the sheet.

    Parameters
    ----------
    ground : Ground
    view : View
    x, y : float
        Millimetres.

    Returns
    -------
    float
        Metres on the WGS 84 ellipsoid (geodesic, Karney 2013) per millimetre of the sheet.
    """
    ends = [view.metres(x + side * _PROBE_MM, y) for side in (-1, 1)]
    (west, south), (east, north) = ground.plane.degrees(np.array(ends)).tolist()
    _, _, length = Geod(ellps="WGS84").inv(west, south, east, north)
    return float(length) / (2 * _PROBE_MM)


def scale_bar(metres_per_mm: float, width: float, style: Style) -> Block:
    """Return a bar of a round length.

    Parameters
    ----------
    metres_per_mm : float
        Metres on the ground per millimetre of the sheet.
    width : float
        Greatest length of the bar, millimetres.
    style : Style
    """
    length_m = float(nice_below(metres_per_mm * width))
    length = length_m / metres_per_mm
    key, length_shown = ("plate_km", length_m / 1000) if length_m >= 1000 else ("plate_m", length_m)
    text = style.say(key, length=style.texts.numerals.number(length_shown, _DIGITS))
    words = style.line(text, style.sizes.note)
    y = words.em * LEADING.over + _TICK_MM
    bar = line((0, y - _TICK_MM), (0, y), (length, y), (length, y - _TICK_MM))
    words = anchored(words, length / 2, y - _TICK_MM - _TEXT_UP * words.em, 0.5)
    shift = max(0.0, words.width / 2 - length / 2)
    marks = Block(0, 0, (Strokes((bar,), INK, _BAR_PT * style.pen), words)).at(shift, 0)
    return Block(max(length, words.width), y + 0.3, marks)


def north_arrow(ground: Ground, view: View, x: float, y: float, style: Style) -> Block:
    """Return an arrow to true north at a point of the sheet: turned by the convergence there."""
    em, plane = style.sizes.em, ground.plane
    lon, lat = plane.degrees(np.array(view.metres(x, y)))[0].tolist()
    (x0, y0), (x1, y1) = plane.points(np.array([lon, lon]), np.array([lat, lat + 0.01])).tolist()
    turn = math.atan2(x1 - x0, y1 - y0)
    long, half = em * _ARROW_LENGTH, em * _ARROW_HALF
    across = half * 2 + em

    def at(right: float, up: float) -> tuple[float, float]:
        return (
            across / 2 + right * math.cos(turn) + up * math.sin(turn),
            long / 2 + right * math.sin(turn) - up * math.cos(turn),
        )

    left = line(at(0, long / 2), at(-half, -long / 2), at(0, -long / 4))
    right = line(at(0, long / 2), at(0, -long / 4), at(half, -long / 2))
    letter = below(
        style.line(style.say("plate_north"), style.sizes.note, ink=SOFT), across / 2, long
    )
    halves = (Area((left,), INK, INK, _ARROW_PT), Area((right,), PAPER, INK, _ARROW_PT))
    return Block(across, long + em * LEADING.under, (*halves, letter))
