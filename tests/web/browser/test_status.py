"""In real Chromium: what the live region tells a reader who hears the page."""

from __future__ import annotations

import pytest

from tests.small import small_map
from tests.web.browser.pages import FORMS, choose, html_of

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
LISTEN = """() => {
  window.told = [];
  new MutationObserver(() => told.push(document.querySelector("#status").textContent))
    .observe(document.querySelector("#status"), { childList: true });
}"""

#: Typed without a pause, as a busy machine might make one, perhaps with a key at the end; returns
#: what has been told by then.
TYPED = """([texts, key]) => new Promise((done) => {
  const box = document.querySelector("#search");
  for (const text of texts) {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (key) box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  setTimeout(() => done([...told]));
})"""


def told(tab):
    tab.wait_for_timeout(50)
    return tab.evaluate("told.splice(0)")


@both
def test_a_search_is_told_once_when_typing_pauses(show, form):
    tab = show(form)
    tab.evaluate(LISTEN)
    assert tab.evaluate(TYPED, [["gao", "gaomi"], ""]) == []
    tab.wait_for_timeout(600)
    assert told(tab) == ["找到 1 个地区"]
    tab.evaluate(TYPED, [["x"], "Escape"])  # what was found in between is never told
    tab.wait_for_timeout(600)
    assert told(tab) == ["找到 16 个地区"]
    tab.evaluate(TYPED, [["gms"], "Enter"])  # the district is told at once, and nothing after it
    tab.wait_for_timeout(600)
    assert [text[:3] for text in told(tab)] == ["高密市"]


@both
def test_sorting_circles_measures_and_release_are_told(show, form):
    tab = show(form, fragment="#district=370785")
    tab.evaluate(LISTEN)
    tab.click("[data-sort=name] button")
    tab.click("#column")
    tab.click("#column")
    assert told(tab) == ["地区 升序", "总投资 (亿元) 降序", "总投资 (亿元) 升序"]
    choose(tab, "projects")
    assert [text.strip() for text in told(tab)] == ["项目数 个"]
    tab.check("#circles-toggle")
    assert told(tab) == ["项目平均投资 亿元/个 圆圈面积：总投资"]  # circles lie over a rate
    tab.uncheck("#circles-toggle")
    assert all("圆圈" not in text for text in told(tab))
    assert tab.text_content("#status").strip() in {"项目平均投资 亿元/个", "项目数 个"}
    tab.keyboard.press("Escape")
    assert told(tab) == ["已取消选择"]


@both
def test_the_tooltip_is_not_told_beside_the_status(show, form):
    tab = show(form)
    tab.focus("[data-code]")
    assert tab.locator("#tooltip").is_visible()
    assert tab.get_attribute("#tooltip", "aria-hidden") == "true"


@both
def test_a_class_without_an_end_is_told_by_the_end_it_has(show, form):
    made = small_map("ABC", [3, 12, 40], language="en", scheme="own", breaks=[10, 20], open="both")
    tab = show(html_of(form, made))
    tab.evaluate(LISTEN)
    for name in "ABC":
        tab.click(f"tbody button >> text={name}")
    words = [text.split(", ")[-1] for text in told(tab)]
    assert words == ["≤ 10 %", "class 10–20 %", "> 20 %"]
