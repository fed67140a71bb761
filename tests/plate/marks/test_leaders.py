"""Leader lines from hand-made polygons."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from geo.plate.marks.leaders import MOST_LEADERS, Surroundings, place_labels
from geo.plate.sheet import Box, Disc, Strokes
from geo.plate.subject import Label
from tests.plate.marks.hand_made import room, scene, words


def test_a_district_without_room_gets_its_label_beside_the_land_on_a_line():
    small, land = shapely.box(18, 18, 20, 20), shapely.box(0, 0, 20, 20)
    around = Surroundings(Box(-20, -20, 80, 80), (), land)
    placed = place_labels(scene(small), around)
    assert not room(*words(placed)).intersects(land)
    casing, line = [mark for mark in placed.marks if isinstance(mark, Strokes)]
    assert casing.width > line.width
    dot = next(mark for mark in placed.marks if isinstance(mark, Disc))
    assert (dot.x, dot.y) == pytest.approx(tuple(line.paths[0][0]))
    assert small.contains(shapely.Point(dot.x, dot.y))


def test_many_small_neighbours_are_led_out_without_touching_each_other():
    smalls = [shapely.box(3 * i, 0, 3 * i + 2.5, 2.5) for i in range(6)]
    around = Surroundings(Box(-30, -40, 90, 80), (), shapely.union_all(smalls))
    placed = place_labels(scene(*smalls), around)
    assert placed.unplaced == ()
    pairs = [room(*words(placed)[i : i + 2]) for i in range(0, 12, 2)]
    leaders = [shapely.LineString(m.paths[0]) for m in placed.marks if isinstance(m, Strokes)]
    for i, one in enumerate(pairs):
        assert not any(one.intersects(other) for other in pairs[i + 1 :])
        assert not any(one.intersects(line) for line in leaders)


def test_where_there_is_no_sea_numbers_stand_on_other_districts_and_names_only_where_few_have_one():
    """A name on a neighbour is read as the neighbour's."""
    around = Surroundings(Box(0, 0, 40, 40), (), shapely.box(-5, -5, 45, 45))
    one = scene(shapely.box(20, 20, 20.5, 20.5))
    assert place_labels(one, around).unplaced == (0,)
    number = replace(one, labels=(Label("7", "", numbered=True),))
    assert [w.text for w in words(place_labels(number, around))] == ["7"]
    three = scene(*(shapely.box(x, 20, x + 0.5, 20.5) for x in (10, 20, 30)))
    few = replace(three, labels=(None, three.labels[1], None))
    assert [w.text for w in words(place_labels(few, around))] == ["高新区", "196.7"]


def test_too_many_are_left_unplaced_or_the_map_would_bristle_with_lines():
    n = MOST_LEADERS + 1
    smalls = [shapely.box(3 * i, 0, 3 * i + 2, 2) for i in range(n)]
    around = Surroundings(Box(-100, -100, 300, 200), (), shapely.union_all(smalls))
    placed = place_labels(scene(*smalls), around)
    assert placed.unplaced == tuple(range(n))
    assert placed.marks == ()


def test_a_label_never_leaves_its_frame():
    around = Surroundings(Box(0, 0, 30, 12), (), shapely.box(0, 0, 3, 3))
    placed = place_labels(scene(shapely.box(0, 0, 3, 3)), around)
    assert shapely.box(0, 0, 30, 12).contains(room(*words(placed)))


def test_who_would_get_a_line_across_the_map_goes_first():
    """Four small ones in and around a bay: by their turns alone one of the lines is 16 mm long."""
    bay = shapely.box(30, 30, 61, 46)
    corners = ((53, 32), (45, 27), (48, 37), (54, 43))
    smalls = [shapely.box(x, y, x + 2, y + 2) for x, y in corners]
    around = Surroundings(Box(0, 0, 72, 80), (), shapely.box(0, 0, 60, 80).difference(bay))
    placed = place_labels(scene(*smalls), around)
    lines = [m for m in placed.marks if isinstance(m, Strokes)]
    assert placed.unplaced == ()
    assert max(shapely.LineString(m.paths[0]).length for m in lines) < 12


def test_a_line_far_over_the_ground_of_others_is_no_way_to_a_name():
    """A crumb in the middle of a county: 30 mm to its coast, 5 mm from the one of its own."""
    land = shapely.box(20, 20, 80, 80)
    around = Surroundings(Box(0, 0, 100, 100), (), land)
    crumb = scene(shapely.box(49, 49, 51, 51))
    assert place_labels(crumb, around).unplaced == (0,)
    # Over its own ground a line is no shorter, and nobody's in its way.
    comb = shapely.box(49, 49, 51, 51) | shapely.box(20, 49.9, 51, 50.1)
    assert place_labels(scene(comb), around).unplaced == ()


def test_of_two_ways_the_line_takes_the_one_over_less_ground_of_others():
    land = shapely.box(0, 0, 20, 60)
    around = Surroundings(Box(-40, -20, 100, 100), (), land)
    # Up to the coast it is as far as to the right: but there all is the district's own.
    own = shapely.box(9, 9, 11, 11) | shapely.box(9.9, 0, 10.1, 10)
    placed = place_labels(scene(own), around)
    line = next(m for m in placed.marks if isinstance(m, Strokes))
    (_, y), (_, end) = line.paths[0]
    assert end < 0 < y


def test_numbers_are_of_one_size_and_stand_where_they_leave_half_of_the_district_to_be_seen():
    land = shapely.box(0, 0, 60, 60)
    around = Surroundings(Box(-20, -20, 100, 100), (), land)
    boxes = [shapely.box(5, 5, 25, 25), shapely.box(5, 30, 9, 38), shapely.box(5, 45, 6, 46)]
    three = scene(*boxes)
    numbers = tuple(Label(f"{k}", "", numbered=True) for k in (1, 2, 3))
    placed = place_labels(replace(three, labels=numbers), around)
    assert len({w.size for w in words(placed)}) == 1
    discs = [m for m in placed.marks if isinstance(m, Disc) and m.stroke]
    middles = [shapely.Point(disc.x, disc.y) for disc in discs]
    assert [any(box.contains(middle) for middle in middles) for box in boxes] == [True, True, False]
