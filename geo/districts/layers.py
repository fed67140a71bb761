"""Files that may hold several layers, read by GDAL: which one has the districts, and its text.

pyogrio is imported where it is needed: it starts GDAL, which takes as long as reading most maps.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd

from geo.base.errors import MapError, Problem, did_you_mean
from geo.base.text import is_chinese


class Loaded(NamedTuple):
    """Features of a file as they are, and a note where it was for us to choose which."""

    frame: gpd.GeoDataFrame
    notes: tuple[Problem, ...] = ()


def load_layer(path: Path, source: Path | bytes, layer: str) -> Loaded:
    """Read one layer of a file.

    Parameters
    ----------
    path : Path
        Of the file, for messages and the encoding of its text.
    source : Path or bytes
        The file, or its content.
    layer : str
        Name of the layer, of a TopoJSON file the object; empty for the one with most polygons.

    Raises
    ------
    MapError
        If GDAL cannot read the file, it has no such layer, or the layer has no geometry.
    """
    import pyogrio

    try:
        layers = [str(name) for name in pyogrio.list_layers(_opened(source))[:, 0]]
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError):
        raise MapError(unreadable(path)) from None
    if layer and layer not in layers:
        what = f"has no layer {layer!r}"
        raise MapError(Problem(str(path), what, did_you_mean(layer, layers)))
    if layer or len(layers) < 2:
        return _decoded(path, source, layer or None)
    chosen = max(layers, key=lambda name: _polygons(source, name))
    others = ", ".join(name for name in layers if name != chosen)
    what = f"the layer {chosen!r} was taken: it has most polygons. The others are {others}"
    remedy = "To choose another, write layer in [boundaries]."
    frame, notes = _decoded(path, source, chosen)
    return Loaded(frame, (Problem(str(path), what, remedy), *notes))


def unreadable(path: Path) -> Problem:
    """Return the problem of a file that is not what its name says."""
    remedy = "Open it in QGIS to see what it is, or export it again."
    return Problem(str(path), f"is not a {path.suffix.lower()} file with polygons", remedy)


def _opened(source: Path | bytes) -> Path | io.BytesIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source


def _polygons(source: Path | bytes, layer: str) -> int:
    """Count the features of a layer that may hold polygons."""
    import pyogrio

    info = pyogrio.read_info(_opened(source), layer=layer, force_feature_count=True)
    kind = info["geometry_type"] or ""  # "Unknown" where a layer mixes them
    return int(info["features"]) if "Polygon" in kind or kind == "Unknown" else -1


def _decoded(path: Path, source: Path | bytes, layer: str | None) -> Loaded:
    if not _names_no_encoding(path):
        return Loaded(_read(path, source, layer, None))
    for encoding in ("UTF-8", "GB18030"):
        try:
            frame = _read(path, source, layer, encoding)
        except UnicodeDecodeError:
            continue
        # Andalucía in Latin-1 is valid GB18030, too: Andaluc韆.
        if encoding == "UTF-8" or is_chinese(_words(frame)):
            return Loaded(frame)
    what = "names no encoding (no .cpg beside it); its text was read as Western European"
    remedy = "See whether names with accents are right, or add the .cpg."
    return Loaded(_read(path, source, layer, None), (Problem(str(path), what, remedy),))


def _words(frame: gpd.GeoDataFrame) -> str:
    columns = (frame[c].tolist() for c in frame.columns if c != frame.geometry.name)
    return " ".join(cell for cells in columns for cell in cells if isinstance(cell, str))


def _names_no_encoding(path: Path) -> bool:
    """Tell whether it is a shapefile without the .cpg file that names its encoding."""
    if path.suffix.lower() == ".shp":
        return not any(path.with_suffix(e).exists() for e in (".cpg", ".CPG"))
    if path.suffix.lower() != ".zip":
        return False
    with zipfile.ZipFile(path) as archive:
        endings = {Path(name).suffix.lower() for name in archive.namelist()}
    return ".shp" in endings and ".cpg" not in endings


def _read(
    path: Path, source: Path | bytes, layer: str | None, encoding: str | None
) -> gpd.GeoDataFrame:
    import pyogrio

    try:
        with warnings.catch_warnings():
            # GDAL's, of broken rings that are refused or repaired, each with a message of ours.
            warnings.simplefilter("ignore")
            frame = pyogrio.read_dataframe(_opened(source), layer=layer, encoding=encoding)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError):
        raise MapError(unreadable(path)) from None
    if not isinstance(frame, gpd.GeoDataFrame):
        raise MapError(Problem(str(path), "holds no geometry", "Name the file with the polygons."))
    return frame
