"""Polygons round the back of a map: rings across the 180th meridian, and the cut a plane needs."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

_TURN, _HALF_TURN = 360.0, 180.0
#: Degrees of longitude: an edge that jumps from one end of the world to the other is read as the
#: short way across the 180th meridian up to this length. Of a longer one nobody can tell.
LONGEST_CROSSING = 10.0
_POLE = 90.0


def jumps(shape: shapely.Geometry) -> NDArray[np.float64]:
    """Return the longitudes that edges longer than half the world span, in degrees; signed.

    An edge along a pole is none: there all longitudes are one point.
    """
    west, _, east, _ = shape.bounds
    if not east - west > _HALF_TURN:  # nearly all: no need to walk along their edges
        return np.array([])
    xy, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(shape)),
                                       return_index=True)  # fmt: skip
    at_pole = np.abs(xy[:, 1]) == _POLE
    kept = (np.diff(ring) == 0) & ~(at_pole[1:] & at_pole[:-1])
    steps = np.diff(xy[:, 0])[kept]
    wide: NDArray[np.float64] = steps[np.abs(steps) > _HALF_TURN]
    return wide


def untorn(polygons: NDArray[np.object_]) -> NDArray[np.object_]:
    """Cut rings that run across the 180th meridian there, as RFC 7946, 3.1.9, asks.

    Parameters
    ----------
    polygons : ndarray of Polygon, MultiPolygon or None, shape (n,)
        Degrees from -180 to 180. An edge from one end of them to the other is the short way round;
        a ring that thereby goes round the world has the nearer pole inside.

    Returns
    -------
    ndarray
        Those with such edges rebuilt. Others, and those with an edge that is long both ways round
        (`LONGEST_CROSSING`), are as they are.
    """
    found = polygons.copy()
    west, _, east, _ = shapely.bounds(polygons).T
    for i in np.flatnonzero(east - west > _HALF_TURN):  # none that is missing or empty
        shape = polygons[i]
        steps = np.abs(jumps(shape))
        if len(steps) and (np.abs(_TURN - steps) <= LONGEST_CROSSING).all():
            parts = [_valid(_unrolled(part)) for part in shapely.get_parts(shape)]
            found[i] = windowed(shapely.union_all(parts), -_HALF_TURN)
    return found


def windowed(shape: shapely.Geometry, west: float) -> shapely.Geometry:
    """Return a geometry with all of it between a meridian and the same meridian a turn further.

    Parameters
    ----------
    shape : geometry
        Degrees; of longitudes anywhere from two turns west to two turns east.
    west : float
        The meridian that the plane is cut at, degrees.

    Returns
    -------
    geometry
        Longitudes in ``[west, west + 360]``. What meets at an old cut is one piece again.
    """
    if west <= shape.bounds[0] and shape.bounds[2] <= west + _TURN:
        return shape
    pieces = []
    for turn in (-2, -1, 0, 1, 2):
        by = np.array([turn * _TURN, 0])
        at = west + turn * _TURN
        part = shapely.intersection(shape, shapely.box(at, -_POLE, at + _TURN, _POLE))
        if not part.is_empty:
            pieces.append(shapely.transform(part, lambda xy, by=by: xy - by))
    whole = shapely.union_all(pieces)
    kept = [p for p in shapely.get_parts(whole) if p.geom_type == "Polygon"]
    return whole if not kept else kept[0] if len(kept) == 1 else shapely.multipolygons(kept)


def _unrolled(polygon: shapely.Polygon) -> shapely.Polygon:
    """Return a polygon whose edges are all shorter than half the world."""
    shell, *holes = (_continuous(shapely.get_coordinates(r)) for r in shapely.get_rings(polygon))
    west, east = shell[:, 0].min(), shell[:, 0].max()
    inside = []
    for hole in holes:
        middle = (hole[:, 0].min() + hole[:, 0].max()) / 2
        turns = np.round(((west + east) / 2 - middle) / _TURN)
        inside.append(hole + np.array([turns * _TURN, 0]))
    return shapely.Polygon(shell, inside)


def _continuous(ring: NDArray[np.float64]) -> NDArray[np.float64]:
    """Unwrap the longitudes of a closed ring; one round the world is closed over its pole."""
    lon = np.unwrap(ring[:, 0], period=_TURN)
    unwrapped = np.column_stack([lon, ring[:, 1]])
    if abs(lon[-1] - lon[0]) < _HALF_TURN:
        unwrapped[-1] = unwrapped[0]
        return unwrapped
    pole = np.copysign(_POLE, ring[np.argmax(np.abs(ring[:, 1])), 1])
    over = [(lon[-1], pole), (lon[0], pole), unwrapped[0]]
    return np.vstack([unwrapped, over])


def _valid(polygon: shapely.Polygon) -> shapely.Geometry:
    return shapely.make_valid(polygon, method="structure", keep_collapsed=False)
