"""In real Chromium: all that readers see follows the slider: by keys, by play, by address."""

from __future__ import annotations

import pytest

from tests.small import timely_map
from tests.web.browser.pages import boxes, choose, html_of

pytestmark = pytest.mark.browser

FIGURES = {
    "1990": (1, 20, 30), "1995": (12, None, 8), "2000": (25, 15, 5), "2005": (40, 45, 2),
}  # fmt: skip
ROWS = [
    (name, year, figure)
    for year, own in FIGURES.items()
    for name, figure in zip(("Aland", "Borg", "Cove"), own, strict=True)
]


def shown(tab) -> dict:
    return tab.evaluate(
        """() => ({
             title: document.querySelector("h1").textContent, tab: document.title,
             label: document.getElementById("shown-period").textContent,
             heard: document.getElementById("period").getAttribute("aria-valuetext"),
             fills: [...document.querySelectorAll("[data-code]")].map(
               (shape) => shape.getAttribute("fill")),
             table: [...document.querySelectorAll("#table tbody tr")].map(
               (row) => [...row.cells].map((cell) => cell.textContent).join(" ")),
             foot: document.getElementById("foot-value").textContent,
             counts: [...document.querySelectorAll("#legend [data-class]")].map(
               (block) => block.textContent).join(" "),
             card: document.querySelector("#card").innerText.split("\\n").join(" "),
             hash: location.hash,
             map: document.getElementById("map-svg").getAttribute("aria-label"),
           })"""
    )


def check_line(tab) -> None:
    """The line of a district: a gap parts it, the period in view is marked, ends are written."""
    tab.click("#table [data-row] button >> text=Borg")
    tab.wait_for_selector("#card .line")
    line = tab.locator("#card .line path").last.get_attribute("d")
    assert (line.count("M"), line.count("L")) == (2, 1)
    assert tab.locator("#card .line circle").count() == 0  # no value in 1995
    assert tab.locator("#card .line text").all_text_contents() == ["1990: 20", "2005: 45"]
    tab.keyboard.press("Home")
    tab.focus("#period")
    tab.keyboard.press("Home")
    tab.wait_for_selector("#card .line circle", state="attached")


def check_play(tab) -> None:
    """Play goes on to the last period and stops; the button says what it does."""
    assert tab.get_attribute("#play", "aria-label") == "Play"
    tab.click("#play")
    assert tab.get_attribute("#play", "aria-label") == "Pause"
    tab.wait_for_function("document.title === 'Rates in 2005'")
    assert tab.get_attribute("#play", "aria-label") == "Play"


def check_small_maps(tab) -> None:
    """A small map, or its title with the keyboard, shows its period; the one in view is marked."""
    pressed = "() => [...document.querySelectorAll('#multiples [aria-pressed=true]')]"
    assert tab.evaluate(f"({pressed})().map((button) => button.textContent)") == ["2005"]
    tab.click("#multiples figure:nth-child(2) > svg")
    tab.wait_for_function("document.title === 'Rates in 1995'")
    assert "period=1995" in shown(tab)["hash"]
    assert tab.evaluate(f"({pressed})().map((button) => button.textContent)") == ["1995"]
    tab.focus("#multiples button >> text=2005")
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.title === 'Rates in 2005'")


def check_change(tab) -> None:
    """A change is of its own two periods: there is nothing to slide."""
    choose(tab, "c")
    tab.wait_for_function("document.getElementById('shown-period').textContent === '1990–2005'")
    assert tab.is_disabled("#period")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert boxes(tab, "#periods")[0]["h"] == 32


@pytest.mark.parametrize("form", ["page", "embed"])
def test_everything_follows_the_slider(show, form):
    first = {"label": "Rate", "scheme": "own", "breaks": [10, 30, 50]}
    change = {"id": "c", "label": "Change", "change": {"since": "1990"}}
    own = {"title": "Rates in {period}", "page": {"small_multiples": "periods"}}
    m = timely_map(ROWS, measures=(first, change), spec=own)
    pale, middle, dark = m.measure().symbology.colors
    tab = show(html_of(form, m), width=375 if form == "embed" else 1280, reduced_motion="reduce")
    late = shown(tab)
    assert (late["title"], late["label"]) == ("Rates in 2005", "2005")
    assert late["fills"] == [dark, dark, pale]
    assert (late["table"], late["counts"]) == (["1 Borg 45", "2 Aland 40", "3 Cove 2"], "1 0 2 0")
    assert "29" in late["card"]

    # Keys are the browser's own on a slider.
    tab.focus("#period")
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("ArrowLeft")
    tab.wait_for_timeout(50)
    early = shown(tab)
    assert (early["title"], early["tab"], early["heard"]) == ("Rates in 1995",) * 2 + ("1995",)
    assert early["fills"] == [middle, "url(#missing)", pale]
    assert early["table"] == ["1 Aland 12", "2 Cove 8", " Borg No data"]
    assert (early["counts"], early["foot"]) == ("1 1 0 1", "10")
    assert early["map"].startswith("Rates in 1995: Rate (1995) is highest in Aland")
    assert "period=1995" in early["hash"]
    assert "10" in early["card"]
    assert "29" not in early["card"]
    tab.wait_for_function("document.getElementById('status').textContent.startsWith('1995: ')")

    check_line(tab)
    check_play(tab)
    assert shown(tab)["fills"] == late["fills"]
    if form == "page":
        check_small_maps(tab)
    check_change(tab)
    # The address leads back.
    tab.evaluate("location.hash = '#measure=a&period=1995'")
    tab.wait_for_function("document.title === 'Rates in 1995'")
    assert shown(tab)["fills"] == early["fills"]
