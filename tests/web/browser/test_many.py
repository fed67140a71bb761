"""In real Chromium: a map of more districts than the document has rows for."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from tests.small import small_map
from tests.web.browser.pages import boxes, html_of


def map_pixels(tab):
    tab.mouse.move(2, 2)
    tab.evaluate("document.activeElement.blur()")
    return np.asarray(Image.open(io.BytesIO(tab.locator("#map-svg").screenshot())).convert("RGB"))


def classes_are_single_paths(tab, classes):
    """They take the place of the districts without a change to be seen."""
    before, block = map_pixels(tab), tab.locator("#legend [data-class]").first
    block.click()
    dim = [shade.get_attribute("class") for shade in tab.locator("#map-svg .class").all()]
    assert sorted(dim) == ["class"] + ["class dim"] * (classes - 1)
    block.click()
    assert (map_pixels(tab) != before).any(axis=2).mean() < 0.01
    tab.evaluate("document.querySelector('tbody button').click()")
    assert tab.locator("#map-svg [aria-pressed=true]").count() == 1


def circles_are_few_paths(tab):
    """The largest, of the last district, answers beyond it, where nothing else is."""
    tab.evaluate("document.querySelector('#circles-toggle').click()")
    assert 1 < tab.locator("#circles path").count() < 60
    x, y, radius = tab.evaluate(
        r"""() => {
             const path = document.querySelector("#circles path");
             const [left, y, r] = path.getAttribute("d").match(/[\d.]+/g).map(Number);
             const on = path.getScreenCTM();
             const at = new DOMPoint(left + r, y).matrixTransform(on);
             return [at.x, at.y, r * on.a];
           }"""
    )
    assert 8 < radius < 24 * (300 / 1200) ** 0.5 + 1
    tab.mouse.move(x, y + radius - 1)
    assert "N1199" in tab.inner_text("#tooltip")


def circles_go_before_what_is_beneath(tab, code, name):
    """On a phone a circle reaches over the next district, whose own and larger one lies below."""
    x, y, half = tab.evaluate(
        """(code) => {
             const { x, y, width, height } =
               document.querySelector(`[data-code='${code}']`).getBoundingClientRect();
             return [x + width / 2, y + height / 2, width / 2];
           }""",
        code,
    )
    tab.mouse.move(x + half + 1, y)
    assert name in tab.inner_text("#tooltip").split()


DATA = "JSON.parse(document.querySelector('#map-data').textContent)"


def polygons_answer(tab, code, name, other):
    """To the pointer where they are, to keys one by one; soon each is an element of its own."""
    made = tab.locator("#map-svg [data-code]")
    codes, places = tab.evaluate(f"[{DATA}.districts.map(d => d.code), {DATA}.columns.at]")
    x, y = tab.evaluate(
        """([places, codes, code]) => {
             const [x, y] = places[codes.indexOf(code)];
             const svg = document.querySelector("#map-svg");
             const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
             return [at.x, at.y];
           }""",
        [places, codes, code],
    )
    tab.mouse.move(x, y)
    assert tab.inner_text("#tooltip").split()[:4] == [name, "Rate", "631", "%"]
    tab.mouse.click(x, y)
    assert tab.text_content("#card h2").strip() == name
    assert tab.locator(f"[data-code='{code}'][aria-pressed=true][tabindex='0']").count() == 1
    tab.keyboard.press("Escape")
    tab.evaluate("document.querySelector('#map-svg [tabindex=\"0\"]').focus()")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.ariaLabel") == "N632，Rate 632 %"
    tab.wait_for_function("document.querySelectorAll('#map-svg [data-code]').length === 1200")
    assert made.evaluate_all("made => made.map((one) => one.dataset.code)") == codes
    assert tab.get_attribute(f"[data-code='{other}']", "aria-label") == "N7，Rate 7 %"
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.activeElement.ariaLabel") == "N633，Rate 633 %"
    tab.click(f"[data-code='{other}']")
    assert tab.text_content("#card h2").strip() == "N7"
    tab.keyboard.press("Escape")


def elements_come_by_themselves(tab, n):
    """Without a key or a pointer, once the browser has nothing else to do."""
    tab.wait_for_function(f"document.querySelectorAll('#map-svg [data-code]').length === {n}")


def test_of_1200_districts_rows_are_made_as_a_reader_comes_to_them(show):
    """N0 has the lowest value, N1199 the highest."""
    made = small_map([f"N{i}" for i in range(1200)], np.arange(1200), columns=30, kind="total")
    tab = show(html_of("page", made))
    code = dict(zip(made.names, made.districts["code"], strict=True))
    rows, shown = tab.locator("tbody [data-row]"), tab.locator("tbody [data-row]:visible")
    assert (rows.count(), tab.get_attribute("#table", "aria-rowcount")) == (24, "1202")
    polygons_answer(tab, code["N631"], "N631", code["N7"])
    classes_are_single_paths(tab, len(made.measure().symbology.colors))
    assert boxes(tab, "#labels g")

    tab.evaluate(f"location.hash = 'measure=a&district={code['N0']}'")
    lowest = tab.locator("[data-row].on:visible")
    assert lowest.get_attribute("aria-rowindex") == "1201"  # the head of the table is the first
    assert "1,200/1,200" in tab.text_content("#card")  # the script has ranked them
    assert lowest.inner_text().split() == ["1,200", "N0", "0"]

    tab.fill("#search", "n59")
    assert shown.locator("button").all_inner_texts() == [f"N{i}" for i in range(599, 589, -1)] + [
        "N59"
    ]
    tab.fill("#search", "nowhere")
    assert shown.count() == 0
    tab.fill("#search", "")
    tab.click("[data-sort=name] button")
    assert shown.locator("button").first.inner_text() == "N0"

    tab.click("#all-rows")
    tab.wait_for_function("document.querySelectorAll('tbody [data-row]').length > 200")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("tbody tr").last.inner_text().split() == ["201", "N999", "999"]
    assert rows.count() == 1200
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert rows.count() < 1200

    circles_are_few_paths(tab)
    # On a phone they are lower than the texts of their legend.
    tab.set_viewport_size({"width": 375, "height": 800})
    tab.evaluate("['', ''].map(() => document.querySelector('#circles-toggle').click())")
    circles_go_before_what_is_beneath(tab, code["N1003"], "N1003")
    legend = tab.locator("svg:has(text):has(circle):not(#map-svg)")
    top = legend.bounding_box()["y"]
    assert all(text.bounding_box()["y"] >= top for text in legend.locator("text").all())

    tab.reload()
    elements_come_by_themselves(tab, 1200)
