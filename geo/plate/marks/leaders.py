"""Leader lines: labels without room in their polygon stand beside the land, none on another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.plate.marks.labels import AIR, Placed, Scene, Setting, box_of, place_inside, put, settings
from geo.plate.sheet import Disc, Lines, line
from geo.plate.style import INK, PAPER, SOFT

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: More districts than this without room get no leader lines: the map would be a hedgehog.
MOST_LEADERS = 24
#: Free space between a label and whatever else stands there, millimetres.
_BETWEEN = 0.7
_ANGLES = np.radians(np.arange(0, 360, 15))
#: Reaches tried, in millimetres; the longest as a part of the frame, beside the land and on it.
_FIRST, _STEP, _LONGEST, _LONGEST_ON_LAND = 4.0, 2.0, 0.36, 0.3
_THIN = 0.15
#: A leader line is better than type smaller than this part of the label size.
_LEGIBLE = 0.75


@dataclass(frozen=True, eq=False, slots=True)
class Surroundings:
    """What leader lines and their labels have to keep clear of.

    Attributes
    ----------
    frame : tuple of float
        West, north, east, south that labels must keep within, millimetres.
    obstacles : tuple of geometry
        Legend, inset and other furniture.
    pen : float
        Multiplies the widths of lines.
    land : geometry
        Districts; labels stand on it only where there is no room beside it.
    """

    frame: tuple[float, float, float, float]
    obstacles: tuple[shapely.Geometry, ...]
    land: shapely.Geometry
    pen: float = 1.0


def place_labels(scene: Scene, around: Surroundings) -> Placed:
    """Place the labels of a map: inside, else beside the land, else smaller, else over the land.

    A district that finds no place at all, or is one of too many, stays in ``without``.
    """
    full = scene.style.sizes.label
    placed = place_inside(scene, _LEGIBLE * full, full)
    if len(placed.without) <= MOST_LEADERS:
        placed = lead_out(placed, scene, around)
    rest = tuple(label if i in placed.without else None for i, label in enumerate(scene.labels))
    taken = shapely.union_all([scene.avoid, *placed.boxes])
    small = place_inside(replace(scene, labels=rest, avoid=taken), 0, placed.size or full)
    placed = Placed(placed.marks + small.marks, placed.boxes + small.boxes, small.without)
    if len(placed.without) > MOST_LEADERS:
        return placed
    return lead_out(placed, scene, around, over_land=True)


def lead_out(
    placed: Placed, scene: Scene, around: Surroundings, *, over_land: bool = False
) -> Placed:
    """Return the placement with labels on leader lines for the districts that had none.

    The outermost go first, the shortest line wins. Districts that find no place stay in `without`.
    With `over_land`, labels may stand on other districts.
    """
    done = Placed(list(placed.marks), list(placed.boxes), [])
    land = shapely.simplify(around.land, _THIN).buffer(AIR, quad_segs=2)
    edge = shapely.boundary(land)
    shapely.prepare(land)
    depth = {i: round(edge.distance(shapely.Point(scene.poles[i])), 3) for i in placed.without}
    for i in sorted(placed.without, key=lambda k: (depth[k], k)):
        label = scene.labels[i]
        if label is None:
            continue
        setting = settings(label, scene.style, scene.style.sizes.label)[0]
        if not _led(
            done, scene.poles[i], setting, around, shapely.Polygon() if over_land else land
        ):
            done.without.append(i)
    return done


def _led(
    placed: Placed, pole: NDArray[np.float64], setting: Setting, around: Surroundings,
    land: shapely.Geometry,
) -> bool:  # fmt: skip
    """Place one label off the land, with a line to its district; say whether there was room."""
    point = shapely.Point(pole)
    blocks = [*around.obstacles, *placed.boxes]
    taken = shapely.union_all(blocks).buffer(_BETWEEN, quad_segs=2)
    # The inset's frame covers the poles of districts at its edge: their lines may leave it.
    crossed = shapely.union_all([b for b in blocks if b.distance(point) > _BETWEEN])
    crossed = crossed.buffer(_BETWEEN, quad_segs=2)
    within = shapely.box(*around.frame)
    west, north, east, south = around.frame
    share = _LONGEST_ON_LAND if land.is_empty else _LONGEST
    for reach in np.arange(_FIRST, share * max(east - west, south - north), _STEP):
        ends = pole + reach * np.column_stack([np.cos(_ANGLES), -np.sin(_ANGLES)])
        middles = [_beyond(end, angle, setting) for end, angle in zip(ends, _ANGLES, strict=True)]
        boxes = np.array([box_of(setting, middle, 0.3) for middle in middles])
        leaders = shapely.linestrings([[pole, end] for end in ends])
        free = shapely.contains(within, boxes) & ~shapely.intersects(taken, boxes)
        free &= ~shapely.intersects(land, boxes) & ~shapely.intersects(crossed, leaders)
        if free.any():
            k = int(np.argmax(free))
            _draw(placed, pole, ends[k], around.pen)
            put(placed, setting, middles[k], INK, PAPER)
            placed.boxes.append(leaders[k].buffer(0.2))
            return True
    return False


def _beyond(end: NDArray[np.float64], angle: float, setting: Setting) -> tuple[float, float]:
    """Return the middle of a label that begins where its leader ends."""
    dx, dy = np.cos(angle), -np.sin(angle)
    x = end[0] + np.sign(round(dx, 6)) * (setting.width / 2 + 0.6)
    y = end[1] if abs(dx) > 0.2 else end[1] + np.sign(dy) * (setting.height / 2 + 0.6)
    return float(x), float(y)


def _draw(placed: Placed, pole: NDArray[np.float64], end: NDArray[np.float64], pen: float) -> None:
    x, y = float(pole[0]), float(pole[1])
    path = line((x, y), (float(end[0]), float(end[1])))
    # A casing of paper keeps the line visible on dark fills.
    placed.marks += [Lines((path,), PAPER, 1.4 * pen), Lines((path,), SOFT, 0.55 * pen)]
    placed.marks.append(Disc(x, y, 0.45 * pen, fill=INK))
