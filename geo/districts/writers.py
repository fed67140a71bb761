"""Polygons as the content of a file, in every format that is written.

The same frame gives the same bytes. Libraries are imported where they are needed, as in
`geo.districts.formats`.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import shapely

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WRITABLE = (".geojson", ".fgb", ".gpkg", ".parquet", ".topojson")

#: A GeoPackage holds the time of its last change; this one keeps builds the same bytes.
_GPKG_DATE = "2000-01-01T00:00:00.000Z"


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
    # On a full disk GDAL leaves the spatial index out without a word.
    with closing(sqlite3.connect(path)) as file:
        names = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
    if not {"rtree_districts_geom", "rtree_districts_geom_insert"} <= names:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _save_parquet(gdf: gpd.GeoDataFrame, path: Path) -> None:
    import pyarrow.parquet  # noqa: F401  # geopandas needs it; its own message is long-winded

    gdf.to_parquet(path, index=False)


def _save_topojson(gdf: gpd.GeoDataFrame, path: Path) -> None:
    import topojson

    topology: Any = topojson.Topology(gdf, object_name="districts", prequantize=False)
    path.write_text(topology.to_json(), encoding="utf-8", newline="\n")
