"""Scale bar, true on the ellipsoid at the map's centre, and north arrow."""

from __future__ import annotations

import math

from geo.geometry.projection import plane_transformer
from geo.plate.ground import Ground
from geo.plate.sheet import PT, Area, Block, Lines, anchored, line
from geo.plate.style import INK, PAPER, SOFT, Style
from geo.plate.view import View

_STEPS = (1, 2, 5)
_PROBE_MM = 5.0  # to either side of the centre


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
    from pyproj import Geod

    back = plane_transformer(ground.crs)
    ends = [view.metres(x + side * _PROBE_MM, y) for side in (-1, 1)]
    (west, south), (east, north) = (back.transform(*end, direction="INVERSE") for end in ends)
    _, _, length = Geod(ellps="WGS84").inv(west, south, east, north)
    return float(length) / (2 * _PROBE_MM)


def round_length(longest: float) -> float:
    """Return the largest 1, 2 or 5 times a power of ten that is no longer than `longest`."""
    power = 10 ** math.floor(math.log10(longest))
    return max(step * power for step in _STEPS if step * power <= longest * (1 + 1e-9))


def scale_bar(metres: float, width: float, style: Style) -> Block:
    """Return a bar of a round length.

    Parameters
    ----------
    metres : float
        Per millimetre of the sheet.
    width : float
        At most so long with its text, millimetres.
    style : Style
    """
    size = style.sizes.note
    length_m = round_length(metres * width)
    length = length_m / metres
    text = (
        style.say("plate_km", n=f"{length_m / 1000:,.10g}")
        if length_m >= 1000
        else style.say("plate_m", n=f"{length_m:,.0f}")
    )
    tick, y = 1.1, size * PT * 1.35 + 1.1
    bar = line((0, y - tick), (0, y), (length, y), (length, y - tick))
    words = anchored(style.line(text, size, ink=INK), length / 2, y - tick - 0.2 * size * PT, 0.5)
    shift = max(0.0, words.width / 2 - length / 2)
    marks = Block(0, 0, (Lines((bar,), INK, 0.7 * style.pen), words)).at(shift, 0)
    return Block(max(length, words.width), y + 0.3, marks)


def north_arrow(ground: Ground, view: View, x: float, y: float, style: Style) -> Block:
    """Return an arrow to true north at a point of the sheet: turned by the convergence there."""
    size, plane = style.sizes.note, plane_transformer(ground.crs)
    lon, lat = plane.transform(*view.metres(x, y), direction="INVERSE")
    (x0, y0), (x1, y1) = (plane.transform(lon, at) for at in (lat, lat + 0.01))
    turn = math.atan2(x1 - x0, y1 - y0)
    long, half = size * PT * 2.4, size * PT * 0.55
    across = half * 2 + size * PT

    def at(right: float, up: float) -> tuple[float, float]:
        return (
            across / 2 + right * math.cos(turn) + up * math.sin(turn),
            long / 2 + right * math.sin(turn) - up * math.cos(turn),
        )

    left = line(at(0, long / 2), at(-half, -long / 2), at(0, -long / 4))
    right = line(at(0, long / 2), at(0, -long / 4), at(half, -long / 2))
    letter = anchored(
        style.line(style.say("plate_north"), size, ink=SOFT),
        across / 2,
        long + size * PT * 1.2,
        0.5,
    )
    marks = (Area((left,), INK, INK, 0.4), Area((right,), PAPER, INK, 0.4), letter)
    return Block(across, long + size * PT * 1.45, marks)
