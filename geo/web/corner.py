"""Where on the map its buttons are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from geo.geometry.extent import Extent

if TYPE_CHECKING:
    from geopandas import GeoDataFrame
    from numpy.typing import NDArray

    from geo.geometry.plane import Plane

Corner = Literal["nw", "ne", "sw", "se"]
_CORNERS: tuple[Corner, ...] = ("nw", "ne", "sw", "se")
#: Three buttons one under the other, with the gaps between: see `map.css`.
_SHORT, _LONG = 32, 104
#: Widths of the map on phones of 320 and 375 px, where buttons take most of it.
_PHONES = (288, 343)
#: Around the map, and the least height of its stage: see `page.css` and map-leaflet.js.
_MARGIN, _LEAST = 8, 280


class Buttons(NamedTuple):
    """The corner of the buttons; whether they lie in a row, else in a column."""

    corner: Corner
    row: bool


def place_of_buttons(districts: GeoDataFrame, plane: Plane) -> Buttons:
    """Return where the buttons are: clear of districts and of insets as far as they can be."""
    frames = [frame.polygon for frame in plane.frames]
    return emptiest_corner(np.array([*plane.shapes(districts.geometry.to_numpy()), *frames]))


def emptiest_corner(shapes: NDArray[np.object_]) -> Buttons:
    """Return where the buttons cover least of the map; a column before a row of the same.

    Parameters
    ----------
    shapes : ndarray of Polygon or MultiPolygon
        What must not be covered, y up, in any unit.
    """
    import shapely

    west, south, east, north = shapely.bounds(shapes).T
    bounds = shapely.total_bounds(shapes)
    whole = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])

    def covered(buttons: Buttons, times: int) -> float:
        areas = []
        for px in _PHONES:
            box = _place(buttons, bounds, px, times)
            # Nearly all the districts are far from every corner.
            near = (west < box.east) & (east > box.west) & (south < box.north) & (north > box.south)
            areas.append(shapely.area(shapely.clip_by_rect(shapes[near], *box)).sum())
        return round(float(max(areas)) / whole, 4)

    def cost(buttons: Buttons) -> tuple[float, bool, float]:
        # Where several cover the same, the one with the most room around it.
        return covered(buttons, 1), buttons.row, covered(buttons, 2)

    return min((Buttons(at, row) for row in (False, True) for at in _CORNERS), key=cost)


def covered_boxes(buttons: Buttons, width: float, height: float) -> NDArray[np.object_]:
    """Return what the buttons cover of a map so large, on each phone; in its units, y up."""
    import shapely

    whole = np.array([0.0, 0.0, width, height])
    return np.array([shapely.box(*_place(buttons, whole, px, 1)) for px in _PHONES])


def _place(buttons: Buttons, bounds: NDArray[np.float64], width: int, times: int) -> Extent:
    """Return what buttons so many times as large cover of a map in a stage so wide."""
    west, south, east, north = bounds
    aspect = (east - west) / (north - south)
    # The stage has the map's height, or more where the map is flat: it stands in the middle.
    height = max(_LEAST, width / aspect + 2 * _MARGIN)
    unit = max((east - west) / (width - 2 * _MARGIN), (north - south) / (height - 2 * _MARGIN))
    left, low = (west + east - width * unit) / 2, (south + north - height * unit) / 2
    wide, high = (n * times for n in ((_LONG, _SHORT) if buttons.row else (_SHORT, _LONG)))
    x = left if "w" in buttons.corner else left + (width - wide) * unit
    y = low if "s" in buttons.corner else low + (height - high) * unit
    return Extent(x, y, x + wide * unit, y + high * unit)
