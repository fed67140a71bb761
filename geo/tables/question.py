"""What is asked of records."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from geo.tables.conditions import Condition
from geo.tables.counted import Measure
from geo.tables.pieces import Wanted


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
    def figures(self) -> dict[str, str]:
        """The columns that are read as numbers, with their units."""
        return {m.column: m.unit for m in self.measures if m.statistic != "distinct"}

    @property
    def wanted(self) -> Wanted:
        """The columns, and how each is best read."""
        place = [self.key] if self.key else [self.lon, self.lat]
        distinct = [m.column for m in self.measures if m.statistic == "distinct"]
        where = self.where.columns if self.where else ()
        uses = Counter([*place, *self.figures, *distinct, *dict.fromkeys(self.group_by), *where])
        once = {column for column, uses_ in uses.items() if uses_ == 1}
        # With a decimal comma, 1.480 is no plain number.
        plain = once if self.decimal != "," else set()
        return Wanted(
            tuple(uses), not self.key, frozenset(plain & {*self.figures}),
            frozenset(plain & {*([] if self.key else place)}),
            frozenset(once & {*([self.key] if self.key else []), *self.group_by}),
        )  # fmt: skip
