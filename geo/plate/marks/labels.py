"""Labels inside their polygons: at the pole of inaccessibility, or as near to it as they fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.plate.sheet import PT, Mark, Words, anchored
from geo.plate.style import INK, PAPER, Style
from geo.symbology.contrast import contrast

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Free space around a label inside its polygon, millimetres.
AIR = 0.5
_LEADING = 1.18
#: Sizes tried, as parts of the label size, down to the smallest of the page.
_STEPS = (1.0, 0.87, 0.76, 0.66, 0.5)
#: A label that fits in its polygon at this part of the size needs no inset.
_GOOD = 0.86
#: The size that this part of the labels has room for is the largest on the map: type of one map
#: is of one size, but for the few that need less.
_COMMON = 0.55
#: Outlines are thinned by so much before labels are fitted, millimetres.
_THIN = 0.06
_GRID = 26  # places tried along each side of a polygon's extent


@dataclass(frozen=True, slots=True)
class Label:
    """What a district's label says: name and value, either may be empty."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Setting:
    """A label set in lines, and the room it takes, millimetres."""

    lines: tuple[Words, ...]
    width: float
    height: float

    @property
    def size(self) -> float:
        """Type size, points."""
        return self.lines[0].size


@dataclass(frozen=True, eq=False, slots=True)
class Scene:
    """Districts to be labelled.

    Attributes
    ----------
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        Millimetres, from `thinned`.
    poles : ndarray of float, shape (n, 2)
    labels : tuple of Label or None, length n
        None for districts that have none here.
    fills : tuple of str, length n
    style : Style
    avoid : geometry
        What labels must not cover.
    reaches : tuple of float, length n
        Radius of the circle at each pole, 0 for none.
    """

    shapes: NDArray[np.object_]
    poles: NDArray[np.float64]
    labels: tuple[Label | None, ...]
    fills: tuple[str, ...]
    style: Style
    avoid: shapely.Geometry
    reaches: tuple[float, ...]


@dataclass
class Placed:
    """Labels that found a place, and the districts that found none."""

    marks: list[Mark] = field(default_factory=list)
    boxes: list[shapely.Geometry] = field(default_factory=list)
    without: list[int] = field(default_factory=list)

    @property
    def size(self) -> float:
        """The largest type in use, points; 0 if nothing is placed."""
        return max((mark.size for mark in self.marks if isinstance(mark, Words)), default=0.0)


def settings(label: Label, style: Style, largest: float) -> list[Setting]:
    """Return the ways to set a label, the best first: two lines, one line, the same smaller.

    Parameters
    ----------
    label : Label
    style : Style
    largest : float
        Points; larger steps are left out.
    """
    least, full = style.sizes.smallest, style.sizes.label
    sizes = dict.fromkeys(round(max(full * step, least), 2) for step in _STEPS)
    return [
        setting
        for size in sizes
        if size <= largest + 0.01
        for setting in _at_size(label, style, size)
    ]


def _at_size(label: Label, style: Style, size: float) -> list[Setting]:
    stacks = [[text for text in (label.name, label.value) if text]]
    if len(stacks[0]) == 2:
        stacks.append([f"{label.name} {label.value}"])
    found = []
    for texts in stacks:
        lines = tuple(style.line(text, size) for text in texts)
        # The em box of a last line is its full height; the lines before it have leading.
        height = size * PT * (1 + _LEADING * (len(lines) - 1))
        found.append(Setting(lines, max(w.width for w in lines), height))
    return found


def thinned(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return shapes in millimetres without the vertices that matter to no label, prepared."""
    simple = shapely.simplify(shapes, _THIN)
    shapely.prepare(simple)
    return simple


def room_for(
    shape: shapely.Geometry, pole: NDArray[np.float64], setting: Setting, avoid: shapely.Geometry,
    reach: float = 0.0,
) -> tuple[float, float] | None:  # fmt: skip
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
    for centres in (_at_pole(pole, half, reach), _grid(shape.bounds, pole)):
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


def _grid(
    bounds: tuple[float, float, float, float], pole: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return points all over a polygon's extent, those nearest to its pole first."""
    west, south, east, north = bounds
    across, down = max((east - west) / _GRID, 0.3), max((north - south) / _GRID, 0.3)
    axes = np.meshgrid(np.arange(west, east, across), np.arange(south, north, down))
    points = np.stack(axes, axis=-1).reshape(-1, 2)
    return points[np.argsort(np.hypot(*(points - pole).T), kind="stable")]


def _free(
    shape: shapely.Geometry, centres: NDArray[np.float64], half: NDArray[np.float64],
    avoid: shapely.Geometry,
) -> NDArray[np.bool_]:  # fmt: skip
    boxes = shapely.box(*(centres - half).T, *(centres + half).T)
    fits: NDArray[np.bool_] = shapely.contains_properly(shape, boxes)
    return fits if avoid.is_empty else fits & ~shapely.intersects(avoid, boxes)


def place_inside(scene: Scene, least: float, largest: float) -> Placed:
    """Place the labels that fit in their polygons; those that do not are left in `without`.

    Parameters
    ----------
    scene : Scene
    least, largest : float
        Type sizes, points.
    """
    placed = Placed()
    found: dict[int, tuple[Setting, tuple[float, float]]] = {}
    for i, label in enumerate(scene.labels):
        if label is None or scene.shapes[i].is_empty:
            continue
        inside = _inside(scene, i, label, largest, least)
        if inside:
            found[i] = inside
        else:
            placed.without.append(i)
    common = _common_size([setting.size for setting, _ in found.values()])
    for i, (setting, middle) in found.items():
        label = scene.labels[i]
        if setting.size > common and label is not None:
            smaller = _inside(scene, i, label, common, 0)
            setting, middle = smaller or (setting, middle)  # noqa: PLW2901 - the size of the map
        put(placed, setting, middle, _ink(scene.fills[i]), scene.fills[i])
    return placed


def _common_size(sizes: list[float]) -> float:
    """Return the largest size that more than a few labels have room for."""
    descending = sorted(sizes, reverse=True)
    return descending[int(len(descending) * _COMMON)] if descending else 0.0


def _inside(
    scene: Scene, i: int, label: Label, largest: float, least: float
) -> tuple[Setting, tuple[float, float]] | None:
    shape, pole = scene.shapes[i], scene.poles[i]
    for setting in settings(label, scene.style, largest):
        if setting.size < least:
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
        if setting.size >= size * _GOOD
    )


def _ink(fill: str) -> str:
    """Return black or white type, whichever reads better on a fill."""
    return INK if contrast(INK, fill) >= contrast(PAPER, fill) else PAPER


def put(placed: Placed, setting: Setting, middle: tuple[float, float], ink: str, halo: str) -> None:
    """Set a label's lines centred on its middle; a halo in the ground's colour clears lines."""
    x, y = middle
    placed.boxes.append(box_of(setting, middle))
    em = setting.size * PT
    baseline = y - setting.height / 2 + 0.88 * em
    for i, words in enumerate(setting.lines):
        c = anchored(words, x, baseline + i * em * _LEADING, 0.5)
        placed.marks.append(Words(c.x, c.y, c.text, c.size, c.width, c.face, ink, halo))


def box_of(setting: Setting, middle: tuple[float, float], air: float = 0.0) -> shapely.Geometry:
    """Return the room of a label at its place."""
    x, y = middle
    half_width, half_height = setting.width / 2 + air, setting.height / 2 + air
    return shapely.box(x - half_width, y - half_height, x + half_width, y + half_height)
