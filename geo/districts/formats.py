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

READABLE = (".geojson", ".json", ".fgb", ".gpkg", ".parquet", ".topojson", ".shp", ".zip")
_JSON = (".geojson", ".json", ".topojson")

_COLLECTION = frozenset({"type", "name", "features"})
#: What GDAL, Arrow and the standard library raise for a file that is not what its name says.
_GARBAGE = (
    RuntimeError, ValueError, LookupError, TypeError, OSError, RecursionError, zipfile.BadZipFile
)  # fmt: skip
_NULL_CRS = re.compile(r'"crs"\s*:\s*null')


def load(path: Path) -> gpd.GeoDataFrame:
    """Read the polygons of a file, its columns and its CRS (None if it has none).

    GeoJSON and TopoJSON are in WGS 84 by their own rules unless they say otherwise. Text is read in
    UTF-8, UTF-16 or GB18030, also that of shapefiles which do not name their encoding.

    Raises
    ------
    MapError
        If there is no such file, its ending is not in `READABLE`, its content is something else, or
        it holds several layers.
    """
    ending = path.suffix.lower()
    if ending not in READABLE:
        allowed = f"Allowed: {', '.join(READABLE)}."
        raise MapError(Problem(str(path), f"unknown ending '{path.suffix}'", allowed))
    if not is_file(path):
        read_bytes(path)  # for its error, which names the files that are there
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # GDAL's, of what is refused or harmless
        return _loaded(path)


def _loaded(path: Path) -> gpd.GeoDataFrame:
    """Read a file that exists; whatever the libraries raise for garbage is a `MapError`."""
    try:
        if path.suffix.lower() in _JSON:
            return _load_json(path)
        is_parquet = path.suffix.lower() == ".parquet"
        return _load_parquet(path) if is_parquet else _load_layers(path)
    except MapError:
        raise
    except shapely.GEOSException:
        raise MapError(_broken_rings(path)) from None
    except _GARBAGE:
        raise MapError(_unreadable(path)) from None


def _load_json(path: Path) -> gpd.GeoDataFrame:
    text = read_text(path)
    plain = plain_geojson(text)
    if plain is not None:
        return plain
    frame = _read(path, io.BytesIO(text.encode()), None)
    if _NULL_CRS.search(text) and json.loads(text).get("crs", "") is None:
        return frame.set_crs(None, allow_override=True)
    # GDAL gives GeoJSON its default CRS, TopoJSON none.
    return frame.set_crs(4326) if frame.crs is None else frame


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


def _load_layers(path: Path) -> gpd.GeoDataFrame:
    import pyogrio

    try:
        layers = pyogrio.list_layers(path)[:, 0].tolist()
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError):
        raise MapError(_unreadable(path)) from None
    if len(layers) > 1:
        what = f"holds {len(layers)} layers: {', '.join(layers)}"
        remedy = "Export the layer with the districts to a file of its own."
        raise MapError(Problem(str(path), what, remedy))
    if not _names_no_encoding(path):
        return _read(path, path, None)
    try:
        return _read(path, path, "UTF-8")
    except UnicodeDecodeError:
        return _read(path, path, "GB18030")


def _names_no_encoding(path: Path) -> bool:
    """Tell whether it is a shapefile without the .cpg file that names its encoding."""
    if path.suffix.lower() == ".shp":
        return not any(path.with_suffix(e).exists() for e in (".cpg", ".CPG"))
    if path.suffix.lower() != ".zip":
        return False
    with zipfile.ZipFile(path) as archive:
        endings = {Path(name).suffix.lower() for name in archive.namelist()}
    return ".shp" in endings and ".cpg" not in endings


def _read(path: Path, source: Path | io.BytesIO, encoding: str | None) -> gpd.GeoDataFrame:
    import pyogrio

    try:
        frame = pyogrio.read_dataframe(source, encoding=encoding)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError):
        raise MapError(_unreadable(path)) from None
    if not isinstance(frame, gpd.GeoDataFrame):
        raise MapError(Problem(str(path), "holds no geometry", "Name the file with the polygons."))
    return frame


def _broken_rings(path: Path) -> list[Problem]:
    import pyogrio

    source = io.BytesIO(read_text(path).encode()) if path.suffix.lower() in _JSON else path
    shapes = pyogrio.raw.read(source, columns=[])[2]
    return broken_rings(str(path), shapes) or [_unreadable(path)]


def _load_parquet(path: Path) -> gpd.GeoDataFrame:
    try:
        import pyarrow.parquet  # noqa: F401  # geopandas needs it; its own message is long-winded

        return gpd.read_parquet(path)
    except ImportError as error:
        raise MapError(missing_package(path, error)) from None
    except ValueError:
        raise MapError(_unreadable(path)) from None


def _unreadable(path: Path) -> Problem:
    remedy = "Open it in QGIS to see what it is, or export it again."
    return Problem(str(path), f"is not a {path.suffix.lower()} file with polygons", remedy)


def missing_package(path: Path, error: ImportError) -> Problem:
    """Return the problem of a format whose package is not installed."""
    package = (error.name or "").partition(".")[0]
    remedy = 'Install the extra: pip install "geo-choropleth[formats]".'
    return Problem(str(path), f"needs the package {package}, which is not installed", remedy)
