"""In real Chromium: the map is whole, in its classes' colours, its names apart."""

from __future__ import annotations

import re

import pytest

from geo.geometry.projection import local_crs
from tests.web.browser.contexts import new_tab
from tests.web.browser.pages import CODES, FORMS, WIDTHS, boxes, choose, document, map_data, overlap
from tests.weifang import weifang

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
MEASURES = [m.id for m in weifang().measures]
CIRCLES = "#measure=density&circles=1"


def fills(tab):
    return tab.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll("[data-code]")].map((node) =>
             [node.dataset.code, getComputedStyle(node).fill]))"""
    )


def rgb(color):
    return "rgb({}, {}, {})".format(*(int(color[i : i + 2], 16) for i in (1, 3, 5)))


@both
def test_with_the_network_cut_the_map_is_whole(form, browser, files):
    asked = []
    tab = new_tab(browser, offline=True)
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(f"file://{files}/{form}.html")
    tab.wait_for_timeout(100)
    assert asked == [f"file://{files}/{form}.html"]
    assert sorted(b["of"] for b in boxes(tab, "[data-code]")) == list(CODES)
    data = map_data(tab)
    assert sum(d["values"]["projects"] for d in data["districts"]) == 264
    assert round(sum(d["values"]["investment"] for d in data["districts"]), 6) == 1480.6
    tab.close()


@both
def test_every_district_and_its_legend_have_the_colour_of_its_class(show, form):
    tab = show(form)
    for measure in MEASURES:
        choose(tab, measure)
        tab.wait_for_timeout(250)  # colours change within 150 ms
        symbology = weifang().measure(measure).symbology
        expected = zip(weifang().districts["code"], symbology.fills, strict=True)
        assert fills(tab) == {code: rgb(fill) for code, fill in expected}
        blocks = tab.evaluate(
            """() => [...document.querySelectorAll("#legend [data-class]")].map((node) =>
                 [getComputedStyle(node, "::after").backgroundColor, node.textContent])"""
        )
        counts = map(str, symbology.classes.counts)
        assert blocks == [[rgb(c), n] for c, n in zip(symbology.colors, counts, strict=True)]
        joints = tab.locator("#legend .joints span").all_text_contents()
        assert joints == list(symbology.break_texts)


@both
def test_colours_are_the_same_in_the_dark(show, form):
    light, dark = (fills(show(form, color_scheme=scheme)) for scheme in ("light", "dark"))
    assert light == dark


@both
def test_every_district_can_be_focused_and_says_name_value_and_unit(show, form):
    tab = show(form)
    districts = weifang().districts
    for m in weifang().measures:
        choose(tab, m.id)
        said = tab.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll("[data-code]")].map((node) =>
                 [node.dataset.code, node.getAttribute("aria-label")]))"""
        )
        names = zip(districts["code"], districts["name"], strict=True)
        assert said == {
            code: f"{name}，{m.label} {m.text(i)} {m.unit}" for i, (code, name) in enumerate(names)
        }
    focused = tab.evaluate(
        """() => [...document.querySelectorAll("[data-code]")].map((node) => {
             node.focus();
             const stops = document.querySelectorAll("[data-code][tabindex='0']");
             return [document.activeElement === node, stops.length, stops[0] === node];
           })"""
    )
    assert focused == [[True, 1, True]] * len(CODES)


@both
@pytest.mark.parametrize(
    ("width", "fragment"),
    [*((width, "") for width in WIDTHS), *((width, CIRCLES) for width in (320, 1280))],
)
def test_names_keep_apart_and_small_districts_can_be_reached(show, form, width, fragment):
    """No two names overlap; a polygon under 24 px has a label of at least 24 px that opens it."""
    tab = show(form, width, fragment=fragment)
    found = boxes(tab, "#labels text")
    names = [b for b in found if not re.fullmatch(r"[\d.,]+", b["text"])]
    assert [
        (a["text"], b["text"]) for i, a in enumerate(names) for b in names[:i] if overlap(a, b, 2)
    ] == []
    stage = boxes(tab, "#stage")[0]
    for b in names:
        assert b["x"] >= stage["x"] - 1
        assert b["x"] + b["w"] <= stage["x"] + stage["w"] + 1
    k = boxes(tab, "#map-svg")[0]["h"] / tab.evaluate(
        "document.querySelector('#map-svg').viewBox.baseVal.height"
    )
    small = {d["code"] for d in map_data(tab)["districts"] if d["at"][2] * 2 * k < 24}
    targets = {b["of"]: b for b in tab.evaluate(
        """() => [...document.querySelectorAll("#labels g[data-of] rect")].map((node) => {
             const b = node.getBoundingClientRect();
             return {of: node.parentNode.dataset.of, w: b.width, h: b.height, x: b.x, y: b.y};
           })""")}  # fmt: skip
    # Where a leader would cross the map of a phone there is a letter, whose key is a button.
    keys = {b["of"]: b for b in tab.evaluate(
        """() => [...document.querySelectorAll("#key button")].map((node) => {
             const b = node.getBoundingClientRect();
             return {of: node.value, w: b.width, h: b.height, text: node.textContent};
           })""")}  # fmt: skip
    letters = [b["text"] for b in found if re.fullmatch("[a-z★]", b["text"])]
    assert [key["text"][0] for key in keys.values()] == letters
    assert bool(keys) <= (width < 480)
    assert small <= set(targets) | set(keys)
    assert all(key["w"] >= 24 and key["h"] >= 24 for key in keys.values())
    assert "370705-BS" in small
    assert all(t["w"] > 23.9 and t["h"] > 23.9 for t in targets.values())
    lines = tab.evaluate(
        """() => [...document.querySelectorAll("#labels .halo + path")].map((node) =>
             [getComputedStyle(node).strokeWidth, getComputedStyle(node).stroke])"""
    )
    assert len(lines) == len(targets)
    assert {(width, ink) for width, ink in lines} == {("1px", "rgb(22, 24, 29)")}
    tab.evaluate("scrollTo(0, document.querySelector('#stage').offsetTop - 40)")
    target = '#labels g[data-of="370705-BS"] rect, #key [value="370705-BS"]'
    tab.locator(target).click()
    assert "保税区" in tab.text_content("#card h2")


@both
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_name_on_the_map_contrasts_with_what_is_behind_it(show, form, scheme):
    """Text against its own halo: 4.5 to 1 at least; the halo inside a district is its fill."""
    tab = show(form, color_scheme=scheme)
    pairs = []
    for measure in MEASURES:
        choose(tab, measure)
        tab.wait_for_timeout(250)  # colours change within 150 ms
        pairs += tab.evaluate(
            """() => [...document.querySelectorAll("#labels text")].map((node) => {
                 const style = getComputedStyle(node);
                 return [style.fill, style.stroke, parseFloat(style.strokeWidth), style.paintOrder];
               })"""
        )
    assert len(pairs) >= 16 * len(MEASURES)

    def luminance(color):
        parts = [int(v) / 255 for v in re.findall(r"\d+", color)[:3]]
        linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for ink, halo, width, order in pairs:
        one, two = sorted((luminance(ink), luminance(halo)))
        assert (two + 0.05) / (one + 0.05) >= 4.5
        assert width >= 2
        assert order.startswith("stroke")


@both
def test_approximate_districts_are_dashed_and_the_others_not(show, form):
    tab = show(form)
    dashed = tab.evaluate(
        """() => [...document.querySelectorAll("[data-code]")].filter((node) =>
             getComputedStyle(node).strokeDasharray !== "none").map((node) => node.dataset.code)"""
    )
    rough = weifang().districts.query("approximate")["code"]
    assert sorted(dashed) == sorted(rough)


@both
def test_the_border_of_the_whole_goes_round_the_whole_and_nowhere_else(show, form):
    """As long as the outline of all districts together: no inner border is in it."""
    tab = show(form)
    lengths = tab.evaluate(
        """() => [document.querySelector("#border").getTotalLength(),
                  [...document.querySelectorAll("[data-code]")].reduce((sum, node) =>
                    sum + node.getTotalLength(), 0)]"""
    )
    flat = weifang().districts.to_crs(local_crs(weifang().districts))
    true = flat.union_all().length / flat.length.sum()
    assert lengths[0] / lengths[1] == pytest.approx(true, rel=0.06)


@both
def test_with_scripts_off_title_map_legend_and_table_are_to_be_seen(browser, files, form):
    tab = new_tab(browser, 375, 900, java_script_enabled=False)
    tab.goto(f"file://{files}/{form}.html")
    assert tab.locator("h1").is_visible()
    assert tab.locator("#legend .blocks button").first.is_visible()
    for code in CODES:
        box = tab.locator(f'[data-code="{code}"]').bounding_box()
        assert box["width"] > 3
        assert 0 <= box["x"] < 375
    assert tab.locator("tbody tr[data-row]").count() == 16
    assert tab.locator("tbody tr[data-row]").last.is_visible()
    for control in ("#controls", "#search", "#downloads", "#hint"):
        assert not tab.locator(control).is_visible()
    tab.close()


def test_the_document_names_its_language_and_has_one_title():
    for form in FORMS:
        assert '<html lang="zh-CN">' in document(form)
        assert document(form).count("<h1") == 1


FIRST_FRAME = """
window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map((e) => e.value)))
  .observe({type: "layout-shift", buffered: true});
// The scripts at the end have run by now, but what they put off until after the frame has not.
document.addEventListener("DOMContentLoaded", () => {
  const shapes = document.querySelectorAll("[data-code]");
  const box = (node) => node.getBoundingClientRect();
  window.first = {
    early: document.documentElement.classList.contains("early"),
    map: [...shapes].map((node) => [box(node).x, box(node).y, box(node).width]),
    table: box(document.querySelector("#table")).height,
    leaflet: typeof L !== "undefined",
  };
  // To take the drawing out and put it in elsewhere has a browser style and lay out all of it anew.
  window.moved = 0;
  new MutationObserver(() => { window.moved += 1; })
    .observe(document.querySelector("#map-svg").parentNode, {childList: true});
});
"""


@both
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_first_frame_has_the_map_where_the_scripts_leave_it(form, width, browser, files):
    """Readers see the map before Leaflet and the table are there, and nothing jumps then."""
    tab = new_tab(browser, width, 900)
    tab.add_init_script(FIRST_FRAME)
    tab.goto(f"file://{files}/{form}.html")
    tab.wait_for_selector("[data-code][role=button]", state="attached")
    tab.wait_for_timeout(100)
    first = tab.evaluate("first")
    assert first["early"]
    assert first["table"] == 0
    assert not first["leaflet"]
    for before, after in zip(first["map"], boxes(tab, "[data-code]"), strict=True):
        assert before == pytest.approx([after["x"], after["y"], after["w"]], abs=1)
    assert sum(tab.evaluate("shifts")) == 0
    assert tab.evaluate("moved") == 0
    assert "early" not in tab.evaluate("document.documentElement.className")
    tab.close()


@both
def test_what_waits_for_the_first_frame_comes_even_if_a_policy_stops_the_script(
    form, browser, files
):
    """The head's script alone runs here, as where a site's policy has one hash of two."""
    html = document(form)
    start = html.rindex("<script>")
    (files / "stopped.html").write_text(html[:start] + "</body></html>", encoding="utf-8")
    tab = new_tab(browser)
    tab.goto(f"file://{files}/stopped.html")
    tab.wait_for_selector("#table", state="visible", timeout=6000)
    assert tab.is_visible("#labels text >> nth=0")
    tab.close()
