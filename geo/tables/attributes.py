"""The figures that polygons bring with them: the columns of their features as a table."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.districts.cells import is_nested
from geo.districts.formats import READABLE, load
from geo.tables.workbook import cell_text

#: Polygon files, in which the figures of a map may be, too.
ATTRIBUTED = frozenset(READABLE)

Row = tuple[int, tuple[str, ...]]


def attribute_rows(path: Path, layer: str) -> list[Row]:
    """Return the names of the columns, then a row a feature, numbered as a spreadsheet does.

    Parameters
    ----------
    path : Path
        A file that `geo.districts.formats.load` reads.
    layer : str
        Of a file with several; empty for the one with most polygons.

    Raises
    ------
    MapError
        If it cannot be read.
    """
    frame = load(path, layer).frame
    table = frame.drop(columns=frame.geometry.name)
    columns = ([_text(cell) for cell in table[name].tolist()] for name in table)
    rows = zip(*columns, strict=True)
    return [(1, tuple(map(str, table))), *enumerate(rows, start=2)]


def _text(cell: object) -> str:
    return "" if is_nested(cell) or pd.isna(cell) else cell_text(cell)
