"""In Chromium, Firefox and WebKit: second views and several maps on a page."""

from __future__ import annotations

from functools import cache

import pytest

from geo.web.dashboard import dashboard_page
from geo.web.embed import embed
from geo.web.page import page
from tests.boards import board
from tests.web.browser.engines.tab import click_on, until
from tests.web.browser.local_site import serving
from tests.weifang import changed, weifang

pytestmark = pytest.mark.browser
HIGH_TECH = "370705-GX"
OUTLINES = "() => [...document.querySelectorAll('path[data-code]')].map(p => p.getAttribute('d'))"
STARTED = "() => document.querySelector('[data-code][role=button]')?.tagName"
CARD = "() => document.querySelector('#card h2').textContent"
#: Each map of a dashboard has its own root.
ROOTS = "[...document.querySelectorAll('[data-app]')].map((host) => host.shadowRoot)"
READY = f"() => {ROOTS}.every((root) => root.querySelector('[data-code][role=button]'))"
MIDDLE = f"""(code) => {{
  const box = {ROOTS}[0].querySelector(`[data-code="${{code}}"]`).getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}}"""
CHOSEN = f"(name) => {ROOTS}.every((r) => r.querySelector('#card').innerText.startsWith(name))"
NARROW = "() => document.documentElement.scrollWidth <= innerWidth"
PROBE = """<script>window.problems = [];
addEventListener("error", (event) => problems.push(event.message || "a file is missing"), true);
</script>"""


@cache
def transformed():
    spec = weifang().spec
    return changed(
        page=spec.page.model_copy(update={"cartogram": "dorling"}),
        embed=spec.embed.model_copy(update={"cartogram": "demers"}),
    )


@pytest.fixture(scope="module")
def site():
    pages = {
        "/page.html": page(transformed()),
        "/embed.html": embed(transformed()).html,
        "/board.html": dashboard_page(board()),
    }
    probed = {at: html.replace("<head>", f"<head>{PROBE}", 1) for at, html in pages.items()}
    with serving(probed) as (origin, _):
        yield origin


@pytest.fixture
def show(tab, site):
    """Open a document; at the end nothing may have been complained about."""

    def opened(name, width, ready=STARTED):
        tab.resize(width, 900)
        tab.open("about:blank")
        tab.open(f"{site}/{name}.html")
        until(tab, ready)
        return tab

    yield opened
    assert tab.run("() => problems") == []


@pytest.mark.parametrize(("form", "width", "sign"), [("page", 1280, "a"), ("embed", 375, "h")])
def test_districts_become_circles_or_squares_and_come_back(show, form, width, sign):
    tab = show(form, width)
    before = tab.run(OUTLINES)
    click_on(tab, "label:has([name=cartogram])")
    until(tab, f"() => ({OUTLINES})().every((d) => d.includes('{sign}'))")
    assert tab.run("() => document.querySelector('#circle-legend').innerText").startswith("面积")
    assert tab.run(NARROW)
    # What is under the pointer is the district that is drawn there.
    click_on(tab, f'path[data-code="{HIGH_TECH}"]')
    assert tab.run(CARD).startswith("高新区")
    click_on(tab, "label:has([name=cartogram])")
    until(tab, f"(before) => ({OUTLINES})().join() === before", ",".join(before))


def test_a_place_chosen_in_one_map_is_chosen_in_all(show):
    tab = show("board", 1280, READY)
    tab.click(*tab.run(MIDDLE, "Ann"))
    until(tab, CHOSEN, "Ann")
    assert tab.run("() => document.getElementById('place').value") == "Ann"
    assert tab.run(NARROW)
