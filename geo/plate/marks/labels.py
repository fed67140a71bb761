"""Labels inside their polygons: at the pole of inaccessibility, or as near to it as they fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.extent import Extent
from geo.plate.marks.scene import Placed, Scene
from geo.plate.sheet import ASCENT, PT, Disc, Mark, Words, anchored
from geo.plate.style import INK, LEADING, PAPER, Style
from geo.plate.subject import Label
from geo.symbology.contrast import text_on

#: Free space around a label inside its polygon, millimetres.
AIR = 0.5
#: Sizes tried, as parts of the label size, down to the smallest of the page.
_STEPS = (1.0, 0.87, 0.76, 0.66, 0.5)
#: A label that fits in its polygon at this part of the size needs no inset.
GOOD_SIZE_SHARE = 0.86
#: Labels are set in the largest size that more than this share of them has room for: type of one
#: map is of one size, but for the few that need less.
_COMMON_SHARE = 0.55
#: Places tried along each side of a polygon's extent, no closer together than this, millimetres.
_GRID, _CLOSEST_MM = 26, 0.3
#: Diameter of the disc of a number, ems, wide enough for two figures; its edge, points.
_DISC_EMS, _DISC_EDGE_PT = 1.6, 0.5
#: Type of a number as a part of the label size: its disc makes it heavier than a label.
_NUMBER_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Setting:
    """A label set in lines, and the room it takes, millimetres; a number stands in a disc."""

    lines: tuple[Words, ...]
    width: float
    height: float
    in_disc: bool = False

    @property
    def size(self) -> float:
        """Type size, points."""
        return self.lines[0].size


def settings(label: Label, style: Style, largest: float) -> list[Setting]:
    """Return the ways to set a label, the best first: two lines, one line, the same smaller.

    A name that may be broken is tried in two lines before all is set in one.

    Parameters
    ----------
    label : Label
    style : Style
    largest : float
        Points; larger steps are left out. Numbers have one size.
    """
    least, full = style.sizes.smallest, style.sizes.label
    if label.numbered:
        return [_number(label, style)]
    sizes = dict.fromkeys(round(max(full * step, least), 2) for step in _STEPS)
    return [
        setting
        for size in sizes
        if size <= largest + 0.01
        for setting in _at_size(label, style, size)
    ]


def _number(label: Label, style: Style) -> Setting:
    """Return a number in its disc: all are of one size, so that none looks more than another."""
    size = max(style.sizes.smallest, style.sizes.label * _NUMBER_SHARE)
    side = size * PT * _DISC_EMS
    return Setting((style.line(label.name, size),), side, side, in_disc=True)


def _at_size(label: Label, style: Style, size: float) -> list[Setting]:
    stacks = [[text for text in (label.name, label.value) if text]]
    if label.broken:
        stacks.append([text for text in (*label.broken, label.value) if text])
    if len(stacks[0]) == 2:
        stacks.append([f"{label.name} {label.value}"])
    found = []
    for texts in stacks:
        lines = tuple(style.line(text, size) for text in texts)
        # The em box of a last line is its full height; the lines before it have leading.
        height = size * PT * (1 + LEADING.label * (len(lines) - 1))
        found.append(Setting(lines, max(w.width for w in lines), height))
    return found


def room_for(
    shape: shapely.Geometry,
    pole: NDArray[np.float64],
    setting: Setting,
    avoid: shapely.Geometry,
    reach: float = 0.0,
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
    reach : float
        Radius of a circle at the pole.
    """
    west, south, east, north = shape.bounds
    half = np.array([setting.width, setting.height]) / 2 + AIR
    if east - west < 2 * half[0] or north - south < 2 * half[1]:
        return None
    if shape.area < 4 * half[0] * half[1]:
        return None
    for centres in (_at_pole(pole, half, reach), _grid(Extent(*shape.bounds), pole)):
        fits = _free(shape, centres, half, avoid)
        if fits.any():
            x, y = centres[int(np.argmax(fits))]
            return float(x), float(y)
    return None


def _at_pole(
    pole: NDArray[np.float64], half: NDArray[np.float64], reach: float
) -> NDArray[np.float64]:
    """Return the pole; if a circle stands there, also the middles right below and above it."""
    if not reach:
        return pole[None, :]
    drop = np.array([0.0, reach + half[1] + AIR])
    return np.stack([pole, pole + drop, pole - drop])


def _grid(bounds: Extent, pole: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points all over a polygon's extent, those nearest to its pole first."""
    across, down = (max(side / _GRID, _CLOSEST_MM) for side in (bounds.width, bounds.height))
    axes = np.meshgrid(
        np.arange(bounds.west, bounds.east, across), np.arange(bounds.south, bounds.north, down)
    )
    points = np.stack(axes, axis=-1).reshape(-1, 2)
    return points[np.argsort(np.hypot(*(points - pole).T), kind="stable")]


def _free(
    shape: shapely.Geometry,
    centres: NDArray[np.float64],
    half: NDArray[np.float64],
    avoid: shapely.Geometry,
) -> NDArray[np.bool_]:
    boxes = shapely.box(*(centres - half).T, *(centres + half).T)
    fits: NDArray[np.bool_] = shapely.contains_properly(shape, boxes)
    return fits if avoid.is_empty else fits & ~shapely.intersects(avoid, boxes)


def place_inside(scene: Scene, least: float, largest: float) -> Placed:
    """Place the labels that fit in their polygons; the others are `unplaced`.

    Parameters
    ----------
    scene : Scene
    least, largest : float
        Type sizes, points.
    """
    found: dict[int, tuple[Setting, tuple[float, float]]] = {}
    unplaced: list[int] = []
    for i, label in enumerate(scene.labels):
        if label is None or scene.shapes[i].is_empty:
            continue
        if inside := _inside(scene, i, label, largest, least):
            found[i] = inside
        else:
            unplaced.append(i)
    placed = Placed(unplaced=tuple(unplaced))
    common = _common_size([setting.size for setting, _ in found.values() if not setting.in_disc])
    for i, (setting, middle) in found.items():
        label = scene.labels[i]
        if setting.size > common and label is not None and not label.numbered:
            smaller = _inside(scene, i, label, common, 0)
            setting, middle = smaller or (setting, middle)  # noqa: PLW2901 - the size of the map
        marks = set_at(setting, middle, text_on(scene.fills[i], INK, PAPER), scene.fills[i])
        placed = placed.plus(marks, box_of(setting, middle))
    return placed


def _common_size(sizes: list[float]) -> float:
    """Return the largest size that the greater part of the labels has room for."""
    descending = sorted(sizes, reverse=True)
    return descending[int(len(descending) * _COMMON_SHARE)] if descending else 0.0


def _inside(
    scene: Scene, i: int, label: Label, largest: float, least: float
) -> tuple[Setting, tuple[float, float]] | None:
    shape, pole = scene.shapes[i], scene.poles[i]
    for setting in settings(label, scene.style, largest):
        if setting.size < least and not setting.in_disc:
            return None
        if middle := room_for(shape, pole, setting, scene.avoid, scene.reaches[i]):
            return setting, middle
    return None


def fits_inside(
    shape: shapely.Geometry, pole: NDArray[np.float64], label: Label, style: Style
) -> bool:
    """Whether a label finds room in its polygon at nearly its full size."""
    size = style.sizes.label
    return any(
        room_for(shape, pole, setting, shapely.Polygon())
        for setting in settings(label, style, size)
        if setting.size >= size * GOOD_SIZE_SHARE
    )


def set_at(setting: Setting, middle: tuple[float, float], ink: str, halo: str) -> tuple[Mark, ...]:
    """Return a label's lines centred on its middle; a halo in the ground's colour clears lines.

    A number is set in paper on a disc, so that it is read as no value.
    """
    x, y = middle
    if setting.in_disc:
        number = anchored(setting.lines[0], x, y + setting.lines[0].middle, 0.5)
        disc = Disc(x, y, setting.width / 2, INK, PAPER, _DISC_EDGE_PT)
        return (disc, replace(number, ink=PAPER))
    em = setting.size * PT
    baseline = y - setting.height / 2 + ASCENT * em
    return tuple(
        replace(anchored(words, x, baseline + i * em * LEADING.label, 0.5), ink=ink, halo=halo)
        for i, words in enumerate(setting.lines)
    )


def box_of(setting: Setting, middle: tuple[float, float], air: float = 0.0) -> shapely.Geometry:
    """Return the room of a label at its place."""
    x, y = middle
    half_width, half_height = setting.width / 2 + air, setting.height / 2 + air
    return shapely.box(x - half_width, y - half_height, x + half_width, y + half_height)
