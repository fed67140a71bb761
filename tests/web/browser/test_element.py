"""In a real browser: the map as a part of the page, and what a site says to a map and hears."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from geo.web.csp import policies
from geo.web.element import element, element_snippet
from geo.web.embed import embed
from geo.web.frame import frame
from tests.web.browser.contexts import new_tab
from tests.web.browser.local_site import serving
from tests.weifang import changed, weifang

pytestmark = pytest.mark.browser
#: A site whose rules would reach anything that is not kept apart from them.
SITE = """<!DOCTYPE html><html><head><style>html{font-size:62.5%}
body{font:20px/2 serif;color:red;text-align:center;margin:0} table{background:lime}
#card,h1{display:none!important} .js{display:none}</style></head><body>
<p id="search">before</p>MAPS<p id="table">after</p>"""
HEARD = """<script>const heard = [];
for (const kind of ["ready", "measure", "district", "error"])
  addEventListener("geo-" + kind, ({target, detail}) =>
    heard.push([kind, target.dataset.n ?? "", detail.measure, detail.district]));</script>"""
SCRIPT = '<script src="/m/weifang-map.js"></script>'
FILES = {"/m/weifang-embed.html": embed(weifang()).html, "/m/weifang-map.js": element(weifang())}
SHIFTS = """window.shifts = []; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });"""


@contextmanager
def site(browser, maps, *, width=1280, policy="") -> Iterator:
    pages = FILES | {"/": SITE.replace("MAPS", maps) + HEARD + SCRIPT}
    with serving(pages, {"/": policy} if policy else None) as (origin, asked):
        tab = new_tab(browser, width, 900)
        tab.asked, wrong = asked, []
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        tab.add_init_script(SHIFTS)
        tab.goto(f"{origin}/")
        yield tab
        tab.close()
        assert wrong == []


def heard(tab, n):
    tab.wait_for_function("n => heard.length >= n", arg=n)
    return tab.evaluate("heard")


def test_several_maps_are_parts_of_one_page_and_keep_to_themselves(browser):
    """Ids, rules, address and size of type of the page are the page's, those of a map the map's."""
    maps = (
        '<geo-map data-n="a" src="/m/weifang-embed.html"></geo-map>'
        '<div style="width:375px;margin-top:2000px">'
        '<geo-map data-n="b" theme="dark" district="370782"'
        ' src="/m/weifang-embed.html#measure=density"></geo-map></div>'
    )
    with site(browser, maps) as tab:
        first, second = tab.locator("geo-map").nth(0), tab.locator("geo-map").nth(1)
        assert heard(tab, 1) == [["ready", "a", "investment", ""]]
        assert tab.asked.count("/m/weifang-embed.html") == 1  # the other is far below
        second.scroll_into_view_if_needed()
        assert heard(tab, 2)[1][:2] == ["ready", "b"]
        assert second.locator("#card h2").inner_text().startswith("诸城市")
        first.locator("label:has(input[value=projects])").click()
        first.locator('[data-row="370705"] button').click()
        assert heard(tab, 4)[2:] == [
            ["measure", "a", "projects", ""],
            ["district", "a", "projects", "370705"],
        ]
        assert first.locator("#column").inner_text() == "项目数 (个)"
        assert second.locator("#card h2").inner_text().startswith("诸城市")
        assert tab.evaluate("[location.hash, history.length]") == ["", 2]
        tab.evaluate("document.querySelector('geo-map').setAttribute('measure', 'density')")
        assert heard(tab, 5)[4] == ["measure", "a", "density", "370705"]
        # the width of the element decides, not of the window; the reader's size of type
        tops = [m.locator("#table").bounding_box()["y"] for m in (first, second)]
        maps = [m.locator("#map-svg").bounding_box() for m in (first, second)]
        assert tops[0] < maps[0]["y"] + maps[0]["height"]
        assert tops[1] > maps[1]["y"] + maps[1]["height"]
        look = "node => { const s = getComputedStyle(node); return [s.fontSize, s.textAlign]; }"
        assert first.locator("h1").evaluate(look) == ["22px", "start"]
        grounds = [
            m.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
            for m in (first, second)
        ]
        assert grounds == ["rgb(255, 255, 255)", "rgb(19, 21, 25)"]
        tab.evaluate("document.querySelectorAll('geo-map')[1].setAttribute('theme', 'light')")
        ground = "node => getComputedStyle(node).backgroundColor"
        assert second.locator("body").evaluate(ground) == "rgb(255, 255, 255)"
        with tab.expect_download() as saved:
            first.locator("#downloads [value=png]").click()
        assert saved.value.path().read_bytes().startswith(b"\x89PNG")
        assert tab.locator("#search").first.inner_text() == "before"


def test_the_snippet_lives_under_its_policy_and_nothing_moves(browser):
    there = changed(embed=weifang().spec.embed.model_copy(update={"url": "/m/"}))
    shown = frame(there, embed(weifang()))
    maps = str(element_snippet(there, shown)).split("<script")[0]
    found = policies(embed(weifang()), shown, "").element
    policy = f"default-src 'none'; {found}"
    bare = {"/": f"<!DOCTYPE html><body>{maps}{SCRIPT}<p>after"}
    with serving(FILES | bare, {"/": policy}) as (origin, _):
        tab = new_tab(browser, 375, 5000)
        wrong: list[str] = []
        tab.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        tab.add_init_script(SHIFTS)
        tab.goto(f"{origin}/")
        tab.wait_for_selector("geo-map [data-code][role=button]", state="attached")
        tab.wait_for_timeout(300)
        assert wrong == []
        assert tab.evaluate("shifts") == []
        assert tab.evaluate("document.documentElement.scrollWidth") == 375
        tab.close()


@pytest.mark.parametrize(
    "policy",
    [
        "require-trusted-types-for 'script'",
        "require-trusted-types-for 'script'; trusted-types geo-map",
    ],
)
def test_the_map_is_read_as_a_site_demands_that_trusts_no_text(browser, policy):
    with site(browser, '<geo-map src="/m/weifang-embed.html"></geo-map>', policy=policy) as tab:
        assert heard(tab, 1)[0][0] == "ready"
        assert tab.locator("geo-map [data-code][role=button]").count() == 16


def test_where_the_site_lets_no_text_be_trusted_what_the_page_has_stays_in_view(browser):
    maps = '<geo-map src="/m/weifang-embed.html"><a href="/page">the map</a></geo-map>'
    none = "require-trusted-types-for 'script'; trusted-types 'none'"
    pages = FILES | {"/": SITE.replace("MAPS", maps) + HEARD + SCRIPT}
    with serving(pages, {"/": none}) as (origin, _):
        tab = new_tab(browser)
        tab.goto(f"{origin}/")
        assert heard(tab, 1)[0][0] == "error"
        assert tab.get_by_text("the map").is_visible()
        tab.close()


@pytest.mark.parametrize(
    "rules",
    [
        "font-size:30px!important;letter-spacing:4px!important;word-spacing:9px!important",
        "all:unset",
        "all:revert",
        "box-sizing:content-box!important;text-transform:uppercase!important",
    ],
)
def test_rules_of_a_site_for_every_element_change_no_height_of_the_map(browser, rules):
    map_ = '<div style="width:700px"><geo-map src="/m/weifang-embed.html"></geo-map></div>'
    high = []
    for every in ("", f"<style>* {{{rules}}} div {{display:block}}</style>"):
        with site(browser, every + map_) as tab:
            heard(tab, 1)
            high.append(
                tab.locator("geo-map main").evaluate("m => m.getBoundingClientRect().height")
            )
    assert high[0] == high[1] > 1000


def test_an_attribute_that_is_taken_away_is_asked_no_more(browser):
    """The first measure again, no district, and the reader's own theme."""
    asked = 'measure="density" district="370782" theme="dark"'
    with site(browser, f'<geo-map {asked} src="/m/weifang-embed.html"></geo-map>') as tab:
        heard(tab, 1)
        one = tab.locator("geo-map")
        assert one.locator("main").get_attribute("data-measure") == "density"
        for name in ("measure", "district", "theme"):
            one.evaluate("(map, name) => map.removeAttribute(name)", name)
        tab.wait_for_function("heard.filter(([kind]) => kind === 'ready').length === 2")
        assert one.locator("main").get_attribute("data-measure") == "investment"
        assert one.locator("#card h2").inner_text() == "全部 16 个地区"
        look = "node => getComputedStyle(node).backgroundColor"
        assert one.locator("body").evaluate(look) == "rgb(255, 255, 255)"


def test_what_cannot_be_fetched_leaves_what_the_page_has_in_view(browser):
    maps = '<geo-map src="/m/none.html"><a href="/page">the map</a></geo-map>'
    pages = FILES | {"/": SITE.replace("MAPS", maps) + HEARD + SCRIPT}
    with serving(pages) as (origin, _):
        tab = new_tab(browser)
        tab.goto(f"{origin}/")
        assert heard(tab, 1)[0][0] == "error"
        assert tab.get_by_text("the map").is_visible()
        tab.close()


def test_a_frame_tells_its_site_what_a_reader_does_and_takes_its_theme(browser):
    """The theme only from the page around it: a message from elsewhere says nothing."""
    snippet = frame(weifang(), embed(weifang()), "/m/weifang-embed.html").html
    with site(browser, snippet) as tab:
        assert heard(tab, 1) == [["ready", "", "investment", ""]]
        inner = tab.frames[1]
        inner.click("label:has(input[value=density])")
        inner.click('[data-row="370782"] button')
        assert heard(tab, 3)[1:] == [
            ["measure", "", "density", ""],
            ["district", "", "density", "370782"],
        ]
        ground = "getComputedStyle(document.body).backgroundColor"
        inner.evaluate("postMessage({sentinel: 'geo', theme: 'dark'}, '*')")
        tab.wait_for_timeout(100)
        assert inner.evaluate(ground) == "rgb(255, 255, 255)"
        say = "t => document.querySelector('iframe').contentWindow.postMessage(t, '*')"
        tab.evaluate(say, {"sentinel": "geo", "theme": "dark"})
        inner.wait_for_function(f"{ground} === 'rgb(19, 21, 25)'")
        tab.evaluate(say, {"sentinel": "geo", "theme": "light"})
        inner.wait_for_function(f"{ground} === 'rgb(255, 255, 255)'")
