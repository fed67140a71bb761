"""Where the plane of the map lies on the sheet, and its polygons as they are drawn there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.extent import Extent
from geo.plate.sheet import Points, line

#: Vertices closer than this fall together, millimetres: a 2,540 dpi imagesetter's own dot.
_GRID = 0.01


def bounds_of(shapes: Sequence[shapely.Geometry] | NDArray[np.object_]) -> Extent:
    """Return the extent of all shapes together."""
    west, south, east, north = shapely.total_bounds(shapes)
    return Extent(float(west), float(south), float(east), float(north))


@dataclass(frozen=True, slots=True)
class View:
    """Where the plane lies on the sheet.

    Attributes
    ----------
    scale : float
        Millimetres per metre.
    west, north : float
        The point of the plane that lies at `x`, `y`, metres.
    x, y : float
        Millimetres.
    """

    scale: float
    west: float
    north: float
    x: float
    y: float

    def place(self, coordinates: Points) -> Points:
        """Return millimetres for metres, shape (n, 2)."""
        return (coordinates - (self.west, self.north)) * (self.scale, -self.scale) + (
            self.x,
            self.y,
        )

    def shapes(self, geometries: NDArray[np.object_]) -> NDArray[np.object_]:
        """Return geometries in millimetres."""
        return shapely.transform(geometries, self.place)

    def frame(self, bounds: Extent) -> Points:
        """Return the ring of an extent in millimetres, from its upper left corner."""
        west, south, east, north = bounds
        return self.place(line((west, north), (east, north), (east, south), (west, south)))

    def metres(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the plane under a point of the sheet."""
        return self.west + (x - self.x) / self.scale, self.north - (y - self.y) / self.scale


def fitted(bounds: Extent, x: float, y: float, scale: float) -> View:
    """Return the view that puts the upper left corner of `bounds` at `x`, `y`."""
    return View(scale, bounds.west, bounds.north, x, y)


def filling(bounds: Extent, width: float) -> View:
    """Return the view that makes `bounds` as wide as `width`, with its corner at the origin."""
    return fitted(bounds, 0, 0, width / bounds.width)


def rings(shape: shapely.Geometry) -> tuple[Points, ...]:
    """Return the rings of a polygon in millimetres, open, without vertices nobody sees.

    Rounding goes by coordinate, so that neighbours still share their border.
    """
    found = [r for part in shapely.get_parts(shape) for r in shapely.get_rings(part)]
    thinned = [thin(shapely.get_coordinates(ring))[:-1] for ring in found]
    seen = tuple(ring for ring in thinned if len(ring) >= 3)
    return seen or tuple(shapely.get_coordinates(ring)[:-1] for ring in found[:1])


def thin(points: Points) -> Points:
    """Return a path in millimetres without vertices that fall together."""
    rounded = np.round(points / _GRID) * _GRID
    kept = np.ones(len(rounded), dtype=bool)
    kept[1:] = (np.abs(np.diff(rounded, axis=0)) > _GRID / 2).any(axis=1)
    return rounded[kept]
