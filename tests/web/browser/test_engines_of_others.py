"""In Chromium, Firefox and WebKit: for everybody, on maps that are not of Weifang's kind."""

from __future__ import annotations

from functools import cache

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.web.browser.engines.tab import click_on, until
from tests.web.browser.local_site import serving
from tests.web.browser.pages import FORMS, html_of
from tests.web.browser.test_access_of_others import MAPS, SPACING

pytestmark = pytest.mark.browser
each = pytest.mark.parametrize("name", MAPS)
both = pytest.mark.parametrize("form", FORMS)
ENTRIES = """() => document.activeElement.dataset.code ? "map" : document.activeElement.id"""
AXE = "() => axe.run().then(({violations}) => violations.map((v) => [v.id, v.nodes[0].html]))"
OUT = """() => [document.documentElement, document.querySelector("#card")].map(
  (box) => Math.max(0, box.scrollWidth - box.clientWidth))"""
#: Contrast of what is drawn along a district's edge to its fill: the best of line and halo.
CONTRASTS = """() => {
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map((part) => part / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const stroke = (selector) => light(getComputedStyle(document.querySelector(selector)).stroke);
  const contrast = (a, b) => Math.max(a, b) / Math.min(a, b);
  const districts = [...document.querySelectorAll("path[data-code]")];
  const fills = new Set(districts.map((path) => getComputedStyle(path).fill));
  return ["#over", "#pinned"].flatMap((line) => [...fills].filter((fill) => fill.startsWith("rgb"))
    .map((fill) => Math.max(contrast(light(fill), stroke(line)),
                            contrast(light(fill), stroke("#map-svg > .halo")))));
}"""


@cache
def document(name: str, form: str) -> str:
    return html_of(form, MAPS[name]())


@pytest.fixture(scope="module")
def site():
    pages = {f"/{name}-{form}.html": document(name, form) for name in MAPS for form in FORMS}
    with serving(pages) as (origin, _):
        yield origin


@pytest.fixture
def show(tab, site):
    def opened(name, form, width=1280):
        tab.resize(width, 900)
        tab.open("about:blank")
        tab.open(f"{site}/{name}-{form}.html")
        until(tab, "() => document.querySelector('[data-code][role=button]')?.tagName")
        until(tab, "() => !document.querySelector('#labels > text')")
        return tab

    return opened


@each
@both
def test_axe_finds_nothing(show, name, form):
    tab = show(name, form, 390)
    click_on(tab, "#table tbody button")
    tab.run("(script) => { (0, eval)(script); }", AXE_SCRIPT)
    assert tab.run(AXE) == []


@each
@both
def test_the_map_is_one_stop_and_keys_go_on_from_where_the_mouse_was(show, name, form):
    tab = show(name, form)
    stops = []
    while "map" not in stops or stops[-1] == "map":
        tab.press("Tab")
        stops.append(tab.run(ENTRIES))
        assert len(stops) < 40
    assert stops.count("map") == 1
    assert stops.index("skip") < stops.index("map")
    code = tab.run("() => document.querySelector('[data-code]').dataset.code")
    click_on(tab, f'[data-code="{code}"]')
    tab.press("ArrowDown")
    now = tab.run("() => document.activeElement.dataset.code")
    drawn = tab.run(
        """() => document.querySelector("#map-svg.focus #over")?.getAttribute("d")
             === document.activeElement.getAttribute("d")"""
    )
    assert (now != code, drawn) == (True, True)
    tab.press("Escape")
    assert tab.run("() => document.querySelector('#pinned').getAttribute('d')") in {None, ""}


@each
@both
def test_wider_spacing_of_texts_cuts_nothing_off(show, name, form):
    tab = show(name, form, 320)
    click_on(tab, "#table tbody button")
    tab.run(
        """(rules) => {
             const sheet = document.createElement("style");
             sheet.textContent = rules;
             document.head.append(sheet);
           }""",
        SPACING,
    )
    assert tab.run(OUT) == [0, 0]


@each
@both
def test_the_outlines_of_the_focus_and_of_the_choice_stand_out_from_every_class(show, name, form):
    tab = show(name, form)
    found = tab.run(CONTRASTS)
    assert len(found) >= 6
    assert min(found) >= 3
