"""What is on the map besides values is explained under it."""

from __future__ import annotations

from dataclasses import replace

from geo.web.assets import sizes
from geo.web.embed import embed
from geo.web.heights import embed_height
from geo.web.marks import Mark, marks, marks_height
from tests.small import small_map
from tests.weifang import weifang


def test_dashes_and_stars_have_a_key_and_other_maps_none():
    """Weifang: development zones with outlines of the right area, one project."""
    made = weifang()
    (place,) = made.places
    assert marks(made) == (Mark("┄┄", "示意边界"), Mark("★", place.label))
    assert marks(small_map("ABC", [1, 2, 3])) == ()
    assert 'id="marks"' in embed(made).html
    assert 'id="marks"' not in embed(small_map("ABC", [1, 2, 3])).html


def test_of_many_places_the_key_says_what_they_are():
    made = weifang()
    (place,) = made.places
    two = replace(made, places=(place, replace(place, label="另一项目")))
    assert marks(two)[1].text == f"{place.label}、另一项目"
    assert marks(replace(made, places=(place,) * 3))[1].text == "重点项目"


def test_the_embed_has_room_for_its_key(monkeypatch):
    made, line = weifang(), sizes().small.line
    assert marks_height(made, 700) == line
    assert marks_height(made, 60) > line
    high = embed_height(made, 700, 0.8)
    monkeypatch.setattr("geo.web.marks.marks", lambda _: ())
    assert embed_height(made, 700, 0.8) == high - line
