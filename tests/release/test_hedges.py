"""What an approximate figure says of the true one."""

from __future__ import annotations

import pytest

from geo.release.hedges import bound_of


@pytest.mark.parametrize(
    ("hedge", "bound"),
    [
        ("", "="),
        ("超", ">="),
        ("余", ">="),
        ("以上", ">="),
        ("近", "<="),
        ("约", "~"),
        ("左右", "~"),
    ],
)
def test_a_hedge_is_a_bound_or_either_side(hedge, bound):
    assert bound_of(hedge) == bound
