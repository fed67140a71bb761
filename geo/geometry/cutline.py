"""Cut a polygon by a straight line so that the part beyond it has a given area."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.geometry.projection import polygon_km2

#: A part whose area misses the one asked for by more than this share is not accepted.
_TOLERANCE = 1e-4
#: Degrees: nearer than this, a piece touches the line.
_TOUCHES = 1e-9
#: Degrees of latitude within which the line is found: 0.1 mm.
_NARROW = 1e-9


@dataclass(frozen=True, slots=True)
class Direction:
    """A compass direction over a polygon, in a plane where degrees of longitude have their length.

    Attributes
    ----------
    middle : ndarray, shape (2,)
        Of the polygon's extent, in degrees: the origin of offsets.
    scale : ndarray, shape (2,)
        Length of a degree of longitude and of latitude there, relative to the latter.
    along : ndarray, shape (2,)
        Unit vector, east and north.
    reach : float
        More than the distance of any vertex from the origin, in degrees of latitude.
    """

    middle: NDArray[np.float64]
    scale: NDArray[np.float64]
    along: NDArray[np.float64]
    reach: float

    def offsets(self, polygon: shapely.Geometry) -> NDArray[np.float64]:
        """Return how far each vertex lies in the direction, in degrees of latitude."""
        return ((shapely.get_coordinates(polygon) - self.middle) * self.scale) @ self.along

    def line(self, offset: float) -> shapely.LineString:
        """Return the line square to the direction at an offset."""
        return shapely.LineString(self._corners(offset, offset)[:2])

    def beyond(self, offset: float) -> shapely.Polygon:
        """Return the half-plane beyond that line, up to `reach`."""
        return shapely.Polygon(self._corners(offset, self.reach))

    def _corners(self, near: float, far: float) -> NDArray[np.float64]:
        across = np.array([self.along[1], -self.along[0]])
        places = [(near, -1), (near, 1), (far, 1), (far, -1)]
        plane = np.array([a * self.along + side * self.reach * across for a, side in places])
        return plane / self.scale + self.middle


def direction_over(polygon: shapely.Geometry, degrees: float) -> Direction:
    """Return the direction `degrees` clockwise from north over `polygon`."""
    west, south, east, north = polygon.bounds
    middle = np.array([(west + east) / 2, (south + north) / 2])
    scale = np.array([np.cos(np.radians(middle[1])), 1.0])
    along = np.array([np.sin(np.radians(degrees)), np.cos(np.radians(degrees))])
    return Direction(middle, scale, along, 4 * float(np.hypot(east - west, north - south)))


def part_beyond(
    polygon: shapely.Geometry, degrees: float, area_km2: float
) -> shapely.Polygon | shapely.MultiPolygon:
    """Return the part of a polygon that lies furthest in a direction and has a given area.

    Parameters
    ----------
    polygon : Polygon or MultiPolygon
        Longitude and latitude in WGS 84.
    degrees : float
        Clockwise from north; the cut is a straight line square to it.
    area_km2 : float
        Above 0 and below the polygon's own, on the ellipsoid; met within 0.01 %.

    Returns
    -------
    Polygon or MultiPolygon
        In one piece wherever the polygon is: a lobe that the line cuts off separately stays with
        the rest. Only if no line gives the area that way do the lobes belong to the part.
    """
    direction = direction_over(polygon, degrees)
    for rule in (_largest_beyond, _all_beyond):
        part = _of_area(polygon, direction, area_km2, rule)
        if abs(polygon_km2(part) / area_km2 - 1) < _TOLERANCE:
            break
    return part


Rule = Callable[[shapely.Geometry, Direction, float], shapely.Geometry]


def _of_area(
    polygon: shapely.Geometry, direction: Direction, area_km2: float, rule: Rule
) -> shapely.Geometry:
    """Bisect for the offset: the further out the line, the smaller the part beyond it."""
    offsets = direction.offsets(polygon)
    near, far = float(offsets.min()), float(offsets.max())
    while far - near > _NARROW:
        middle = (near + far) / 2
        if polygon_km2(rule(polygon, direction, middle)) > area_km2:
            near = middle
        else:
            far = middle
    return rule(polygon, direction, far)


def _all_beyond(polygon: shapely.Geometry, direction: Direction, offset: float) -> shapely.Geometry:
    return shapely.intersection(polygon, direction.beyond(offset))


def _largest_beyond(
    polygon: shapely.Geometry, direction: Direction, offset: float
) -> shapely.Geometry:
    """Return the largest piece beyond the line, and the islands that the line does not touch."""
    pieces = shapely.get_parts(_all_beyond(polygon, direction, offset))
    if len(pieces) < 2:
        return shapely.union_all(pieces)
    keep = shapely.distance(pieces, direction.line(offset)) > _TOUCHES
    keep[np.argmax(shapely.area(pieces))] = True
    return shapely.union_all(pieces[keep])
