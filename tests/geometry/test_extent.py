"""What lies in China, and what shows all of it."""

from __future__ import annotations

import pytest

from geo.geometry.extent import CHINA, Extent, is_national

WEIFANG = Extent(118.1, 35.5, 120.1, 37.4)
MAINLAND = Extent(73.5, 18.1, 135.1, 53.6)


def test_the_border_of_an_extent_belongs_to_it():
    assert CHINA.contains(CHINA)
    assert CHINA.contains(WEIFANG)
    assert not WEIFANG.contains(CHINA)


@pytest.mark.parametrize("side", range(4))
def test_reaching_out_on_one_side_is_enough_to_be_outside(side: int):
    wider = list(CHINA)
    wider[side] += -0.1 if side < 2 else 0.1
    assert not CHINA.contains(Extent(*wider))


@pytest.mark.parametrize(
    ("extent", "national"),
    [
        (MAINLAND, True),
        (Extent(73.5, 3.5, 135.1, 53.6), True),
        (WEIFANG, False),
        (Extent(97.2, 37.4, 126.1, 53.4), False),  # Inner Mongolia, the widest province
        (Extent(-10, 36, 40, 60), False),
    ],
)
def test_a_map_of_the_whole_country_spans_more_than_40_degrees_within_it(extent, national):
    assert is_national(extent) is national
