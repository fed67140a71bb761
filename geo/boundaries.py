"""Polygon files: reading with every check a map needs, writing whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

from geo.errors import MapError, Problem
from geo.generalize import tidy

if TYPE_CHECKING:
    import geopandas as gpd

#: A GeoPackage holds the time of its last change; this one keeps builds the same bytes.
_GPKG_DATE = "2000-01-01T00:00:00.000Z"


def write_boundaries(gdf: gpd.GeoDataFrame, path: Path) -> None:
    """Write districts, whole or not at all.

    Parameters
    ----------
    gdf : GeoDataFrame
        EPSG:4326.
    path : Path
        The ending decides: ``.geojson``, ``.fgb`` (FlatGeobuf), ``.gpkg`` (GeoPackage),
        ``.parquet`` (GeoParquet), ``.topojson``. Coordinates are rounded to 6 decimals, exterior
        rings counter-clockwise. The same frame gives the same bytes.

    Raises
    ------
    MapError
        If the ending is unknown, the folder does not exist or may not be written to, or a package
        for the format is missing.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        allowed = f"Allowed: {', '.join(_WRITERS)}."
        raise MapError(Problem(str(path), f"unknown ending '{path.suffix}'", allowed))
    if not path.parent.is_dir():
        what = f"the folder {path.parent} does not exist"
        raise MapError(Problem(str(path), what, "Make it first, or write elsewhere."))
    tidied = gdf.set_geometry(tidy(gdf.geometry.to_numpy()), crs=gdf.crs)
    try:
        with tempfile.TemporaryDirectory(prefix=".geo-", dir=path.parent) as folder:
            unfinished = Path(folder, path.name)
            write(tidied, unfinished)
            os.replace(unfinished, path)
    except PermissionError:
        raise MapError(Problem(str(path), "may not be written", "Change its permissions.")) from None
    except ImportError as error:
        remedy = 'Install the extra: pip install "geo-choropleth[formats]".'
        what = f"needs the package {error.name}, which is not installed"
        raise MapError(Problem(str(path), what, remedy)) from None


def _write_geojson(gdf: gpd.GeoDataFrame, path: Path) -> None:
    """Write RFC 7946, one feature a line so that a change shows as a change of lines."""
    properties = gdf.drop(columns=gdf.geometry.name).to_dict("records")
    features = (
        f'{{"type":"Feature","properties":{json.dumps(row, ensure_ascii=False)},"geometry":{shape}}}'
        for row, shape in zip(properties, shapely.to_geojson(gdf.geometry.to_numpy()), strict=True)
    )
    body = ",\n".join(features)
    path.write_text(
        f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n', encoding="utf-8", newline="\n"
    )


def _write_fgb(gdf: gpd.GeoDataFrame, path: Path) -> None:
    gdf.to_file(path, driver="FlatGeobuf", engine="pyogrio")


def _write_gpkg(gdf: gpd.GeoDataFrame, path: Path) -> None:
    import pyogrio

    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _GPKG_DATE})
    try:
        gdf.to_file(path, driver="GPKG", engine="pyogrio", layer="districts")
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _write_parquet(gdf: gpd.GeoDataFrame, path: Path) -> None:
    gdf.to_parquet(path, index=False)


def _write_topojson(gdf: gpd.GeoDataFrame, path: Path) -> None:
    import topojson

    topology: Any = topojson.Topology(gdf, object_name="districts", prequantize=False)
    path.write_text(topology.to_json(), encoding="utf-8", newline="\n")


_WRITERS: dict[str, Callable[[gpd.GeoDataFrame, Path], None]] = {
    ".geojson": _write_geojson,
    ".fgb": _write_fgb,
    ".gpkg": _write_gpkg,
    ".parquet": _write_parquet,
    ".topojson": _write_topojson,
}
