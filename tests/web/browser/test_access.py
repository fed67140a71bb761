"""In real Chromium: for everybody. Contrast, sizes, motion, forced colours, print."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise, product

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from tests.web.browser.pages import FORMS, WIDTHS, boxes

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
HIGH_TECH = "370705-GX"
STATES = [
    "",
    f"#measure=per_project&district={HIGH_TECH}&circles=1",
    "#measure=projects&district=370783",
]


ALL = [*product(FORMS, WIDTHS, STATES)]
each = pytest.mark.parametrize(
    "seen", ALL, indirect=True, ids=lambda view: "-".join(map(str, view))
)


@both
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("fragment", STATES)
def test_axe_finds_nothing(show, form, width, fragment):
    tab = show(form, width, fragment=fragment)
    if form == "embed":
        tab.click("summary")
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        found = Axe().run(tab).response["violations"]
        assert [(scheme, v["id"], v["nodes"][0]["html"]) for v in found] == []


@each
def test_targets_are_24_pixels_at_least(seen):
    """Districts themselves may be smaller: then their labels are the targets (WCAG 2.5.8)."""
    small = [
        (b["text"], b["w"], b["h"])
        for b in boxes(seen, "button, summary, .measures label, .toggle, #search")
        if b["w"] < 23.9 or b["h"] < 23.9
    ]
    assert small == []


@each
def test_nothing_is_wider_than_the_window_or_cut_off(seen):
    width = seen.viewport_size["width"]
    assert seen.evaluate("document.documentElement.scrollWidth") <= width
    cut = seen.evaluate(
        """() => [...document.querySelectorAll("h1, p, th, td, button, label, #legend *")]
             .filter((n) => n.scrollWidth > n.clientWidth + 1 && n.clientWidth
                            && !n.closest("#map-svg, .vh")
                            && getComputedStyle(n).overflow !== "visible")
             .map((n) => n.outerHTML.slice(0, 80))"""
    )
    assert cut == []
    texts = boxes(
        seen, "h1, .dek, .joints span, #circle-legend text, #card th, #card td, tbody td, footer p"
    )
    assert [b["text"] for b in texts if b["x"] < -0.5 or b["x"] + b["w"] > width + 0.5] == []


@each
def test_the_legend_lies_above_the_map_and_over_no_polygon(seen):
    legend = boxes(seen, ".legends")[0]
    for b in boxes(seen, "[data-code]"):
        assert b["y"] >= legend["y"] + legend["h"] - 1
    spans = boxes(seen, "#legend .joints span")
    for a, b in pairwise(spans):
        assert a["x"] < b["x"]


@each
def test_the_parts_stand_in_their_order_and_the_table_beside_the_map_from_900_on(seen):
    parts = ["h1", ".dek", "#controls", "#legend", "#stage", "#table", ".context", "#source"]
    tops = [boxes(seen, part)[0]["y"] for part in parts]
    beside = tops.pop(5)
    assert tops == sorted(tops)
    stage, table = boxes(seen, "#stage")[0], boxes(seen, "#table")[0]
    if seen.viewport_size["width"] >= 900:
        assert table["x"] > stage["x"] + stage["w"]
        assert boxes(seen, "#card")[0]["w"] == 320
    else:
        assert beside > stage["y"] + stage["h"]
    assert stage["w"] * stage["h"] >= max(b["w"] * b["h"] for b in boxes(seen, "#legend, #card"))


@both
def test_motion_is_short_and_none_where_less_is_asked_for(show, form):
    def duration(**options):
        return show(form, **options).evaluate(
            "parseFloat(getComputedStyle(document.querySelector('[data-code]')).transitionDuration)"
        )

    assert 0 < duration(reduced_motion="no-preference") <= 0.15
    assert duration(reduced_motion="reduce") == 0


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_zoom_and_pan_are_at_once_where_less_motion_is_asked_for(show, motion):
    tab = show("page", reduced_motion=motion)
    heights = """id => {
      const height = () => document.querySelector("#map-svg").getBoundingClientRect().height;
      const before = height();
      document.querySelector(id).click();
      return height() / before;
    }"""
    assert tab.evaluate(heights, "#zoom-in") == (2 if motion == "reduce" else 1)
    tab.wait_for_timeout(400)
    tab.evaluate(heights, "#zoom-in")
    tab.wait_for_timeout(400)
    at = """() => {
      const left = () => document.querySelector("#map-svg").getBoundingClientRect().left;
      const before = left();
      document.querySelector("[data-row='370782'] button").click();
      return Math.abs(left() - before) > 20;
    }"""
    assert tab.evaluate(at) == (motion == "reduce")


@both
def test_forced_colours_leave_the_map_its_colours_and_the_text_the_readers(show, form):
    tab = show(form, forced_colors="active", fragment=f"#district={HIGH_TECH}")
    fills = tab.evaluate(
        """() => [...new Set([...document.querySelectorAll("[data-code]")].map((n) =>
             getComputedStyle(n).fill))]"""
    )
    assert len(fills) == 5
    bar = tab.evaluate(
        """() => getComputedStyle(document.querySelector("#legend [data-class]"), "::after")
             .backgroundColor"""
    )
    assert bar in fills
    # What is painted: computed styles keep the colours that the reader's own replace.
    chosen, other = (
        Image.open(BytesIO(tab.locator(f"input{state} + span").first.screenshot())).getpixel((4, 4))
        for state in (":checked", ":not(:checked)")
    )
    assert chosen != other


@both
def test_print_has_the_map_and_the_table_but_no_controls(show, form):
    """A sheet of paper is as narrow as a phone, and a reader may have chosen a district."""
    tab = show(form, width=700, fragment="#district=370782")
    tab.emulate_media(media="print")
    for part in ("h1", "#legend", "#map-svg", "#table", "#source"):
        assert tab.locator(part).is_visible()
    for part in ("#controls", "#search", "#downloads", "#hint", "#all-rows", ".close", ".zoom"):
        assert not tab.locator(part).is_visible()
    assert tab.locator("[data-row]:visible").count() == 16
    assert tab.evaluate("document.querySelector('.context .grid').checkVisibility()")
    assert tab.evaluate("getComputedStyle(document.querySelector('#card')).position") != "sticky"
    assert tab.evaluate("getComputedStyle(document.querySelector('#card')).minHeight") == "0px"
    assert tab.evaluate("getComputedStyle(document.querySelector('#stage')).breakInside") == "avoid"
    section = "getComputedStyle(document.querySelector('section:has(#table)')).breakInside"
    assert tab.evaluate(section) == "auto"  # a table goes on where it is


@both
def test_the_map_has_an_alternative_text_with_its_headline_facts(show, form):
    tab = show(form)
    said = tab.get_attribute("#map-svg", "aria-label")
    assert said.endswith(
        "总投资最高为高新区 196.7 亿元，最低为峡山区 6.9 亿元；16 个地区合计 1,480.6 亿元。"
    )
    if form == "page":  # an embed is no page of its own for those who share and search
        assert tab.get_attribute("meta[name=description]", "content") in said
