"""The plane on the sheet and back."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.geometry.extent import Extent
from geo.plate.view import filling, fitted, rings, thin

BOUNDS = Extent(1000, 2000, 3000, 6000)


def test_the_upper_left_corner_lies_where_it_was_put_and_north_is_up():
    view = fitted(BOUNDS, 10, 20, 0.01)
    placed = view.place(np.array([[1000.0, 6000], [3000, 2000]]))
    assert placed.tolist() == [[10, 20], [30, 60]]


def test_a_point_of_the_sheet_is_found_in_the_plane():
    view = fitted(BOUNDS, 10, 20, 0.01)
    assert view.metres(30, 60) == pytest.approx((3000, 2000))


def test_a_view_fills_its_width():
    frame = filling(BOUNDS, 50).frame(BOUNDS)
    assert frame.tolist() == [[0, 0], [50, 0], [50, 100], [0, 100]]


def test_vertices_that_fall_together_are_dropped_and_neighbours_keep_their_border():
    path = np.array([[0.0, 0.0], [0.001, 0.0], [5.0, 0.0], [5.0, 5.0]])
    assert thin(path).tolist() == [[0, 0], [5, 0], [5, 5]]


def test_holes_are_rings_of_their_own_and_a_speck_keeps_its_outline():
    ring = shapely.box(0, 0, 10, 10) - shapely.box(4, 4, 6, 6)
    assert [len(r) for r in rings(ring)] == [4, 4]
    assert len(rings(shapely.box(0, 0, 0.001, 0.001))) == 1
