"""Records of any number to a table by district: streamed, placed by key or point, added up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import shapely

from geo.base.errors import MapError, Problem
from geo.base.text import normalize
from geo.districts.lookup import Lookup
from geo.geometry.datum import wgs84_from_bd09, wgs84_from_gcj02
from geo.geometry.labels import LARGEST, LabelGrid
from geo.tables.cells import Column, Findings, degrees, figures
from geo.tables.conditions import Condition, holds
from geo.tables.diagnosis import SUGGESTED, Unmatched, row_problem
from geo.tables.streams import POINTS, Batch, batches
from geo.tables.tally import Measure, Tally

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd
    import pyarrow as pa

_REMEDY = "Correct it, or allow records outside: they are then listed and not counted."
#: The datums that shift points, besides those that pyproj knows.
_SHIFTS = {"gcj02": wgs84_from_gcj02, "bd09": wgs84_from_bd09}
_AT = "district position"


@dataclass(frozen=True)
class Question:
    """What is asked of records.

    Attributes
    ----------
    key : str
        The column that names or codes the district; empty for coordinates.
    lon, lat : str
        The columns of the coordinates.
    crs : str
        Of the coordinates: ``wgs84``, ``gcj02``, ``bd09``, or what pyproj reads; empty for that
        of the file's geometries, else WGS 84.
    measures : tuple of Measure
    group_by : tuple of str
        Columns whose texts part the records of a district.
    where : Condition, optional
        Which records count.
    decimal : {"", ".", ","}
        The decimal mark of text.
    """

    key: str = ""
    lon: str = "lon"
    lat: str = "lat"
    crs: str = ""
    measures: tuple[Measure, ...] = ()
    group_by: tuple[str, ...] = ()
    where: Condition | None = None
    decimal: Literal["", ".", ","] = ""

    @property
    def columns(self) -> list[str]:
        """All columns that are read, those of the place first."""
        place = [self.key] if self.key else [self.lon, self.lat]
        also = self.where.columns if self.where else ()
        return [*place, *(m.column for m in self.measures), *self.group_by, *also]

    @property
    def figures(self) -> dict[str, str]:
        """The columns that are read as numbers, with their units."""
        return {m.column: m.unit for m in self.measures if m.statistic != "distinct"}


@dataclass
class Report:
    """What became of the records.

    Attributes
    ----------
    frame : DataFrame
        See `Tally.frame`.
    records, chosen, outside : int
        All that were read; those that meet the condition; of these, those in no district.
    samples : list of Problem
        The first of those outside, in the files' order.
    left : list of tuple of (str, int, str)
        File, row and place of every record outside, if asked for.
    """

    frame: pd.DataFrame
    records: int = 0
    chosen: int = 0
    outside: int = 0
    samples: list[Problem] = field(default_factory=list)
    left: list[tuple[str, int, str]] = field(default_factory=list)


def tabulate(
    paths: Sequence[Path],
    districts: gpd.GeoDataFrame,
    question: Question,
    *,
    allow_outside: bool = False,
    keep_outside: bool = False,
    progress: Callable[[int], None] = lambda _: None,
) -> Report:
    """Add records up by district.

    Parameters
    ----------
    paths : sequence of Path
        See `geo.tables.streams.batches`.
    districts : GeoDataFrame
        EPSG:4326; ``code``, ``name``.
    question : Question
    allow_outside : bool, default False
        Records in no district are counted and sampled instead of refused.
    keep_outside : bool, default False
        Keep file, row and place of all of them.
    progress : callable, optional
        Told how many records were read, after every batch.

    Returns
    -------
    Report
        The same for any order of files and records and any split into files, but for the samples.

    Raises
    ------
    MapError
        With the first problems of all files and the number of the others.
    """
    tally, wrong = Tally((_AT, *question.group_by), question.measures), Findings()
    report = Report(tally.frame(districts, list(question.figures)))  # of no records yet
    placer = _keyed(districts, question) if question.key else _pointed(districts, question)
    for read in batches(paths, question.columns, points=not question.key):
        batch = read
        report.records += batch.table.num_rows
        progress(report.records)
        rows = np.arange(batch.first, batch.first + batch.table.num_rows)
        if question.where:
            kept = holds(question.where, batch.table)
            batch = batch._replace(table=batch.table.filter(kept))
            rows = rows[kept.to_numpy(zero_copy_only=False)] if len(rows) else rows
        report.chosen += len(rows)
        at, places = placer(batch, rows, wrong)
        _leave_out(report, batch, rows, at, places, keep_outside)
        _add(tally, question, batch, rows, at, wrong)
    if report.outside and not allow_outside:
        for problem in report.samples:
            wrong.add(problem)
        if (rest := report.outside - len(report.samples)) > 0:
            wrong.kept.append(Problem("", f"{rest:,} more records are in no district"))
    wrong.refuse()
    report.frame = tally.frame(districts, list(question.figures))
    return report


#: The district of each record, -1 for none, and what says why the i-th is in none.
_Placed = tuple[np.ndarray, Callable[[int], Problem]]
_Placer = Callable[[Batch, np.ndarray, Findings], _Placed]


def _leave_out(report: Report, batch: Batch, rows: np.ndarray, at: np.ndarray,
               places: Callable[[int], Problem], keep: bool) -> None:  # fmt: skip
    outside = np.flatnonzero(at < 0)
    report.outside += len(outside)
    for i in outside[: max(0, SUGGESTED - len(report.samples))]:
        report.samples.append(places(int(i)))
    if keep:
        report.left += [(batch.source, int(rows[i]), places(int(i)).what) for i in outside]


def _add(tally: Tally, question: Question, batch: Batch, rows: np.ndarray, at: np.ndarray,
         wrong: Findings) -> None:  # fmt: skip
    import pyarrow as pa
    import pyarrow.compute as pc

    read = {
        column: figures(batch, rows, Column(column, unit, question.decimal), wrong)
        for column, unit in question.figures.items()
    }
    inside = pa.array(at >= 0)
    distinct = [m.column for m in question.measures if m.statistic == "distinct"]
    texts = {
        name: pc.utf8_trim_whitespace(pc.fill_null(_text(batch.table[name]), ""))
        for name in dict.fromkeys((*question.group_by, *distinct))
    }
    for name in set(distinct) - set(question.group_by):
        texts[name] = pc.if_else(pc.equal(texts[name], ""), None, texts[name])
    table = pa.table({_AT: pa.array(at), **texts}).filter(inside)
    tally.add(table, {name: cells.filter(inside) for name, cells in read.items()})


def _text(cells: pa.ChunkedArray) -> pa.ChunkedArray:
    import pyarrow as pa

    return cells if pa.types.is_string(cells.type) else cells.cast(pa.string())


def _keyed(districts: gpd.GeoDataFrame, question: Question) -> _Placer:
    import pyarrow.compute as pc

    lookup = Lookup(districts, {})
    find = cache(lambda name: lookup.find(name)[0] if name else [])

    def place(batch: Batch, rows: np.ndarray, wrong: Findings) -> _Placed:
        coded = pc.dictionary_encode(pc.fill_null(_text(batch.table[question.key]), ""))
        coded = coded.combine_chunks()
        words = [normalize(word) for word in coded.dictionary.to_pylist()]
        means = [find(word) for word in words]
        index = coded.indices.to_numpy()
        for i, found in enumerate(means):
            if len(found) > 1:
                which = " or ".join(lookup.title(d) for d in found)
                at = int(np.argmax(index == i))
                what = f"{question.key} {words[i]!r} could be {which}"
                remedy = "Write the code instead of the name."
                wrong.add(Problem(batch.source, what, remedy, row=int(rows[at])))

        def why(i: int) -> Problem:
            word, row = words[index[i]], int(rows[i])
            if not word:
                return Problem(batch.source, f"{question.key} is blank", _REMEDY, row=row)
            return row_problem(batch.source, Unmatched(row, word), lookup, _REMEDY)

        known = np.array([found[0] if found else -1 for found in means], dtype=np.int32)
        return known[index] if len(index) else np.empty(0, np.int32), why

    return place


def _pointed(districts: gpd.GeoDataFrame, question: Question) -> _Placer:
    polygons = districts.geometry.to_numpy()
    # A raster finer than the points are many costs more than it answers; a stream's first batch
    # tells whether they are few.
    made = cache(lambda many: LabelGrid(polygons, LARGEST if many else 4096))

    def place(batch: Batch, rows: np.ndarray, wrong: Findings) -> _Placed:
        x, y = _coordinates(batch, rows, question, wrong)
        a, b = _wgs84(question.crs or batch.crs)(x, y)

        def why(i: int) -> Problem:
            known = not np.isnan(x[i] + y[i])
            point = f"the point ({x[i]:.10g}, {y[i]:.10g}) is in no district"
            what = point if known else "has no coordinates"
            return Problem(batch.source, what, _REMEDY, row=int(rows[i]))

        return made(len(rows) > 4096).locate(a, b), why

    return place


def _coordinates(
    batch: Batch, rows: np.ndarray, question: Question, wrong: Findings
) -> tuple[np.ndarray, np.ndarray]:
    if POINTS in batch.table.column_names and question.lon not in batch.table.column_names:
        points = shapely.from_wkb(batch.table[POINTS].to_numpy(zero_copy_only=False))
        return shapely.get_x(points), shapely.get_y(points)
    angles = question.crs in {"", "wgs84", "gcj02", "bd09"}
    found = []
    for column, limit in ((question.lon, 180), (question.lat, 90)):
        said = Column(column, "°", question.decimal, "Write degrees, for example 119.1.")
        values = degrees(batch, rows, said, wrong)
        beyond = np.flatnonzero(np.abs(values) > limit) if angles else ()
        for i in beyond:
            what = f"{column} {values[i]:.10g} is beyond ±{limit}°"
            remedy = "Write degrees; look whether the axes are swapped."
            wrong.add(Problem(batch.source, what, remedy, row=int(rows[i])))
        found.append(values)
    return found[0], found[1]


@cache
def _wgs84(crs: str) -> Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Return what brings coordinates to WGS 84, in degrees."""
    if crs in {"", "wgs84"}:
        return lambda x, y: (x, y)
    if crs in _SHIFTS:
        return _SHIFTS[crs]
    from pyproj import CRS, Transformer  # only where records have a CRS of their own
    from pyproj.exceptions import CRSError

    try:
        known = CRS.from_user_input(crs)
    except CRSError:
        remedy = "Write wgs84, gcj02, bd09 or a code such as EPSG:4490."
        raise MapError(Problem("", f"{crs!r} is no CRS", remedy)) from None
    if known.equals("EPSG:4326", ignore_axis_order=True) or known.equals("OGC:CRS84"):
        return lambda x, y: (x, y)
    moved = Transformer.from_crs(known, "EPSG:4326", always_xy=True)
    # It says inf for what cannot be moved, which is in no district.
    return moved.transform
