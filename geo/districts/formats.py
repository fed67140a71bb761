"""The formats of polygon files. Reading gives the file as it is; checks are elsewhere.

pyogrio is imported where it is needed: it starts GDAL, which takes as long as reading most maps.
pyarrow and topojson come with the extra "formats" alone.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import shapely

from geo.base.errors import MapError, Problem
from geo.base.files import is_file, read_bytes, read_text
from geo.districts.checks import broken_rings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

READABLE = (".geojson", ".json", ".fgb", ".gpkg", ".parquet", ".topojson", ".shp", ".zip")
_JSON = (".geojson", ".json", ".topojson")
WRITABLE = (".geojson", ".fgb", ".gpkg", ".parquet", ".topojson")

#: A GeoPackage holds the time of its last change; this one keeps builds the same bytes.
_GPKG_DATE = "2000-01-01T00:00:00.000Z"
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


def encoded(gdf: gpd.GeoDataFrame, ending: str) -> bytes:
    """Return the content of a file in the format of an ending, one of `WRITABLE`.

    The same frame gives the same bytes.

    Raises
    ------
    ImportError
        If the package for the format is not installed; see `missing_package`.
    """
    if ending == ".geojson":
        cells = _plain_values(gdf.drop(columns=gdf.geometry.name)).to_dict("records")
        return geojson(gdf.geometry.to_numpy(), cells, spaced=True)
    with tempfile.TemporaryDirectory(prefix="geo-") as folder:
        path = Path(folder, f"districts{ending}")
        match ending:
            case ".fgb":
                gdf.to_file(path, driver="FlatGeobuf", engine="pyogrio")
            case ".gpkg":
                _save_gpkg(gdf, path)
            case ".parquet":
                _save_parquet(gdf, path)
            case ".topojson":
                _save_topojson(gdf, path)
        return path.read_bytes()


def geojson(
    shapes: Sequence[shapely.Geometry] | NDArray[np.object_],
    properties: Sequence[Mapping[str, object]],
    *,
    name: str = "",
    ids: Sequence[str] = (),
    spaced: bool = False,
) -> bytes:
    """Return GeoJSON (RFC 7946), one feature a line, so that a change shows as a change of lines.

    Parameters
    ----------
    shapes : sequence of geometries, length n
        Longitude and latitude in WGS 84, rounded and oriented by `geo.geometry.coverage.tidy`.
    properties : sequence of mapping, length n
        What JSON can hold; no NaN.
    name : str, optional
        Of the collection.
    ids : sequence of str, length n or 0
        Of the features.
    spaced : bool, default False
        Blanks between properties, for files that people edit.
    """
    separators = (", ", ": ") if spaced else (",", ":")
    lines = []
    texts = shapely.to_geojson(shapes)
    for number, (text, cells) in enumerate(zip(texts, properties, strict=True)):
        # GEOS writes 17 digits: 119.34638699999999. Python writes the shortest: 119.346387.
        shape = json.dumps(json.loads(text), separators=(",", ":"))
        own_id = f'"id":{json.dumps(ids[number], ensure_ascii=False)},' if ids else ""
        row = json.dumps(cells, ensure_ascii=False, separators=separators, allow_nan=False)
        lines.append(f'{{"type":"Feature",{own_id}"properties":{row},"geometry":{shape}}}')
    head = f'"name":{json.dumps(name, ensure_ascii=False)},' if name else ""
    body = ",\n".join(lines)
    return f'{{"type":"FeatureCollection",{head}"features":[\n{body}\n]}}\n'.encode()


def _plain_values(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with None for what is missing: JSON has no NaN."""
    plain = frame.astype(object)
    return plain.where(pd.notna(plain), None)


def _save_gpkg(gdf: gpd.GeoDataFrame, path: Path) -> None:
    import pyogrio

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _GPKG_DATE})
    try:
        gdf.to_file(path, driver="GPKG", engine="pyogrio", layer="districts")
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _save_parquet(gdf: gpd.GeoDataFrame, path: Path) -> None:
    import pyarrow.parquet  # noqa: F401  # geopandas needs it; its own message is long-winded

    gdf.to_parquet(path, index=False)


def _save_topojson(gdf: gpd.GeoDataFrame, path: Path) -> None:
    import topojson

    topology: Any = topojson.Topology(gdf, object_name="districts", prequantize=False)
    path.write_text(topology.to_json(), encoding="utf-8", newline="\n")
