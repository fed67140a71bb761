"""Small frames of districts for tests that need no true geometry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import geopandas as gpd
import shapely

from geo.tables.printed import Printed, read_figure
from geo.tables.table import Column, Table


def districts(names: Mapping[str, str], **columns: Sequence[str]) -> gpd.GeoDataFrame:
    """Unit squares in a row from (0, 0) to the east, code to name, as a district frame."""
    n = len(names)
    data = {
        "code": list(names),
        "name": list(names.values()),
        "name_en": [""] * n,
        "kind": [""] * n,
        "approximate": [False] * n,
        "host": [""] * n,
        **columns,
    }
    squares = [shapely.box(i, 0, i + 1, 1) for i in range(n)]
    return gpd.GeoDataFrame(data, geometry=squares, crs=4326)


def column(*figures: str | int | None, unit: str = "") -> Column:
    """A column of figures as printed; None is missing."""
    cells = tuple(None if f is None else printed(f) for f in figures)
    return Column(unit, cells, tuple("missing" if c is None else "value" for c in cells))


def printed(figure: str | int) -> Printed:
    value = Decimal(figure)
    return Printed(value, Decimal(1).scaleb(int(value.as_tuple().exponent)))


def figures(*texts: str, unit: str = "亿元") -> list[Printed]:
    """Figures as they are read from cells of a column in `unit`."""
    return [read for text in texts if (read := read_figure(text, unit))]


def figure(text: str, unit: str = "亿元") -> Printed:
    return figures(text, unit=unit)[0]


def table(**figures: str | int | None) -> Table:
    """One column `v` by key, from line 2 of t.csv on."""
    rows = tuple(range(2, len(figures) + 2))
    return Table(tuple(figures), rows, {"v": column(*figures.values())}, "t.csv")
