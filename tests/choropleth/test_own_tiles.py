"""A map-maker's own tiles are read like any table, and every mistake in them is told at once."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from geo.base.errors import MapError
from geo.choropleth.cartograms import cartogram_of
from geo.spec.cartogram import CartogramSpec
from tests.small import map_of

BOXES = [shapely.box(118 + i / 10, 36, 118.1 + i / 10, 36.1) for i in range(3)]


def with_tiles(path, text):
    path.write_text(text)
    made = map_of(BOXES, [1, 2, 3])
    spec = made.spec.model_copy(update={"cartogram": CartogramSpec(tiles=path)})
    return replace(made, spec=spec)


def refusal(path, rows):
    """What is said of a file of tiles."""
    with pytest.raises(MapError) as caught:
        cartogram_of(with_tiles(path, f"name,row,column\n{rows}"), "tiles")
    return str(caught.value)


def test_tiles_are_where_the_table_puts_them(tmp_path):
    """By name or code, rows in any order; A and C touch corner to corner, B is away."""
    made = with_tiles(tmp_path / "t.csv", "name,row,column\nC,2,2\n000001,1,5\nA,1,1\n")
    found = cartogram_of(made, "tiles")
    side = 2 * found.radii[0]
    assert (found.centres / side).round(6).tolist() == [[1, -1], [5, -1], [2, -2]]
    assert side**2 == pytest.approx(shapely.area(made.plane.shapes(BOXES)).mean())
    assert (found.overlaps, found.touching, len(found.pairs)) == (0, 0, 2)


def test_cells_that_are_no_numbers_or_taken_are_told_together(tmp_path):
    path = tmp_path / "t.csv"
    told = refusal(path, "A,1,1.5\nB,1,2\nC,1,2\n")
    assert told.splitlines() == [
        f"{path}, row 2: column 1.5 is no whole number. Count from 1.",
        f"{path}, row 4: row 1, column 2 is B's already. Give each district a cell of its own.",
    ]


def test_a_district_without_a_tile_is_missed_by_name(tmp_path):
    path = tmp_path / "t.csv"
    told = refusal(path, "A,1,1\nB,1,0.5\n")
    assert told.splitlines() == [
        f"{path}: has no tile for C. Give it a row and a column.",
        f"{path}, row 3: column 0.5 is no whole number. Count from 1.",
    ]


def test_a_row_of_no_district_is_a_slip_unless_the_spec_allows_it(tmp_path):
    path = tmp_path / "t.csv"
    rows = "A,1,1\nB,1,2\nC,1,3\nD,1,4\n"
    assert refusal(path, rows) == (
        f"{path}, row 5: 'D' matches no district. Correct it, add an alias, or list it in "
        "allow_rows."
    )
    made = with_tiles(path, f"name,row,column\n{rows}")
    table = made.spec.table.model_copy(update={"allow_rows": ("*",)})
    allowed = replace(made, spec=made.spec.model_copy(update={"table": table}))
    assert cartogram_of(allowed, "tiles").overlaps == 0
