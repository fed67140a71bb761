"""The embed in systems that know only another tool's messages, in a real Chromium.

Each page here has the listener that system installs, as its own script does it, and no loader.
"""

from __future__ import annotations

from functools import cache

import pytest

from geo.web.assets import built
from geo.web.embed import embed
from geo.web.frame import frame
from tests.web.browser.contexts import new_tab
from tests.web.browser.local_site import serving
from tests.weifang import weifang

pytestmark = pytest.mark.browser
FRAME = '<iframe src="{src}" style="width:100%;height:50px;border:0" {more}></iframe>'
# Datawrapper's responsive embed code, as its "embed" dialogue gives it.
DATAWRAPPER = """
window.addEventListener("message", function (e) {
  if (void 0 !== e.data["datawrapper-height"]) {
    var t = document.querySelectorAll("iframe");
    for (var a in e.data["datawrapper-height"])
      for (var r = 0; r < t.length; r++)
        if (t[r].contentWindow === e.source)
          t[r].style.height = e.data["datawrapper-height"][a] + "px";
  }
});
"""
# Pym's parent: messages are split at xPYMx, the id in them is the parent's own.
PYM = r"""
addEventListener("message", (e) => {
  if (typeof e.data !== "string" || !e.data.match(/^pym/)) return;
  const found = e.data.match(/^pymxPYMx(\S+)xPYMx(\S+)xPYMx(.+)$/);
  if (found && found[1] === "map-1" && found[2] === "height")
    document.querySelector("iframe").style.height = parseInt(found[3]) + "px";
});
"""
# The AMP runtime: amp-iframe grows to the height that its own frame asks for.
AMP = """
addEventListener("message", (e) => {
  const d = e.data, frame = document.querySelector("iframe");
  if (e.source === frame.contentWindow && d.sentinel === "amp" && d.type === "embed-size")
    frame.style.height = d.height + "px";
});
"""
# Medium, and Embedly's cards: JSON in a string, the frame known by its address.
MEDIUM = """
addEventListener("message", (e) => {
  if (typeof e.data !== "string" || e.data[0] !== "{") return;
  const d = JSON.parse(e.data), frame = document.querySelector("iframe");
  if (d.context === "iframe.resize" && d.src === frame.src) frame.style.height = d.height + "px";
});
"""
SYSTEMS = {
    "datawrapper": (DATAWRAPPER, "/map.html", 'sandbox="allow-scripts"'),
    "pym": (PYM, "/map.html?initialWidth=375&childId=map-1", ""),
    "amp": (AMP, "/map.html", 'sandbox="allow-scripts"'),
    "medium": (MEDIUM, "/map.html", ""),
}


@cache
def html() -> str:
    return embed(weifang()).html


def settled(page) -> tuple[float, float]:
    """Return the height that the parent gave the frame, and that of the frame's content."""
    inner = page.frames[1]
    inner.wait_for_selector("[data-code][role=button]", state="attached")
    page.wait_for_timeout(400)
    given = page.evaluate("document.querySelector('iframe').getBoundingClientRect().height")
    return given, inner.evaluate('document.querySelector("main").getBoundingClientRect().height')


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_system_that_knows_only_its_own_messages_gives_the_map_its_height(browser, system):
    listener, src, more = SYSTEMS[system]
    parent = f"<!DOCTYPE html><script>{listener}</script>{FRAME.format(src=src, more=more)}"
    with serving({"/": parent, "/map.html": html(), src: html()}) as (origin, _):
        page = new_tab(browser, 375, 800)
        page.goto(origin + "/")
        given, content = settled(page)
        assert content > 1000
        assert content <= given < content + 1.5
        page.set_viewport_size({"width": 1100, "height": 800})
        wider, content = settled(page)
        assert wider < given
        assert content <= wider < content + 1.5
        page.close()


def test_a_loader_that_comes_after_the_map_still_learns_its_height(browser):
    snippet = frame(weifang(), embed(weifang()), "/map.html").html
    without, _, _ = snippet.partition("<script>")
    # Nothing reserved: only messages count.
    cut = without.replace("min-height", "max-width").replace(";height:", ";max-width:")
    with serving({"/": f"<!DOCTYPE html>{cut}", "/map.html": html()}) as (origin, _):
        page = new_tab(browser, 375, 800)
        page.goto(origin + "/")
        page.frames[1].wait_for_load_state()
        page.wait_for_timeout(300)
        assert page.evaluate("document.querySelector('iframe').style.height") == ""
        page.evaluate(built("loader.js"))
        given, content = settled(page)
        assert content <= given < content + 1.5
        page.close()


def test_the_loader_heeds_no_other_frame_and_no_absurd_height(browser):
    maps = '<div class="geo-map"><iframe src="/liar.html"></iframe></div>'
    stranger = '<iframe src="/stranger.html"></iframe>'
    liar = "<script>parent.postMessage({sentinel:'amp',type:'embed-size',height:1e9},'*')</script>"
    asks = "<script>parent.postMessage({sentinel:'amp',type:'embed-size',height:333},'*')</script>"
    parent = f"<!DOCTYPE html><script>{built('loader.js')}</script>{maps}{stranger}"
    pages = {"/": parent, "/liar.html": liar, "/stranger.html": asks}
    with serving(pages) as (origin, _):
        page = new_tab(browser)
        page.goto(origin + "/")
        page.wait_for_timeout(300)
        heights = page.evaluate("[...document.querySelectorAll('iframe')].map(f => f.style.height)")
        assert heights == ["", ""]
        page.close()
