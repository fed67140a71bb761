"""In real Chromium: the keyboard goes everywhere, is seen, and is told."""

from __future__ import annotations

import pytest

from tests.web.browser.pages import FORMS, map_data

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)


def focused(tab):
    return tab.evaluate("document.activeElement.dataset.code || document.activeElement.id || ''")


def into_the_map(tab):
    for _ in range(40):
        tab.keyboard.press("Tab")
        if tab.evaluate("Boolean(document.activeElement.dataset.code)"):
            return
    raise AssertionError("Tab never came to the map")


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
    assert style == ["rgb(22, 24, 29)", 4]
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
