"""What an approximate figure says of the true one."""

from __future__ import annotations

import pytest

from geo.release.words.hedges import as_said, bound_of


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


def test_a_hedge_stays_on_the_side_where_it_was_printed():
    assert [as_said("110", hedge) for hedge in ("", "约", "多", "以上")] == [
        "110",
        "约110",
        "110多",
        "110以上",
    ]
