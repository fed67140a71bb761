"""Carve zones that have no official polygon out of their host district.

A development zone runs a part of a district without being a division itself. Where only its area
and its side of the host are known, the host is cut by a straight line square to that direction, so
that the part beyond the line has the published area. That is a sketch, and is marked `approximate`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geo.coverage import matched
from geo.errors import MapError, Problem, did_you_mean
from geo.generalize import tidy
from geo.projection import areas_km2

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

ZONE_KIND = "功能区"
COLUMNS = ("code", "name", "name_en", "full_name", "host", "direction", "area_km2", "file")
#: Pieces a true outline leaves of a district that are smaller than this go to the zone: digitising noise.
_SLIVER_KM2 = 0.05


def read_zones(path: Path) -> pd.DataFrame:
    """Read the table of zones.

    Parameters
    ----------
    path : Path
        CSV with the columns of `COLUMNS`; others are ignored. A row has either `direction` (degrees
        clockwise from north) and `area_km2`, or a `file` with the true polygon, relative to the table.

    Returns
    -------
    DataFrame
        Row order kept, since a zone may lie in one carved before it; texts, ``direction`` and
        ``area_km2`` float, ``file`` an absolute path or empty.

    Raises
    ------
    MapError
        Every wrong cell at once, with its line.
    """
    import io

    import pandas as pd

    from geo.encoding import read_text

    raw = pd.read_csv(io.StringIO(read_text(path)), dtype=str, keep_default_na=False)
    missing = [c for c in COLUMNS if c not in raw.columns]
    if missing:
        known = f"The columns are {', '.join(COLUMNS)}."
        raise MapError([Problem(str(path), f"has no column '{c}'", known) for c in missing])
    rows = [_row(path, line, cells) for line, cells in enumerate(raw.to_dict("records"), start=2)]
    problems = [p for _, found in rows for p in found]
    for column in ("code", "name"):
        twice = raw.index[raw[column].duplicated()]
        problems += [
            Problem(f"{path}, row {i + 2}", f"{column} '{raw[column][i]}' stands twice", "Keep one.")
            for i in twice
        ]
    if problems:
        raise MapError(problems)
    return pd.DataFrame([row for row, _ in rows], columns=list(COLUMNS))


def _row(path: Path, line: int, cells: dict[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Convert one row; say what is wrong with it."""
    where = f"{path}, row {line}"
    row: dict[str, Any] = {c: cells[c].strip() for c in COLUMNS}
    problems = [
        Problem(where, f"{c} is empty", "Every zone needs one.")
        for c in ("code", "name", "host")
        if not row[c]
    ]
    by_file = bool(row["file"])
    for column in ("direction", "area_km2"):
        row[column], wrong = _number(where, column, row[column], needed=not by_file)
        problems += wrong
    if not by_file and row["area_km2"] <= 0:
        problems.append(Problem(where, f"area_km2 {row['area_km2']:g} is not above 0", "Write km2."))
    if by_file:
        row["file"] = str((path.parent / row["file"]).resolve())
        if not Path(row["file"]).is_file():
            problems.append(Problem(where, f"no such file '{row['file']}'", "Check the path."))
    return row, problems


def _number(where: str, column: str, text: str, *, needed: bool) -> tuple[float, list[Problem]]:
    if not text and not needed:
        return np.nan, []
    try:
        return float(text), []
    except ValueError:
        remedy = "Give direction and area_km2 as numbers, or a file."
        return np.nan, [Problem(where, f"{column} '{text}' is not a number", remedy)]


def carve(districts: gpd.GeoDataFrame, zones: pd.DataFrame) -> gpd.GeoDataFrame:
    """Cut zones out of districts.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326, as `geo.atlas.atlas_boundaries` or `geo.boundaries.read_boundaries` return them.
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
    import pandas as pd

    frame = districts.copy()
    for zone in zones.to_dict("records"):
        frame = _with_zone(frame, zone)
    frame = frame.sort_values("code", ignore_index=True)
    text = [c for c in ("name_en", "host", "aliases") if c in frame]
    frame[text] = frame[text].astype(object).where(pd.notna(frame[text]), "")
    return frame.set_geometry(tidy(matched(frame.geometry.to_numpy())), crs=districts.crs)


def _with_zone(frame: gpd.GeoDataFrame, zone: dict[str, Any]) -> gpd.GeoDataFrame:
    """Return the districts with one zone more."""
    import geopandas as gpd
    import pandas as pd

    host = _host(frame, zone)
    outline = _true_outline(zone) if zone["file"] else _beyond_line(frame, host, zone)
    row = {
        "code": zone["code"],
        "name": zone["name"],
        "name_en": zone["name_en"],
        "kind": ZONE_KIND,
        "approximate": not zone["file"],
        "host": frame["name"][host],
        "aliases": zone["full_name"],
    }
    added = gpd.GeoDataFrame([row], geometry=[outline], crs=frame.crs)
    rest = _less(frame, outline) if zone["file"] else _cut(frame, host, outline)
    return pd.concat([rest, added], ignore_index=True)


def _host(frame: gpd.GeoDataFrame, zone: dict[str, Any]) -> int:
    """Return the position of the zone's host, after checking that the zone is new."""
    where = f"zone {zone['name']}"
    for column in ("code", "name"):
        if (frame[column] == zone[column]).any():
            what = f"there is a district with the {column} '{zone[column]}' already"
            raise MapError(Problem(where, what, "Take another, or drop the zone's row."))
    found = np.flatnonzero((frame["code"] == zone["host"]) | (frame["name"] == zone["host"]))
    if len(found) != 1:
        what = f"host '{zone['host']}' is {'ambiguous' if len(found) else 'no district'}"
        known = [*frame["name"], *frame["code"]]
        hint = "Give its code." if len(found) else did_you_mean(zone["host"], known)
        raise MapError(Problem(where, what, hint))
    return int(found[0])


def _beyond_line(frame: gpd.GeoDataFrame, host: int, zone: dict[str, Any]) -> shapely.Geometry:
    """Return the part of the host that lies furthest in the zone's direction and has its area."""
    from scipy.optimize import brentq

    polygon = frame.geometry[host]
    whole = _area_km2(polygon, frame.crs)
    if zone["area_km2"] >= whole:
        what = f"area_km2 {zone['area_km2']:g} is not less than its host's {whole:.1f}"
        raise MapError(Problem(f"zone {zone['name']}", what, "Check the area and the host."))
    half_plane, nearest_, furthest = _half_planes(polygon, zone["direction"])

    def excess(offset: float) -> float:
        part = shapely.intersection(polygon, half_plane(offset))
        return _area_km2(part, frame.crs) - float(zone["area_km2"])

    offset = brentq(excess, nearest_, furthest, xtol=1e-9)
    return shapely.intersection(polygon, half_plane(offset))


def _half_planes(polygon: shapely.Geometry, direction: float) -> tuple[Any, float, float]:
    """Return a function from an offset to the half-plane beyond it, and the polygon's least and greatest.

    Offsets are in degrees of latitude along `direction`, from the middle of the polygon's extent;
    longitudes count by their length at its latitude.
    """
    west, south, east, north = polygon.bounds
    middle = np.array([(west + east) / 2, (south + north) / 2])
    scale = np.array([np.cos(np.radians(middle[1])), 1.0])
    along = np.array([np.sin(np.radians(direction)), np.cos(np.radians(direction))])
    across = np.array([along[1], -along[0]])
    reach = 4 * float(np.hypot(east - west, north - south))

    def half_plane(offset: float) -> shapely.Polygon:
        corners = [(offset, -reach), (offset, reach), (reach, reach), (reach, -reach)]
        return shapely.Polygon([(a * along + b * across) / scale + middle for a, b in corners])

    offsets = ((shapely.get_coordinates(polygon) - middle) * scale) @ along
    return half_plane, float(offsets.min()), float(offsets.max())


def _area_km2(polygon: shapely.Geometry, crs: Any) -> float:
    import geopandas as gpd

    return float(areas_km2(gpd.GeoDataFrame(geometry=[polygon], crs=crs))[0])


def _cut(frame: gpd.GeoDataFrame, host: int, outline: shapely.Geometry) -> gpd.GeoDataFrame:
    polygons = frame.geometry.to_numpy().copy()
    polygons[host] = shapely.difference(polygons[host], outline)
    return frame.set_geometry(polygons, crs=frame.crs)


def _less(frame: gpd.GeoDataFrame, outline: shapely.Geometry) -> gpd.GeoDataFrame:
    return frame.set_geometry(shapely.difference(frame.geometry.to_numpy(), outline), crs=frame.crs)


def _true_outline(zone: dict[str, Any]) -> shapely.Geometry:
    from geo.boundaries import read_outline

    return read_outline(Path(zone["file"]))
