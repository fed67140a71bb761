"""Which figures areas show, what is said if they cannot, and that neighbours stay together."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
import shapely

from geo.base.errors import MapError
from geo.choropleth.cartograms import area_measure, cartogram_of, places_on
from geo.choropleth.model import Annotation
from geo.spec.cartogram import CartogramSpec
from tests.small import map_of, small_map
from tests.weifang import weifang

BOXES = [shapely.box(118 + i / 10, 36, 118.1 + i / 10, 36.1) for i in range(3)]


def test_the_first_total_or_the_map_makers_own():
    assert area_measure(weifang()).id == "investment"
    spec = weifang().spec.model_copy(update={"cartogram": CartogramSpec(area="projects")})
    made = replace(weifang(), spec=spec)
    radii = cartogram_of(made, "demers").radii
    counts = made.measure("projects").values
    np.testing.assert_allclose(radii**2 / radii[0] ** 2, counts / counts[0])


@pytest.mark.parametrize(("kind", "least"), [("dorling", 15), ("demers", 10), ("tiles", 24)])
def test_weifang_has_no_overlap_and_keeps_neighbours(kind, least):
    found = cartogram_of(weifang(), kind)
    assert found.overlaps == 0
    assert (len(found.pairs), found.touching >= least) == (37, True)


def test_a_map_without_a_total_says_so():
    said = "small: a cartogram needs a total for its areas to show, and no measure is one. "
    with pytest.raises(MapError, match=rf"^{re.escape(said)}Add a total: population, say\.$"):
        cartogram_of(small_map(["A", "B"], [1, 2]), "dorling")


def test_no_area_is_less_than_nothing():
    said = "cartogram.area, 总数: B has \N{MINUS SIGN}2, and no area is less than nothing. "
    with pytest.raises(MapError) as caught:
        cartogram_of(map_of(BOXES, [1, -2, 3]), "dorling")
    assert str(caught.value) == said + "Name a total without figures below zero."


def test_zeros_alone_have_no_area():
    said = (
        "cartogram.area, 总数: no district has a figure above zero, so there is no area to draw. "
    )
    with pytest.raises(MapError) as caught:
        cartogram_of(map_of(BOXES, [0, 0, np.nan]), "demers")
    assert str(caught.value) == said + "Name a total with figures."


def test_a_note_goes_to_its_district_or_the_one_it_is_nearest_to():
    made = map_of(BOXES, [1, 2, 3])
    found = cartogram_of(made, "dorling")
    notes = [Annotation("whole", 0, 0, "000001"), Annotation("in the east", 118.4, 36.05)]
    assert places_on(found, made, notes).tolist() == found.centres[[1, 2]].tolist()
