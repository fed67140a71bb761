"""Polygon files to districts: read with every check a map needs, written whole or not at all."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from geo.base.errors import MapError, Problem, did_you_mean
from geo.base.files import reason
from geo.base.text import normalize
from geo.base.writing import write_whole
from geo.districts import checks, formats, writers
from geo.districts.divisions import kind_of
from geo.geometry.coverage import tidy
from geo.geometry.datum import Datum, to_wgs84

#: Columns of the frame of districts, in order, before ``geometry``.
COLUMNS = ("code", "name", "name_en", "kind", "approximate", "host", "aliases")
_TRUE = frozenset({"true", "1", "1.0", "yes", "是"})


def read_boundaries(
    path: Path,
    *,
    code: str = "code",
    name: str = "name",
    kind: str = "kind",
    crs: str | None = None,
    datum: Datum = "wgs84",
) -> gpd.GeoDataFrame:
    """Read districts from a polygon file.

    Parameters
    ----------
    path : Path
        ``.geojson``, ``.fgb``, ``.gpkg``, ``.parquet``, ``.topojson``, ``.shp`` or its ``.zip``.
    code, name, kind : str
        Its columns. A file without ``code`` has its names as codes; without ``kind``, it follows
        from name and code. A column asked for by another name has to exist.
    crs : str, optional
        The CRS of a file that does not name its own: ``EPSG:4549``. A GeoJSON file's is overridden.
    datum : {"wgs84", "gcj02", "bd09"}
        What the coordinates are in; undone before anything else.

    Returns
    -------
    GeoDataFrame
        EPSG:4326, RangeIndex, in code order, with `COLUMNS` and ``geometry``: valid polygons,
        exterior rings counter-clockwise. A name may appear twice where codes tell the districts
        apart, as 朝阳区 does in China.

    Raises
    ------
    MapError
        All problems of the file at once: columns missing, codes empty or repeated, no CRS, swapped
        axes, features that are not polygons, invalid, or overlapping.
    """
    raw = formats.load(path)
    return districts_from_frame(
        raw, source=str(path), code=code, name=name, kind=kind, crs=crs, datum=datum
    )


def districts_from_frame(
    raw: gpd.GeoDataFrame,
    *,
    source: str,
    code: str = "code",
    name: str = "name",
    kind: str = "kind",
    crs: str | None = None,
    datum: Datum = "wgs84",
) -> gpd.GeoDataFrame:
    """Check and arrange polygons in memory; `read_boundaries` reads a file first.

    Parameters
    ----------
    raw : GeoDataFrame
        In any CRS; left as it is.
    source : str
        What messages call it.
    code, name, kind, crs, datum
        As for `read_boundaries`.
    """
    raw, problems = _with_crs(raw, source, crs)
    table, found = _table(raw, source, code, name, kind)
    problems += found
    problems += _geometry_findings(raw.geometry, source, table["name"].tolist(), crs is not None)
    if problems:
        raise MapError(problems)
    flat = shapely.force_2d(to_wgs84(raw.geometry.to_crs(4326), datum).to_numpy())
    frame = table.set_geometry(shapely.orient_polygons(flat, exterior_cw=False), crs=4326)
    return frame.sort_values("code", ignore_index=True)


def read_outline(path: Path, *, crs: str | None = None, datum: Datum = "wgs84") -> shapely.Geometry:
    """Read one area from a polygon file, whatever its columns; several polygons are united.

    Returns
    -------
    Polygon or MultiPolygon
        Longitude and latitude in WGS 84.

    Raises
    ------
    MapError
        See `read_boundaries`.
    """
    raw = formats.load(path)
    raw, problems = _with_crs(raw, str(path), crs)
    if raw.empty:
        problems.append(_empty(str(path)))
    nameless = [""] * len(raw)
    problems += checks.geometry_problems(str(path), nameless, raw.geometry)
    if not problems:
        problems += checks.place_problems(str(path), raw.geometry, stated=crs is not None)
    if problems:
        raise MapError(problems)
    return shapely.force_2d(to_wgs84(raw.geometry.to_crs(4326), datum).union_all())


def write_boundaries(gdf: gpd.GeoDataFrame, path: Path, *, read: Collection[Path] = ()) -> None:
    """Write districts, whole or not at all.

    Parameters
    ----------
    gdf : GeoDataFrame
        EPSG:4326.
    path : Path
        The ending decides: ``.geojson``, ``.fgb`` (FlatGeobuf), ``.gpkg`` (GeoPackage),
        ``.parquet`` (GeoParquet), ``.topojson``. Coordinates are rounded to 6 decimals, exterior
        rings counter-clockwise. The same frame gives the same bytes.
    read : collection of Path, optional
        Files the districts come from: none of them is written over.

    Raises
    ------
    MapError
        If the ending is unknown, a package for the format is missing, or the file cannot be
        written (see `geo.base.writing.write_whole`).
    """
    if path.suffix.lower() not in writers.WRITABLE:
        allowed = f"Allowed: {', '.join(writers.WRITABLE)}."
        raise MapError(Problem(str(path), f"unknown ending '{path.suffix}'", allowed))
    tidied = gdf.set_geometry(tidy(gdf.geometry.to_numpy()), crs=gdf.crs)
    try:
        content = writers.encoded(tidied, path.suffix.lower())
    except ImportError as error:
        raise MapError(formats.missing_package(path, error)) from None
    except (OSError, RuntimeError) as error:  # RuntimeError: GDAL's, of a full temporary folder
        raise MapError(Problem(str(path), f"cannot be written: {reason(error)}")) from None
    write_whole({path: content}, read=read)


def _with_crs(
    raw: gpd.GeoDataFrame, source: str, crs: str | None
) -> tuple[gpd.GeoDataFrame, list[Problem]]:
    """Give the frame the CRS that the map-maker names for it, if a map can be made from it."""
    named, problems = _named(raw, source, crs)
    if named.crs is None or named.crs.is_geographic or named.crs.is_projected:
        return named, problems
    return named.set_crs(None, allow_override=True), [_no_plane(source, named.crs)]


def _named(
    raw: gpd.GeoDataFrame, source: str, crs: str | None
) -> tuple[gpd.GeoDataFrame, list[Problem]]:
    if crs is None:
        remedy = 'Name it in the spec, for example crs = "EPSG:4326".'
        return raw, [Problem(source, "has no CRS", remedy)] if raw.crs is None else []
    try:
        named = raw.set_crs(crs, allow_override=True)
    except CRSError:
        remedy = 'Write an EPSG code such as "EPSG:4326".'
        return raw, [Problem(source, f"unknown CRS {crs!r}", remedy)]
    is_json = source.lower().endswith("json")
    if raw.crs is None or is_json or raw.crs == named.crs:
        return named, []
    what = f"is in {raw.crs.name}, but the spec says {crs}"
    return raw, [Problem(source, what, "Remove crs from the spec, or correct the file.")]


def _no_plane(source: str, crs: CRS) -> Problem:
    label = crs.name if crs.to_epsg() is None else f"EPSG:{crs.to_epsg()} ({crs.name})"
    what = f"is in {label}, which has neither longitude and latitude nor a plane"
    return Problem(source, what, 'Export it in WGS 84, crs = "EPSG:4326".')


def _table(
    raw: gpd.GeoDataFrame, source: str, code: str, name: str, kind: str
) -> tuple[gpd.GeoDataFrame, list[Problem]]:
    """Return the frame in the columns of `COLUMNS`, and what is wrong with them."""
    columns = [c for c in raw.columns if c != raw.geometry.name]
    names = _texts(raw, name)
    codes = _texts(raw, code) if code in columns else names
    kinds = [k or kind_of(n, c) for k, n, c in zip(_texts(raw, kind), names, codes, strict=True)]
    # Shapefiles cut the names of columns to 10 letters.
    flag = "approximate" if "approximate" in raw else "approximat"
    values = {
        "code": codes,
        "name": names,
        "name_en": _texts(raw, "name_en"),
        "kind": kinds,
        "approximate": [text.lower() in _TRUE for text in _texts(raw, flag)],
        "host": _texts(raw, "host"),
        "aliases": _texts(raw, "aliases"),
    }
    table = gpd.GeoDataFrame(values, geometry=raw.geometry.to_numpy(), crs=raw.crs)
    nested = checks.nested_cells(source, raw, [name, code, kind, "name_en", "host", "aliases"])
    needed = {name, *({code} - {"code"}), *({kind} - {"kind"})}
    problems = _missing_columns(source, needed, columns)
    if raw.empty:
        problems.append(_empty(source))
    if name in columns:
        problems += checks.empty_cells(source, "name", names, names)
    if code in columns:
        problems += checks.empty_cells(source, "code", codes, names)
    key = "code" if code in columns else "name"
    return table, problems + nested + checks.repeated_values(source, key, codes, names)


def _missing_columns(source: str, needed: set[str], columns: list[str]) -> list[Problem]:
    missing = sorted(needed - set(columns))
    hints = [did_you_mean(c, columns) or "The features have no columns." for c in missing]
    return [
        Problem(source, f"has no column '{c}'", hint)
        for c, hint in zip(missing, hints, strict=True)
    ]


def _empty(source: str) -> Problem:
    return Problem(source, "holds no features", "Export the districts again.")


def _texts(raw: pd.DataFrame, column: str) -> list[str]:
    """Return a column as texts: 370702 and 370702.0 are ``370702``, what is missing is empty."""
    if column not in raw:
        return [""] * len(raw)
    return [_text(value) for value in raw[column].tolist()]


def _text(value: object) -> str:
    if checks.is_nested(value) or pd.isna(value):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return normalize(str(value))


def _geometry_findings(
    geometries: gpd.GeoSeries, source: str, names: list[str], stated: bool
) -> list[Problem]:
    found = checks.geometry_problems(source, names, geometries)
    drawn = geometries[geometries.notna() & ~geometries.is_empty]
    if geometries.crs is not None and len(drawn):
        found += checks.place_problems(source, drawn, stated=stated)
    polygons = geometries.geom_type.isin(["Polygon", "MultiPolygon"])
    sound = geometries.where(geometries.is_valid & polygons)
    return found + checks.overlap_problems(source, names, sound)
