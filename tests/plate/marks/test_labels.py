"""Labels and leader lines on hand-made polygons."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geo.plate.marks.labels import (
    Label,
    Scene,
    fits_inside,
    place_inside,
    room_for,
    settings,
    thinned,
)
from geo.plate.marks.leaders import MOST_LEADERS, Surroundings, place_labels
from geo.plate.page import PAGES
from geo.plate.sheet import Disc, Lines, Words
from geo.plate.style import Style
from geo.plate.type.faces import packaged

STYLE = Style(
    {"sans": packaged("sans"), "serif": packaged("serif")}, PAGES["column"].sizes, 3, "zh", "t"
)
NOTHING = shapely.Polygon()
LABEL = Label("高新区", "196.7")


def scene(
    *shapes: shapely.Geometry, labels: tuple[Label | None, ...] = (), **more: object
) -> Scene:
    array = np.array(shapes, dtype=object)
    poles = np.array(
        [shapely.get_coordinates(shapely.maximum_inscribed_circle(s))[0] for s in shapes]
    )
    n = len(shapes)
    values = {
        "shapes": thinned(array), "poles": poles, "labels": labels or (LABEL,) * n,
        "fills": ("#ffffff",) * n, "style": STYLE, "avoid": NOTHING, "reaches": (0.0,) * n, **more,
    }  # fmt: skip
    return Scene(**values)


def words(placed) -> list[Words]:
    return [mark for mark in placed.marks if isinstance(mark, Words)]


def box(*lines: Words) -> shapely.Geometry:
    return shapely.union_all([shapely.box(*w.box) for w in lines]).envelope


def test_a_label_stands_at_the_pole_name_over_value():
    placed = place_inside(scene(shapely.box(0, 0, 20, 20)), 6, 7)
    name, value = words(placed)
    assert (name.text, value.text) == ("高新区", "196.7")
    assert name.y < value.y
    assert box(name, value).centroid.distance(shapely.Point(10, 10)) < 0.1


def test_in_a_crescent_the_label_stands_inside_though_the_centroid_is_outside():
    crescent = shapely.Point(0, 0).buffer(30) - shapely.Point(12, 0).buffer(30)
    assert not crescent.contains(crescent.centroid)
    placed = place_inside(scene(crescent), 6, 7)
    assert crescent.contains(box(*words(placed)))


def test_where_the_pole_has_no_room_the_label_goes_where_there_is_some():
    """The largest circle reaches into the knob; only the bar under it is wide enough for a name."""
    knob = shapely.union(shapely.box(0, 0, 12, 12), shapely.box(-9, 12, 21, 20))
    long = scene(knob, labels=(Label("滨海经济开发区", "144.5"),))
    placed = place_inside(long, 7, 7)
    assert [w.text for w in words(placed)] == ["滨海经济开发区", "144.5"]
    assert knob.contains(box(*words(placed)))
    assert not knob.contains(
        shapely.affinity.translate(
            box(*words(placed)), 0, long.poles[0][1] - box(*words(placed)).centroid.y
        )
    )


def test_a_flat_district_gets_its_label_in_one_line():
    placed = place_inside(scene(shapely.box(0, 0, 30, 4.2)), 6, 7)
    assert [w.text for w in words(placed)] == ["高新区 196.7"]


def test_a_small_district_gets_smaller_type_but_not_below_the_least():
    placed = place_inside(scene(shapely.box(0, 0, 8, 6.3)), 6, 7)
    assert {w.size for w in words(placed)} == {6.09}
    assert place_inside(scene(shapely.box(0, 0, 6, 5)), 6, 7).without == [0]


def test_type_is_of_one_size_but_where_a_district_needs_less():
    """Three districts have room for 6 points only, one for 7: all are set in 6."""
    tight, wide = shapely.box(0, 0, 8, 6.3), shapely.box(0, 20, 30, 40)
    tights = [shapely.affinity.translate(tight, 10 * i) for i in range(3)]
    placed = place_inside(scene(wide, *tights), 6, 7)
    assert {w.size for w in words(placed)} == {6.09}


def test_a_label_keeps_off_what_it_must_not_cover():
    avoid = shapely.box(8, 0, 12, 20)
    placed = place_inside(scene(shapely.box(0, 0, 40, 20), avoid=avoid), 6, 7)
    assert not box(*words(placed)).intersects(avoid)


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


def test_a_district_without_room_gets_its_label_beside_the_land_on_a_line():
    small, land = shapely.box(18, 18, 20, 20), shapely.box(0, 0, 20, 20)
    around = Surroundings((-20, -20, 60, 60), (), land)
    placed = place_labels(scene(small), around)
    assert not box(*words(placed)).intersects(land)
    casing, line = [mark for mark in placed.marks if isinstance(mark, Lines)]
    assert casing.width > line.width
    dot = next(mark for mark in placed.marks if isinstance(mark, Disc))
    assert (dot.x, dot.y) == pytest.approx(tuple(line.paths[0][0]))
    assert small.contains(shapely.Point(dot.x, dot.y))


def test_many_small_neighbours_are_led_out_without_touching_each_other():
    smalls = [shapely.box(3 * i, 0, 3 * i + 2.5, 2.5) for i in range(6)]
    around = Surroundings((-30, -40, 60, 40), (), shapely.union_all(smalls))
    placed = place_labels(scene(*smalls), around)
    assert placed.without == []
    pairs = [box(*words(placed)[i : i + 2]) for i in range(0, 12, 2)]
    leaders = [shapely.LineString(m.paths[0]) for m in placed.marks if isinstance(m, Lines)]
    for i, one in enumerate(pairs):
        assert not any(one.intersects(other) for other in pairs[i + 1 :])
        assert not any(one.intersects(line) for line in leaders)


def test_where_there_is_no_sea_labels_stand_on_other_districts():
    around = Surroundings((0, 0, 40, 40), (), shapely.box(-5, -5, 45, 45))
    placed = place_labels(scene(shapely.box(20, 20, 22, 22)), around)
    assert [w.text for w in words(placed)] == ["高新区", "196.7"]


def test_too_many_are_left_without_rather_than_led_out_like_a_hedgehog():
    n = MOST_LEADERS + 1
    smalls = [shapely.box(3 * i, 0, 3 * i + 2, 2) for i in range(n)]
    around = Surroundings((-100, -100, 200, 100), (), shapely.union_all(smalls))
    placed = place_labels(scene(*smalls), around)
    assert placed.without == list(range(n))
    assert placed.marks == []


def test_a_label_never_leaves_its_frame():
    around = Surroundings((0, 0, 30, 12), (), shapely.box(0, 0, 3, 3))
    placed = place_labels(scene(shapely.box(0, 0, 3, 3)), around)
    assert shapely.box(0, 0, 30, 12).contains(box(*words(placed)))


def test_what_fits_only_in_tiny_type_counts_as_without_room():
    pole = np.array([4.0, 3.0])
    assert fits_inside(shapely.box(0, 0, 20, 20), np.array([10.0, 10.0]), LABEL, STYLE)
    assert not fits_inside(shapely.box(0, 0, 8, 5), pole, LABEL, STYLE)


def test_names_alone_are_one_line():
    placed = place_inside(scene(shapely.box(0, 0, 20, 20), labels=(Label("高新区", ""),)), 6, 7)
    assert [w.text for w in words(placed)] == ["高新区"]
