"""Moran's I by hand and against PySAL, and outliers that stand out."""

from __future__ import annotations

import numpy as np
import pytest

from geo.symbology.clustering import Outlier, moran, outliers


def path(n: int):
    """Districts in a row, each beside the next."""
    return [[j for j in (i - 1, i + 1) if 0 <= j < n] for i in range(n)]


def test_two_halves_of_a_row_are_alike():
    """1 1 1 1 9 9 9 9: the six inner pairs and both ends agree, the two in the middle half."""
    found = moran(np.array([1.0] * 4 + [9.0] * 4), path(8))
    # Every z is 4 or -4; z times the mean of its neighbours is 16 for six and 0 for two of them.
    assert found.statistic == pytest.approx(6 * 16 / (8 * 16))
    assert found.expected == pytest.approx(-1 / 7)
    assert (found.n, found.p <= 0.05) == (8, True)


def test_by_turns_high_and_low_is_as_unlike_as_can_be():
    found = moran(np.array([1.0, 9] * 5), path(10))
    assert found.statistic == pytest.approx(-1)
    assert found.p <= 0.05


def test_the_figure_is_that_of_pysal():
    """Moran of esda 2.9.0 with row-standardized queen weights of a 4 x 4 grid; its p is 0.001."""
    values = np.array([3.0, 5, 8, 9, 2, 6, 7, 9, 1, 3, 6, 8, 2, 2, 4, 15])
    queen = [
        [j for j in range(16) if j != i and max(abs(i // 4 - j // 4), abs(i % 4 - j % 4)) == 1]
        for i in range(16)
    ]
    found = moran(values, queen)
    assert found.statistic == pytest.approx(0.38480483271375465, abs=1e-9)
    assert found.p == moran(values, queen).p <= 0.01


def test_districts_without_value_or_neighbour_are_left_out():
    values = np.array([1.0] * 4 + [9.0] * 4 + [np.nan, 5.0])
    assert moran(values, [*path(8), [7], []]) == moran(values[:8], path(8))


def test_too_few_and_all_alike_say_nothing():
    assert moran(np.array([1.0, 2, 3]), path(3)) is None
    assert moran(np.ones(9), path(9)) is None


def test_one_that_towers_over_its_neighbours_stands_out_and_they_do_not():
    values = np.array([5.0, 6, 5, 7, 6, 50, 6, 5, 7, 5, 6])
    (found, *others) = outliers(values, path(11))
    assert found == Outlier(5, 6.0)
    assert {o.district for o in others} <= {4, 6}  # beside it they are low


def test_nobody_stands_out_where_half_do_not_differ_at_all():
    assert outliers(np.array([5.0] * 9 + [50]), path(10)) == ()
    assert outliers(np.array([1.0, 50, 1]), path(3)) == ()
