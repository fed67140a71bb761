"""Polygons that share their borders vertex by vertex: matching, generalization, overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely

from geo.geometry.projection import local_crs

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Coordinates are kept to 6 decimals of a degree, 0.1 m: finer than any boundary is known.
DECIMALS = 6
_GRID = 10.0**-DECIMALS
_FEW_PARTS, _LEAST_SHARE = 400, 0.6


def matched(polygons: NDArray[np.object_], grid: float = _GRID) -> NDArray[np.object_]:
    """Give polygons that touch or nearly touch the same vertices along their common borders.

    Parameters
    ----------
    polygons : ndarray of Polygon or MultiPolygon
        n polygons without overlaps wider than the grid.
    grid : float
        Snapping distance in the units of the coordinates.

    Returns
    -------
    ndarray, shape (n,)
        The same areas rebuilt from one noded line work (snap rounding, Hobby 1999). A corner of one
        polygon on the edge of another becomes a vertex of both, which simplification needs.
    """
    lines = shapely.union_all(shapely.boundary(polygons), grid_size=grid)
    faces = shapely.get_parts(shapely.polygonize([lines]))
    tree = shapely.STRtree(polygons)
    face, owner = tree.query(shapely.point_on_surface(faces), predicate="within")
    rebuilt = [shapely.coverage_union_all(faces[face[owner == i]]) for i in range(len(polygons))]
    return np.array(rebuilt, dtype=object)


def overlaps(
    polygons: NDArray[np.object_], share: float, width: float = 0.0
) -> list[tuple[int, int, float]]:
    """Find polygons that overlap.

    Parameters
    ----------
    polygons : ndarray of Polygon, MultiPolygon or None
        Valid.
    share : float
        Overlaps up to this share of the smaller one's area are ignored. Areas are taken in the
        coordinates as they are: in degrees, both polygons of a pair are stretched alike.
    width : float, default 0
        Overlaps up to this width, twice their area over their perimeter, are ignored too: borders
        rounded to a grid overlap by its step, and of an islet that may be a large share.

    Returns
    -------
    list of (int, int, float)
        Positions, the lower first, and the share of the smaller one; ascending.
    """
    if shapely.coverage_is_valid(polygons):
        return []  # ten times faster than the pairs, and the usual case for official polygons
    tree = shapely.STRtree(polygons)
    left, right = tree.query(polygons, predicate="intersects")
    left, right = left[left < right], right[left < right]
    common = shapely.intersection(polygons[left], polygons[right])
    areas = shapely.area(common)
    shares = areas / np.minimum(shapely.area(polygons[left]), shapely.area(polygons[right]))
    wide = (shares > share) & (2 * areas > width * shapely.length(common))
    pairs = zip(left[wide].tolist(), right[wide].tolist(), shares[wide].tolist(), strict=True)
    return sorted(pairs)


def united(polygons: NDArray[np.object_]) -> shapely.Geometry:
    """Unite polygons that should form a coverage, and also those that do not quite.

    Parameters
    ----------
    polygons : ndarray of Polygon or MultiPolygon
        Where a corner of one lies on another's edge, or their borders are a hair apart, the fast
        union of coverages is impossible, and the general one is taken; see `loose`.
    """
    try:
        return shapely.coverage_union_all(polygons)
    except shapely.GEOSException:
        return shapely.union_all(polygons)


def loose(polygons: NDArray[np.object_]) -> list[int]:
    """Return the positions of polygons whose borders overlap or miss the vertices of others'."""
    if shapely.coverage_is_valid(polygons):
        return []
    edges = shapely.coverage_invalid_edges(polygons)
    return np.flatnonzero(~shapely.is_empty(edges) & ~shapely.is_missing(edges)).tolist()


def outline_share(geometries: NDArray[np.object_]) -> float:
    """Return the share of its usual width that an outer line has around so many parts.

    Around thousands of islands a wide one leaves no colour of theirs. Up to 400 parts it is all
    of it; of four times as many, each with half the side, half; never less than 0.6.
    """
    parts = int(shapely.get_num_geometries(geometries).sum())
    return float(max(_LEAST_SHARE, min(1.0, (_FEW_PARTS / max(parts, 1)) ** 0.5)))


def simplify(gdf: gpd.GeoDataFrame, tolerance_m: float) -> gpd.GeoDataFrame:
    """Remove vertices from polygons without parting neighbours.

    Parameters
    ----------
    gdf : GeoDataFrame
        Polygons that form a coverage; any CRS; not across the 180th meridian, where the parts of
        one polygon would share a border.
    tolerance_m : float
        Metres. Vertices whose triangle with their neighbours is smaller than the tolerance squared
        are removed (Visvalingam and Whyatt 1993, on the edges that polygons share); 0 keeps all.

    Returns
    -------
    GeoDataFrame
        A copy in the same CRS, coordinates rounded to 6 decimals if it is geographic, exterior
        rings counter-clockwise. Polygons simplified one by one would leave holes between them:
        19,298 between China's counties.
    """
    shapes = gdf.geometry.to_numpy()
    if tolerance_m > 0:
        plane = local_crs(gdf)
        flat = shapely.coverage_simplify(gdf.geometry.to_crs(plane).to_numpy(), tolerance_m)
        shapes = gpd.GeoSeries(flat, crs=plane).to_crs(gdf.crs).to_numpy()
    return gdf.set_geometry(tidy(shapes, gdf.crs.is_geographic), crs=gdf.crs)


def tidy(geometries: NDArray[np.object_], degrees: bool = True) -> NDArray[np.object_]:
    """Return polygons with exterior rings counter-clockwise; rounded to 6 decimals if in degrees.

    Each coordinate is rounded by itself, so equal vertices stay equal and a coverage stays one.
    A polygon that rounding would make invalid keeps its digits. GeoJSON asks for this orientation
    (RFC 7946, 3.1.6). A multi-polygon of one becomes a polygon.
    """
    if degrees:
        rounded = shapely.transform(geometries, lambda xy: np.round(xy, DECIMALS))
        # A polygon of centimetres may collapse. It keeps its digits.
        geometries = np.where(shapely.is_valid(rounded), rounded, geometries)
    single = shapely.get_num_geometries(geometries) == 1
    geometries = np.where(single, shapely.get_geometry(geometries, 0), geometries)
    return shapely.orient_polygons(geometries, exterior_cw=False)
