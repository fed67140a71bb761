"""In real Chromium: the embed's map zooms, and neither keeps the reader nor moves the article."""

from __future__ import annotations

import pytest

from tests.web.browser.pages import boxes, map_data, overlap
from tests.web.browser.test_moves import fingers, view_of

pytestmark = pytest.mark.browser
BONDED = "370705-BS"  # the smallest


def box_of(tab, code):
    return boxes(tab, f'path[data-code="{code}"]')[0]


def names(tab):
    """Names that are in the stage, and where."""
    stage = boxes(tab, "#stage")[0]
    return [b for b in boxes(tab, "#labels text") if overlap(b, stage, slack=0)]


def settle(tab):
    tab.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))")


def test_buttons_and_keys_zoom_about_what_is_chosen_and_the_mouse_moves_the_map(show):
    """In a frame of 320 px the smallest district is 16 px wide."""
    tab = show("embed", 320, 900)
    whole, before = box_of(tab, BONDED), names(tab)
    assert min(whole["w"], whole["h"]) < 20
    tab.click("#key [value='370705-BS']")
    height = boxes(tab, "main")[0]["h"]
    for _ in range(5):
        tab.click("#zoom-in")
    settle(tab)
    near = box_of(tab, BONDED)
    assert min(near["w"], near["h"]) >= 44
    assert near["w"] / whole["w"] == pytest.approx(map_data(tab)["zoom"], rel=0.05)
    stage = boxes(tab, "#stage")[0]
    assert near["x"] + near["w"] / 2 == pytest.approx(stage["x"] + stage["w"] / 2, abs=12)
    texts = names(tab)
    assert "保税区" in [b["text"] for b in texts]
    assert {round(b["h"], 2) for b in texts} == {round(b["h"], 2) for b in before}  # of the type
    assert not [t for t in texts if overlap(t, boxes(tab, "#zoom")[0])]

    x, y = near["x"] + 3, stage["y"] + 30
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x - 40, y + 20, steps=3)
    tab.mouse.up()
    assert box_of(tab, BONDED)["x"] == pytest.approx(near["x"] - 40, abs=1)
    assert view_of(tab)[1] == BONDED  # a drag chooses nothing
    assert boxes(tab, "main")[0]["h"] == height
    tab.click("#reset")
    settle(tab)
    assert box_of(tab, BONDED)["w"] == pytest.approx(whole["w"])

    tab.locator(f'path[data-code="{BONDED}"]').focus()
    for key, times in (("+", 2), ("+", 4), ("-", 2), ("Control++", 2), ("0", 1)):
        tab.keyboard.press(key)
        assert box_of(tab, BONDED)["w"] == pytest.approx(times * whole["w"]), key
    assert tab.evaluate("document.activeElement.dataset.code") == BONDED
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == "zoom-in"


def test_one_finger_scrolls_the_article_two_zoom_and_a_second_tap_too(show):
    tab = show("embed", 375, 700, touch=True)
    before = box_of(tab, BONDED)
    fingers(tab, ((180, 500), (180, 350)))
    scrolled = tab.evaluate("scrollY")
    assert scrolled > 100
    assert box_of(tab, BONDED)["w"] == before["w"]
    y = boxes(tab, "#stage")[0]["y"] + 150
    fingers(tab, ((150, y), (100, y)), ((200, y), (250, y)))
    pinched = box_of(tab, BONDED)["w"]
    assert pinched == pytest.approx(3 * before["w"], rel=0.1)
    assert tab.evaluate("[scrollY, visualViewport.scale]") == [scrolled, 1]
    tab.mouse.dblclick(187, y)
    assert box_of(tab, BONDED)["w"] == pytest.approx(2 * pinched, rel=0.01)
