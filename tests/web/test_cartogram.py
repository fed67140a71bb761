"""A page that asks for a cartogram has it, in the drawing's place; no other form or map does."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import shapely

from geo.web.body import body
from geo.web.cartogram import cartogram_data, cartogram_kind, cartogram_label
from geo.web.corner import covered_boxes, place_of_buttons
from geo.web.drawing import draw
from geo.web.embed import embed
from geo.web.heights import embed_height
from geo.web.page import page
from tests.small import map_of, timely_map
from tests.weifang import changed, weifang


@cache
def with_cartogram(kind):
    return changed(page=weifang().spec.page.model_copy(update={"cartogram": kind}))


def drawing_of(choropleth):
    return draw(choropleth.districts, resolution=4000, plane=choropleth.plane)


@pytest.mark.parametrize("kind", ["dorling", "demers"])
def test_it_fills_the_drawings_place_and_nothing_overlaps(kind):
    made = with_cartogram(kind)
    drawing = drawing_of(made)
    found = cartogram_data(made, drawing, article=False)["cartogram"]
    assert (found["square"], found["area"]["measure"]) == (kind == "demers", "investment")
    assert found["area"]["title"] == "面积：总投资"
    x, y, r = np.array(found["at"]).T
    low, high = np.array([x - r, y - r]).min(axis=1), np.array([x + r, y + r]).max(axis=1)
    assert (low >= -0.1).all()
    assert (high <= [drawing.width + 0.1, drawing.height + 0.1]).all()
    # It touches either both sides or head and foot.
    assert min(drawing.width - (high - low)[0], drawing.height - (high - low)[1]) < 0.2
    np.testing.assert_allclose(
        r, found["area"]["unit"] * np.sqrt(made.measures[0].values), atol=0.06
    )
    for i, j in itertools.combinations(range(16), 2):
        apart = np.array([x[i] - x[j], y[i] - y[j]])
        far = np.abs(apart).max() if found["square"] else np.hypot(*apart)
        assert far >= r[i] + r[j] - 0.3  # a tenth of a unit is what rounding may take


def test_north_stays_up():
    boxes = [shapely.box(118, 36 + i, 119, 37 + i) for i in range(3)]
    made = map_of(boxes, [1, 2, 3])
    spec = made.spec.model_copy(
        update={"page": made.spec.page.model_copy(update={"cartogram": "dorling"})}
    )
    made = replace(made, spec=spec)
    at = cartogram_data(made, drawing_of(made), article=False)["cartogram"]["at"]
    assert at[0][1] > at[1][1] > at[2][1]


def test_only_the_form_that_asks_has_one():
    made = with_cartogram("dorling")
    assert [cartogram_kind(made, article=a) for a in (False, True)] == ["dorling", None]
    assert cartogram_data(made, drawing_of(made), article=True) == {}
    assert cartogram_data(weifang(), drawing_of(weifang()), article=False) == {}
    assert cartogram_label(made, article=True) == cartogram_label(weifang(), article=False) == ""
    assert body(made, drawing_of(made), article=False).cartogram == "按总投资变形"
    switch = '<input type="checkbox" name="cartogram">按总投资变形'
    assert (switch in page(made), "cartogram" in page(weifang()).split("<script>")[0]) == (
        True,
        False,
    )


def test_areas_are_of_the_latest_period_and_say_so():
    rows = [("A", "2001", 1), ("B", "2001", 4), ("A", "2002", 9), ("B", "2002", 1)]
    made = timely_map(
        rows, kind="total", unit="", label="People", spec={"page": {"cartogram": "demers"}}
    )
    found = cartogram_data(made, drawing_of(made), article=False)["cartogram"]
    assert found["area"]["title"] == "Area: People (2002)"
    (_, _, a), (_, _, b) = found["at"]
    assert a / b == pytest.approx(3, abs=0.01)


def test_tiles_are_equal_and_show_no_amount():
    made = with_cartogram("tiles")
    found = cartogram_data(made, drawing_of(made), article=False)["cartogram"]
    assert found.keys() == {"square", "at"}
    assert len({r for _, _, r in found["at"]}) == 1
    assert len({(x, y) for x, y, _ in found["at"]}) == 16
    assert cartogram_label(made, article=False) == "方格图"


def test_an_embed_may_have_another_than_the_page():
    """Its script moves the districts, and the snippet keeps room for the switch."""
    plain = weifang()
    made = changed(embed=plain.spec.embed.model_copy(update={"cartogram": "demers"}))
    html = embed(made).html
    assert '<input type="checkbox" name="cartogram">按总投资变形' in html
    assert '"cartogram":{"square":true' in html
    assert "geo-start" in html
    assert "cartogram" not in embed(plain).html
    assert embed_height(made, 320, 1) > embed_height(plain, 320, 1)


def test_it_leaves_the_maps_buttons_free():
    """They lie in the angle of an L, whose upright is a square as large as the map."""
    made = map_of([shapely.box(0, 1, 1, 10), shapely.box(0, 0, 10, 1)], [100, 1])
    page_of = made.spec.page.model_copy(update={"cartogram": "demers"})
    made = replace(made, spec=made.spec.model_copy(update={"page": page_of}))
    drawing = drawing_of(made)
    buttons = place_of_buttons(made.districts, drawing.plane)
    covered = covered_boxes(buttons, drawing.width, drawing.height)
    x, y, r = np.array(cartogram_data(made, drawing, article=False)["cartogram"]["at"]).T
    y = drawing.height - y
    boxes = shapely.box(x - r, y - r, x + r, y + r)
    assert not shapely.intersects(boxes, covered[:, None]).any()
