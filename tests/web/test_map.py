"""The map as inline SVG: districts with texts and fills, room for circles, hatches on demand."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from geo.choropleth.model import Place
from geo.web.drawing import draw
from geo.web.map import padding, svg
from geo.web.render import render
from tests.small import small_map
from tests.weifang import weifang


def drawn(choropleth, padding=0):
    points = [(p.lon, p.lat) for p in choropleth.places]
    return replace(draw(choropleth.districts, resolution=600, points=points), padding=padding)


def test_every_district_says_name_value_and_unit_or_why_there_is_no_value():
    made = small_map("ABC", [1, 2.5, np.nan])
    view = svg(made, drawn(made))
    assert [shape.said for shape in view.shapes] == [
        "A，Rate 1 %",
        "B，Rate 2.5 %",
        "C，Rate 无数据",
    ]
    assert [shape.fill for shape in view.shapes] == [
        *made.measure().symbology.fills[:2],
        "url(#missing)",
    ]


def test_approximate_districts_come_last_so_that_their_dashes_are_seen():
    view = svg(weifang(), drawn(weifang()))
    assert [shape.rough for shape in view.shapes] == [False] * 12 + [True] * 4
    assert render("map.html", view).count(' class="rough"') == 4


def test_only_hatches_that_occur_are_drawn():
    assert svg(weifang(), drawn(weifang())).hatches == ()
    made = small_map("ABC", [1, 2, np.nan])
    view = svg(made, drawn(made))
    assert view.hatches == ("missing",)
    assert re.findall(r'<pattern id="(\w+)"', render("map.html", view)) == ["missing"]


def test_the_view_box_has_the_room_around_the_drawing():
    drawing = drawn(weifang(), padding=7)
    html = render("map.html", svg(weifang(), drawing))
    assert f'viewBox="-7 -7 {drawing.width + 14} {drawing.height + 14}"' in html


def test_a_star_is_at_its_point_or_if_only_the_district_is_known_at_its_anchor():
    made = small_map("ABC", [1, 2, 3])
    code = made.districts["code"].iat[1]
    exact = Place("p", code, "B", 119.12, 35.95, False, "", ())
    places = (exact, replace(exact, approximate=True))
    made = replace(made, places=places)
    drawing = drawn(made)
    assert svg(made, drawing).stars == (
        drawing.places[0],
        (drawing.anchors[1].x, drawing.anchors[1].y),
    )


def test_names_are_drawn_where_there_is_room_black_or_white():
    view = svg(weifang(), drawn(weifang()))
    assert 8 <= len(view.names) < 16
    assert {name.ink for name in view.names} <= {"#000", "#fff"}
    hatched = small_map("ABC", [1, 2, np.nan])
    assert svg(hatched, drawn(hatched)).names[2].ink == ""


@pytest.mark.parametrize("kind", ["total", "rate"])
def test_room_is_left_for_the_circles_of_totals_only(kind):
    """A large circle in the middle of a square of a row of three reaches beyond its edge."""
    made = small_map("ABC", [1, 1, 1], kind=kind)
    drawing = drawn(made)
    least = round(max(drawing.width, drawing.height) / 100)
    assert (padding(made, drawing) > least) == (kind == "total" and drawing.anchors[0].y < 26)
    assert padding(made, drawing) >= least


def test_of_very_many_districts_the_script_says_the_figures():
    """Their texts would be a sixth of the document."""
    made = small_map([f"D{i}" for i in range(401)], np.arange(401), columns=20)
    view = svg(made, drawn(made))
    assert {shape.said for shape in view.shapes} == {""}
    assert 'role="img"' not in render("map.html", view)


def test_of_very_many_a_look_is_one_path_with_a_line_for_each_district():
    """Approximate outlines are a path of their own, the last."""
    made = small_map("ABCDE", [1, 9, 2, np.nan, 1])
    made.districts.loc[made.districts.index[2], "approximate"] = True
    few, view = svg(made, drawn(made)), svg(made, drawn(made), by_class=True)
    path = {shape.code: shape.path for shape in few.shapes}
    a, b, c, d, e = (path[code] for code in made.districts["code"])
    fills = made.measure().symbology.fills
    assert view.shapes == ()
    looks = [(one.rough, one.fill, one.path.split("\n")) for one in view.classes]
    assert looks == [
        (False, fills[0], [a, e]),
        (False, fills[1], [b]),
        (False, "url(#missing)", [d]),
        (True, fills[2], [c]),
    ]
    assert render("map.html", view).count('<path class="class') == 4
