"""Labels: inside the polygon where they fit, else beside the map on a leader line; never one on another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.plate_color import contrast
from geo.plate_page import INK, PAPER, SMALLEST_PT, SOFT, Style, anchored
from geo.plate_sheet import PT, Disc, Lines, Mark, Words, line

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Free space around a label inside its polygon, and between any two labels, millimetres.
_AIR, _BETWEEN = 0.5, 0.6
_LEADING = 1.18
#: More districts than this without room get no leader lines: the map would be a hedgehog.
_MOST_LEADERS = 24
_ANGLES = np.radians(np.arange(0, 360, 15))


@dataclass(frozen=True, slots=True)
class Label:
    """What a district's label says: name and value, either may be empty."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A label set in lines: each a text and its offset down from the label's middle, millimetres."""

    lines: tuple[Words, ...]
    width: float
    height: float


@dataclass
class Placed:
    """Labels that found a place, and the districts that found none."""

    marks: list[Mark] = field(default_factory=list)
    boxes: list[shapely.Geometry] = field(default_factory=list)
    without: list[int] = field(default_factory=list)


def settings(label: Label, style: Style, size: float) -> list[Setting]:
    """Return the ways to set a label, the best first: two lines, one line, the same at 6 points."""
    found: list[Setting] = []
    for points in dict.fromkeys((size, max(size * 0.87, SMALLEST_PT), SMALLEST_PT)):
        stacks = [[text for text in (label.name, label.value) if text]]
        if len(stacks[0]) == 2:
            stacks.append([f"{label.name} {label.value}"])
        for texts in stacks:
            lines = tuple(style.line(text, points) for text in texts)
            # The em box of a last line is its full height; the lines before it have leading.
            height = points * PT * (1 + _LEADING * (len(lines) - 1))
            found.append(Setting(lines, max((w.width for w in lines), default=0), height))
    return found


def room_for(
    shape: shapely.Geometry, pole: NDArray[np.float64], setting: Setting, avoid: shapely.Geometry
) -> tuple[float, float] | None:
    """Return the middle of a place for a label inside a polygon, as near to its pole as can be.

    Parameters
    ----------
    shape : Polygon or MultiPolygon
        Millimetres.
    pole : ndarray of float, shape (2,)
    setting : Setting
    avoid : geometry
        What the label must not cover.
    """
    west, south, east, north = shape.bounds
    half = np.array([setting.width, setting.height]) / 2 + _AIR
    if east - west < 2 * half[0] or north - south < 2 * half[1]:
        return None
    step = max((east - west) / 24, (north - south) / 24, 0.4)
    grid = np.stack(
        np.meshgrid(np.arange(west, east, step), np.arange(south, north, step)), axis=-1
    ).reshape(-1, 2)
    centres = np.vstack([pole, grid])
    distance = np.hypot(*(centres - pole).T)
    centres = centres[np.argsort(distance, kind="stable")]
    boxes = shapely.box(*(centres - half).T, *(centres + half).T)
    shapely.prepare(shape)
    fits = shapely.contains_properly(shape, boxes)
    if not avoid.is_empty:
        fits &= ~shapely.intersects(avoid, boxes)
    if not fits.any():
        return None
    x, y = centres[int(np.argmax(fits))]
    return float(x), float(y)


def place_labels(
    shapes: NDArray[np.object_], poles: NDArray[np.float64], labels: Sequence[Label | None],
    fills: Sequence[str], style: Style, frame: tuple[float, float, float, float],
    obstacles: Sequence[shapely.Geometry], circles: Sequence[Disc | None], *, over_land: bool = False,
) -> Placed:  # fmt: skip
    """Place the labels of a map.

    Parameters
    ----------
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        Millimetres, as drawn.
    poles : ndarray of float, shape (n, 2)
    labels : sequence of Label or None, length n
        None for districts that are labelled elsewhere.
    fills : sequence of str, length n
    style : Style
    frame : tuple of float
        West, north, east, south that labels must keep within.
    obstacles : sequence of geometry
        Boxes of other things on the map.
    circles : sequence of Disc or None, length n
        Proportional circles; labels keep off them, or stand in their own.
    over_land : bool
        Leader lines may end on other districts: an inset has nothing else.
    """
    placed = Placed()
    rings = shapely.union_all([_disc(c).boundary.buffer(0.3) for c in circles if c])
    pending = []
    for i, label in enumerate(labels):
        if label is None or shapes[i].is_empty:
            continue
        found = _inside(shapes[i], poles[i], label, style, rings)
        if found is None:
            pending.append(i)
            continue
        setting, middle = found
        ink = _ink(fills[i])
        _put(placed, setting, middle, ink, fills[i])
    if len(pending) > _MOST_LEADERS:
        placed.without = pending
        return placed
    land = shapely.Polygon() if over_land else shapely.union_all(shapes).buffer(_AIR)
    whole = shapely.union_all(shapes)
    for i in sorted(pending, key=lambda k: (_depth(whole, poles[k]), k)):
        label = labels[i]
        if label is not None and not _led(placed, poles[i], label, style, frame, obstacles, land):
            placed.without.append(i)
    return placed


def _disc(circle: Disc) -> shapely.Geometry:
    return shapely.Point(circle.x, circle.y).buffer(circle.radius)


def _depth(land: shapely.Geometry, pole: NDArray[np.float64]) -> float:
    """Return how far inside the land a point lies: the outermost are led out first."""
    return round(float(shapely.distance(shapely.boundary(land), shapely.Point(pole))), 3)


def _inside(
    shape: shapely.Geometry,
    pole: NDArray[np.float64],
    label: Label,
    style: Style,
    rings: shapely.Geometry,
) -> tuple[Setting, tuple[float, float]] | None:
    for setting in settings(label, style, style.sizes.label):
        middle = room_for(shape, pole, setting, rings)
        if middle:
            return setting, middle
    return None


def fits_inside(
    shape: shapely.Geometry, pole: NDArray[np.float64], label: Label, style: Style
) -> bool:
    """Whether a label finds room in its polygon at all."""
    return _inside(shape, pole, label, style, shapely.Polygon()) is not None


def _ink(fill: str) -> str:
    """Return black or white type, whichever reads better on a fill."""
    return INK if contrast(INK, fill) >= contrast(PAPER, fill) else PAPER


def _put(
    placed: Placed, setting: Setting, middle: tuple[float, float], ink: str, halo: str
) -> None:
    """Set a label's lines centred on its middle; its halo, in the fill's colour, parts it from borders."""
    x, y = middle
    placed.boxes.append(_box(setting, middle))
    em = setting.lines[0].size * PT
    baseline = y - setting.height / 2 + 0.88 * em
    for i, words in enumerate(setting.lines):
        centred = anchored(words, x, baseline + i * em * _LEADING, 0.5)
        placed.marks.append(
            Words(centred.x, centred.y, words.text, words.size, words.width, words.face, ink, halo)
        )


def _box(setting: Setting, middle: tuple[float, float], air: float = 0.0) -> shapely.Geometry:
    x, y = middle
    half_width, half_height = setting.width / 2 + air, setting.height / 2 + air
    return shapely.box(x - half_width, y - half_height, x + half_width, y + half_height)


def _led(
    placed: Placed, pole: NDArray[np.float64], label: Label, style: Style,
    frame: tuple[float, float, float, float], obstacles: Sequence[shapely.Geometry],
    land: shapely.Geometry,
) -> bool:  # fmt: skip
    """Place a label off the land with a line to its district; the shortest line wins."""
    setting = settings(label, style, style.sizes.label)[0]
    taken = shapely.union_all([*obstacles, *placed.boxes]).buffer(_BETWEEN)
    within = shapely.box(*frame)
    for reach in np.arange(4.0, 0.6 * max(frame[2] - frame[0], frame[3] - frame[1]), 2.0):
        for angle in _ANGLES:
            end = pole + reach * np.array([np.cos(angle), -np.sin(angle)])
            middle = _beyond(end, angle, setting)
            box = _box(setting, middle, 0.3)
            leader = shapely.LineString([pole, end])
            if (
                within.contains(box)
                and not box.intersects(land)
                and not box.intersects(taken)
                and not leader.intersects(taken)
            ):
                _lead(placed, pole, end)
                _put(placed, setting, middle, INK, PAPER)
                placed.boxes.append(leader.buffer(0.2))
                return True
    return False


def _beyond(end: NDArray[np.float64], angle: float, setting: Setting) -> tuple[float, float]:
    """Return the middle of a label that begins where its leader ends."""
    dx, dy = np.cos(angle), -np.sin(angle)
    x = end[0] + np.sign(round(dx, 6)) * (setting.width / 2 + 0.6)
    y = end[1] if abs(dx) > 0.2 else end[1] + np.sign(dy) * (setting.height / 2 + 0.6)
    return float(x), float(y)


def _lead(placed: Placed, pole: NDArray[np.float64], end: NDArray[np.float64]) -> None:
    x, y = float(pole[0]), float(pole[1])
    placed.marks.append(Lines((line((x, y), (float(end[0]), float(end[1]))),), SOFT, 0.5))
    placed.marks.append(Disc(x, y, 0.45, fill=INK))
