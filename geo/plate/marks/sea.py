"""Maps of the whole country: the South China Sea, its islands and the dash line in an inset."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.districts.sea import sea_frame
from geo.geometry.coverage import united
from geo.plate.ground import Ground
from geo.plate.sheet import Area, Block, Mark, Strokes, rectangle
from geo.plate.style import INK, LEADING, PAPER, SOFT, Style, below
from geo.plate.view import View, filling, rings

#: Strokes, points: the dash line is the strongest on the map, an island's outline the finest.
_DASH_PT, _FRAME_PT, _ISLAND_PT = 0.9, 0.7, 0.3
#: Around more districts outlines are a mesh that hides the colours: the coast alone has one.
_MANY = 400


def dash_marks(lines: NDArray[np.object_], view: View) -> list[Mark]:
    """Return dashes on the sheet."""
    paths = tuple(shapely.get_coordinates(line) for line in view.shapes(lines) if not line.is_empty)
    return [Strokes(paths, INK, _DASH_PT)] if paths else []


def draw_sea(ground: Ground, paints: tuple[str, ...], width: float, style: Style) -> Block:
    """Return the inset of the South China Sea.

    Parameters
    ----------
    ground : Ground
        Of a national map.
    paints : tuple of str, length n
        Fill of every district.
    width : float
        Millimetres.
    style : Style
    """
    bounds = sea_frame(ground.plane.crs)
    view, height = filling(bounds, width), width * bounds.height / bounds.width
    ring = rectangle(0, 0, width, height)
    marks: list[Mark] = [Area((ring,), PAPER)]
    clipped = shapely.intersection(view.shapes(ground.whole), shapely.box(0, 0, width, height))
    parts, owner = shapely.get_parts(clipped, return_index=True)
    drawn = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)
    parts, owner = parts[drawn], owner[drawn].tolist()
    # Islands smaller than a dot of ink keep an outline, or they would vanish.
    line = SOFT if len(ground.codes) <= _MANY else ""
    marks += [
        Area(rings(part), paints[i], line, _ISLAND_PT, ground.codes[i])
        for part, i in zip(parts, owner, strict=True)
    ]
    if not line:
        whole = shapely.get_parts(united(parts))
        marks += [Area(rings(part), "", SOFT, _ISLAND_PT) for part in whole]
    marks += dash_marks(shapely.intersection(ground.dashes_all, bounds.polygon), view)
    marks.append(Area((ring,), "", INK, _FRAME_PT))
    words = style.line(style.say("plate_sea"), style.sizes.note)
    tall = height + LEADING.under * words.em
    return Block(max(width, words.width), tall, (*marks, below(words, width / 2, height)))
