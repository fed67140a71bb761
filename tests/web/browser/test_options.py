"""In real Chromium: what a map-maker adds to a map is there, and follows what the reader does."""

from __future__ import annotations

import pytest

from tests.web.browser.pages import choose, html_of
from tests.weifang import changed, weifang

pytestmark = pytest.mark.browser


def test_title_dek_and_notes_follow_the_measure(show):
    """Also in the window's title, in the name of the map, and with a measure in the address."""
    first, second, *rest = weifang().spec.measures
    heading = {"title": "诸城市项目最多", "dek": "单位：个", "notes": ("按 <项目> 计数。",)}
    made = changed(measures=(first, second.model_copy(update=heading), *rest))
    tab = show(html_of("embed", made), fragment="#measure=projects")

    def heard():
        said = tab.get_attribute("#map-svg", "aria-label")
        notes = tab.locator("footer p:not([id])").all_inner_texts()
        return tab.inner_text("header").split(), tab.title(), said.partition("：")[0], notes

    title = weifang().spec.title
    assert heard() == (
        ["诸城市项目最多", "单位：个"], "诸城市项目最多", "诸城市项目最多", ["按 <项目> 计数。"]
    )  # fmt: skip
    choose(tab, "density")
    tab.wait_for_function("document.title.startsWith('潍坊')")
    assert heard() == (
        [title, weifang().spec.dek], title, title, list(weifang().spec.notes)
    )  # fmt: skip
