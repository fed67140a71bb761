"""In Chromium, Firefox and WebKit: what a reader does first works in each, and nothing complains.

The finer tests beside this one run in Chromium alone: they send touches, policies and font sizes
by its own protocol, or check layouts that engines share. What engines do not share is here.
"""

from __future__ import annotations

import csv
import io

import pypdfium2
import pytest
from PIL import Image

from geo.web.embed import embed
from geo.web.frame import frame
from tests.web.browser.engines.tab import click_on, downloaded, until
from tests.web.browser.local_site import serving
from tests.web.browser.pages import CODES, FORMS, document
from tests.weifang import weifang

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
HIGH_TECH = "370705-GX"
#: Keeps what a page complains about, in the forms that all engines have.
PROBE = """<script>
window.problems = [];
addEventListener("error", (event) => problems.push(event.message || "a file is missing"), true);
addEventListener("unhandledrejection", (event) => problems.push(`${event.reason}`));
console.error = (...words) => problems.push(words.join(" "));
</script>"""
SHOWN_HEIGHT = "(selector) => document.querySelector(selector)?.offsetHeight ?? 0"
FOCUSED = "() => document.activeElement.dataset.code || document.activeElement.id"
SHOWN = "() => document.querySelector('input[name=measure]:checked').value"
CARD = "() => document.querySelector('#card h2').textContent"
SPOKEN = "() => document.querySelector('#status').textContent"
OUTLINE = """() => {
  const [stage, box] = ["#stage", "#border"].map((id) =>
    document.querySelector(id).getBoundingClientRect());
  return [box.x - stage.x, box.y - stage.y, box.width, box.height];
}"""
REQUESTS = """() => performance.getEntriesByType("resource").map((entry) => entry.name)
  .filter((name) => !name.endsWith("/favicon.ico"))"""  # a browser asks for it by itself
VISIBLE_ROWS = """() => [...document.querySelectorAll("tbody [data-row]")]
  .filter((row) => row.offsetHeight).map((row) => row.querySelector("button").textContent)"""


def probed(html: str) -> str:
    return html.replace("<head>", f"<head>{PROBE}", 1)


@pytest.fixture(scope="module")
def site():
    pages = {f"/{form}.html": probed(document(form)) for form in FORMS}
    snippet = frame(weifang(), embed(weifang()), "/embed.html").html
    body = f"<h1>An article</h1>{snippet}<p>Its end</p>"
    pages["/article.html"] = probed(f"<!DOCTYPE html><html><head></head><body>{body}")
    with serving(pages) as (origin, asked):
        yield origin, asked


@pytest.fixture
def show(tab, site):
    """Open a form; at the end nothing may have been complained about or asked for."""
    origin, asked = site

    def opened(form, fragment="", width=1280, height=900):
        tab.resize(width, height)
        tab.open("about:blank")  # the same page with another fragment would not load again
        asked.clear()
        tab.open(f"{origin}/{form}.html{fragment}")
        until(tab, "() => document.querySelector('[data-code][role=button]')?.tagName")
        until(tab, "() => !document.querySelector('#labels > text')")
        return tab

    yield opened
    assert tab.run("() => problems") == []
    assert len(asked) == 1
    assert tab.run(REQUESTS) == []


def to_the_map(tab) -> None:
    for _ in range(40):
        tab.press("Tab")
        if tab.run("() => Boolean(document.activeElement.dataset.code)"):
            return
    raise AssertionError("Tab never came to the map")


def marked(tab) -> str:
    """Return the code of the district that is outlined as having the keyboard's focus."""
    return tab.run(
        """() => {
             const path = document.querySelector("#map-svg.focus #over")?.getAttribute("d");
             return document.querySelector(`[data-code][d="${path}"]`)?.dataset.code ?? "";
           }"""
    )


@both
def test_the_map_is_drawn_in_its_colours_with_names_and_a_first_press_moves_nothing(show, form):
    tab = show(form)
    image = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
    found = {color: n for n, color in image.getcolors(1 << 24)}
    for color in weifang().measure().symbology.colors:
        assert found.get(tuple(bytes.fromhex(color[1:])), 0) > 300
    sizes = tab.run(
        """() => [...document.querySelectorAll("[data-code]")].map((n) =>
             Math.min(n.getBoundingClientRect().width, n.getBoundingClientRect().height))"""
    )
    assert len(sizes) == 16
    assert min(sizes) > 8
    names = tab.run("() => [...document.querySelectorAll('#labels text')].map(n => n.textContent)")
    assert {"诸城市", "高新区"} <= set(names)
    before = tab.run(OUTLINE)
    click_on(tab, "[data-code='370782']")  # Leaflet takes the drawing over
    assert "诸城市" in tab.run(CARD)
    assert tab.run(OUTLINE) == pytest.approx(before, abs=1.5)


@both
def test_measures_circles_and_classes_follow_the_mouse(show, form):
    tab = show(form)
    click_on(tab, "label:has([value=projects])")
    assert tab.run(SHOWN) == "projects"
    assert tab.run("() => document.querySelector('#column').textContent") == "项目数 (个)"
    click_on(tab, ".toggle")
    assert tab.run("() => document.querySelectorAll('#circles circle').length") == 16
    assert tab.run("() => document.querySelector('#circle-legend').offsetHeight") > 40
    click_on(tab, ".toggle")
    assert tab.run("() => document.querySelectorAll('#circles circle').length") == 0
    click_on(tab, '#legend [data-class="0"]')
    tab.move(5, 5)
    lit = tab.run("() => document.querySelectorAll('[data-code]:not(.dim)').length")
    counts = weifang().measure(tab.run(SHOWN)).symbology.classes.counts
    assert lit == counts[0]
    tab.press("Escape")
    assert tab.run("() => document.querySelectorAll('.dim').length") == 0


@both
def test_table_search_and_sorting(show, form):
    tab = show(form)
    click_on(tab, "[data-sort=name] button")
    assert tab.run(VISIBLE_ROWS)[0] == "安丘市"
    click_on(tab, "#search")
    tab.press(*"gms")
    assert tab.run(VISIBLE_ROWS) == ["高密市"]
    tab.press("Enter")
    assert tab.run(CARD).startswith("高密市")
    tab.press("Escape")
    assert len(tab.run(VISIBLE_ROWS)) == 16


@both
def test_an_address_opens_a_view_and_a_visit_is_one_entry_of_the_history(show, form):
    """Back leaves the map at once, however much was chosen on it."""
    tab = show(form, f"#measure=density&district={HIGH_TECH}")
    assert tab.run(SHOWN) == "density"
    assert tab.run(CARD).startswith("高新区")
    entries = tab.run("() => history.length")
    click_on(tab, '[data-row="370783"] button')
    assert tab.run("() => location.hash") == "#measure=density&district=370783"
    assert tab.run("() => history.length") == entries


@both
def test_the_map_is_one_stop_of_tab_and_arrows_go_through_it(show, form):
    tab = show(form)
    to_the_map(tab)
    first = tab.run(FOCUSED)
    assert first == marked(tab) == weifang().districts["code"].iat[0]
    assert "潍城区，总投资 84.5 亿元" in tab.run(SPOKEN)
    tab.press("ArrowDown")
    second = tab.run(FOCUSED)
    assert second == marked(tab) != first
    tab.press("Enter")
    assert tab.run(CARD).startswith(weifang().names[list(CODES).index(second)])
    tab.press("Escape")
    assert tab.run(CARD).startswith("全部")
    tab.press("Tab")
    assert not tab.run("() => Boolean(document.activeElement.closest('svg'))")
    tab.press_with_shift("Tab")
    assert tab.run(FOCUSED) == second
    tab.press_with_shift("Tab")
    assert not tab.run("() => Boolean(document.activeElement.closest('svg'))")


@both
def test_a_link_leads_past_the_map(show, form):
    tab = show(form)
    clip = "() => getComputedStyle(document.querySelector('#skip')).clipPath"
    assert tab.run(clip) == "inset(50%)"
    for _ in range(10):
        tab.press("Tab")
        if tab.run(FOCUSED) == "skip":
            break
    assert tab.run(clip) == "none"
    assert tab.run(SHOWN_HEIGHT, "#skip") >= 24
    tab.press("Enter")
    assert tab.run(FOCUSED) == "card"
    tab.press("Tab")
    assert tab.run(FOCUSED) == "search"
    assert tab.run("() => location.hash") == ""


@both
def test_after_a_click_of_the_mouse_the_keys_still_show_and_tell_where_they_are(show, form):
    """WebKit goes on calling such a focus one of the mouse, which has no outline."""
    tab = show(form)
    click_on(tab, '[data-code="370783"]', 0.4)
    assert tab.run(CARD).startswith("寿光市")
    assert marked(tab) == ""  # the mouse's own place needs no outline
    tab.press("ArrowDown")
    code = tab.run(FOCUSED)
    name = weifang().names[weifang().districts["code"].tolist().index(code)]
    assert code not in {"370783", ""}
    assert marked(tab) == code
    assert tab.run(SPOKEN).startswith(name)
    assert tab.run("() => document.querySelector('#tooltip').textContent").startswith(name)


@both
def test_files_are_handed_out(show, form):
    tab = show(form)
    rows = list(csv.reader(io.StringIO(downloaded(tab, "[value=csv]", "weifang.csv").decode())))
    assert len(rows) == 17
    picture = Image.open(io.BytesIO(downloaded(tab, "[value=png]", "weifang.png"))).convert("RGB")
    colors = {color for _, color in picture.getcolors(1 << 24)}
    assert {tuple(bytes.fromhex(c[1:])) for c in weifang().measure().symbology.colors} <= colors


@both
def test_paper_has_all_rows_and_nothing_to_press(show, form):
    """At the width of a phone, too; WebKit's driver cannot print, so there only its rules count."""
    tab = show(form, f"#district={HIGH_TECH}", width=390)
    with tab.on_paper():
        assert len(tab.run(VISIBLE_ROWS)) == 16
        for part in ("#controls", "#search", "#downloads", "#all-rows", "#card .close"):
            assert tab.run(SHOWN_HEIGHT, part) == 0, part
        for text in ("省级批次", "磁悬浮智能制造产业化项目"):
            assert text in tab.run("() => document.querySelector('.context').innerText")
    if printed := tab.pdf():
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(printed)]
        assert len(pages) <= 3
        assert min(map(len, pages)) > 100
        text = "".join(pages)
        for word in (*weifang().names, "省级批次", "示意图（未审核）"):
            assert word in text
        assert "×" not in text


def test_a_frame_in_an_article_has_the_height_of_its_map(tab, site):
    origin, asked = site
    asked.clear()
    tab.resize(800, 900)
    tab.open(f"{origin}/article.html")
    height = "() => document.querySelector('main').getBoundingClientRect().height"
    for width in (800, 390, 1100):
        tab.resize(width, 900)
        until(tab, "() => document.querySelector('iframe').style.height")
        tab.run("() => document.querySelector('iframe').scrollIntoView()")
        until(tab, "() => new Promise((done) => setTimeout(done, 400, true))")
        room = tab.run("() => document.querySelector('iframe').clientHeight")
        assert 0 <= room - tab.run_in_frame(0, height) <= 130
    assert tab.run_in_frame(0, "() => problems") == []
    assert asked == ["/article.html", "/embed.html"]
