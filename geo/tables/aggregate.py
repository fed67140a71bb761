"""Single records, with coordinates or with a district's name, to a table by district."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from geo.base.errors import MapError, Problem
from geo.base.text import normalize
from geo.districts.lookup import Lookup
from geo.geometry.datum import Datum, wgs84_from_bd09, wgs84_from_gcj02
from geo.geometry.labels import LARGEST, LabelGrid
from geo.tables.arithmetic import total
from geo.tables.decimals import DecimalChoice, notation
from geo.tables.diagnosis import SUGGESTED, Unmatched, diagnose, row_problem, unchecked
from geo.tables.footnotes import marked
from geo.tables.printed import DecimalMark, FigureError, Printed, how_to_write, read_figure
from geo.tables.sheet import Sheet, read_sheet
from geo.tables.table import in_order

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

_REMEDY = "Correct it, or allow records outside: they are then listed and not counted."


@dataclass(frozen=True, eq=False)
class Aggregated:
    """Records added up by district.

    Attributes
    ----------
    frame : DataFrame
        One row a district in the order of the boundaries: ``district`` (its name, or its code
        where names repeat), ``code``, ``count`` (int; 0 where no record fell) and a column of
        Decimal for every sum (None where no record of the district has a figure).
    outside : tuple of Problem
        The records that fell in no district, each with its row; they are in no count.
    records : int
        All records of the file: ``frame["count"].sum() + len(outside)``.
    notes : tuple of Problem
        Figures that were read without a footnote mark; how thousands were read.
    """

    frame: pd.DataFrame
    outside: tuple[Problem, ...]
    records: int
    notes: tuple[Problem, ...] = ()


def aggregate(
    records: Path,
    districts: gpd.GeoDataFrame,
    *,
    key: str = "",
    lon: str = "lon",
    lat: str = "lat",
    sums: Mapping[str, str] | None = None,
    datum: Datum = "wgs84",
    aliases: Mapping[str, Sequence[str]] | None = None,
    allow_outside: bool = False,
    decimal: DecimalChoice = "",
) -> Aggregated:
    """Count records by district and add up their figures.

    Parameters
    ----------
    records : Path
        CSV or TSV, one record a row.
    districts : GeoDataFrame
        EPSG:4326; ``code``, ``name``.
    key : str, default ""
        The column that names or codes the district; empty for records with coordinates.
    lon, lat : str
        The columns of the coordinates, in degrees.
    sums : mapping of str to str, optional
        Columns to add up, and the unit their cells are in. A blank cell adds nothing.
    datum : {"wgs84", "gcj02", "bd09"}
        Of the coordinates.
    aliases : mapping of str to sequence of str, optional
        District to other names of it, for `key`.
    allow_outside : bool, default False
        Records in no district are listed in the result instead of refused.
    decimal : {"", ".", ","}, default ""
        The decimal mark; empty to find it out, see `geo.tables.decimals.notation`.

    Returns
    -------
    Aggregated
        A point exactly on a shared border counts once, for the district that comes first.

    Raises
    ------
    MapError
        With every problem: a column missing, a cell that is no number, coordinates beyond the
        globe, and, without `allow_outside`, every record in no district.
    """
    sums = sums or {}
    sheet, problems = read_sheet(records, (*([key] if key else [lon, lat]), *sums))
    source = str(records)
    numeric = [*([] if key else [lon, lat]), *sums]
    mark, note = notation(sheet, source, numeric, decimal)
    if key:
        placed = _by_name(sheet, source, key, Lookup(districts, aliases or {}))
    else:
        placed = _by_point(sheet, source, (lon, lat), districts, datum, mark)
    figures, unread = _figures(sheet, source, sums, mark)
    problems += [*placed.problems, *unread, *([] if allow_outside else placed.causes)]
    if problems:
        raise MapError(problems)
    notes = [*([note] if note else []), *placed.notes]
    for column, cells in figures.items():
        notes += marked(source, [line for line, _ in sheet.rows], column, cells)
    frame = _added_up(districts, placed.at, figures)
    return Aggregated(frame, tuple(placed.outside), len(sheet.rows), tuple(notes))


class _Placed(NamedTuple):
    """Where records are: the district of each, or None.

    `outside` says why, one a record; `causes` the same with one for many that share a cause.
    """

    at: list[int | None]
    outside: list[Problem]
    causes: list[Problem]
    problems: list[Problem]
    notes: list[Problem]


def _by_name(sheet: Sheet, source: str, key: str, lookup: Lookup) -> _Placed:
    at: list[int | None] = []
    problems = list(lookup.problems)
    blank: list[Problem] = []
    unmatched: list[Unmatched] = []
    assumed: list[Unmatched] = []
    for (line, _), cell in zip(sheet.rows, sheet.column(key), strict=True):
        name = normalize(cell)
        found, by = lookup.find(name) if name else ([], "name")
        at.append(found[0] if found else None)
        if len(found) > 1:
            what = f"{key} {name!r} could be {' or '.join(lookup.title(d) for d in found)}"
            problems.append(Problem(source, what, "Write the code instead of the name.", row=line))
        elif by == "unchecked city":
            assumed.append(Unmatched(line, name))
        elif not name:
            blank.append(Problem(source, f"{key} is blank", _REMEDY, row=line))
        elif not found:
            unmatched.append(Unmatched(line, name))
    outside = [
        row_problem(source, row, lookup, _REMEDY, suggest=i < SUGGESTED)
        for i, row in enumerate(unmatched)
    ]
    cause = diagnose(source, unmatched, len(sheet.rows), lookup, _REMEDY)
    return _Placed(
        at,
        in_order([*blank, *outside]),
        in_order([*blank, *cause.problems]),
        problems,
        unchecked(source, assumed, lookup),
    )


def _by_point(
    sheet: Sheet,
    source: str,
    columns: tuple[str, str],
    districts: gpd.GeoDataFrame,
    datum: Datum,
    decimal: DecimalMark,
) -> _Placed:
    degrees, problems = [], []
    for column, limit in zip(columns, (180, 90), strict=True):
        read, wrong = _degrees(sheet, source, column, limit, decimal)
        degrees.append(read)
        problems += wrong
    x, y = _SHIFTS[datum](*degrees)
    inside = _containing(districts, x, y)
    outside: list[Problem] = []
    for i, (line, _) in enumerate(sheet.rows):
        if inside[i] >= 0:
            continue
        known = not np.isnan(degrees[0][i] + degrees[1][i])
        where = f"({degrees[0][i]:.10g}, {degrees[1][i]:.10g})"
        what = f"the point {where} is in no district" if known else "has no coordinates"
        outside.append(Problem(source, what, _REMEDY, row=line))
    at = [int(d) if d >= 0 else None for d in inside]
    return _Placed(at, outside, outside, problems, [])


_Pair = tuple[np.ndarray, np.ndarray]
_SHIFTS: dict[str, Callable[[np.ndarray, np.ndarray], _Pair]] = {
    "wgs84": lambda x, y: (x, y),
    "gcj02": wgs84_from_gcj02,
    "bd09": wgs84_from_bd09,
}


def _degrees(
    sheet: Sheet, source: str, column: str, limit: int, decimal: DecimalMark
) -> tuple[np.ndarray, list[Problem]]:
    remedy = "Write degrees, for example 119.1."
    cells, problems = _column(sheet, source, column, "°", remedy, decimal)
    values = np.array([np.nan if f is None else float(f.value) for f in cells])
    for i in np.flatnonzero(np.abs(values) > limit):
        what = f"{column} {values[i]:.10g} is beyond ±{limit}°"
        remedy = "Write degrees; look whether the axes are swapped."
        problems.append(Problem(source, what, remedy, row=sheet.rows[i][0]))
    return values, problems


def _containing(districts: gpd.GeoDataFrame, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the position of the first district that holds or touches each point; -1 for none."""
    # A raster finer than the points are many costs more than it answers.
    cells = min(max(4 * len(x), 64), LARGEST)
    return LabelGrid(districts.geometry.to_numpy(), cells).locate(x, y)


def _column(
    sheet: Sheet, source: str, column: str, unit: str, remedy: str, decimal: DecimalMark
) -> tuple[list[Printed | None], list[Problem]]:
    cells: list[Printed | None] = []
    problems = []
    for (line, _), text in zip(sheet.rows, sheet.column(column), strict=True):
        try:
            cells.append(read_figure(text, unit, decimal))
        except FigureError as error:
            cells.append(None)
            what = f"{column} {text.strip()!r} {error}"
            problems.append(Problem(source, what, error.remedy or remedy, row=line))
    return cells, problems


def _figures(
    sheet: Sheet, source: str, sums: Mapping[str, str], decimal: DecimalMark
) -> tuple[dict[str, list[Printed | None]], list[Problem]]:
    read: dict[str, list[Printed | None]] = {}
    problems: list[Problem] = []
    for column, unit in sums.items():
        read[column], wrong = _column(sheet, source, column, unit, how_to_write(unit), decimal)
        problems += wrong
    return read, problems


def _added_up(
    districts: gpd.GeoDataFrame,
    at: Sequence[int | None],
    figures: Mapping[str, Sequence[Printed | None]],
) -> pd.DataFrame:
    import pandas as pd

    names, codes = districts["name"].tolist(), districts["code"].tolist()
    counts = Counter(at)
    data: dict[str, list[object]] = {
        "district": names if len(set(names)) == len(names) else codes,
        "code": codes,
        "count": [counts[d] for d in range(len(codes))],
    }
    for column, cells in figures.items():
        # Decimals add up to what a person adds up: 0.1 and 0.2 to 0.3.
        parts: dict[int | None, list[Decimal]] = {}
        for d, figure in zip(at, cells, strict=True):
            if figure is not None:
                parts.setdefault(d, []).append(figure.value)
        data[column] = [total(parts[d]) if d in parts else None for d in range(len(codes))]
    return pd.DataFrame(data)
