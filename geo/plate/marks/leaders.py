"""Leader lines: labels without room in their polygon go beside the land, clear of each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.plate.marks.labels import (
    AIR,
    Setting,
    box_of,
    place_inside,
    set_at,
    settings,
)
from geo.plate.marks.scene import Placed, Scene
from geo.plate.sheet import Box, Disc, Mark, Strokes, line
from geo.plate.style import INK, PAPER, SOFT
from geo.plate.subject import Label

#: More districts than this without room get no leader lines: the map would bristle with them.
MOST_LEADERS = 24
#: Free space between a label and whatever else is drawn there, millimetres.
_BETWEEN = 0.7
_ANGLES = np.radians(np.arange(0, 360, 15))  # to the right first, then counterclockwise
#: Lengths tried, millimetres, up to a share of the frame's longer side: beside the land and on it.
#: A shorter line would end in its own label, a longer one is no longer followed by the eye.
_FIRST, _STEP, _LONGEST, _LONGEST_ON_LAND = 4.0, 2.0, 0.36, 0.3
#: A line longer than this share of the frame's longer side may be due to who went first.
_FAR = 0.16
#: A line over more ground of others than this share of it is followed less easily than a number is
#: looked up; a number's own line ends sooner.
_MOST_ACROSS, _NUMBER_ACROSS = 0.16, 0.08
#: Points of a line that are looked at for whose ground they are on lie so far apart, millimetres.
_SAMPLE = 0.8
#: A disc may cover this share of a district: what is left still shows the colour.
_COVERED = 0.5
#: The coast is thinned to this tolerance, well below `_BETWEEN`, millimetres.
_THIN = 0.15
#: Room around a label on the map, around a line, and between a line's end and its label,
#: millimetres.
_LABEL_AIR, _LINE_AIR, _END_AIR = 0.3, 0.2, 0.6
#: Widths of the casing and of the line, points; radius of the dot, millimetres.
_CASING_PT, _LINE_PT, _DOT_MM = 1.4, 0.55, 0.45
#: A line is level enough for its label to be set beside its end if it leans no further from
#: the horizontal than this cosine, about 78 degrees.
_BESIDE_COSINE = 0.2
#: A leader line is better than type smaller than this part of the label size.
_LEGIBLE = 0.75


@dataclass(frozen=True, eq=False, slots=True)
class Surroundings:
    """What leader lines and their labels have to keep clear of.

    Attributes
    ----------
    frame : Box
        Labels keep within it.
    obstacles : tuple of geometry
        Legend, inset and other furniture.
    pen : float
        Multiplies the widths of lines.
    land : geometry
        Districts; labels are set on it only where there is no room beside it.
    """

    frame: Box
    obstacles: tuple[shapely.Geometry, ...]
    land: shapely.Geometry
    pen: float = 1.0


def place_labels(scene: Scene, around: Surroundings) -> Placed:
    """Place the labels of a map: inside, else beside the land, else smaller, else over the land.

    A district that finds no place at all, or is one of too many, stays ``unplaced``.
    """
    full = scene.style.sizes.label
    placed = place_inside(scene, _LEGIBLE * full, full)
    placed = _numbers_on(placed, scene, _COVERED)
    if len(placed.unplaced) <= MOST_LEADERS:
        placed = lead_out(placed, scene, around)
    rest = tuple(label if i in placed.unplaced else None for i, label in enumerate(scene.labels))
    taken = shapely.union_all([scene.avoid, *placed.boxes])
    small = place_inside(replace(scene, labels=rest, avoid=taken), 0, placed.size or full)
    placed = Placed(placed.marks + small.marks, placed.boxes + small.boxes, small.unplaced)
    placed = _numbers_on(placed, scene)
    if len(placed.unplaced) > MOST_LEADERS:
        return placed
    labelled = sum(label is not None for label in scene.labels)
    few = 2 * labelled < len(scene.labels)
    # A name on another district is read as that one's; a number is not, and its key says whose.
    return lead_out(placed, scene, around, over_land=True, names=few)


def _numbers_on(placed: Placed, scene: Scene, covered: float = np.inf) -> Placed:
    """Return the placement with numbers on districts that are too small for them, where free.

    A disc that reaches over a border is still read as its district's: its middle lies in it. It
    is no larger than `covered`, a share of the district.
    """
    done, left = replace(placed, unplaced=()), []
    for i in placed.unplaced:
        label, (x, y) = scene.labels[i], scene.poles[i].tolist()
        if label is None or not label.numbered:
            left.append(i)
            continue
        setting = settings(label, scene.style, scene.style.sizes.label)[0]
        room = box_of(setting, (x, y))
        large = np.pi / 4 * setting.width**2 > covered * scene.shapes[i].area
        if large or shapely.intersects([scene.avoid, *done.boxes], room).any():
            left.append(i)
        else:
            done = done.plus(set_at(setting, (x, y), INK, PAPER), room)
    return replace(done, unplaced=tuple(left))


def lead_out(
    placed: Placed,
    scene: Scene,
    around: Surroundings,
    *,
    over_land: bool = False,
    names: bool = True,
) -> Placed:
    """Return the placement with labels on leader lines for the districts that had none.

    The outermost go first, the shortest line over the least ground of others wins. One whose line
    then runs across the map is more constrained than its neighbours: it goes first, where that
    helps all together. Districts that find no place stay `unplaced`. With `over_land`, labels may
    lie on other districts: all, or without `names` the numbers alone.
    """
    labels = scene.labels
    shapely.prepare(around.land)
    left = tuple(i for i in placed.unplaced if not names and not _is_number(labels[i]))
    if len(left) == len(placed.unplaced):
        return placed
    placed = replace(placed, unplaced=tuple(i for i in placed.unplaced if i not in left))
    land = shapely.simplify(around.land, _THIN).buffer(AIR, quad_segs=2)
    edge = shapely.boundary(land)
    shapely.prepare(land)
    keep_off = shapely.Polygon() if over_land else land
    depth = {i: round(edge.distance(shapely.Point(scene.poles[i])), 3) for i in placed.unplaced}
    order = sorted(placed.unplaced, key=lambda k: (depth[k], k))
    best, lengths = _in_turns(order, placed, scene, around, keep_off)
    far = _FAR * max(around.frame.width, around.frame.height)
    while lengths and max(lengths.values()) > far:
        first = max(lengths, key=lengths.__getitem__)
        order.remove(first)
        order.insert(0, first)
        other, others = _in_turns(order, placed, scene, around, keep_off)
        if _cost(others) >= _cost(lengths):
            break
        best, lengths = other, others
    return replace(best, unplaced=tuple(sorted({*best.unplaced, *left})))


def _is_number(label: Label | None) -> bool:
    return label is not None and label.numbered


def _in_turns(
    order: Sequence[int], placed: Placed, scene: Scene, around: Surroundings, land: shapely.Geometry
) -> tuple[Placed, dict[int, float]]:
    """Return the placement with labels in their turns, and the length of each one's line."""
    done, unplaced, lengths = replace(placed, unplaced=()), [], {}
    for i in order:
        label = scene.labels[i]
        if label is None:
            continue
        setting = settings(label, scene.style, scene.style.sizes.label)[0]
        own = scene.shapes[i]
        led = led_from(done, scene.poles[i], setting, around, land, own)
        if led is None:
            unplaced.append(i)
            continue
        drawn = next(m for m in led.marks[len(done.marks) :] if isinstance(m, Strokes))
        done, lengths[i] = led, shapely.LineString(drawn.paths[0]).length
    return replace(done, unplaced=tuple(unplaced)), lengths


def _cost(lengths: Mapping[int, float]) -> tuple[int, float]:
    """Return what makes a placement worse: fewer labels, then long lines more than short ones."""
    return -len(lengths), sum(length**2 for length in lengths.values())


def led_from(
    placed: Placed,
    pole: NDArray[np.float64],
    setting: Setting,
    around: Surroundings,
    land: shapely.Geometry,
    own: shapely.Geometry | None = None,
) -> Placed | None:
    """Return the placement with one label off the land, on a line; None if there is no room.

    Parameters
    ----------
    placed : Placed
    pole : ndarray of float, shape (2,)
    setting : Setting
    around : Surroundings
    land : geometry
        What the label keeps off; empty where it may lie on districts.
    own : geometry, optional
        The label's district; its line then runs over little ground of others. Without, as far as
        it must.
    """
    blocks = [*around.obstacles, *placed.boxes]
    taken = shapely.union_all(blocks).buffer(_BETWEEN, quad_segs=2)
    # The inset's frame covers the poles of districts at its edge: their lines may leave it.
    point = shapely.Point(pole)
    crossed = shapely.union_all([b for b in blocks if b.distance(point) > _BETWEEN])
    crossed = crossed.buffer(_BETWEEN, quad_segs=2)
    frame, longer = around.frame, max(around.frame.width, around.frame.height)
    within = shapely.box(frame.x, frame.y, frame.right, frame.bottom)
    share = _LONGEST_ON_LAND if land.is_empty else _LONGEST
    most = np.inf
    if own is not None and not land.is_empty:
        most = longer * (_NUMBER_ACROSS if setting.in_disc else _MOST_ACROSS)
    best, least = None, np.inf
    for reach in np.arange(_FIRST, share * longer, _STEP):
        if reach >= least:
            break
        ends = pole + reach * np.column_stack([np.cos(_ANGLES), -np.sin(_ANGLES)])
        middles = [_beyond(end, angle, setting) for end, angle in zip(ends, _ANGLES, strict=True)]
        boxes = np.array([box_of(setting, middle, _LABEL_AIR) for middle in middles])
        leaders = shapely.linestrings([[pole, end] for end in ends])
        free = shapely.contains(within, boxes) & ~shapely.intersects(taken, boxes)
        free &= ~shapely.intersects(land, boxes) & ~shapely.intersects(crossed, leaders)
        for k in np.flatnonzero(free):
            across = _across(pole, ends[k], around.land, own)
            if across <= most and reach + across < least:
                best, least = (ends[k], middles[k], leaders[k]), reach + across
    if best is None:
        return None
    end, middle, leader = best
    marks = (*_leader(pole, end, around.pen), *set_at(setting, middle, INK, PAPER))
    return placed.plus(marks, box_of(setting, middle), leader.buffer(_LINE_AIR))


def _across(
    pole: NDArray[np.float64],
    end: NDArray[np.float64],
    land: shapely.Geometry,
    own: shapely.Geometry | None,
) -> float:
    """Return the length of a line over ground that is not its district's own, millimetres."""
    length = float(np.hypot(*(end - pole)))
    x, y = np.linspace(pole, end, max(2, int(length / _SAMPLE))).T
    others = shapely.intersects_xy(land, x, y)
    if own is not None:
        others &= ~shapely.intersects_xy(own, x, y)
    return float(others.mean()) * length


def _beyond(end: NDArray[np.float64], angle: float, setting: Setting) -> tuple[float, float]:
    """Return the middle of a label that begins where its leader ends."""
    dx, dy = np.cos(angle), -np.sin(angle)
    x = end[0] + np.sign(round(dx, 6)) * (setting.width / 2 + _END_AIR)
    y = end[1]
    if abs(dx) <= _BESIDE_COSINE:
        y += np.sign(dy) * (setting.height / 2 + _END_AIR)
    return float(x), float(y)


def _leader(
    pole: NDArray[np.float64], end: NDArray[np.float64], pen: float
) -> tuple[Mark, Mark, Mark]:
    """Return a line from a dot at the pole; a casing of paper keeps it visible on dark fills."""
    x, y = float(pole[0]), float(pole[1])
    path = line((x, y), (float(end[0]), float(end[1])))
    return (
        Strokes((path,), PAPER, _CASING_PT * pen),
        Strokes((path,), SOFT, _LINE_PT * pen),
        Disc(x, y, _DOT_MM * pen, fill=INK),
    )
