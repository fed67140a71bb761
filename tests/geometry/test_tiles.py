"""Every district has a cell of its own, near its place, beside its neighbours."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.geometry.neighbours import neighbours
from geo.geometry.tiles import tile_grid, tiles_at
from tests.geometry.test_cartogram import board


def cells_of(found) -> np.ndarray:
    """Row and column of every tile, from the upper left."""
    steps = np.rint(found.centres[:, ::-1] / (2 * found.radii[0]) * (-1, 1)).astype(int)
    return steps - steps.min(axis=0)


def test_a_board_is_its_own_grid():
    shapes = board(4, 3)
    found = tile_grid(shapes, neighbours(shapes))
    assert cells_of(found).tolist() == [[2 - i // 4, i % 4] for i in range(12)]
    assert (found.overlaps, found.touching) == (0, len(found.pairs))


@settings(max_examples=6, deadline=None)
@given(st.sets(st.integers(0, 29), min_size=1), st.integers(0, 99))
def test_no_two_share_a_cell_in_any_order(kept, seed):
    shapes = board(6, 5)[sorted(kept)]
    found = tile_grid(shapes, neighbours(shapes))
    assert len(np.unique(cells_of(found), axis=0)) == len(shapes)
    assert found.overlaps == 0
    assert (found.kind, found.unit) == ("tiles", 0)
    order = np.random.default_rng(seed).permutation(len(shapes))
    other = tile_grid(shapes[order], neighbours(shapes[order]))
    np.testing.assert_allclose(other.centres, found.centres[order], atol=1e-6)


def test_given_cells_lie_row_by_row_from_the_north():
    found = tiles_at(np.array([[1, 1], [1, 2], [3, 1]]), np.array([[0, 1], [0, 2]]), 10.0)
    assert found.centres.tolist() == [[10, -10], [20, -10], [10, -30]]
    assert found.radii.tolist() == [5, 5, 5]
    assert found.touching == 1  # the first two
