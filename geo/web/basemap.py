"""Tiles under the page's map, by the spec's choice and with the map-maker's own key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from geo.geometry.datum import gcj02_from_wgs84, gcj02_geometries
from geo.web.contract import TileLayer
from geo.web.map import marked_points
from geo.web.shell import LeafletCrs

if TYPE_CHECKING:
    import geopandas as gpd
    from pyproj import CRS

    from geo.choropleth.model import Choropleth
    from geo.spec.model import MapSpec

_TIANDITU = (
    "https://t{{s}}.tianditu.gov.cn/{layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0"
    "&LAYER={layer}&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles"
    "&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={key}"
)
_AMAP = (
    "https://webrd0{{s}}.is.autonavi.com/appmaptile"
    "?lang=zh_cn&size=1&scale=1&style=8&x={{x}}&y={{y}}&z={{z}}&key={key}"
)


@dataclass(frozen=True, slots=True)
class Basemap:
    """Tile layers and what has to be true of the districts above them.

    Attributes
    ----------
    layers : tuple of TileLayer
        Lowest first.
    datum : {"wgs84", "gcj02"}
        Of the tiles; CGCS2000 agrees with WGS 84 to centimetres.
    leaflet_crs : str
        Leaflet's name of the tiles' CRS.
    """

    layers: tuple[TileLayer, ...]
    datum: str
    leaflet_crs: LeafletCrs = "EPSG3857"

    @property
    def crs(self) -> CRS:
        """The plane the districts are drawn in: Web Mercator, as the tiles."""
        from pyproj import CRS

        return CRS.from_epsg(3857)


def basemap(spec: MapSpec) -> Basemap | None:
    """Return the tiles a spec asks for; None, the default, lets no request leave the page."""
    if spec.page.basemap is None:
        return None
    # `safe` is empty: a slash or an ampersand in a key would be part of the address.
    key = quote(spec.page.basemap.key, safe="")
    if spec.page.basemap.provider == "amap":
        return Basemap((_layer(_AMAP.format(key=key), "1234", "© 高德地图"),), "gcj02")
    return Basemap(
        tuple(
            _layer(
                _TIANDITU.format(layer=layer, key=key),
                "01234567",
                "© 国家地理信息公共服务平台（天地图）",
            )
            for layer in ("vec", "cva")
        ),
        "wgs84",
    )


def _layer(url: str, subdomains: str, attribution: str) -> TileLayer:
    return {
        "url": url,
        "options": {
            "subdomains": subdomains,
            "attribution": attribution,
            "maxZoom": 18,
            "minZoom": 1,
        },
    }


def shifted(
    choropleth: Choropleth, tiles: Basemap | None
) -> tuple[gpd.GeoDataFrame, list[tuple[float, float]]]:
    """Return districts and points of interest in the datum of the tiles, else in WGS 84.

    Amap's tiles are in GCJ-02; districts left in WGS 84 would lie some 500 m to their west.
    """
    districts = choropleth.districts
    points = marked_points(choropleth)
    # CGCS2000 differs from WGS 84 by centimetres: Tianditu's tiles need no shift.
    if tiles is None or tiles.datum == "wgs84":
        return districts, points
    lon, lat = gcj02_from_wgs84(districts["label_lon"], districts["label_lat"])
    moved = gcj02_geometries(districts).assign(label_lon=lon, label_lat=lat)
    return moved, [(float(x), float(y)) for x, y in (gcj02_from_wgs84(*p) for p in points)]
