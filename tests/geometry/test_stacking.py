"""One by one, outwards: at the side of neighbours, never over others, with a way out of crowds."""

from __future__ import annotations

import numpy as np
import pytest

from geo.geometry.cartogram import Cartogram
from geo.geometry.linking import links_of
from geo.geometry.neighbours import neighbours
from geo.geometry.stacking import stacked
from tests.geometry.test_cartogram import board

SQUARE = pytest.mark.parametrize("square", [False, True])


def laid(shapes, radii, square) -> Cartogram:
    links = links_of(shapes, neighbours(shapes))
    kind = "demers" if square else "dorling"
    return Cartogram(kind, stacked(links, radii, square=square), radii, 1.0, links.pairs)


@SQUARE
def test_of_many_sizes_three_in_ten_neighbours_stay_in_touch_and_directions_hold(square):
    shapes = board(16, 12)
    sizes = np.exp(np.random.default_rng(7).normal(0, 0.7, len(shapes)))
    found = laid(shapes, 500 * sizes / sizes.mean(), square)
    assert found.overlaps == 0
    assert found.touching >= 0.3 * len(found.pairs)
    rows = found.centres[:, 1].reshape(12, 16).mean(axis=1)
    assert (np.diff(rows) > 0).all()


@SQUARE
def test_equal_ones_lie_in_rows_without_gaps(square):
    shapes = board(5, 4)
    found = laid(shapes, np.full(20, 500.0), square)
    assert found.overlaps == 0
    # 31 borders, 24 corners of squares.
    assert found.touching >= (50 if square else 31)


@SQUARE
def test_a_small_one_among_large_ones_finds_its_way_out(square):
    # All have their place on one point: the rays alone lead out of the crowd.
    shapes = np.array([board(1, 1, side)[0] for side in (10.0, 11.0, 12.0, 13.0, 14.0)])
    found = laid(shapes, np.array([500.0, 400.0, 300.0, 200.0, 1.0]), square)
    assert found.overlaps == 0
    assert np.isfinite(found.centres).all()


@SQUARE
def test_what_is_alone_lies_where_it_is_on_the_map(square):
    found = laid(board(1, 1), np.array([3.0]), square)
    np.testing.assert_allclose(found.centres, [[500, 500]])
