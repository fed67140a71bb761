"""Where on earth a map lies and how large it is: what shows a wrong CRS at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.districts.gazetteer import groups_by_unit, names_by_code
from geo.geometry.coverage import loose
from geo.geometry.extent import Extent
from geo.geometry.projection import areas_km2, extent_of

if TYPE_CHECKING:
    import geopandas as gpd
    from pyproj import CRS

    from geo.geometry.plane import Plane

#: A map of so many districts is not a kilometre wide, unless its unit is taken for a smaller one.
_MANY, _SMALLEST_KM = 10, 1.0
_NAMED = 3
#: China's outermost points, and the form of a code of GB/T 2260.
_CHINA, _DIVISION = Extent(73.4, 3.4, 135.1, 53.6), re.compile("[1-8][0-9]{5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Place and size of a map.

    Attributes
    ----------
    extent : Extent
        Degrees, WGS 84; the east is above 180 across the 180th meridian.
    width_km, height_km : float
        Of the extent in the plane.
    area_km2 : float
        Of all districts, on the ellipsoid.
    plane : str
        The projection the map is drawn in.
    notes : tuple of str
        What is unusual about the polygons, a sentence each.
    """

    extent: Extent
    width_km: float
    height_km: float
    area_km2: float
    plane: str
    notes: tuple[str, ...]

    def __str__(self) -> str:
        west, south, east, north = self.extent
        lon, lat = ((west + east) / 2 + 180) % 360 - 180, (south + north) / 2
        return (
            f"centre {abs(lon):.2f}°{'E' if lon >= 0 else 'W'} {abs(lat):.2f}°"
            f"{'N' if lat >= 0 else 'S'}, {self.extent.width:.4g}° × {self.extent.height:.4g}°, "
            f"{_short(self.width_km)} × {_short(self.height_km)} km, "
            f"{_short(self.area_km2)} km2; drawn in {self.plane}"
        )


def whereabouts(districts: gpd.GeoDataFrame, plane: Plane, *, matched: bool = False) -> Whereabouts:
    """Return where districts lie.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326, with the column ``name``.
    plane : Plane
        Of the map.
    matched : bool, default False
        The borders were looked at already, and meet.
    """
    import shapely

    flat = Extent(*shapely.total_bounds(plane.shapes(districts.geometry.to_numpy())))
    width, height = flat.width / 1000, flat.height / 1000
    notes = []
    if len(districts) >= _MANY and max(width, height) < _SMALLEST_KM:
        notes.append(
            f"{len(districts)} districts lie within {_short(max(width, height))} km: "
            "are the coordinates in another unit or CRS?"
        )
    if apart := [] if matched else loose(districts.geometry.to_numpy()):
        names = ", ".join(districts["name"].iloc[apart[:_NAMED]])
        more = f" and {len(apart) - _NAMED} more" if len(apart) > _NAMED else ""
        notes.append(f"the borders of {names}{more} do not quite meet their neighbours'")
    area = float(areas_km2(districts).sum())
    return Whereabouts(
        extent_of(districts), width, height, area, _drawn_in(plane), tuple(notes)
    )  # fmt: skip


def is_chinese(districts: gpd.GeoDataFrame) -> bool:
    """Say whether most districts (EPSG:4326) are divisions of China: by code or name, and place."""
    known = names_by_code()
    lie = (Extent(*box) for box in districts.geometry.bounds.to_numpy().tolist())
    found = [
        _CHINA.west < place.west and place.east < _CHINA.east
        and _CHINA.south < place.south and place.north < _CHINA.north
        and ((bool(_DIVISION.fullmatch(code)) and code[:4] in known) or name in groups_by_unit())
        for code, name, place in zip(districts["code"], districts["name"], lie, strict=True)
    ]  # fmt: skip
    return 2 * sum(found) > len(found)


def _drawn_in(plane: Plane) -> str:
    names = [panel.name or "an inset" for panel in plane.insets]
    return plane_name(plane.crs) + (f"; in frames: {'; '.join(names)}" if names else "")


def plane_name(plane: CRS) -> str:
    """Return the name of a projection: its code, or its method and the meridian in its middle."""
    operation = plane.coordinate_operation
    if plane.name != "unknown" or operation is None:
        return f"{plane.name} (EPSG:{plane.to_epsg()})"
    middle = next((p.value for p in operation.params if p.name.startswith("Longitude of")), 0.0)
    return f"{operation.method_name}, centred on {middle:g}°"


def _short(number: float) -> str:
    """Return three digits, or all of a number that has more before the point: ``16,167``."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
