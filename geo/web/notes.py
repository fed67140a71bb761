"""Annotations on page and embed: where the build sets each text, off the land and off the others.

A text has a size in pixels, so places are sought for the narrowest map that shows texts: on a wider
one they only move apart. A text may stand on its own district, but on no other, of which it would
be read. Where there is no room, and on phones, there are numbers and a key below the map.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from geo.web.assets import sizes
from geo.web.lines import broken, lines, text_width

if TYPE_CHECKING:
    import shapely
    from numpy.typing import NDArray

    from geo.choropleth.model import Choropleth
    from geo.web.drawing import Drawing

#: Type, distance of lines, widest line, room around a text: CSS pixels.
SIZE, LINE, _WIDEST, _AIR = 12, 16, 150, 4
#: Lengths of leaders tried, in pixels, and their directions.
_REACHES, _ANGLES = range(20, 260, 8), np.radians(np.arange(0, 360, 15))
#: A leader runs over the ground of other districts for so many pixels at most.
_MOST_ACROSS = 200
#: A name of a district and its value, as high as two lines of the map's type.
_NAME_PX, _NAME_HEIGHT = 13, 32
#: Below this width of the window there are numbers: `narrow_below` and the embed's padding.
NARROW = 8


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation: its place, and where its text stands, in the drawing's units.

    Attributes
    ----------
    number : int
        From 1; those that are numbers at every width come first.
    text, code : str
        `code` is that of the district it is about; empty for a point.
    x, y : int
        The place.
    middle : (int, int) or None
        Of the text; None if there is no room, so that its number stands there at every width.
    end : (int, int) or None
        Of the leader.
    lines : tuple of str
    width, height : int
        Of the text, CSS pixels.
    """

    number: int
    text: str
    code: str
    x: int
    y: int
    middle: tuple[int, int] | None
    end: tuple[int, int] | None
    lines: tuple[str, ...]
    width: int
    height: int


def notes_on(choropleth: Choropleth, drawing: Drawing) -> tuple[Note, ...]:
    """Return the annotations in the order of their numbers; the first have the first choice."""
    if not choropleth.annotations:
        return ()
    import shapely

    extent = drawing.extent
    size = sizes()
    # Units of the drawing for a pixel, where the map is smallest.
    unit = max(extent.width / size.narrow_below, extent.height / size.map_most)
    shapes = _shapes(choropleth, drawing)
    land = shapely.union_all(shapes)
    taken = [_name(choropleth, drawing, i, unit) for i in range(len(choropleth.names))]
    # A text over an inset, on its land or not, would be read as about what is in it.
    taken += [shapely.box(f.x, f.y, f.x + f.width, f.y + f.height) for f in drawing.frames]
    frame = shapely.box(extent.x, extent.y, extent.x + extent.width, extent.y + extent.height)
    found: list[Note] = []
    points = drawing.places[len(choropleth.places) :]
    for note, (x, y) in zip(choropleth.annotations, points, strict=True):
        texts = broken(note.text, SIZE, _WIDEST)
        width = round(max(text_width(line, SIZE) for line in texts))
        half = np.array([width + 2 * _AIR, LINE * len(texts) + 2 * _AIR]) * unit / 2
        place = np.array([x, y], dtype=float)
        others = shapely.union_all(shapes[~shapely.intersects_xy(shapes, x, y)])
        free = None
        for ground in (land, others):
            free = free or _free(place, half, unit, frame, (ground, others), taken)
        middle = end = None
        if free is not None:
            middle, end = free
            taken += [shapely.box(*(middle - half), *(middle + half))]
            taken += [shapely.LineString([place, end]).buffer(2 * unit)]
        found.append(
            Note(0, note.text, note.code, x, y, _whole(middle), _whole(end), texts, width,
                 LINE * len(texts))
        )  # fmt: skip
    # Where some are texts and some are numbers, these count from 1.
    found.sort(key=lambda note: note.middle is not None)
    return tuple(replace(note, number=k) for k, note in enumerate(found, start=1))


def _free(
    place: NDArray[np.float64],
    half: NDArray[np.float64],
    unit: float,
    frame: shapely.Geometry,
    grounds: tuple[shapely.Geometry, shapely.Geometry],
    taken: list[shapely.Geometry],
) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """Return the middle of the nearest free box, and where the leader to it ends.

    The box keeps off the first of the `grounds`; the second is that of other districts, over which
    the leader runs for `_MOST_ACROSS` at most.
    """
    import shapely

    ground, others = grounds
    keep_off = shapely.union_all([*taken, ground])
    # The place may lie on a name, its own district's.
    crossed = shapely.union_all([g for g in taken if not g.covers(shapely.Point(place))])
    ways = np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])
    sides = np.where(np.abs(ways) < 0.25, 0, np.sign(ways))  # a steep line ends under the middle
    for reach in _REACHES:
        ends = place + ways * reach * unit
        middles = ends + sides * half
        boxes = shapely.box(*(middles - half).T, *(middles + half).T)
        leaders = shapely.linestrings([[place, end] for end in ends])
        fits = shapely.contains(frame, boxes) & ~shapely.intersects(keep_off, boxes)
        fits &= ~shapely.intersects(crossed, leaders)
        across = shapely.length(shapely.intersection(leaders, others))
        fits &= across <= _MOST_ACROSS * unit
        if fits.any():
            k = int(np.argmax(fits))
            return middles[k], ends[k]
    return None


def _shapes(choropleth: Choropleth, drawing: Drawing) -> NDArray[np.object_]:
    """Return the districts in the drawing's units, coarse."""
    import shapely

    west, _, east, north = drawing.bounds
    unit = (east - west) / drawing.width
    flat = drawing.plane.shapes(choropleth.districts.geometry.to_numpy())
    coarse = shapely.simplify(flat, 3 * unit)
    return shapely.transform(coarse, lambda xy: (xy - (west, north)) * (1 / unit, -1 / unit))


def _name(choropleth: Choropleth, drawing: Drawing, i: int, unit: float) -> shapely.Geometry:
    import shapely

    at, width = drawing.anchors[i], text_width(choropleth.names[i], _NAME_PX) * unit
    height = _NAME_HEIGHT * unit
    return shapely.box(at.x - width / 2, at.y - height / 2, at.x + width / 2, at.y + height / 2)


def _whole(point: NDArray[np.float64] | None) -> tuple[int, int] | None:
    return None if point is None else (round(float(point[0])), round(float(point[1])))


def key_height(notes: tuple[Note, ...], width: float, column: float) -> float:
    """Return the height of the key below the map of an embed: of all on phones; pixels.

    Parameters
    ----------
    notes : tuple of Note
        As on the embed's map.
    width, column : float
        Of the embed, and of the map in it; CSS pixels.
    """
    narrow = width < sizes().narrow_below + NARROW
    keyed = [note for note in notes if narrow or note.middle is None]
    if not keyed:
        return 0
    small = sizes().small
    count = sum(lines(note.text, small.size, column - 24) for note in keyed)
    return small.line * count + 4 * len(keyed) + 8
