"""Maps of the whole country: the South China Sea, its islands and the dash line in an inset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.districts.sea import sea_frame
from geo.plate.sheet import PT, Area, Block, Lines, Mark, anchored, rectangle
from geo.plate.style import INK, PAPER, SOFT, Style
from geo.plate.view import View, rings

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from geo.plate.ground import Ground

_DASH_PT = 0.9


def dash_marks(lines: NDArray[np.object_], view: View) -> list[Mark]:
    """Return dashes on the sheet."""
    paths = tuple(shapely.get_coordinates(line) for line in view.shapes(lines) if not line.is_empty)
    return [Lines(paths, INK, _DASH_PT)] if paths else []


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
    west, south, east, north = sea_frame(ground.crs)
    view = View(width / (east - west), west, north, 0, 0)
    height = width * (north - south) / (east - west)
    box = shapely.box(0, 0, width, height)
    marks: list[Mark] = [Area((rectangle(0, 0, width, height),), PAPER)]
    clipped = shapely.intersection(view.shapes(ground.whole), box)
    # Islands smaller than a dot of ink keep an outline, or they would vanish.
    marks += [
        Area(rings(part), paint, SOFT, 0.3, code)
        for shape, paint, code in zip(clipped, paints, ground.codes, strict=True)
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon" and not part.is_empty
    ]
    inside = shapely.intersection(ground.dashes_all, shapely.box(west, south, east, north))
    marks += dash_marks(inside, view)
    marks.append(Area((rectangle(0, 0, width, height),), "", INK, 0.7))
    size = style.sizes.note
    words = style.line(style.say("plate_sea"), size)
    label = anchored(words, width / 2, height + 1.25 * size * PT, 0.5)
    return Block(max(width, words.width), height + 1.5 * size * PT, (*marks, label))
