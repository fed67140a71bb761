"""How far the embed's map can be enlarged."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from geo.web.heights import map_most
from geo.web.map import NARROWEST_PX

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.web.drawing import Drawing

_THUMB_PX = 44  # target size, enhanced: WCAG 2.2, success criterion 2.5.5
_LEAST_ZOOM = 4


def largest_zoom(choropleth: Choropleth, drawing: Drawing) -> int:
    """Return how many times the embed's map can be enlarged: so that a thumb hits every district.

    The circle inscribed in the smallest one is then `_THUMB_PX` wide on the narrowest screen.
    """
    scale = min(NARROWEST_PX / drawing.extent.width, map_most(choropleth) / drawing.extent.height)
    least = min((a.radius for a in drawing.anchors), default=1)
    return max(_LEAST_ZOOM, math.ceil(_THUMB_PX / (2 * max(least, 1) * scale)))
