"""The plane of a map: chosen by the map-maker or by where the districts lie, with its insets."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from geo.base.errors import MapError, Problem
from geo.districts.insets import far_parts
from geo.districts.projections import named_crs
from geo.geometry.extent import Extent
from geo.geometry.flat import flattened, shows_all
from geo.geometry.layout import Block, Corner, placed
from geo.geometry.plane import Panel, Plane
from geo.geometry.projection import extent_of, local_crs
from geo.spec.plane import PlaneSpec

#: An inset keeps the map's scale if it is from a tenth to half as long; else it is brought to the
#: nearer of a tenth and three tenths.
_SMALLEST, _LARGEST, _SHRUNK = 0.1, 0.5, 0.3
#: Of the longer side of the main map: from an inset's content to its frame, and from frame to land.
_PADDING, _GAP = 0.012, 0.018
#: Under an inset's content there is room for its scale bar besides.
_FOOT = 0.03


def map_plane(
    districts: gpd.GeoDataFrame, spec: PlaneSpec, drawn: gpd.GeoDataFrame | None = None
) -> Plane:
    """Choose the plane of a map.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326, with ``name``.
    spec : PlaneSpec
    drawn : GeoDataFrame, optional
        The same districts as they are drawn, if they are generalized: those the plane has to show.

    Raises
    ------
    MapError
        If the projection is unknown, or cannot show some of the districts.
    """
    shapes = districts.geometry.to_numpy()
    insets = _insets(shapes, spec)
    parts = shapely.get_parts(shapes)
    far = [_members(parts, inset.boxes) for inset in insets]
    used = [i for i, own in enumerate(far) if own.any()]
    home = parts[~np.any([far[i] for i in used], axis=0)] if used else parts
    if not len(home):
        used, home = [], parts
    main = Panel(_main_crs(home, spec))
    if not used:
        plane = Plane((main,))
        drawn = districts if drawn is None else drawn
        if not shows_all(drawn.geometry.to_numpy(), main.crs):
            _check(drawn, plane.shapes(drawn.geometry.to_numpy()), main.crs)
        return plane
    flat = flattened(home, main.crs)
    _check(districts, flat, main.crs)
    chosen = [(insets[i], parts[far[i]]) for i in used]
    return Plane((main, *_laid_out(flat, chosen)))


class _Inset(NamedTuple):
    """A known far part, or one of the map-maker's."""

    name: str
    boxes: tuple[Extent, ...]
    corner: Corner
    scale: float | None = None
    shows: Extent | None = None


def _insets(shapes: NDArray[np.object_], spec: PlaneSpec) -> list[_Inset]:
    if spec.insets == "none":
        return []
    if spec.insets == "auto":
        return [
            _Inset(far.name, far.boxes, far.corner, shows=far.shows) for far in far_parts(shapes)
        ]
    return [_Inset(i.name, (Extent(*i.bounds),), i.corner, i.scale) for i in spec.insets]


def _members(parts: NDArray[np.object_], boxes: tuple[Extent, ...]) -> NDArray[np.bool_]:
    inside = shapely.get_coordinates(shapely.point_on_surface(parts))
    return Panel(CRS.from_epsg(4326), boxes).has(*inside.T)


def _main_crs(home: NDArray[np.object_], spec: PlaneSpec) -> CRS:
    frame = gpd.GeoDataFrame(geometry=home, crs=4326)
    if spec.projection:
        return named_crs(spec.projection, extent_of(frame), spec.meridian)
    if spec.meridian is not None:
        return named_crs("equal earth", extent_of(frame), spec.meridian)
    return local_crs(frame)


def _check(districts: gpd.GeoDataFrame, flat: NDArray[np.object_], crs: CRS) -> None:
    """Refuse a plane in which some districts have no place."""
    if np.isfinite(shapely.get_coordinates(flat)).all() and not shapely.is_empty(flat).all():
        return
    lost = [not np.isfinite(shapely.get_coordinates(shape)).all() for shape in flat]
    names = list(districts["name"][lost]) if len(lost) == len(districts) else []
    which = f": {', '.join(names[:3])}" + (" …" if len(names) > 3 else "") if names else ""
    what = f"{crs.name} cannot show {sum(lost):,} of {len(lost):,} districts{which}"
    raise MapError(Problem("map.projection", what, 'For the whole world, write "equal earth".'))


def _laid_out(
    home: NDArray[np.object_], chosen: list[tuple[_Inset, NDArray[np.object_]]]
) -> list[Panel]:
    """Give every inset its plane, its scale and its place."""
    west, south, east, north = shapely.total_bounds(home)
    side = max(east - west, north - south)
    padding, foot = side * _PADDING, side * _FOOT
    panels, blocks, corners = [], [], []
    for inset, parts in chosen:
        shown = parts if inset.shows is None else np.array([inset.shows.polygon])
        crs = local_crs(gpd.GeoDataFrame(geometry=shown, crs=4326))
        box = Extent(*map(float, shapely.total_bounds(flattened(shown, crs))))
        scale = inset.scale or _scale(max(box.width, box.height), side)
        panels.append(Panel(crs, inset.boxes, scale, name=inset.name, shows=inset.shows))
        corners.append(box)
        blocks.append(
            Block(
                box.width * scale + 2 * padding,
                box.height * scale + 2 * padding + foot,
                inset.corner,
            )
        )
    frames = placed(home, blocks, side * _GAP)
    return [
        replace(
            panel,
            frame=frame,
            x=frame.west + padding - box.west * panel.scale,
            y=frame.south + padding + foot - box.south * panel.scale,
            foot=padding + foot,
        )
        for panel, frame, box in zip(panels, frames, corners, strict=True)
    ]


def _scale(length: float, side: float) -> float:
    if length > _LARGEST * side:
        return _SHRUNK * side / length
    return max(1.0, _SMALLEST * side / length)
