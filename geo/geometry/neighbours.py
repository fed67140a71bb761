"""Which polygons touch each other."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

#: Degrees, a centimetre on the ground: borders that rounding has drawn apart still touch.
_TOUCHING = 1e-7


def neighbours(shapes: NDArray[np.object_]) -> tuple[tuple[int, ...], ...]:
    """Return the neighbours of every polygon: those that share a border or a corner with it.

    Parameters
    ----------
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
        A coverage, EPSG:4326.

    Returns
    -------
    tuple of tuple of int, length n
        Ascending; empty for an island. This is contiguity "as the queen moves" (A. D. Cliff &
        J. K. Ord, "Spatial Processes", Pion 1981).
    """
    tree = shapely.STRtree(shapes)
    one, other = tree.query(shapes, predicate="dwithin", distance=_TOUCHING)
    found: list[list[int]] = [[] for _ in shapes]
    for i, j in zip(one.tolist(), other.tolist(), strict=True):
        if i != j:
            found[i].append(j)
    return tuple(tuple(sorted(own)) for own in found)
