"""Maps of the whole country: the South China Sea, its islands and the dash line in an inset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.plate_page import INK, PAPER, SOFT, Style, anchored
from geo.plate_sheet import PT, Area, Block, Lines, Mark, rectangle
from geo.plate_view import View, rings

if TYPE_CHECKING:
    import geopandas as gpd
    from numpy.typing import NDArray
    from pyproj import CRS

    from geo.plate_map import Ground

#: West, south, east, north that every map of the whole country lies in, and the least it spans.
_COUNTRY, _SPAN = (73.0, 3.0, 136.0, 54.0), 40.0
#: Islands wholly south of this latitude, and dashes south of the next, stand in the inset alone.
_ISLANDS, _DASHES = 17.5, 20.0
#: What the inset shows: west, south, east, north.
_SEA = (106.4, 2.6, 122.6, 23.4)
_DASH_PT = 0.9


def is_national(districts: gpd.GeoDataFrame) -> bool:
    """Whether districts (EPSG:4326) make up a map of the whole country."""
    west, south, east, north = districts.total_bounds
    inside = west >= _COUNTRY[0] and south >= _COUNTRY[1]
    return bool(inside and east <= _COUNTRY[2] and north <= _COUNTRY[3] and east - west > _SPAN)


def mainland(districts: gpd.GeoDataFrame, plane: CRS) -> NDArray[np.object_]:
    """Return the districts in the plane without the islands that the inset shows."""
    import geopandas as gpd

    kept = []
    for shape in districts.geometry:
        parts = [p for p in shapely.get_parts(shape) if p.bounds[3] >= _ISLANDS]
        kept.append(shapely.multipolygons(parts) if parts else shapely.Polygon())
    return gpd.GeoSeries(kept, crs=4326).to_crs(plane).to_numpy()


def dashes(plane: CRS) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Return the dash line in the plane: what stands on the main map, and all of it."""
    from geo.atlas import south_china_sea

    line = south_china_sea()
    local = line.to_crs(plane).geometry.to_numpy()
    return local[line.bounds["miny"].to_numpy() > _DASHES], local


def sea_frame(plane: CRS) -> tuple[float, float, float, float]:
    """Return the inset's frame in the plane: west, south, east, north, metres."""
    import geopandas as gpd

    box = shapely.segmentize(shapely.box(*_SEA), 0.5)
    west, south, east, north = gpd.GeoSeries([box], crs=4326).to_crs(plane).total_bounds
    return float(west), float(south), float(east), float(north)


def dash_marks(lines: NDArray[np.object_], view: View) -> list[Mark]:
    """Return dashes on the sheet."""
    paths = tuple(shapely.get_coordinates(line) for line in view.shapes(lines) if not line.is_empty)
    return [Lines(paths, INK, _DASH_PT)] if paths else []


def draw_sea(ground: Ground, paints: tuple[str, ...], width: float, style: Style) -> Block:
    """Return the inset of the South China Sea.

    Parameters
    ----------
    ground : Ground
        Of a national map.
    paints : tuple of str, length n
        Fill of every district.
    width : float
        Millimetres.
    style : Style
    """
    west, south, east, north = sea_frame(ground.crs)
    view = View(width / (east - west), west, north, 0, 0)
    height = width * (north - south) / (east - west)
    box = shapely.box(0, 0, width, height)
    marks: list[Mark] = [Area((rectangle(0, 0, width, height),), PAPER)]
    clipped = shapely.intersection(view.shapes(ground.whole), box)
    # Islands smaller than a dot of ink keep an outline, or they would vanish.
    marks += [
        Area(rings(part), paint, SOFT, 0.3, code)
        for shape, paint, code in zip(clipped, paints, ground.codes, strict=True)
        for part in shapely.get_parts(shape)
        if part.geom_type == "Polygon" and not part.is_empty
    ]
    inside = shapely.intersection(ground.dashes_all, shapely.box(west, south, east, north))
    marks += dash_marks(inside, view)
    marks.append(Area((rectangle(0, 0, width, height),), "", INK, 0.7))
    size = style.sizes.note
    words = style.line(style.say("plate_sea"), size)
    label = anchored(words, width / 2, height + 1.25 * size * PT, 0.5)
    return Block(max(width, words.width), height + 1.5 * size * PT, (*marks, label))
