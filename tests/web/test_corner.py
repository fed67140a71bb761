"""The buttons cover as little of the map as they can."""

from __future__ import annotations

import pytest

from geo.web.corner import emptiest_corner
from tests.small import squares


@pytest.mark.parametrize(
    ("gap", "corner"), [(0, "nw"), (2, "ne"), (6, "sw"), (8, "se"), (None, "nw")]
)
def test_the_buttons_stand_in_the_corner_that_has_least_of_the_map(gap, corner):
    """Nine squares, three by three, or eight of them."""
    frame = squares("ABCDEFGHI")
    left = frame if gap is None else frame.drop(index=gap)
    assert emptiest_corner(left.geometry.to_numpy()) == corner
