"""In real Chromium: for everybody, on maps that are not of Weifang's kind."""

from __future__ import annotations

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.small import small_map
from tests.web.browser.pages import FORMS, html_of
from tests.weifang import changed

pytestmark = pytest.mark.browser
#: The least that readers may set, WCAG 2.2, 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
OUT = """() => [document.documentElement, document.querySelector("#card")].map(
  (box) => Math.max(0, box.scrollWidth - box.clientWidth))"""


def diverging():
    return small_map(
        ["Nordfriesland", "Dithmarschen", "Steinburg", "Pinneberg"], [-5.5, 0.5, 5, np.nan],
        language="de", scheme="own", breaks=(-1, 1, 9), palette="RdBu", center=0,
        allow_negative=True, decimals=1, label="Veränderung",
    )  # fmt: skip


MAPS = {"diverging": diverging, "arabic": lambda: changed(language="ar", units="county")}
each = pytest.mark.parametrize("name", MAPS)
both = pytest.mark.parametrize("form", FORMS)


@each
@both
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(show, form, name, scheme):
    tab = show(html_of(form, MAPS[name]()), 375, color_scheme=scheme)
    tab.click("#table tbody button")
    found = Axe().run(tab).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


@each
@both
def test_wider_spacing_of_texts_cuts_nothing_off(show, form, name):
    tab = show(html_of(form, MAPS[name]()), 320)
    tab.click("#table tbody button")
    tab.add_style_tag(content=SPACING)
    assert tab.evaluate(OUT) == [0, 0]


@each
@both
def test_the_map_is_one_stop_and_the_link_past_it_leads_to_the_card(show, form, name):
    tab = show(html_of(form, MAPS[name]()), 1280)
    stops = []
    tab.keyboard.press("Tab")
    for _ in range(40):
        here = tab.evaluate(
            "() => document.activeElement.dataset.code ?? document.activeElement.id"
        )
        stops.append(here)
        tab.keyboard.press("Tab")
    codes = tab.eval_on_selector_all("[data-code]", "all => all.map((d) => d.dataset.code)")
    assert len({stop for stop in stops if stop in codes}) == 1  # may have come round to it again
    skip = stops.index("skip")
    assert skip < next(i for i, stop in enumerate(stops) if stop in codes)
    tab.evaluate("document.querySelector('#skip').focus()")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "card"


@both
def test_rows_keep_their_heights_when_a_district_is_chosen(show, form):
    """A name that just fits its column must not be wider then."""
    tab = show(html_of(form, MAPS["diverging"]()), 1280)
    heights = """() => [...document.querySelectorAll("#table tbody tr")].map(
      (row) => row.getBoundingClientRect().height)"""
    before = tab.evaluate(heights)
    for button in tab.query_selector_all("#table tbody button"):
        button.click()
        assert tab.locator("#table tr.on").count() == 1
        assert tab.evaluate(heights) == before
