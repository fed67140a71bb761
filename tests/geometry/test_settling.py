"""Neighbours that were pulled apart come together again; nothing ever overlaps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.geometry.settling import settled

GAP = 0.04


def touches(xy, radii, pairs, *, square):
    """Return how many pairs are in touch, and how far the worst pair of all overlaps."""
    apart = np.abs(xy[:, None] - xy[None, :])
    lengths = apart.max(axis=-1) if square else np.hypot(*np.moveaxis(apart, -1, 0))
    both = radii[:, None] + radii[None, :]
    one, other = np.array(pairs).T
    near = lengths[one, other] <= (1 + GAP) * both[one, other]
    np.fill_diagonal(lengths, np.inf)
    return int(near.sum()), float((lengths - both).min())


def settle(places, radii, pairs, *, square):
    return settled(np.array(places, float), np.array(radii, float), np.array(pairs),
                   square=square, touching=GAP)  # fmt: skip


def test_a_group_that_touches_moves_as_one_to_the_neighbour_it_has_lost():
    """A pair lies 10 east of a pair; the two in the middle are neighbours."""
    places, pairs = [(0, 0), (2, 0), (12, 0), (14, 0), (16, 0)], [(0, 1), (1, 2), (2, 3), (3, 4)]
    moved = settle(places, np.ones(5), pairs, square=False)
    # The smaller group came, whole, by the straight way.
    np.testing.assert_allclose(moved, [(8, 0), (10, 0), *places[2:]], atol=1e-9)


def test_what_lies_between_neighbours_stays_where_it_is_and_clear():
    """A stranger fills the way from the first to the second."""
    places, radii = [(0, 0), (10, 0), (5, 0)], [1, 1, 3.5]
    moved = settle(places, radii, [(0, 1)], square=False)
    np.testing.assert_array_equal(moved, places)


def test_a_square_slides_along_its_neighbour_until_a_second_one_touches():
    """A small one stands on the first of two large ones that are side by side."""
    places, radii = [(0, 0), (6, 0), (0, 4)], [3, 3, 1]
    moved = settle(places, radii, [(0, 1), (0, 2), (1, 2)], square=True)
    np.testing.assert_allclose(moved, [*places[:2], (2, 4)], atol=1e-9)


@pytest.mark.parametrize("square", [False, True])
@settings(max_examples=30, deadline=None)
@given(sizes=st.lists(st.floats(0.05, 0.5), min_size=2, max_size=12), seed=st.integers(0, 99))
def test_never_fewer_neighbours_touch_and_nothing_overlaps(square, sizes, seed):
    """Places of a grid of 1, so that nothing overlaps before; neighbours by chance."""
    n = len(sizes)
    places = np.array([divmod(k, 4) for k in range(n)], float)
    drawn = np.random.default_rng(seed).integers(0, n, (n, 2))
    pairs = sorted({(min(p), max(p)) for p in drawn.tolist() if p[0] != p[1]}) or [(0, 1)]
    before, _ = touches(places, np.array(sizes), pairs, square=square)
    moved = settle(places, sizes, pairs, square=square)
    after, worst = touches(moved, np.array(sizes), pairs, square=square)
    assert after >= before
    assert worst >= -1e-9
