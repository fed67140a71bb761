"""Labels inside hand-made polygons."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.plate.marks.labels import fits_inside, place_inside, room_for, settings
from geo.plate.subject import Label
from tests.plate.marks.hand_made import LABEL, STYLE, room, scene, words


def test_a_label_stands_at_the_pole_name_over_value():
    placed = place_inside(scene(shapely.box(0, 0, 20, 20)), 6, 7)
    name, value = words(placed)
    assert (name.text, value.text) == ("高新区", "196.7")
    assert name.y < value.y
    assert room(name, value).centroid.distance(shapely.Point(10, 10)) < 0.1


def test_in_a_crescent_the_label_stands_inside_though_the_centroid_is_outside():
    crescent = shapely.Point(0, 0).buffer(30) - shapely.Point(12, 0).buffer(30)
    assert not crescent.contains(crescent.centroid)
    placed = place_inside(scene(crescent), 6, 7)
    assert crescent.contains(room(*words(placed)))


def test_where_the_pole_has_no_room_the_label_goes_where_there_is_some():
    """The largest circle reaches into the knob; only the bar under it is wide enough for a name."""
    knob = shapely.union(shapely.box(0, 0, 12, 12), shapely.box(-9, 12, 21, 20))
    long = scene(knob, labels=(Label("滨海经济开发区", "144.5"),))
    placed = place_inside(long, 7, 7)
    assert [w.text for w in words(placed)] == ["滨海经济开发区", "144.5"]
    assert knob.contains(room(*words(placed)))
    assert not knob.contains(
        shapely.affinity.translate(
            room(*words(placed)), 0, long.poles[0][1] - room(*words(placed)).centroid.y
        )
    )


def test_a_flat_district_gets_its_label_in_one_line():
    placed = place_inside(scene(shapely.box(0, 0, 30, 4.2)), 6, 7)
    assert [w.text for w in words(placed)] == ["高新区 196.7"]


def test_a_small_district_gets_smaller_type_but_not_below_the_least():
    placed = place_inside(scene(shapely.box(0, 0, 8, 6.3)), 6, 7)
    assert {w.size for w in words(placed)} == {6.09}
    assert place_inside(scene(shapely.box(0, 0, 6, 5)), 6, 7).unplaced == (0,)


def test_type_is_of_one_size_but_where_a_district_needs_less():
    """Three districts have room for 6 points only, one for 7: all are set in 6."""
    tight, wide = shapely.box(0, 0, 8, 6.3), shapely.box(0, 20, 30, 40)
    tights = [shapely.affinity.translate(tight, 10 * i) for i in range(3)]
    placed = place_inside(scene(wide, *tights), 6, 7)
    assert {w.size for w in words(placed)} == {6.09}


def test_a_label_keeps_off_what_it_must_not_cover():
    avoid = shapely.box(8, 0, 12, 20)
    placed = place_inside(scene(shapely.box(0, 0, 40, 20), avoid=avoid), 6, 7)
    assert not room(*words(placed)).intersects(avoid)


def test_with_a_circle_at_the_pole_the_label_stands_in_it_or_right_below():
    shape, pole = shapely.box(0, 0, 40, 40), np.array([20.0, 20.0])
    setting = settings(LABEL, STYLE, 7)[0]
    for radius, down in ((8.0, 0.0), (3.0, 3 + setting.height / 2 + 1)):
        ring = shapely.Point(20, 20).buffer(radius).boundary.buffer(0.3)
        x, y = room_for(shape, pole, setting, ring, radius)
        assert (x, y) == pytest.approx((20, 20 + down), abs=1e-6)


def test_type_is_dark_on_light_fills_and_light_on_dark_ones_with_a_halo_of_the_fill():
    square = shapely.box(0, 0, 20, 20)
    for fill, ink in (("#e1f1fb", "#1c1c1c"), ("#123f75", "#ffffff")):
        placed = place_inside(scene(square, fills=(fill,)), 6, 7)
        assert {(w.ink, w.halo) for w in words(placed)} == {(ink, fill)}


def test_what_fits_only_in_tiny_type_counts_as_without_room():
    pole = np.array([4.0, 3.0])
    assert fits_inside(shapely.box(0, 0, 20, 20), np.array([10.0, 10.0]), LABEL, STYLE)
    assert not fits_inside(shapely.box(0, 0, 8, 5), pole, LABEL, STYLE)


def test_names_alone_are_one_line():
    placed = place_inside(scene(shapely.box(0, 0, 20, 20), labels=(Label("高新区", ""),)), 6, 7)
    assert [w.text for w in words(placed)] == ["高新区"]
