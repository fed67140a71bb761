"""The classes of an earlier edition, kept for new values."""

from __future__ import annotations

import numpy as np
import pytest

from geo.base.errors import MapError
from geo.symbology.classify import locked


def test_locked_classes_are_those_of_the_edition_while_the_values_are_within():
    found = locked(np.array([1.0, 2, 2.5, np.nan]), [1, 2, 4, 10])
    assert (found.edges, found.ids, found.counts) == ((1, 2, 4, 10), (0, 0, 1, None), (2, 1, 0))


def test_locked_ends_reach_out_and_breaks_between_stay():
    found = locked(np.array([-3.0, 3, 14]), [0, 2, 4, 10])
    assert found.edges[1:3] == (2, 4)
    assert -4 <= found.edges[0] <= -3
    assert 14 <= found.edges[3] <= 15
    assert found.ids == (0, 1, 2)


def test_locked_open_ends_stay_open():
    found = locked(np.array([1.0, 50]), [None, 2, 4, None])
    assert (found.open_low, found.open_high, found.ids) == (True, True, (0, 2))
    assert found.edges == (0.0, 2, 4, 50)


def test_a_locked_class_of_zeros_takes_no_negative_value():
    assert locked(np.array([0.0, 1]), [0, 0, 4]).ids == (0, 1)
    with pytest.raises(MapError, match="a class of zeros was asked for"):
        locked(np.array([-1.0, 1]), [0, 0, 4])


@pytest.mark.parametrize(
    ("values", "edges"),
    [
        ([2.5, 3], (0, 2, 4, 9, 14)),  # nothing beyond: as wide as the classes beside them
        ([-7, 3], (-7, 2, 4, 9, 14)),
        ([3, 60], (0, 2, 4, 9, 60)),
    ],
)
def test_open_ends_reach_what_is_beyond_or_are_as_wide_as_the_class_beside(values, edges):
    found = locked(np.array(values, dtype=float), [None, 2, 4, 9, None])
    assert found.edges == edges
    assert (found.open_low, found.open_high) == (True, True)


def test_an_open_end_beside_one_break_alone_ends_at_the_values():
    assert locked(np.array([1.0, 7]), [None, 3, None]).edges == (1, 3, 7)


def test_a_lower_edge_stays_where_an_open_class_is_above():
    found = locked(np.array([3.0, 5]), [1, 2, 4, None])
    assert found.edges == (1, 2, 4, 6)
    assert (found.open_low, found.open_high) == (False, True)


def test_ends_that_values_just_reach_stay_however_odd():
    found = locked(np.array([3.71, 5, 9.37]), [3.71, 6, 9.37])
    assert (found.edges, found.ids) == ((3.71, 6, 9.37), (0, 0, 1))


def test_as_many_classes_are_asked_for_as_that_edition_had():
    assert locked(np.array([1.0, 2, 50]), [0, 2, 4, 10]).asked == 3
