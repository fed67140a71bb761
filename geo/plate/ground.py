"""Districts in the plane of a plate."""

from __future__ import annotations

from dataclasses import dataclass, replace

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from geo.districts.parents import shown_names
from geo.districts.sea import dashes, inset_dashes, is_national, mainland
from geo.districts.units import MapLines
from geo.geometry.cartogram import Cartogram
from geo.geometry.coverage import simplify, tolerance_for, united
from geo.geometry.extent import Extent
from geo.geometry.plane import Plane, has_constant_scale
from geo.plate.view import bounds_of

#: Outlines of more vertices lose those that print cannot show: fewer are no burden to a file.
_FINE = 200_000


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """The districts in the plane of the map.

    Attributes
    ----------
    plane : Plane
        Metres.
    constant : bool
        One scale bar is true for all of the main map.
    shapes : ndarray of Polygon or MultiPolygon, shape (n,)
    points : ndarray of float, shape (n, 2)
        Poles of inaccessibility.
    outline : Polygon or MultiPolygon
        All of them together.
    approximate : ndarray of bool, shape (n,)
    codes, names : tuple of str
    whole : ndarray of Polygon or MultiPolygon, shape (n,)
        As `shapes`, with the islands that a national map shows in its inset alone.
    lines : MapLines
        Graticule and the like, and the units whose outlines are drawn.
    dashes, dashes_all : ndarray of LineString
        Of the dash line: those on the main map, and all; empty but on national maps.
    """

    plane: Plane
    constant: bool
    shapes: NDArray[np.object_]
    points: NDArray[np.float64]
    outline: shapely.Geometry
    approximate: NDArray[np.bool_]
    codes: tuple[str, ...]
    names: tuple[str, ...]
    whole: NDArray[np.object_]
    lines: MapLines
    dashes: NDArray[np.object_]
    dashes_all: NDArray[np.object_]

    @property
    def national(self) -> bool:
        """Whether this is the whole country."""
        return len(self.dashes_all) > 0

    @property
    def bounds(self) -> Extent:
        """The extent of the main map, its dashes and the frames of its insets included."""
        frames = [frame.polygon for frame in self.plane.frames]
        return bounds_of([*self.shapes, *self.dashes, *frames, *self.lines.below])

    @property
    def occupied(self) -> shapely.Geometry:
        """What no part of the plate may cover: land, dashes, insets, the world's outline."""
        frames = [frame.polygon for frame in self.plane.frames]
        below = [shapely.convex_hull(line) for line in self.lines.below]
        return shapely.union_all([self.outline, *self.dashes, *frames, *below])

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of `bounds`, metres."""
        west, south, east, north = self.bounds
        return (west + east) / 2, (south + north) / 2


def ground_of(
    districts: gpd.GeoDataFrame,
    plane: Plane,
    language: str,
    lines: MapLines | None = None,
    finest: float = 0.0,
) -> Ground:
    """Project districts into the plane of the map.

    Parameters
    ----------
    districts : GeoDataFrame
        The map's, in degrees on WGS 84, with code, name and label point.
    plane : Plane
    language : str
        Of the names; a district without a name in Latin letters keeps its Chinese one.
    lines : MapLines, optional
    finest : float, default 0
        Share of the map's longer side that print can show; 0 keeps every vertex.
    """
    tolerance_m = tolerance_for(districts, finest, _FINE) if finest else 0.0
    if tolerance_m:
        districts = simplify(districts, tolerance_m)
    degrees = districts.geometry.to_numpy()
    whole = plane.shapes(degrees)
    shapes, none = whole, np.array([], dtype=object)
    shown, everywhere = none, none
    if is_national(districts):
        shapes, (shown, everywhere) = mainland(districts, plane.crs), dashes(plane.crs)
    else:
        shown = inset_dashes(plane)
    return Ground(
        plane=plane,
        constant=has_constant_scale(plane, degrees),
        shapes=shapes,
        points=plane.points(districts["label_lon"], districts["label_lat"]),
        outline=united(shapes),
        approximate=districts["approximate"].to_numpy(dtype=bool),
        codes=tuple(districts["code"]),
        names=shown_names(districts, language),
        whole=whole,
        lines=lines or MapLines(),
        dashes=shown,
        dashes_all=everywhere,
    )


def cartogram_ground(
    districts: gpd.GeoDataFrame, plane: Plane, language: str, cartogram: Cartogram
) -> Ground:
    """Return circles or squares in place of districts.

    No outline is approximate, no scale bar true and no line of the map in its place any more.

    Parameters
    ----------
    districts : GeoDataFrame
    plane : Plane
        The one that the cartogram was laid out in.
    language : str
    cartogram : Cartogram
        Of the same districts.
    """
    shapes, none = cartogram.shapes, np.array([], dtype=object)
    return Ground(
        plane=Plane(plane.panels[:1]),
        constant=False,
        shapes=shapes,
        points=cartogram.centres,
        # To the millimetre, or sides of tiles that differ by a rounding would be drawn as seams.
        outline=shapely.union_all(shapes, grid_size=1e-3),
        approximate=np.zeros(len(shapes), dtype=bool),
        codes=tuple(districts["code"]),
        names=shown_names(districts, language),
        whole=shapes,
        lines=MapLines(),
        dashes=none,
        dashes_all=none,
    )


def generalized(ground: Ground, tolerance: float) -> Ground:
    """Return districts without the vertices that a small map cannot show.

    Parameters
    ----------
    ground : Ground
    tolerance : float
        Metres of the plane: corners whose triangle is smaller than its square go.
    """
    shapes = _simplified(ground.shapes, tolerance)
    return replace(
        ground,
        shapes=shapes,
        outline=united(shapes),
        whole=shapes if ground.whole is ground.shapes else _simplified(ground.whole, tolerance),
    )


def _simplified(shapes: NDArray[np.object_], tolerance: float) -> NDArray[np.object_]:
    simple = shapely.coverage_simplify(shapes, tolerance)
    torn = ~shapely.is_valid(simple)
    simple[torn] = shapely.make_valid(simple[torn], method="structure", keep_collapsed=False)
    return simple
