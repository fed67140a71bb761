"""Polygons that share their borders vertex by vertex: matching, generalization, overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely

from geo.geometry.antimeridian import windowed
from geo.geometry.fitting import fit_together
from geo.geometry.projection import (
    equal_area_plane,
    extent_of,
    local_crs,
    to_degrees,
    to_plane,
    world_meridian,
)
from geo.geometry.thinning import thinned

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Coordinates are kept to 6 decimals of a degree, 0.1 m: finer than any boundary is known.
DECIMALS = 6
_GRID = 10.0**-DECIMALS
_FEW_PARTS, _LEAST_SHARE = 400, 0.6
#: Metres of a degree of latitude.
_DEGREE_M = 111_320
_HALF_TURN = 180.0
#: Of more vertices those of triangles with sides of half the tolerance go first: the rest of them
#: takes a fifth of the time.
_VERY_MANY, _FINER = 1_000_000, 0.5


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
    if fit_together(polygons):
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
    if fit_together(polygons):
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


def tolerance_for(gdf: gpd.GeoDataFrame, share: float, most: int) -> float:
    """Return the generalization that leaves everything that can be seen, in whole metres.

    Parameters
    ----------
    gdf : GeoDataFrame
        Any CRS.
    share : float
        Of the extent's longer side: what is smaller is not seen.
    most : int
        Polygons of no more vertices stay as they are.

    Returns
    -------
    float
        For `simplify`; 0 if there are few vertices.
    """
    if int(shapely.get_num_coordinates(gdf.geometry.to_numpy()).sum()) <= most:
        return 0.0
    west, south, east, north = extent_of(gdf)
    parallel = np.cos(np.radians((south + north) / 2))
    return float(round(max((east - west) * parallel, north - south) * _DEGREE_M * share))


def simplify(gdf: gpd.GeoDataFrame, tolerance_m: float) -> gpd.GeoDataFrame:
    """Remove vertices from polygons without parting neighbours.

    Parameters
    ----------
    gdf : GeoDataFrame
        Polygons that form a coverage; any CRS. What lies on both sides of the 180th meridian, in
        degrees, is generalized as one piece and cut there again.
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
    extent = extent_of(gdf)
    if tolerance_m > 0 and (extent.width > _HALF_TURN or extent.east > _HALF_TURN):
        degrees = gdf.geometry.to_crs(4326).to_numpy()
        round_ = _simplified_round(degrees, world_meridian(extent), tolerance_m)
        shapes = gpd.GeoSeries(round_, crs=4326).to_crs(gdf.crs).to_numpy()
    elif tolerance_m > 0:
        plane = local_crs(gdf)
        flat = gdf.geometry.to_crs(plane).to_numpy()
        if shapely.get_num_coordinates(flat).sum() > _VERY_MANY:
            flat = thinned(flat, (tolerance_m * _FINER) ** 2)
        flat = shapely.coverage_simplify(flat, tolerance_m)
        shapes = gpd.GeoSeries(flat, crs=plane).to_crs(gdf.crs).to_numpy()
    return gdf.set_geometry(tidy(shapes, gdf.crs.is_geographic), crs=gdf.crs)


def _simplified_round(
    shapes: NDArray[np.object_], meridian: float, tolerance_m: float
) -> NDArray[np.object_]:
    """Simplify polygons of half the world and more, `meridian` in the middle; degrees.

    The plane is cylindrical and equal-area: triangles have their true size up to the poles, and
    longitudes keep their order, so that what goes round the world is never torn.
    """
    west, middle = meridian - _HALF_TURN, np.array([meridian, 0])
    whole = [windowed(shape, west) for shape in shapes]
    centred = shapely.transform(whole, lambda xy: xy - middle)
    plane = equal_area_plane()
    flat = shapely.coverage_simplify(to_plane(centred, plane), tolerance_m)
    back = shapely.transform(to_degrees(flat, plane), lambda xy: xy + middle)
    # What is straight in this plane is not in degrees: of coarse shapes two edges may cross there.
    torn = ~shapely.is_valid(back)
    back[torn] = shapely.make_valid(back[torn], method="structure", keep_collapsed=False)
    return np.array([windowed(shape, -_HALF_TURN) for shape in back], dtype=object)


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
