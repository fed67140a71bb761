"""Districts as SVG paths in a flat plane: what page and embed draw.

The plane is a local projection (true areas and shapes), or Web Mercator where tiles lie beneath.
Its unit is a small square of the grid that coordinates are rounded to; y goes down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.districts.units import MapLines, higher_borders
from geo.web.paths import coverage_paths, path

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from geo.geometry.plane import Plane


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a district's name: centre and radius of its largest inscribed circle."""

    x: int
    y: int
    radius: int


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
    plane : Plane
        Of the map.
    frames : tuple of Extent
        The boxes around insets.
    below, above : str
        Paths of the lines under the districts (graticule, outline of the world) and over them
        (outlines of higher units); may be empty.
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
    plane: Plane
    frames: tuple[Extent, ...] = ()
    below: str = ""
    above: str = ""
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
    plane: Plane | None = None,
    points: Sequence[tuple[float, float]] = (),
    lines: MapLines | None = None,
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
    plane : Plane, optional
        Of the map; the local projection by default.
    points : sequence of (lon, lat)
        Points of interest, in degrees.
    lines : MapLines, optional
        What is drawn under and over the districts.

    Returns
    -------
    Drawing
    """
    import shapely

    from geo.geometry.plane import local_plane

    plane, lines = plane or local_plane(districts), lines or MapLines()
    flat = plane.shapes(districts.geometry.to_numpy())
    sea = _sea(districts, plane)
    around = [*plane.frames, *([sea.bounds] if sea else []), *(g.bounds for g in lines.below)]
    grid = _Grid.around(np.vstack([shapely.total_bounds(flat), *around]), resolution)
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
        plane=plane,
        frames=tuple(_box(grid, frame) for frame in plane.frames),
        below=_path_of(lines.below, grid),
        above=path(higher_borders(shapes, lines.units)) if lines.units else "",
    )


def _box(grid: _Grid, frame: Sequence[float]) -> Extent:
    west, south, east, north = frame
    corners = np.rint(grid.units(np.array([(west, north), (east, south)]))).astype(int)
    (left, top), (right, foot) = corners.tolist()
    return Extent(left, top, right - left, foot - top)


def boxes(extents: Sequence[Extent]) -> str:
    """Return the path of rectangles."""
    return "".join(f"M{x} {y}h{wide}v{high}h-{wide}z" for x, y, wide, high in extents)


def _path_of(lines: Sequence[BaseGeometry], grid: _Grid) -> str:
    import shapely

    return "".join(path(shapely.transform(line, grid.units)) for line in lines)


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
    districts: gpd.GeoDataFrame, shapes: NDArray[np.object_], plane: Plane, grid: _Grid
) -> tuple[Anchor, ...]:
    import shapely

    points = list(zip(districts["label_lon"], districts["label_lat"], strict=True))
    xy = _in_units(points, plane, grid)
    radii = shapely.distance(shapely.points(xy), shapely.boundary(shapes))
    return tuple(Anchor(round(x), round(y), round(r)) for (x, y), r in zip(xy, radii, strict=True))


def _in_units(
    points: Sequence[tuple[float, float]], plane: Plane, grid: _Grid
) -> NDArray[np.float64]:
    lon, lat = np.asarray(points, dtype=float).reshape(-1, 2).T
    return grid.units(plane.points(lon, lat))


def _sea(districts: gpd.GeoDataFrame, plane: Plane) -> BaseGeometry | None:
    """Return the dashes that a map of the country or of Hainan must show, or None for others."""
    import shapely

    from geo.districts.sea import dashes, inset_dashes, is_national

    lines = inset_dashes(plane)
    if is_national(districts):
        main, every = dashes(plane.crs)
        lines = np.concatenate([main, lines]) if len(lines) else every
    return shapely.union_all(lines) if len(lines) else None
