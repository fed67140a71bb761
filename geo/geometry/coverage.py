"""Polygons that share their borders vertex by vertex: making them so, and testing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Vertices lie on this grid, in degrees: 0.1 m.
GRID = 1e-6


def matched(polygons: NDArray[np.object_], grid: float = GRID) -> NDArray[np.object_]:
    """Give polygons that touch or nearly touch the same vertices along their common borders.

    Parameters
    ----------
    polygons : ndarray of Polygon or MultiPolygon
        Without overlaps wider than the grid.
    grid : float
        Snapping distance in the units of the coordinates.

    Returns
    -------
    ndarray
        The same areas rebuilt from one noded line work (snap rounding, Hobby 1999). A corner of one
        polygon on the edge of another becomes a vertex of both, which simplification needs.
    """
    lines = shapely.union_all(shapely.boundary(polygons), grid_size=grid)
    faces = shapely.get_parts(shapely.polygonize([lines]))
    tree = shapely.STRtree(polygons)
    face, owner = tree.query(shapely.point_on_surface(faces), predicate="within")
    rebuilt = [shapely.coverage_union_all(faces[face[owner == i]]) for i in range(len(polygons))]
    return np.array(rebuilt, dtype=object)


def overlaps(polygons: NDArray[np.object_], share: float) -> list[tuple[int, int, float]]:
    """Find polygons that overlap.

    Parameters
    ----------
    polygons : ndarray of Polygon, MultiPolygon or None
        Valid.
    share : float
        Overlaps up to this share of the smaller one's area are let pass.

    Returns
    -------
    list of (int, int, float)
        Positions, the lower first, and the share of the smaller one; ascending.
    """
    if shapely.coverage_is_valid(polygons):
        return []  # ten times faster than looking at the pairs, and the rule with official polygons
    tree = shapely.STRtree(polygons)
    left, right = tree.query(polygons, predicate="intersects")
    left, right = left[left < right], right[left < right]
    common = shapely.area(shapely.intersection(polygons[left], polygons[right]))
    shares = common / np.minimum(shapely.area(polygons[left]), shapely.area(polygons[right]))
    wide = shares > share
    pairs = zip(left[wide].tolist(), right[wide].tolist(), shares[wide].tolist(), strict=True)
    return sorted(pairs)
