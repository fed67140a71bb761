"""Polygon files to districts: read with every check a map needs, written whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from geo.base.errors import MapError, Problem
from geo.base.files import reason
from geo.base.writing import write_whole
from geo.districts import formats, writers
from geo.districts.checks import NO_CRS, true_crs
from geo.districts.columns import Chosen, choose, empty, table
from geo.districts.features import chosen_features, polygons_only
from geo.districts.mending import mended
from geo.geometry.coverage import tidy
from geo.geometry.datum import Datum, to_wgs84

#: Columns of the frame of districts, in order, before ``geometry``.
COLUMNS = ("code", "name", "name_en", "kind", "approximate", "host", "aliases")


@dataclass(frozen=True, eq=False, slots=True)
class Reading:
    """Districts as they were read.

    Attributes
    ----------
    districts : GeoDataFrame
        EPSG:4326, RangeIndex, in code order, with `COLUMNS`, ``parent`` if the file says what each
        is part of, and ``geometry``: valid polygons, exterior rings counter-clockwise, cut at the
        180th meridian. A name may appear twice where codes tell the districts apart, as 朝阳区
        does in China.
    notes : tuple of Problem
        What the map-maker should know: columns and layer that were chosen, polygons repaired.
    lost : tuple of str
        Codes and names of features of which the file has no outline left.
    carved : tuple of str
        Codes of zones that were cut out of their hosts after reading.
    columns : tuple of str
        Of the file: those of the codes and names; empty for none.
    numeric : tuple of str
        Its columns of numbers besides, which may be figures.
    matched : bool
        Neighbours are known to share the vertices of their common borders.
    """

    districts: gpd.GeoDataFrame
    notes: tuple[Problem, ...] = ()
    lost: tuple[str, ...] = ()
    carved: tuple[str, ...] = ()
    columns: tuple[str, str] = ("", "")
    numeric: tuple[str, ...] = ()
    matched: bool = False


def read_districts(
    path: Path,
    *,
    code: str = "",
    name: str = "",
    kind: str = "",
    parent: str = "",
    layer: str = "",
    where: Mapping[str, Sequence[str]] | None = None,
    dissolve: bool = False,
    crs: str | None = None,
    datum: Datum = "wgs84",
) -> Reading:
    """Read districts from a polygon file.

    Parameters
    ----------
    path : Path
        ``.geojson``, ``.fgb``, ``.gpkg``, ``.parquet``, ``.topojson``, ``.shp`` or its ``.zip``,
        ``.kml``, ``.kmz``, ``.tab``.
    code, name, kind, parent : str
        Its columns; one that is named has to exist. Those that are not are found by the names that
        offices give them. A file without codes has its names as codes; without kinds, they follow
        from name and code.
    layer : str
        Of a file with several, or the object of a TopoJSON file; by default the one with most
        polygons.
    where : mapping of str to sequence of str, optional
        Columns, and the values of the features that count; the others are no part of the map.
    dissolve : bool, default False
        Features of one code, or of one name in a file without codes, are one district. Those of
        one code and one name always are.
    crs : str, optional
        The CRS of a file that does not name its own: ``EPSG:4549``. A GeoJSON file's is overridden.
    datum : {"wgs84", "gcj02", "bd09"}
        What the coordinates are in; undone before anything else.

    Returns
    -------
    Reading

    Raises
    ------
    MapError
        All problems of the file at once: columns missing, codes empty or repeated, no CRS, swapped
        axes, features that are not polygons, overlapping, or invalid in a way whose repair would
        be seen.
    """
    loaded, notes = formats.load(path, layer)
    drawn = polygons_only(loaded.reset_index(drop=True), str(path))
    raw = chosen_features(drawn.frame, where or {}, str(path))
    columns = replace(choose(raw, code, name, kind, parent), dissolve=dissolve)
    reading = _arranged(raw, str(path), columns, crs, datum)
    said = (*notes, *drawn.notes, *columns.notes(str(path)), *reading.notes)
    found = (columns.code, columns.name)
    numeric = tuple(c for c in raw if raw[c].dtype.kind in "iuf" and c not in found)
    return replace(reading, notes=said, columns=found, numeric=numeric)


def read_boundaries(
    path: Path,
    *,
    code: str = "",
    name: str = "",
    kind: str = "",
    crs: str | None = None,
    datum: Datum = "wgs84",
) -> gpd.GeoDataFrame:
    """Read districts from a polygon file and return the frame alone; see `read_districts`."""
    return read_districts(path, code=code, name=name, kind=kind, crs=crs, datum=datum).districts


def districts_from_frame(
    raw: gpd.GeoDataFrame,
    *,
    source: str,
    code: str = "",
    name: str = "",
    kind: str = "",
    crs: str | None = None,
    datum: Datum = "wgs84",
) -> gpd.GeoDataFrame:
    """Check and arrange polygons in memory; `read_districts` reads a file first.

    Parameters
    ----------
    raw : GeoDataFrame
        In any CRS; left as it is.
    source : str
        What messages call it.
    code, name, kind, crs, datum
        As for `read_districts`.
    """
    columns = choose(raw, code, name, kind, "")
    return _arranged(raw.reset_index(drop=True), source, columns, crs, datum).districts


def _arranged(
    raw: gpd.GeoDataFrame, source: str, columns: Chosen, crs: str | None, datum: Datum
) -> Reading:
    raw, problems = _with_crs(raw, source, crs)
    one_each = table(raw, source, columns)
    frame = one_each.frame
    whole = mended(frame.geometry, source, frame["name"].tolist(), stated=crs is not None)
    problems += [*one_each.problems, *whole.problems]
    if problems:
        raise MapError(problems)
    kept = (~whole.geometries.is_empty).to_numpy()
    flat = shapely.force_2d(to_wgs84(whole.geometries[kept].to_crs(4326), datum).to_numpy())
    shapes = shapely.orient_polygons(flat, exterior_cw=False)
    districts = frame[kept].set_geometry(shapes, crs=4326)
    lost = (*frame["code"][~kept], *frame["name"][~kept])
    notes = (*one_each.notes, *whole.notes)
    in_order = districts.sort_values("code", ignore_index=True)
    return Reading(in_order, notes, lost, matched=whole.matched)


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
    raw, problems = _with_crs(formats.load(path).frame, str(path), crs)
    if raw.empty:
        problems.append(empty(str(path)))
    nameless = [""] * len(raw)
    whole = mended(raw.geometry, str(path), nameless, stated=crs is not None, one_area=True)
    problems += whole.problems
    if problems:
        raise MapError(problems)
    return shapely.force_2d(to_wgs84(whole.geometries.to_crs(4326), datum).union_all())


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
    write_whole({path: encoded(gdf, path)}, read=read)


def encoded(gdf: gpd.GeoDataFrame, path: Path) -> bytes:
    """Return the content of the file that `write_boundaries` writes; see there."""
    if path.suffix.lower() not in writers.WRITABLE:
        allowed = f"Allowed: {', '.join(writers.WRITABLE)}."
        raise MapError(Problem(str(path), f"unknown ending '{path.suffix}'", allowed))
    tidied = gdf.set_geometry(tidy(gdf.geometry.to_numpy()), crs=gdf.crs)
    try:
        return writers.encoded(tidied, path.suffix.lower())
    except ImportError as error:
        raise MapError(formats.missing_package(path, error)) from None
    except (OSError, RuntimeError) as error:  # RuntimeError: GDAL's, of a full temporary folder
        raise MapError(Problem(str(path), f"cannot be written: {reason(error)}")) from None


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
        return raw, [
            Problem(source, NO_CRS, true_crs(raw.geometry, "Its coordinates"))
        ] if raw.crs is None else []
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
