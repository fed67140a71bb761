"""Which names are looked for in a text."""

from __future__ import annotations

import pytest

from geo.release.names.places import find_places
from geo.release.names.sought import names_for, short_forms


def found(text: str, given=()) -> list[str]:
    return [place.name for place in find_places(text, names_for(text, given, {}))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a suburb is a name beside two others of its city
        ("铜官区3个，义安区4个，郊区5个", ["铜官区", "义安区", "郊区"]),
        ("铜官区3个，郊区5个", ["铜官区"]),
        # a short name counts beside the full one of another unit of its city
        ("奎文区3个，潍城4个", ["奎文区", "潍城"]),
        ("潍城4个", []),
        # so an autonomous county by the form that offices use: 和县 is none of 民和县
        ("互助县5个、民和县4个", ["互助县", "民和县"]),
        ("2023年酉阳县16个", ["酉阳县"]),
        # and by its short name beside that form
        ("天祝3个。天祝县16个", ["天祝县", "天祝县"]),
        ("天祝3个", []),
    ],
)
def test_a_name_that_may_be_a_word_needs_company(text, expected):
    assert found(text) == expected


def test_given_names_are_looked_for_by_their_short_forms():
    assert found("务川县3个", ["务川仡佬族苗族自治县"]) == ["务川仡佬族苗族自治县"]
    assert short_forms("黔南布依族苗族自治州") == ("黔南州", "黔南自治州")
