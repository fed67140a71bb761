"""The plane a map is drawn in: one projection, or several side by side, each at its own scale."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Proj

from geo.geometry.extent import Extent
from geo.geometry.flat import Flat, flattened, laid_flat
from geo.geometry.projection import local_crs, plane_transformer

#: Largest over smallest scale on the map, in any direction, up to which one bar serves all of it.
_CONSTANT = 1.15
#: Of the scales on the map the share left out at either end: an islet does not decide.
_OUTLIERS = 2.0
_NOWHERE = Extent(0.0, 0.0, 0.0, 0.0)


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
    shows : Extent or None
        Degrees: parts of the main panel that lie in it are drawn here as well, to show where the
        inset is.
    clipped : bool
        What only reaches into `shows` is drawn too, as far as the frame goes.
    """

    crs: CRS
    bounds: tuple[Extent, ...] = ()
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    frame: Extent = _NOWHERE
    foot: float = 0.0
    name: str = ""
    shows: Extent | None = None
    clipped: bool = False

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
    alone : Plane or None
        The same without insets, if it was there before: what lies flat in it is taken from it.
    """

    panels: tuple[Panel, ...]
    alone: Plane | None = None

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
        return self.laid(geometries).shapes.copy()

    def parts(self, geometries: NDArray[np.object_]) -> NDArray[np.object_] | None:
        """Return the parts of geometries in the plane, each in the place it had among them.

        None where parts are others than before: some were cut, closed, repaired or shown again.
        """
        flat = self.laid(geometries)
        return shapely.get_parts(flat.shapes) if flat.whole else None

    def laid(self, geometries: NDArray[np.object_]) -> Flat:
        """Return geometries in the plane, and whether each still has its parts; not to be changed.

        Names, buttons and outlines of a map ask for the same ones, one after the other.
        """
        if not self._last or not _are(self._last[0][0], geometries):
            self.remember(geometries, self._laid_flat(geometries))
        return self._last[0][1]

    def remember(self, geometries: NDArray[np.object_], flat: Flat) -> None:
        """Take what `laid` gave for the same geometries in an earlier build."""
        self._last[:] = [(geometries.copy(), flat)]

    @cached_property
    def _last(self) -> list[tuple[NDArray[np.object_], Flat]]:
        """The shapes that were last asked for, and they in the plane; empty before."""
        return []

    def _laid_flat(self, geometries: NDArray[np.object_]) -> Flat:
        if not self.insets:
            return laid_flat(geometries, self.crs)
        parts, owner = shapely.get_parts(geometries, return_index=True)
        place = self._panel_of(*_inside(parts))
        flat = np.empty(len(parts), dtype=object)
        for i, panel in enumerate(self.panels):
            own = place == i
            if not own.any():
                continue
            known = self.alone.parts(geometries) if self.alone and not i else None
            if known is None:
                known = np.empty(len(parts), dtype=object)
                known[own] = shapely.transform(flattened(parts[own], panel.crs), panel.moved)
            flat[own] = known[own]
        again, its = self._again(parts, owner, place)
        pieces, of = shapely.get_parts(np.append(flat, again), return_index=True)
        owner = np.append(owner, its)[of]
        order = np.argsort(owner, kind="stable")
        ends = np.searchsorted(owner[order], np.arange(1, len(geometries)))
        own = np.split(pieces[order], ends)
        return Flat(np.array([_gathered(parts) for parts in own], dtype=object), whole=False)

    def _again(
        self, parts: NDArray[np.object_], owner: NDArray[np.int64], place: NDArray[np.int64]
    ) -> tuple[NDArray[np.object_], NDArray[np.int64]]:
        """Return parts of the main panel as insets show them again, and whose they are."""
        flat, of = [np.empty(0, dtype=object)], [np.empty(0, dtype=int)]
        for panel in self.insets:
            if panel.shows is None:
                continue
            near = shapely.intersects if panel.clipped else shapely.contains
            own = (place == 0) & near(panel.shows.polygon, parts)
            moved = shapely.transform(flattened(parts[own], panel.crs), panel.moved)
            if panel.clipped:
                moved = _areas(shapely.intersection(moved, panel.frame.polygon))
            flat.append(moved)
            of.append(owner[own])
        return np.concatenate(flat), np.concatenate(of)

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


def _are(a: NDArray[np.object_], b: NDArray[np.object_]) -> bool:
    """Whether two arrays hold the very same geometries, which nobody can change."""
    return len(a) == len(b) and all(map(operator.is_, a.tolist(), b.tolist()))


def _inside(
    parts: NDArray[np.object_],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    lon, lat = shapely.get_coordinates(shapely.point_on_surface(parts)).T
    return lon, lat


def _areas(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return what of shapes is polygons, without lines and points where they were cut."""
    parts, of = shapely.get_parts(shapes, return_index=True)
    areal = (shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)
    kept = [parts[areal & (of == i)] for i in range(len(shapes))]
    return np.array([shapely.multipolygons(own) for own in kept], dtype=object)


def _gathered(parts: NDArray[np.object_]) -> shapely.Geometry:
    if len(parts) == 1:
        return parts[0]
    lines = {part.geom_type for part in parts} == {"LineString"}
    return shapely.multilinestrings(parts) if lines else shapely.multipolygons(parts)
