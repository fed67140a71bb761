"""What the areas of the package are called, and which words mean one."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.districts.areas import area_of, areas, letters_of


@pytest.mark.parametrize(
    ("word", "key"),
    [("World", "world"), ("世界", "world"), ("EUROPE", "europe"), ("欧洲", "europe"),
     ("North America", "north-america"), ("us-counties", "us-counties"), ("USA", "us-states"),
     ("United States", "us-states"), ("美国", "us-states"), ("France", "FR"), ("法国", "FR"),
     ("Frankreich", "FR"), ("fra", "FR"), ("Kosovo", "XK"), ("Texas", "US-TX"), ("us-ga", "US-GA"),
     ("得克萨斯州", "US-TX"), ("Texas, USA", "US-TX"), ("Georgia, United States", "US-GA")],
)  # fmt: skip
def test_an_area_is_meant_by_its_key_its_code_and_its_names(word: str, key: str):
    area = area_of(word)
    assert area is not None
    assert area.key == key


@pytest.mark.parametrize("word", ["潍坊", "370700", "China", "中国", "香港", "Taiwan", "156"])
def test_places_in_china_are_for_the_atlas(word: str):
    assert area_of(word) is None


def test_a_name_of_two_areas_and_a_country_without_regions_are_refused_with_what_to_write():
    with pytest.raises(MapError) as caught:
        area_of("Georgia")
    assert str(caught.value) == (
        "boundaries: 'Georgia' is a country and a state of the United States. Write US-GA for the "
        "counties of the state."
    )
    with pytest.raises(MapError) as caught:
        area_of("日本")
    assert str(caught.value) == (
        "boundaries: the package has no units of Japan. `geo boundaries --list` names those it "
        "has. Or give a polygon file."
    )


def test_a_region_without_parts_is_answered_with_its_country():
    with pytest.raises(MapError) as raised:
        area_of("bavaria")
    assert str(raised.value) == (
        "boundaries: the package has no parts of 'bavaria', a region of Germany. "
        "Write DE for all regions of the country, or give a polygon file."
    )
    assert area_of("滨海") is None


def test_every_area_is_found_by_its_own_key():
    assert [area_of(area.key) for area in areas()] == list(areas())


def test_states_and_countries_have_letters_that_readers_know():
    codes = ["48", "72", "DEU", "DE", "370705", "XYZ", "1", "Zug"]
    assert letters_of(codes) == ["TX", "PR", "DEU", "DE", "", "", "", ""]
