"""The formats of polygon files: each is read as it is; checks are elsewhere.

pyogrio is imported where it is needed: it starts GDAL, which takes as long as reading most maps.
pyarrow and topojson come with the extra "formats" alone.
"""

from __future__ import annotations

import io
import json
import re
import warnings
import zipfile
from pathlib import Path

import geopandas as gpd
import shapely

from geo.base.errors import MapError, Problem
from geo.base.files import is_file, read_bytes, read_text
from geo.districts.checks import broken_rings
from geo.districts.layers import Loaded, load_layer, unreadable

READABLE = (
    ".geojson", ".json", ".fgb", ".gpkg", ".parquet", ".topojson", ".shp", ".zip", ".kml", ".kmz",
    ".tab", ".gml", ".geojsonl", ".geojsons",
)  # fmt: skip
_JSON = (".geojson", ".json", ".topojson")

_COLLECTION = frozenset({"type", "name", "features"})
#: What GDAL, Arrow and the standard library raise for a file that is not what its name says.
_GARBAGE = (
    RuntimeError, ValueError, LookupError, TypeError, OSError, RecursionError, zipfile.BadZipFile
)  # fmt: skip
_NULL_CRS = re.compile(r'"crs"\s*:\s*null')


def load(path: Path, layer: str = "") -> Loaded:
    """Read the polygons of a file, its columns and its CRS (None if it has none).

    GeoJSON and TopoJSON are in WGS 84 by their own rules unless they say otherwise. Text is read in
    UTF-8, UTF-16 or GB18030, also that of shapefiles which do not name their encoding.

    Parameters
    ----------
    path : Path
    layer : str, optional
        Of a file with several; see `geo.districts.layers.load_layer`.

    Raises
    ------
    MapError
        If there is no such file, its ending is not in `READABLE`, its content is something else, or
        it has no such layer.
    """
    ending = path.suffix.lower()
    if ending not in READABLE:
        allowed = f"Allowed: {', '.join(READABLE)}."
        raise MapError(Problem(str(path), f"unknown ending '{path.suffix}'", allowed))
    if not is_file(path):
        read_bytes(path)  # for its error, which names the files that are there
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # GDAL's, of what is refused or harmless
        return _loaded(path, layer)


def _loaded(path: Path, layer: str) -> Loaded:
    """Read a file that exists; whatever the libraries raise for garbage is a `MapError`."""
    try:
        if path.suffix.lower() in _JSON:
            return _load_json(path, layer)
        is_parquet = path.suffix.lower() == ".parquet"
        return Loaded(_load_parquet(path)) if is_parquet else load_layer(path, path, layer)
    except MapError:
        raise
    except shapely.GEOSException:
        raise MapError(_broken_rings(path)) from None
    except _GARBAGE:
        raise MapError(unreadable(path)) from None


def _load_json(path: Path, layer: str) -> Loaded:
    text = read_text(path)
    plain = plain_geojson(text)
    if plain is not None:
        return Loaded(plain)
    frame, notes = load_layer(path, text.encode(), layer)
    if _NULL_CRS.search(text) and json.loads(text).get("crs", "") is None:
        return Loaded(frame.set_crs(None, allow_override=True), notes)
    # GDAL gives GeoJSON its default CRS, TopoJSON none.
    return Loaded(frame.set_crs(4326) if frame.crs is None else frame, notes)


def plain_geojson(text: str) -> gpd.GeoDataFrame | None:
    """Read GeoJSON that holds nothing special, as `geojson` writes it, without starting GDAL.

    Most maps come this way, and GDAL takes as long to start as all the rest of the reading.

    Returns
    -------
    GeoDataFrame or None
        EPSG:4326. None for anything that needs GDAL's rules: another CRS, ids next to the
        properties, nested properties, features without polygons, text that is no JSON.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not (isinstance(data, dict) and set(data) <= _COLLECTION and data.get("features")):
        return None
    if not all(map(_is_plain, data["features"])):
        return None
    try:
        shapes = shapely.get_parts(shapely.from_geojson(text))  # one of each feature
    except shapely.GEOSException:
        return None
    return gpd.GeoDataFrame([f["properties"] for f in data["features"]], geometry=shapes, crs=4326)


def _is_plain(feature: object) -> bool:
    """Tell whether a feature has polygons in two dimensions, properties that are cells, no more."""
    if not (isinstance(feature, dict) and set(feature) == {"type", "properties", "geometry"}):
        return False
    shape, cells = feature["geometry"], feature["properties"]
    return (
        isinstance(shape, dict)
        and set(shape) == {"type", "coordinates"}
        and shape["type"] in {"Polygon", "MultiPolygon"}
        and isinstance(cells, dict)
        and not {"geometry", "id"} & set(cells)
        and not any(isinstance(cell, list | dict) for cell in cells.values())
    )


def _broken_rings(path: Path) -> list[Problem]:
    import pyogrio

    source = io.BytesIO(read_text(path).encode()) if path.suffix.lower() in _JSON else path
    shapes = pyogrio.raw.read(source, columns=[])[2]
    return broken_rings(str(path), shapes) or [unreadable(path)]


def _load_parquet(path: Path) -> gpd.GeoDataFrame:
    try:
        import pyarrow.parquet  # noqa: F401  # geopandas needs it; its own message is long-winded

        return gpd.read_parquet(path)
    except ImportError as error:
        raise MapError(missing_package(path, error)) from None
    except ValueError:
        raise MapError(unreadable(path)) from None


def missing_package(path: Path, error: ImportError) -> Problem:
    """Return the problem of a format whose package is not installed."""
    package = (error.name or "").partition(".")[0]
    remedy = 'Install the extra: pip install "geo-choropleth[formats]".'
    return Problem(str(path), f"needs the package {package}, which is not installed", remedy)
