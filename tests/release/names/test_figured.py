"""Which places of a line have figures beside them."""

from __future__ import annotations

import pytest

from geo.release.names.figured import figured_in, outside_brackets
from geo.release.names.places import find_places
from geo.release.names.sought import names_for


def names(text: str, *, outside: bool = False) -> list[str]:
    places = [*find_places(text, names_for(text, (), {}))]
    found = outside_brackets(text, places) if outside else figured_in(text, places)
    return [place.name for place in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("奎文区开工16个；潍城区开工在即。", ["奎文区"]),
        ("潍坊市常住人口938.7万人，仅次于青岛市、临沂市，比淄博市多。", ["潍坊市", "淄博市"]),
    ],
)
def test_a_figure_is_beside_a_place_between_two_signs_but_not_beside_what_it_is_compared_with(
    text, found
):
    assert names(text) == found


def test_what_a_bracket_encloses_is_left_out():
    assert names("奎文区52个（潍城区9个），坊子区47个", outside=True) == ["奎文区", "坊子区"]
