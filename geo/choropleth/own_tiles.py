"""A tile grid of the map-maker's own: a table of names, rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.base.errors import MapError, Problem
from geo.geometry.cartogram import Cartogram
from geo.geometry.linking import links_of
from geo.geometry.tiles import tiles_at
from geo.tables.join import join
from geo.tables.reader import read_table

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

_COLUMNS = ("row", "column")


def given_tiles(
    choropleth: Choropleth,
    path: Path,
    flat: NDArray[np.object_],
    neighbours: Sequence[Sequence[int]],
) -> Cartogram:
    """Read the tiles of a map's districts.

    Parameters
    ----------
    choropleth : Choropleth
    path : Path
        A table with the columns ``name, row, column``; rows count from the north, columns from
        the west.
    flat : ndarray of Polygon or MultiPolygon, shape (n,)
        The districts in the plane of the map.
    neighbours : sequence of sequence of int, length n

    Raises
    ------
    MapError
        With every problem: a name of no district, a district without a row, a number that is not
        whole, two districts in one cell.
    """
    spec = choropleth.spec
    table = read_table(path, key="name", columns=dict.fromkeys(_COLUMNS, ""))
    rows, codes = spec.table.allow_rows, choropleth.districts["code"]
    joined = join(
        table,
        choropleth.districts,
        spec.aliases,
        allow_rows=table.keys if "*" in rows else rows,
        allow_districts=tuple(codes),
    )
    problems = [
        Problem(str(path), f"has no tile for {name}", "Give it a row and a column.")
        for name in joined.unmatched_districts
    ]
    cells: dict[tuple[int, int], str] = {}
    places = {code: i for i, code in enumerate(codes)}
    for match in joined.matches:
        found = [joined.columns[name].numbers[places[match.code]] for name in _COLUMNS]
        wrong = [
            Problem(str(path), f"{name} {number} is no whole number", "Count from 1.", match.row)
            for name, number in zip(_COLUMNS, found, strict=True)
            if number is None or number != int(number)
        ]
        row, column = (int(number or 0) for number in found)
        if not wrong and (row, column) in cells:
            what = f"row {row}, column {column} is {cells[row, column]}'s already"
            wrong = [Problem(str(path), what, "Give each district a cell of its own.", match.row)]
        cells.setdefault((row, column), match.name)
        problems += wrong
    if problems:
        raise MapError(problems)
    side = float(np.sqrt(shapely.area(flat).mean()))
    return tiles_at(np.array(list(cells), dtype=np.int64), links_of(flat, neighbours).pairs, side)
