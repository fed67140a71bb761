"""The district of each record of a batch: by a name or code, or by a point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely

from geo.base.errors import MapError, Problem
from geo.base.text import normalize
from geo.districts.lookup import Lookup
from geo.geometry.datum import wgs84_from_bd09, wgs84_from_gcj02
from geo.geometry.labels import LARGEST, LabelGrid
from geo.tables.cells import Column, Findings, degrees, text_of
from geo.tables.diagnosis import Unmatched, row_problem
from geo.tables.pieces import POINTS
from geo.tables.question import Question
from geo.tables.streams import Batch

if TYPE_CHECKING:
    import geopandas as gpd
    import pyarrow as pa

_REMEDY = "Correct it, or allow records outside: they are then listed and not counted."
#: The datums that shift points, besides those that pyproj knows.
_SHIFTS = {"gcj02": wgs84_from_gcj02, "bd09": wgs84_from_bd09}

Placed = tuple[np.ndarray, Callable[[int], Problem]]
"""The position of each record's district, -1 for none, and what says why the i-th is in none."""
Placer = Callable[[Batch, Findings], Placed]


def placer(districts: gpd.GeoDataFrame, question: Question, *, few: bool) -> Placer:
    """Return what places records.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326; ``code``, ``name``.
    question : Question
    few : bool
        A raster finer than the points are many costs more than it answers.

    Raises
    ------
    MapError
        If the question's CRS is none.
    """
    if question.key:
        return _Keyed(Lookup(districts, {}), question.key)
    _wgs84(question.crs)
    grid = LabelGrid(districts.geometry.to_numpy(), 4096 if few else LARGEST)
    return _Pointed(grid, question)


class _Known(NamedTuple):
    """Words, a blank at their end, the position of each's district, and what unclear ones mean."""

    dictionary: pa.Array
    words: list[str]
    at: np.ndarray
    unclear: dict[int, str]


@dataclass(frozen=True)
class _Keyed:
    lookup: Lookup
    key: str
    _found: dict[str, list[int]] = field(default_factory=dict)
    _last: list[_Known] = field(default_factory=list)

    def __call__(self, batch: Batch, wrong: Findings) -> Placed:
        whole = _coded(batch.table[self.key])
        known = self._known(whole.dictionary)
        words, index = known.words, whole.indices.fill_null(len(known.words) - 1).to_numpy()
        for i, which in known.unclear.items():
            if (at := np.flatnonzero(index == i)).size:
                what = f"{self.key} {normalize(words[i])!r} could be {which}"
                remedy = "Write the code instead of the name."
                wrong.add(Problem(batch.source, what, remedy, row=int(batch.rows[at[0]])))

        def why(i: int) -> Problem:
            word, row = normalize(words[index[i]]), int(batch.rows[i])
            if not word:
                return Problem(batch.source, f"{self.key} is blank", _REMEDY, row=row)
            return row_problem(batch.source, Unmatched(row, word), self.lookup, _REMEDY)

        return known.at[index], why

    def _known(self, dictionary: pa.Array) -> _Known:
        """Look the words of a batch up; those of a row group's batches are often the same."""
        last = self._last[-1] if self._last else None
        if last is not None and last.dictionary.equals(dictionary):
            return last
        words = [*(word or "" for word in text_of(dictionary).to_pylist()), ""]
        means = [self._find(word) for word in words]
        unclear = {
            i: " or ".join(self.lookup.title(d) for d in found)
            for i, found in enumerate(means)
            if len(found) > 1
        }
        at = np.array([found[0] if found else -1 for found in means], dtype=np.int32)
        self._last[:] = [_Known(dictionary, words, at, unclear)]
        return self._last[-1]

    def _find(self, word: str) -> list[int]:
        if word not in self._found:
            name = normalize(word)
            self._found[word] = self.lookup.find(name)[0] if name else []
        return self._found[word]


def _coded(cells: pa.ChunkedArray) -> pa.DictionaryArray:
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_dictionary(cells.type):
        cells = pc.dictionary_encode(text_of(cells))
    return cells.unify_dictionaries().combine_chunks()


@dataclass(frozen=True)
class _Pointed:
    grid: LabelGrid
    question: Question

    def __call__(self, batch: Batch, wrong: Findings) -> Placed:
        x, y = _coordinates(batch, self.question, wrong)
        a, b = _wgs84(self.question.crs or batch.crs)(x, y)

        def why(i: int) -> Problem:
            known = not np.isnan(x[i] + y[i])
            point = f"the point ({x[i]:.10g}, {y[i]:.10g}) is in no district"
            what = point if known else "has no coordinates"
            return Problem(batch.source, what, _REMEDY, row=int(batch.rows[i]))

        return self.grid.locate(a, b), why


def _coordinates(
    batch: Batch, question: Question, wrong: Findings
) -> tuple[np.ndarray, np.ndarray]:
    if POINTS in batch.table.column_names and question.lon not in batch.table.column_names:
        points = shapely.from_wkb(batch.table[POINTS].to_numpy(zero_copy_only=False))
        return shapely.get_x(points), shapely.get_y(points)
    angles = question.crs in {"", "wgs84", *_SHIFTS}
    found = []
    for column, limit in ((question.lon, 180), (question.lat, 90)):
        said = Column(column, "°", question.decimal, "Write degrees, for example 119.1.")
        values = degrees(batch, said, wrong)
        beyond = np.flatnonzero(np.abs(values) > limit) if angles else ()
        for i in beyond:
            what = f"{column} {values[i]:.10g} is beyond ±{limit}°"
            remedy = "Write degrees; look whether the axes are swapped."
            wrong.add(Problem(batch.source, what, remedy, row=int(batch.rows[i])))
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
