"""Districts as SVG paths in a flat plane: what page and embed draw.

The plane is a local projection (true areas and shapes), or Web Mercator where tiles lie beneath.
Its unit is a small square of the grid that coordinates are rounded to; y goes down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.web.paths import coverage_paths, path

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray
    from pyproj import CRS
    from shapely.geometry.base import BaseGeometry

#: A way back from the plane to degrees needs no more terms than this, even for all of China.
_MAX_DEGREE = 9


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a district's name: centre and radius of its largest inscribed circle."""

    x: int
    y: int
    radius: int


@dataclass(frozen=True, slots=True)
class Unprojection:
    """Polynomials from the plane to degrees, for a page that has no projection library.

    Attributes
    ----------
    degree : int
        Terms are ``u**i * v**j`` with ``i + j <= degree``, ordered by i, then j;
        ``u = 2 * x / width - 1``, ``v = 2 * y / height - 1``.
    lon, lat : tuple of float
        Coefficients; WGS 84 degrees.
    """

    degree: int
    lon: tuple[float, ...]
    lat: tuple[float, ...]


class Extent(NamedTuple):
    """A view box: upper left corner and sides, in units of a drawing."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, in the plane's units.

    Attributes
    ----------
    width, height : int
        The extent of the districts; the longer one is the resolution asked for.
    paths : tuple of str
        One path a district, in their order; exterior rings before their holes, which turn the
        other way.
    border : str
        The outline of them all.
    sea : str
        The dashes in the South China Sea, on national maps.
    anchors : tuple of Anchor
    places : tuple of (int, int)
        The points of interest.
    bounds : tuple of float
        West, south, east, north of the extent in the plane's CRS, metres.
    crs : CRS
        Of the plane.
    padding : int
        Room for circles on each side.
    """

    width: int
    height: int
    paths: tuple[str, ...]
    border: str
    sea: str
    anchors: tuple[Anchor, ...]
    places: tuple[tuple[int, int], ...]
    bounds: tuple[float, float, float, float]
    crs: CRS
    padding: int = 0

    @property
    def extent(self) -> Extent:
        """The view box: the districts, and the room around them."""
        room = 2 * self.padding
        return Extent(-self.padding, -self.padding, self.width + room, self.height + room)


def draw(
    districts: gpd.GeoDataFrame,
    *,
    resolution: int,
    tolerance: float = 1,
    crs: CRS | None = None,
    points: Sequence[tuple[float, float]] = (),
) -> Drawing:
    """Project, generalize and round the districts to the grid of a drawing.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326, with ``label_lon, label_lat``.
    resolution : int
        Units along the longer side.
    tolerance : float, default 1
        Of the coverage simplification, in units; 0 keeps every vertex.
    crs : CRS, optional
        Of the plane; the local projection by default.
    points : sequence of (lon, lat)
        Points of interest, in degrees.

    Returns
    -------
    Drawing
    """
    import shapely

    from geo.geometry.projection import local_crs, to_plane

    plane = crs or local_crs(districts)
    flat = to_plane(districts.geometry.to_numpy(), plane)
    sea = _sea(districts, plane)
    grid = _Grid.around(
        np.vstack([shapely.total_bounds(flat), *([sea.bounds] if sea else [])]), resolution
    )
    shapes = shapely.transform(flat, grid.units)
    if tolerance:
        shapes = shapely.coverage_simplify(shapes, tolerance)
    # Simplification turns some rings.
    shapes = shapely.orient_polygons(shapes, exterior_cw=True)
    coverage = coverage_paths(shapes)
    return Drawing(
        width=grid.width,
        height=grid.height,
        paths=coverage.polygons,
        border=coverage.border,
        sea=path(shapely.transform(sea, grid.units)) if sea else "",
        anchors=_anchors(districts, shapes, plane, grid),
        places=tuple((round(x), round(y)) for x, y in _in_units(points, plane, grid)),
        bounds=grid.bounds,
        crs=plane,
    )


@dataclass(frozen=True, slots=True)
class _Grid:
    west: float
    north: float
    unit: float
    width: int
    height: int

    @classmethod
    def around(cls, bounds: NDArray[np.float64], resolution: int) -> _Grid:
        west, south = bounds[:, :2].min(axis=0)
        east, north = bounds[:, 2:].max(axis=0)
        unit = max(east - west, north - south) / resolution
        sides = np.maximum(1, np.ceil(np.round([(east - west) / unit, (north - south) / unit], 6)))
        return cls(west, north, unit, int(sides[0]), int(sides[1]))

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        south, east = self.north - self.height * self.unit, self.west + self.width * self.unit
        return float(self.west), float(south), float(east), float(self.north)

    def units(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack([xy[:, 0] - self.west, self.north - xy[:, 1]]) / self.unit


def _anchors(
    districts: gpd.GeoDataFrame, shapes: NDArray[np.object_], plane: CRS, grid: _Grid
) -> tuple[Anchor, ...]:
    import shapely

    points = list(zip(districts["label_lon"], districts["label_lat"], strict=True))
    xy = _in_units(points, plane, grid)
    radii = shapely.distance(shapely.points(xy), shapely.boundary(shapes))
    return tuple(Anchor(round(x), round(y), round(r)) for (x, y), r in zip(xy, radii, strict=True))


def _in_units(
    points: Sequence[tuple[float, float]], plane: CRS, grid: _Grid
) -> NDArray[np.float64]:
    from geo.geometry.projection import plane_transformer

    degrees = np.asarray(points, dtype=float).reshape(-1, 2)
    xy = plane_transformer(plane).transform(degrees[:, 0], degrees[:, 1])
    return grid.units(np.column_stack(xy))


def unprojection(drawing: Drawing) -> Unprojection:
    """Fit the way back from a drawing to degrees, by least squares to an eighth of its unit."""
    from geo.geometry.projection import plane_transformer

    u, v = (axis.ravel() for axis in np.meshgrid(*[np.cos(np.linspace(0, np.pi, 25))] * 2))
    west, south, east, north = drawing.bounds
    back = plane_transformer(drawing.crs)
    x, y = west + (u + 1) / 2 * (east - west), north - (v + 1) / 2 * (north - south)
    lon, lat = back.transform(x, y, direction="INVERSE")
    seen = np.isfinite(lon) & np.isfinite(lat)  # the corners of a map of the world are beyond it
    u, v, lon, lat = u[seen], v[seen], lon[seen], lat[seen]
    if np.ptp(lon) > 180:  # across the 180th meridian
        middle = back.transform((west + east) / 2, (south + north) / 2, direction="INVERSE")[0]
        lon = middle + (lon - middle + 180) % 360 - 180
    worst = (east - west) / drawing.width / 8 / 111_320  # metres to degrees
    for degree in range(1, _MAX_DEGREE + 1):
        terms = np.column_stack(
            [u**i * v**j for i in range(degree + 1) for j in range(degree + 1 - i)]
        )
        fits = [np.linalg.lstsq(terms, values, rcond=None)[0] for values in (lon, lat)]
        error = max(
            np.abs(terms @ fit - values).max() for fit, values in zip(fits, (lon, lat), strict=True)
        )
        if error < worst:
            break
    # Rounding keeps the bytes the same where linear algebra libraries differ in the last digits.
    digits = max(6, int(np.ceil(-np.log10(worst))) + 1)
    return Unprojection(degree, *(tuple(round(float(c), digits) for c in fit) for fit in fits))


def _sea(districts: gpd.GeoDataFrame, plane: CRS) -> BaseGeometry | None:
    """Return the dashes that a map of the whole country must show, or None for smaller ones."""
    from geo.districts.sea import is_national, south_china_sea

    if not is_national(districts):
        return None
    return south_china_sea().to_crs(plane).geometry.union_all()
