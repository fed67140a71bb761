"""The plane a map is drawn in: one projection, or several side by side, each at its own scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Proj

from geo.geometry.antimeridian import windowed
from geo.geometry.extent import Extent
from geo.geometry.projection import local_crs, plane_transformer, to_plane
from geo.geometry.repair import made_valid, noded

#: Degrees: a longer edge is a parallel or a meridian, which a plane may bend.
_LONGEST_EDGE = 1.0
#: Decimals of a degree that the vertices added on it keep, so that both its sides have the same.
_DECIMALS = 9
#: Millimetres of a plane: to them the two sides of a cut that a plane closes are the same.
_PLANE_DECIMALS = 3
#: Largest over smallest scale on the map, in any direction, up to which one bar serves all of it.
_CONSTANT = 1.15
#: Of the scales on the map the share left out at either end: an islet does not decide.
_OUTLIERS = 2.0
_AROUND_POLE = 89.99
_NOWHERE = Extent(0.0, 0.0, 0.0, 0.0)
#: Degrees: a tenth of a metre.
_OFF_CUT = 1e-6
#: Metres: gaps and overlaps that come of bending borders are no wider.
_HAIR = 100.0


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of the world with a projection of its own.

    Attributes
    ----------
    crs : CRS
        In metres.
    bounds : tuple of Extent
        Boxes in degrees: what lies in one of them belongs to the panel. Empty for the main one,
        which has the rest.
    scale : float
        Its scale as a multiple of the main panel's.
    x, y : float
        Where its origin comes to lie in the map's plane, metres.
    frame : Extent
        Its box in the map's plane; of no meaning for the main one.
    foot : float
        Height that is free at the foot of the frame, metres.
    name : str
        As the map-maker or the list of insets calls it; may be empty.
    """

    crs: CRS
    bounds: tuple[Extent, ...] = ()
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    frame: Extent = _NOWHERE
    foot: float = 0.0
    name: str = ""

    def has(self, lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Tell which points, in degrees, belong to it; the main panel has none by itself."""
        found = np.zeros(len(lon), dtype=bool)
        for west, south, east, north in self.bounds:
            # A box may reach beyond 180°.
            turned = west + (lon - west) % 360
            found |= (turned <= east) & (lat >= south) & (lat <= north)
        return found

    def moved(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return metres of its projection as metres of the map's plane, shape (n, 2)."""
        return xy * self.scale + np.array([self.x, self.y]) if self.bounds else xy

    def back(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """Undo `moved`."""
        return (xy - np.array([self.x, self.y])) / self.scale if self.bounds else xy


@dataclass(frozen=True, eq=False)
class Plane:
    """Where longitude and latitude come to lie on a map.

    Attributes
    ----------
    panels : tuple of Panel
        The main one first; the others are insets.
    """

    panels: tuple[Panel, ...]

    @property
    def crs(self) -> CRS:
        """Of the main panel."""
        return self.panels[0].crs

    @property
    def insets(self) -> tuple[Panel, ...]:
        """All panels but the main one."""
        return self.panels[1:]

    def shapes(self, shapes: Sequence[object] | NDArray[np.object_]) -> NDArray[np.object_]:
        """Return geometries in the map's plane.

        Parameters
        ----------
        shapes : array of geometry, shape (n,)
            Longitude and latitude in WGS 84.

        Returns
        -------
        ndarray, shape (n,)
            Cut where a projection ends, long edges curved as parallels and meridians are. Of a
            geometry in several panels each part is in its own.
        """
        geometries = np.asarray(shapes, dtype=object)
        if not self.insets:
            return flattened(geometries, self.crs)
        parts, owner = shapely.get_parts(geometries, return_index=True)
        place = self._panel_of(*_inside(parts))
        flat = np.empty(len(parts), dtype=object)
        for i, panel in enumerate(self.panels):
            own = place == i
            if own.any():
                flat[own] = shapely.transform(flattened(parts[own], panel.crs), panel.moved)
        pieces, of = shapely.get_parts(flat, return_index=True)
        owner = owner[of]
        return np.array([_gathered(pieces[owner == i]) for i in range(len(geometries))])

    def points(self, lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return points in the map's plane, metres, shape (n, 2)."""
        lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
        place, xy = self._panel_of(lon, lat), np.empty((len(lon), 2))
        for i, panel in enumerate(self.panels):
            own = place == i
            flat = plane_transformer(panel.crs).transform(lon[own], lat[own])
            xy[own] = panel.moved(np.column_stack(flat))
        return xy

    def degrees(self, xy: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return longitude and latitude of points of the map's plane, shape (n, 2)."""
        xy = np.asarray(xy, dtype=float).reshape(-1, 2)
        place = np.zeros(len(xy), dtype=int)
        for i, panel in enumerate(self.insets, start=1):
            west, south, east, north = panel.frame
            x, y = xy.T
            place[(x >= west) & (x <= east) & (y >= south) & (y <= north)] = i
        found = np.empty(xy.shape)
        for i, panel in enumerate(self.panels):
            own = place == i
            x, y = panel.back(xy[own]).T
            found[own] = np.column_stack(
                plane_transformer(panel.crs).transform(x, y, direction="INVERSE")
            )
        return found

    def _panel_of(self, lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.int64]:
        place = np.zeros(len(lon), dtype=int)
        for i, panel in reversed(list(enumerate(self.panels))):
            place[panel.has(lon, lat)] = i
        return place

    @cached_property
    def frames(self) -> tuple[Extent, ...]:
        """The boxes of the insets, metres."""
        return tuple(panel.frame for panel in self.insets)


def local_plane(districts: gpd.GeoDataFrame) -> Plane:
    """Return the plane that suits an extent, without insets; see `local_crs`."""
    return Plane((Panel(local_crs(districts)),))


def has_constant_scale(plane: Plane, shapes: NDArray[np.object_]) -> bool:
    """Tell whether one scale bar is true all over a map's main panel, within 15 %.

    Parameters
    ----------
    plane : Plane
    shapes : ndarray of geometry
        Longitude and latitude in WGS 84. The scales at their vertices, in the directions of most
        and least stretch (Tissot), are compared, 2 % of them at either end left out.
    """
    lon, lat = shapely.get_coordinates(shapes).T
    for panel in plane.insets:
        kept = ~panel.has(lon, lat)
        lon, lat = lon[kept], lat[kept]
    step = max(1, len(lon) // 5000)
    at = Proj(plane.crs).get_factors(lon[::step], lat[::step], errcheck=False)
    least, most = np.asarray(at.tissot_semiminor), np.asarray(at.tissot_semimajor)
    sound = np.isfinite(least) & np.isfinite(most) & (least > 0)
    if not sound.any():
        return True
    low = np.percentile(least[sound], _OUTLIERS)
    return bool(np.percentile(most[sound], 100 - _OUTLIERS) <= _CONSTANT * low)


def flattened(shapes: NDArray[np.object_], crs: CRS) -> NDArray[np.object_]:
    """Project geometries, cut where the plane ends; see `Plane.shapes`."""
    middle = middle_of(crs)
    polar = _is_polar(crs)
    if not polar:
        shapes = _cut(shapes, middle - 180)
    if _longest_edge(shapes) > _LONGEST_EDGE:
        fine = shapely.segmentize(shapes, _LONGEST_EDGE)
        shapes = shapely.transform(fine, lambda xy: np.round(xy, _DECIMALS))
    flat = to_plane(shapes, crs)
    return _sound(_closed(flat) if polar else flat)


def _sound(flat: NDArray[np.object_]) -> NDArray[np.object_]:
    """Repair polygons whose narrow places the plane has turned inside out."""
    if shapely.is_valid(flat).all() or not np.isfinite(shapely.total_bounds(flat)).all():
        return flat
    return noded(made_valid(flat).polygons, _HAIR).polygons


def middle_of(crs: CRS) -> float:
    """Return the meridian in the middle of a plane, degrees; it ends half a turn away from it."""
    operation = crs.coordinate_operation
    params = operation.params if operation else []
    words = ("Longitude of", "longitude of")
    found = (p for p in params if p.name.startswith(words) and "natural" in p.name.lower())
    any_ = (p for p in params if p.name.startswith(words))
    return next((float(p.value) for p in (*found, *any_)), 0.0)


def _is_polar(crs: CRS) -> bool:
    """Tell whether a plane is drawn from above a pole: nothing ends at its meridians."""
    operation = crs.coordinate_operation
    name = operation.method_name.lower() if operation else ""
    round_ = any(w in name for w in ("azimuthal", "stereographic", "orthographic", "gnomonic"))
    params = operation.params if operation else []
    lats = [abs(float(p.value)) for p in params if "atitude of" in p.name]
    return round_ and max(lats, default=0.0) > _AROUND_POLE


def _cut(shapes: NDArray[np.object_], west: float) -> NDArray[np.object_]:
    bounds = shapely.bounds(shapes)
    with np.errstate(invalid="ignore"):
        outside = (bounds[:, 0] <= west) | (bounds[:, 2] >= west + 360)
    # Both ends at 180° on a map that goes on there: one piece, not two that touch.
    if not outside.any():
        return shapes
    cut = shapes.copy()
    cut[outside] = [windowed(shape, west) for shape in shapes[outside]]
    # On the cut itself a vertex could come to lie on either side of the map.
    low, high = west + _OFF_CUT, west + 360 - _OFF_CUT
    cut[outside] = shapely.transform(
        cut[outside], lambda xy: np.column_stack([np.clip(xy[:, 0], low, high), xy[:, 1]])
    )
    return cut


def _longest_edge(shapes: NDArray[np.object_]) -> float:
    rings = shapely.get_rings(shapely.get_parts(shapes))
    lines = rings if len(rings) else shapely.get_parts(shapes)
    xy, of = shapely.get_coordinates(lines, return_index=True)
    steps = np.abs(np.diff(xy, axis=0))[np.diff(of) == 0]
    return float(steps.max(initial=0.0))


def _closed(flat: NDArray[np.object_]) -> NDArray[np.object_]:
    """Close the cut at 180° of polygons around a pole: its two sides fall together."""
    rounded = shapely.transform(flat, lambda xy: np.round(xy, _PLANE_DECIMALS))
    torn = ~shapely.is_valid(rounded)
    rounded[torn] = shapely.make_valid(rounded[torn], method="structure", keep_collapsed=False)
    multi = shapely.get_type_id(rounded) == shapely.GeometryType.MULTIPOLYGON
    rounded[multi] = [shapely.union_all(shapely.get_parts(shape)) for shape in rounded[multi]]
    return rounded


def _inside(
    parts: NDArray[np.object_],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    lon, lat = shapely.get_coordinates(shapely.point_on_surface(parts)).T
    return lon, lat


def _gathered(parts: NDArray[np.object_]) -> shapely.Geometry:
    if len(parts) == 1:
        return parts[0]
    lines = {part.geom_type for part in parts} == {"LineString"}
    return shapely.multilinestrings(parts) if lines else shapely.multipolygons(parts)
