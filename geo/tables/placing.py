"""The district of each record of a batch by a point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geo.base.errors import MapError, Problem
from geo.geometry.datum import wgs84_from_bd09, wgs84_from_gcj02
from geo.geometry.labels import LARGEST, LabelGrid
from geo.tables.cells import Column, Findings, degrees
from geo.tables.keyed import REMEDY, Placed, Placer
from geo.tables.pieces import POINTS
from geo.tables.question import Question
from geo.tables.streams import Batch

if TYPE_CHECKING:
    import geopandas as gpd

#: The datums that shift points, besides those that pyproj knows.
_SHIFTS = {"gcj02": wgs84_from_gcj02, "bd09": wgs84_from_bd09}


def placer(districts: gpd.GeoDataFrame, question: Question, *, few: bool) -> Placer:
    """Return what places records.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326.
    question : Question
        Without a key.
    few : bool
        A raster finer than the points are many costs more than it answers.

    Raises
    ------
    MapError
        If the question's CRS is none.
    """
    _wgs84(question.crs)
    grid = LabelGrid(districts.geometry.to_numpy(), 4096 if few else LARGEST)
    return _Pointed(grid, question)


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
            return Problem(batch.source, what, REMEDY, row=int(batch.rows[i]))

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
