"""What is to be labelled on a map, and what has been placed of it."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.plate.marks.labels import set_at, settings
from geo.plate.marks.scene import Placed, scene_of, thinned
from geo.plate.sheet import Disc, Words
from tests.plate.marks.hand_made import LABEL, STYLE, town, words

SQUARES = np.array([shapely.box(0, 0, 40, 40), shapely.box(40, 0, 80, 40)], dtype=object)
POLES = np.array([[20.0, 20.0], [60.0, 20.0]])


def test_a_district_that_is_not_wanted_has_no_label():
    made = scene_of(town((0.5, 0.5)), SQUARES, POLES, {1}, (None, None))
    assert [label and label.name for label in made.labels] == [None, "开发新区0"]


def test_labels_keep_off_rings_of_circles_but_not_off_their_inside():
    made = scene_of(town((0.5, 0.5)), SQUARES, POLES, {0, 1}, (Disc(20, 20, 10), None))
    assert made.reaches == (10, 0)
    assert made.avoid.contains(shapely.Point(30, 20))
    assert not made.avoid.intersects(shapely.Point(20, 20))


def test_and_off_what_is_on_the_map_already():
    bar = shapely.box(50, 0, 55, 5)
    made = scene_of(town((0.5, 0.5)), SQUARES, POLES, {0, 1}, (None, None), [bar])
    assert made.avoid.equals(bar)


def test_outlines_lose_vertices_that_matter_to_no_label():
    wavy = shapely.Polygon([(0, 0), (10, 0.02), (20, 0), (20, 20), (0, 20)])
    (thin,) = thinned(np.array([wavy], dtype=object))
    assert shapely.get_num_coordinates(thin) == 5
    assert thin.symmetric_difference(wavy).area == pytest.approx(0.2)


def test_one_more_label_leaves_the_placement_before_as_it_was():
    (line, *_) = set_at(settings(LABEL, STYLE, 7)[0], (10, 10), "#000000", "")
    none = Placed(unplaced=(3,))
    one = none.plus([line], shapely.box(0, 0, 5, 5))
    assert (none.marks, none.boxes) == ((), ())
    assert (words(one), len(one.boxes), one.unplaced) == ([line], 1, (3,))


def test_the_size_of_a_placement_is_its_largest_type():
    large, small = (
        set_at(settings(LABEL, STYLE, size)[0], (10, 10), "#000000", "")[0] for size in (9, 7)
    )
    assert isinstance(large, Words)
    assert Placed().plus([small]).plus([large]).size == large.size
    assert Placed().size == 0
