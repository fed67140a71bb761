"""The buttons cover as little of the map as they can."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.web.corner import Buttons, emptiest_corner
from tests.small import squares


@pytest.mark.parametrize(
    ("gap", "corner"), [(0, "nw"), (2, "ne"), (6, "sw"), (8, "se"), (None, "nw")]
)
def test_the_buttons_stand_in_the_corner_that_has_least_of_the_map(gap, corner):
    """Nine squares, three by three, or eight of them."""
    frame = squares("ABCDEFGHI")
    left = frame if gap is None else frame.drop(index=gap)
    assert emptiest_corner(left.geometry.to_numpy()).corner == corner


def test_over_a_flat_map_the_buttons_lie_in_a_row():
    """Twice as wide as high, it leaves room over it, for a row of them but not for a column."""
    assert emptiest_corner(np.array([shapely.box(0, 0, 2, 1)])) == Buttons("nw", row=True)


def test_a_column_stands_where_nothing_is_in_its_way():
    """A high map, but for its upper right quarter."""
    high = shapely.union(shapely.box(0, 0, 2, 2), shapely.box(0, 2, 1, 4))
    assert emptiest_corner(np.array([high])) == Buttons("ne", row=False)
