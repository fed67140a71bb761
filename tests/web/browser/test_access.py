"""In real Chromium: for everybody. Keyboard, speech, contrast, sizes, dark, print."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from tests.web.browser.pages import FORMS, WIDTHS, boxes, map_data

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
HIGH_TECH = "370705-GX"
STATES = [
    "",
    f"#measure=per_project&district={HIGH_TECH}&circles=1",
    "#measure=projects&district=370783",
]


def focused(tab):
    return tab.evaluate("document.activeElement.dataset.code || document.activeElement.id || ''")


def into_the_map(tab):
    for _ in range(40):
        tab.keyboard.press("Tab")
        if tab.evaluate("Boolean(document.activeElement.dataset.code)"):
            return
    raise AssertionError("Tab never came to the map")


@both
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("fragment", STATES)
def test_axe_finds_nothing(show, form, scheme, width, fragment):
    tab = show(form, width, fragment=fragment, color_scheme=scheme)
    if form == "embed":
        tab.click("summary")
    found = Axe().run(tab).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []


@both
def test_tab_enters_the_map_once_and_leaves_it(show, form):
    tab = show(form)
    into_the_map(tab)
    assert focused(tab) == map_data(tab)["districts"][0]["code"]
    tab.keyboard.press("Tab")
    assert not tab.evaluate("Boolean(document.activeElement.dataset.code)")
    tab.keyboard.press("Shift+Tab")
    assert focused(tab) == map_data(tab)["districts"][0]["code"]


@both
def test_arrows_go_where_they_point_and_reach_every_district(show, form):
    tab = show(form)
    into_the_map(tab)
    places = {d["code"]: d["at"] for d in map_data(tab)["districts"]}
    for key, axis, sign in (
        ("ArrowDown", 1, 1),
        ("ArrowUp", 1, -1),
        ("ArrowRight", 0, 1),
        ("ArrowLeft", 0, -1),
    ):
        before = focused(tab)
        tab.keyboard.press(key)
        after = focused(tab)
        assert after != before
        assert (places[after][axis] - places[before][axis]) * sign > 0
    tab.keyboard.press("Home")
    reached, open_ends = {focused(tab)}, [focused(tab)]
    while open_ends:
        code = open_ends.pop()
        for key in ("ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"):
            tab.evaluate("code => document.querySelector(`[data-code='${code}']`).focus()", code)
            tab.keyboard.press(key)
            if focused(tab) not in reached:
                reached.add(focused(tab))
                open_ends.append(focused(tab))
    assert reached == set(places)


@both
def test_keys_of_the_map_do_not_scroll_the_page(show, form):
    tab = show(form, 375, 500)
    into_the_map(tab)
    tab.evaluate("scrollTo(0, 300)")
    for key in ("ArrowDown", "ArrowUp", "End", "Home", " "):
        tab.keyboard.press(key)
    tab.wait_for_timeout(200)
    assert tab.evaluate("scrollY") == 300


@both
def test_home_and_end_go_to_the_first_and_the_last(show, form):
    tab = show(form)
    into_the_map(tab)
    codes = [d["code"] for d in map_data(tab)["districts"]]
    tab.keyboard.press("End")
    assert focused(tab) == codes[-1]
    tab.keyboard.press("Home")
    assert focused(tab) == codes[0]


@both
@pytest.mark.parametrize("key", ["Enter", " "])
def test_enter_pins_and_escape_releases(show, form, key):
    tab = show(form)
    into_the_map(tab)
    code = focused(tab)
    tab.keyboard.press(key)
    assert tab.get_attribute(f'[data-code="{code}"]', "aria-pressed") == "true"
    assert "潍城区" in tab.inner_text("#card h2")
    tab.keyboard.press("Escape")
    assert tab.get_attribute(f'[data-code="{code}"]', "aria-pressed") == "false"
    assert focused(tab) == code


@both
def test_the_focus_is_seen_and_told(show, form):
    """Outline and tooltip on the map; name, value, rank and class in the live region."""
    tab = show(form)
    into_the_map(tab)
    style = tab.evaluate(
        """() => {
             const style = getComputedStyle(document.querySelector("#over"));
             return [style.stroke, parseFloat(style.strokeWidth)];
           }"""
    )
    assert style == ["rgb(217, 72, 15)", 3]
    assert tab.get_attribute("#over", "d") == tab.get_attribute('[data-code="370702"]', "d")
    assert tab.locator("#tooltip").is_visible()
    assert tab.text_content("#status") == (
        "潍城区，总投资 84.5 亿元，第 8 位，共 16 个，所在分级 50–90 亿元"
    )
    assert tab.get_attribute("#status", "role") == "status"
    tab.keyboard.press("Escape")
    assert not tab.locator("#tooltip").is_visible()


@both
def test_every_control_shows_its_focus(show, form):
    tab = show(form)
    seen = 0
    for _ in range(45):
        tab.keyboard.press("Tab")
        outlined = tab.evaluate(
            """() => {
                 const node = document.activeElement;
                 if (node === document.body) return null;
                 const over = document.querySelector("#over").getAttribute("d");
                 if (node.dataset.code) return over !== "";
                 return [node, node.nextElementSibling].some((n) => {
                   const style = n && getComputedStyle(n);
                   return n && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
                 });
               }"""
        )
        if outlined is None:
            break
        assert outlined, tab.evaluate("document.activeElement.outerHTML")
        seen += 1
    assert seen > 20


@both
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("fragment", STATES)
def test_targets_are_24_pixels_at_least(show, form, width, fragment):
    """Districts themselves may be smaller: then their labels are the targets (WCAG 2.5.8)."""
    tab = show(form, width, fragment=fragment)
    small = [
        (b["text"], b["w"], b["h"])
        for b in boxes(tab, "button, summary, .measures label, .toggle, #search")
        if b["w"] < 23.9 or b["h"] < 23.9
    ]
    assert small == []


@both
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("fragment", STATES)
def test_nothing_is_wider_than_the_window_or_cut_off(show, form, width, fragment):
    tab = show(form, width, fragment=fragment)
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    cut = tab.evaluate(
        """() => [...document.querySelectorAll("h1, p, th, td, button, label, #legend *")]
             .filter((n) => n.scrollWidth > n.clientWidth + 1 && n.clientWidth
                            && !n.closest("#map-svg, .vh")
                            && getComputedStyle(n).overflow !== "visible")
             .map((n) => n.outerHTML.slice(0, 80))"""
    )
    assert cut == []
    texts = boxes(
        tab, "h1, .dek, .joints span, #circle-legend text, #card th, #card td, tbody td, footer p"
    )
    assert [b["text"] for b in texts if b["x"] < -0.5 or b["x"] + b["w"] > width + 0.5] == []


@both
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("fragment", STATES)
def test_the_legend_lies_above_the_map_and_over_no_polygon(show, form, width, fragment):
    tab = show(form, width, fragment=fragment)
    legend = boxes(tab, ".legends")[0]
    for b in boxes(tab, "[data-code]"):
        assert b["y"] >= legend["y"] + legend["h"] - 1
    spans = boxes(tab, "#legend .joints span")
    for a, b in pairwise(spans):
        assert a["x"] < b["x"]


@both
@pytest.mark.parametrize("width", WIDTHS)
def test_the_parts_stand_in_their_order_and_the_table_beside_the_map_from_900_on(show, form, width):
    tab = show(form, width)
    parts = ["h1", ".dek", "#controls", "#legend", "#stage", "#table", ".context", "#source"]
    tops = [boxes(tab, part)[0]["y"] for part in parts]
    beside = tops.pop(5)
    assert tops == sorted(tops)
    stage, table = boxes(tab, "#stage")[0], boxes(tab, "#table")[0]
    if width >= 900:
        assert table["x"] > stage["x"] + stage["w"]
        assert boxes(tab, "#card")[0]["w"] == 320
    else:
        assert beside > stage["y"] + stage["h"]
    assert stage["w"] * stage["h"] >= max(b["w"] * b["h"] for b in boxes(tab, "#legend, #card"))


@both
def test_motion_is_short_and_none_where_less_is_asked_for(show, form):
    def duration(**options):
        return show(form, **options).evaluate(
            "parseFloat(getComputedStyle(document.querySelector('[data-code]')).transitionDuration)"
        )

    assert 0 < duration(reduced_motion="no-preference") <= 0.15
    assert duration(reduced_motion="reduce") == 0


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
    for part in ("#controls", "#search", "#downloads", "#hint", "#all-rows", ".close"):
        assert not tab.locator(part).is_visible()
    assert tab.locator("[data-row]:visible").count() == 16
    assert tab.evaluate("document.querySelector('.context .grid').checkVisibility()")
    assert tab.evaluate("getComputedStyle(document.querySelector('#card')).position") != "sticky"


@both
def test_the_map_has_an_alternative_text_with_its_headline_facts(show, form):
    tab = show(form)
    said = tab.get_attribute("#map-svg", "aria-label")
    assert said.endswith(
        "总投资最高为高新区 196.7 亿元，最低为峡山区 6.9 亿元；16 个地区合计 1,480.6 亿元。"
    )
    assert tab.get_attribute("meta[name=description]", "content") in said
