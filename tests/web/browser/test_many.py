"""In real Chromium: a map of more districts than the document has rows for."""

from __future__ import annotations

import numpy as np

from tests.small import small_map
from tests.web.browser.pages import boxes, html_of


def test_of_600_districts_rows_are_made_as_a_reader_comes_to_them(show):
    """N0 has the lowest value, N599 the highest."""
    made = small_map([f"N{i}" for i in range(600)], np.arange(600), columns=25, kind="total")
    tab = show(html_of("page", made))
    code = dict(zip(made.names, made.districts["code"], strict=True))
    rows, shown = tab.locator("tbody [data-row]"), tab.locator("tbody [data-row]:visible")
    assert (rows.count(), tab.get_attribute("#table", "aria-rowcount")) == (24, "602")
    assert tab.get_attribute(f"[data-code='{code['N7']}']", "aria-label") == "N7，Rate 7 %"
    tab.evaluate("document.querySelector('tbody button').click()")
    assert boxes(tab, "#labels g")

    tab.evaluate(f"location.hash = 'measure=a&district={code['N0']}'")
    lowest = tab.locator("[data-row].on:visible")
    assert lowest.get_attribute("aria-rowindex") == "601"  # the head of the table is the first
    assert "600/600" in tab.text_content("#card")  # the script has ranked them
    assert lowest.inner_text().split() == ["600", "N0", "0"]

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
    assert tab.locator("tbody tr").last.inner_text().split() == ["501", "N99", "99"]
    assert rows.count() == 600
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert rows.count() < 600

    largest = tab.evaluate("document.querySelector('#circles-toggle').click(), "
        "document.querySelector('#circles circle').getBoundingClientRect().width")  # fmt: skip
    assert largest < 2 * 24 * (300 / 600) ** 0.5 + 1
    # On a phone they are lower than the texts of their legend.
    tab.set_viewport_size({"width": 375, "height": 800})
    tab.evaluate("['', ''].map(() => document.querySelector('#circles-toggle').click())")
    legend = tab.locator("svg:has(text):has(circle):not(#map-svg)")
    top = legend.bounding_box()["y"]
    assert all(text.bounding_box()["y"] >= top for text in legend.locator("text").all())
