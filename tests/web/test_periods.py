"""Page and embed of a map with periods: a slider, and what it changes; nothing of it elsewhere."""

from __future__ import annotations

import pytest

from geo.web.assets import built, sizes
from geo.web.embed import embed
from geo.web.heights import embed_height
from geo.web.options import script
from geo.web.page import page
from geo.web.periods import has_slider, is_change, moments, period_data, slider
from tests.small import timely_map
from tests.weifang import weifang

ROWS = [("A", "1999", 1), ("B", "1999", 9), ("A", "2001", 3), ("B", "2001", None)]
CHANGE = {"id": "c", "change": {"since": "1999"}, "title": "From {period}"}


def test_the_slider_opens_with_the_latest_period():
    found = slider(timely_map(ROWS))
    assert found is not None
    assert (found.first, found.last, found.steps) == ("1999", "2001", 1)


def test_a_map_of_one_time_or_one_period_has_no_slider_and_nothing_of_it():
    one = timely_map(ROWS[:2])
    assert (slider(weifang()), period_data(weifang()), has_slider(one)) == (None, {}, False)
    for html in (embed(weifang()).html, page(weifang()), page(one)):
        assert "data-period" not in html
        assert built("periods.js") not in html
        assert built("periods.css") not in html
    assert "1999" in page(one)


def test_page_and_embed_carry_script_and_style_of_the_slider_and_listen_first():
    m = timely_map(ROWS)
    assert script(m, article=True) == built("periods.js") + built("embed-options.js")
    for html in (embed(m).html, page(m)):
        assert built("periods.css") in html
        assert '<input type="range" id="period" min="0" max="1" value="1"' in html


def test_headings_have_a_place_for_the_period_in_view_and_those_of_a_change_their_own():
    html = page(timely_map(ROWS, measures=({}, CHANGE), spec={"title": "In {period} <b>"}))
    assert "<h1>In <span data-period>2001</span> &lt;b&gt;</h1>" in html
    assert "<h1>From 1999–2001</h1>" in html
    assert "<title>In 2001 &lt;b&gt;</title>" in html


@pytest.mark.parametrize(
    ("labels", "places"),
    [
        (["1950", "1975", "2000"], (0, 0.5, 1)),
        (["1950", "1990", "2000"], (0, 0.8, 1)),
        (["before", "while", "after"], (0, 0.5, 1)),
        (["1月", "2月", "3月"], (0, 0.5, 1)),
    ],
)
def test_periods_lie_on_a_line_as_far_apart_as_they_are_in_time(labels, places):
    assert moments(labels) == pytest.approx(places, abs=0.03)


def test_a_period_has_its_own_values_counts_and_texts():
    m = timely_map(ROWS, scheme="own", breaks=[5, 10])
    early, late = period_data(m)["periods"]
    assert (early["label"], early["at"], late["at"]) == ("1999", 0, 1)
    own = early["measures"]["a"]
    assert (own["values"], own["classes"]) == ([1, 9], [0, 1])
    assert late["measures"]["a"]["values"] == [3, None]
    assert early["said"]["a"].startswith("T: ")
    assert "B" in early["said"]["a"]
    assert "B" not in late["said"]["a"]


def test_a_change_is_the_same_in_every_period_and_so_in_none():
    m = timely_map(ROWS, measures=({}, CHANGE))
    data = period_data(m)
    assert [is_change(m, measure) for measure in m.measures] == [False, True]
    assert {tuple(p["measures"]) for p in data["periods"]} == {("a",)}
    assert data["spans"] == {"c": "1999–2001"}
    assert data["reaches"] == {"a": (1, 9)}


def test_the_embed_reserves_room_for_slider_and_line():
    """Of seven measures, whose rows make a card higher than the least."""
    many = [{"id": letter} for letter in "abcdefg"]
    plain, timely = (timely_map(rows, measures=many) for rows in (ROWS[:2], ROWS))
    more = embed_height(timely, 375, 1) - embed_height(plain, 375, 1)
    # With a gap the last line, "Total (1 with data)", takes two in its narrow column.
    two_lines = 2 * sizes().small.line + 1 - sizes().row
    assert more - sizes().slider - sizes().line == two_lines


def test_named_parts_without_the_slider_hide_it_and_its_room():
    parts = {"parts": ["map", "legend"]}
    bare, whole = (
        timely_map(ROWS, spec={"page": named, "embed": named})
        for named in (parts, {"parts": ["map", "slider", "legend"]})
    )
    for html in (page(bare), embed(bare).html):
        assert '<div hidden><div class="script" id="periods"' in html.replace("\n", "")
    for html in (page(whole), embed(whole).html):
        assert '<div hidden><div class="script" id="periods"' not in html.replace("\n", "")
    assert embed_height(whole, 400, 1, 100) - embed_height(bare, 400, 1, 100) == sizes().slider
