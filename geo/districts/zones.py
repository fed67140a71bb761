"""Carve zones that have no official polygon out of their host district.

A development zone runs a part of a district without being a division itself. Where only its area
and its side of the host are known, the host is cut by a straight line square to that direction, so
that the part beyond the line has the published area. That is a sketch, and is marked `approximate`.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any, get_args

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.base.errors import MapError, Problem, did_you_mean
from geo.base.files import absolute, is_file, read_text
from geo.base.text import normalize
from geo.districts.boundaries import read_outline
from geo.geometry.coverage import matched, tidy
from geo.geometry.cutline import part_beyond
from geo.geometry.datum import Datum
from geo.geometry.projection import polygon_km2

ZONE_KIND = "功能区"
COLUMNS = ("code", "name", "name_en", "full_name", "host", "direction", "area_km2", "file")
DATUMS: tuple[Datum, ...] = get_args(Datum)
#: Neither 1_000 nor 677① nor 6,77.
_DECIMAL = re.compile(r"[+-]?\d{1,9}(?:\.\d{1,9})?", re.ASCII)
#: Pieces smaller than this that a true outline leaves of a district go to the zone.
_SLIVER_KM2 = 0.05


def read_zones(path: Path) -> pd.DataFrame:
    """Read the table of zones.

    Parameters
    ----------
    path : Path
        CSV with the columns of `COLUMNS`. A row has either `direction` (degrees clockwise from
        north) and `area_km2`, or a `file` with the true polygon, relative to the table. The column
        `datum` is optional and names that of the file; others are ignored.

    Returns
    -------
    DataFrame
        Row order kept, since a zone may lie in one carved before it; texts, ``direction`` and
        ``area_km2`` float, ``file`` an absolute path or empty.

    Raises
    ------
    MapError
        All wrong cells at once, each with its row.
    """
    header, records = _records(path)
    missing = [c for c in COLUMNS if c not in header]
    if missing:
        known = f"The columns are {', '.join(COLUMNS)}."
        raise MapError([Problem(str(path), f"has no column '{c}'", known) for c in missing])
    # From 2: the header is line 1 of the file.
    rows = [_row(path, line, cells) for line, cells in enumerate(records, start=2)]
    problems = [p for _, found in rows for p in found]
    problems += [
        p for column in ("code", "name") for p in _repeated(path, [row[column] for row, _ in rows])
    ]
    if problems:
        raise MapError(problems)
    return pd.DataFrame([row for row, _ in rows], columns=[*COLUMNS, "datum"])


def _records(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    """Return the header and the rows; the whole file is refused if a row is longer or shorter."""
    try:
        lines = [row for row in csv.reader(io.StringIO(read_text(path)), strict=True) if any(row)]
    except csv.Error as error:
        remedy = "Look for a quotation mark that is never closed."
        raise MapError(Problem(str(path), f"cannot be read: {error}", remedy)) from None
    if not lines:
        what = f"The columns are {', '.join(COLUMNS)}."
        raise MapError(Problem(str(path), "is empty", what))
    header = [normalize(cell) for cell in lines[0]]
    ragged = [
        Problem(
            f"{path}, row {line}",
            f"has {len(row)} cells, the header has {len(header)}",
            "Put cells that contain a comma in quotation marks.",
        )
        for line, row in enumerate(lines[1:], start=2)
        if len(row) != len(header)
    ]
    if ragged:
        raise MapError(ragged)
    return header, [dict(zip(header, row, strict=True)) for row in lines[1:]]


def outlines(zones: pd.DataFrame) -> list[Path]:
    """Return the polygon files that a table of zones names."""
    return [Path(file) for file in zones["file"] if file]


def _repeated(path: Path, values: list[str]) -> list[Problem]:
    return [
        Problem(f"{path}, row {line}", f"'{value}' appears twice", "Keep one.")
        for line, value in enumerate(values, start=2)
        if value and value in values[: line - 2]
    ]


def _row(path: Path, line: int, cells: dict[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Convert one row; return it with what is wrong in it."""
    where = f"{path}, row {line}"
    row: dict[str, Any] = {c: normalize(cells[c]) for c in COLUMNS if c != "file"}
    row["file"] = cells["file"].strip()
    row["datum"] = normalize(cells.get("datum", "")) or DATUMS[0]
    problems = [
        Problem(where, f"{c} is empty", "Every zone needs one.")
        for c in ("code", "name", "host")
        if not row[c]
    ]
    if row["datum"] not in DATUMS:
        remedy = f"Allowed: {', '.join(DATUMS)}."
        problems.append(Problem(where, f"unknown datum '{row['datum']}'", remedy))
    if row["file"]:
        file = absolute(path.parent / row["file"])
        if not is_file(file):
            problems.append(Problem(where, f"no such file '{row['file']}'", "Check the path."))
        return row | {"direction": np.nan, "area_km2": np.nan, "file": str(file)}, problems
    for column in ("direction", "area_km2"):
        row[column], wrong = _number(where, column, row[column])
        problems += wrong
    if row["area_km2"] <= 0:  # False for NaN, which already has its problem
        what = f"area_km2 {row['area_km2']:g} is not above 0"
        problems.append(Problem(where, what, "Write the zone's area in km2."))
    return row, problems


def _number(where: str, column: str, text: str) -> tuple[float, list[Problem]]:
    if _DECIMAL.fullmatch(normalize(text)):
        return float(normalize(text)), []
    remedy = "Give direction and area_km2 as numbers, or a file."
    return np.nan, [Problem(where, f"{column} '{text}' is not a number", remedy)]


def carve(districts: gpd.GeoDataFrame, zones: pd.DataFrame) -> gpd.GeoDataFrame:
    """Cut zones out of districts.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326, with the columns of `geo.districts.boundaries`.
    zones : DataFrame
        As `read_zones` returns it. `host` is a code or a name, of a district or of an earlier zone.

    Returns
    -------
    GeoDataFrame
        Districts and zones in code order, still a coverage: every new corner is a vertex of the
        neighbours too. Zones cut by a line are ``approximate``; hosts are not, since all of their
        border but the cut, which is the zone's, is the official one. ``host`` names the host,
        ``aliases`` holds the full name.

    Raises
    ------
    MapError
        If a host is unknown or smaller than its zone, or a code or name is taken.
    """
    frame = districts
    for zone in zones.to_dict("records"):
        frame = _with_zone(frame, zone)
    # In code order, as the atlas has it: the order of drawing must not depend on that of the zones.
    frame = frame.sort_values("code", ignore_index=True)
    return frame.set_geometry(tidy(matched(frame.geometry.to_numpy())), crs=districts.crs)


def _with_zone(frame: gpd.GeoDataFrame, zone: dict[str, Any]) -> gpd.GeoDataFrame:
    """Return the districts with one zone more."""
    host = _host(frame, zone)
    if zone["file"]:
        true = read_outline(Path(zone["file"]), datum=zone["datum"])
        rest, outline = _without_outline(frame, true, zone["name"])
    else:
        outline = _sketched(frame, host, zone)
        rest = _without_sketch(frame, host, outline)
    row = {
        "code": zone["code"],
        "name": zone["name"],
        "name_en": zone["name_en"],
        "kind": ZONE_KIND,
        # Only an outline from a file is a real one.
        "approximate": not zone["file"],
        "host": frame["name"][host],
        "aliases": zone["full_name"],
    }
    if "parent" in frame:
        row["parent"] = frame["parent"][host]
    added = gpd.GeoDataFrame([row], geometry=[outline], crs=frame.crs)
    return pd.concat([rest, added], ignore_index=True)


def _host(frame: gpd.GeoDataFrame, zone: dict[str, Any]) -> int:
    """Return the position of the zone's host, after checking that the zone is new."""
    where = f"zone {zone['name']}"
    for column in ("code", "name"):
        if (frame[column] == zone[column]).any():
            what = f"{column} '{zone[column]}' is already used by a district"
            raise MapError(Problem(where, what, "Take another, or drop the zone's row."))
    found = np.flatnonzero((frame["code"] == zone["host"]) | (frame["name"] == zone["host"]))
    # A name may be that of two districts: 鼓楼区 is one in four cities.
    if len(found) != 1:
        what = f"host '{zone['host']}' is {'ambiguous' if len(found) else 'no district'}"
        known = [*frame["name"], *frame["code"]]
        hint = "Give its code." if len(found) else did_you_mean(zone["host"], known)
        raise MapError(Problem(where, what, hint))
    return int(found[0])


def _sketched(frame: gpd.GeoDataFrame, host: int, zone: dict[str, Any]) -> shapely.Geometry:
    """Return the part of the host that has the zone's direction and area."""
    polygon = frame.geometry[host]
    whole = polygon_km2(polygon)
    if zone["area_km2"] >= whole:
        what = f"area_km2 {zone['area_km2']:g} is not less than its host's {whole:.1f}"
        raise MapError(Problem(f"zone {zone['name']}", what, "Check the area and the host."))
    return part_beyond(polygon, zone["direction"], zone["area_km2"])


def _without_sketch(
    frame: gpd.GeoDataFrame, host: int, outline: shapely.Geometry
) -> gpd.GeoDataFrame:
    polygons = frame.geometry.to_numpy().copy()
    polygons[host] = shapely.difference(polygons[host], outline)
    return frame.set_geometry(polygons, crs=frame.crs)


def _without_outline(
    frame: gpd.GeoDataFrame, outline: shapely.Geometry, name: str
) -> tuple[gpd.GeoDataFrame, shapely.Geometry]:
    """Take a true outline from every district; return them, and the outline with the slivers.

    Two sources never draw one border alike. Small pieces left between the outline and a
    district's border are digitizing noise, and go to the zone.
    """
    before = frame.geometry.to_numpy()
    after = before.copy()
    slivers = []
    for i in np.flatnonzero(shapely.intersects(before, outline)):
        pieces = shapely.get_parts(shapely.difference(before[i], outline))
        small = np.array([polygon_km2(p) < _SLIVER_KM2 for p in pieces], dtype=bool)
        # A small piece elsewhere is an island of the district, and stays its own.
        small &= shapely.distance(pieces, outline) == 0
        slivers += pieces[small].tolist()
        after[i] = shapely.union_all(pieces[~small])
    covered = frame["name"][shapely.is_empty(after)].tolist()
    if covered:
        what = f"its outline covers all of {', '.join(covered)}"
        remedy = "Check the file and its datum, or drop that district first."
        raise MapError(Problem(f"zone {name}", what, remedy))
    return frame.set_geometry(after, crs=frame.crs), shapely.union_all([outline, *slivers])
