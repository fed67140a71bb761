"""The grid of small maps: columns, sizes, heads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.choropleth.multiples import small_maps
from geo.plate.cells import Cells, Panel, cells_of
from geo.plate.packing import Frame, Packing, Point
from geo.plate.page import page_of
from geo.plate.sheet import Block
from geo.plate.subject import showing, subject_of
from geo.spec.plate import PlateSpec
from tests.small import timely_map


def grid(count, frame, *, own_legends=False, names="AB"):
    """The cells of a map of squares in a row, twice as wide as high for two of them."""
    rows = [(d, str(1990 + y), y + i) for y in range(count) for i, d in enumerate(names)]
    made = timely_map([(d, p, str(v)) for d, p, v in rows])
    plate = PlateSpec(small_multiples="periods")
    subject = subject_of(made, plate, "plates[1]")
    maps = small_maps(made, "periods")
    panels = [Panel(showing(subject, m.measure, said=m.label), m) for m in maps]
    return cells_of(panels, Frame(*frame), page_of(plate), own_legends=own_legends)


def test_maps_are_as_large_as_a_plate_of_good_proportions_lets_them_be():
    cells = grid(4, (175, None))
    assert (cells.columns, cells.rows) == (2, 2)
    assert cells.width == pytest.approx((175 - cells.gap) / 2)
    assert cells.tall <= 0.9 * 175


def test_a_column_more_is_taken_for_a_fuller_last_row():
    """Nine in four columns leave three places empty, in three none."""
    cells = grid(9, (175, None))
    assert cells.vacant == 0


def test_one_column_of_a_newspaper_may_be_a_tower():
    cells = grid(2, (84, None))
    assert cells.columns == 1
    assert 84 * 0.9 < cells.tall <= 84 * 1.6


def test_on_a_page_of_its_own_height_the_maps_fill_it():
    cells = grid(4, (100, 300))
    assert cells.columns == 1
    assert cells.tall == pytest.approx(300)


def test_no_grid_fits_a_sliver():
    assert grid(4, (100, 20)) is None


def test_a_title_too_many_makes_no_map_stand_lower_than_its_neighbour():
    heads = (Block(10, 5), Block(10, 9))
    cells = Cells(2, 40, 30, Packing(30, 0.5, Point(0, 0), (), 0), heads, 4)
    assert cells.head == 9
    assert cells.map_width == 20
    assert cells.corner(1, rtl=False) == (44, 0)
    assert cells.corner(1, rtl=True) == (0, 0)
    assert replace(cells, columns=1).corner(1, rtl=False) == (0, 43)
    assert replace(cells, columns=1).tall == 82


def test_a_legend_of_its_own_stands_in_the_head():
    assert grid(2, (175, None), own_legends=True).head > grid(2, (175, None)).head + 5
