"""In real Chromium: readers' own text spacing, telephones, old engines, web views of messengers."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from geo.web.embed import embed
from tests.small import small_map
from tests.web.browser.pages import FORMS, boxes, document

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
HIGH_TECH = "370705-GX"
#: WCAG 2.2, 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
PHONES = [(320, 568), (375, 667), (390, 844), (430, 932), (812, 375)]
#: What an engine of 2022 has not, and what switches off what cannot be taken from a new one.
OLD = """
  for (const name of ["structuredClone", "ClipboardItem", "scheduler", "navigation"])
    delete window[name];
  for (const name of ["at", "findLast", "findLastIndex", "toSorted", "toReversed", "with"])
    delete Array.prototype[name];
  for (const name of ["at", "replaceAll", "isWellFormed"]) delete String.prototype[name];
  delete Object.hasOwn;
  delete Object.groupBy;
  delete Promise.any;
"""
WECHAT = (
    "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
    "Chrome/107.0.5304.141 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.40 Language/zh_CN"
)


def text_boxes(tab, selector):
    """Return left and right end of what is written in each element, in order."""
    return tab.evaluate(
        """selector => [...document.querySelectorAll(selector)].map((node) => {
             const range = document.createRange();
             range.selectNodeContents(node);
             const box = range.getBoundingClientRect();
             return [box.left, box.right];
           })""",
        selector,
    )


@both
@pytest.mark.parametrize("measure", ["per_project", "density"])
def test_wider_spacing_of_the_text_loses_nothing(show, form, measure):
    tab = show(form, 320, fragment=f"#measure={measure}&district={HIGH_TECH}")
    tab.add_style_tag(content=SPACING)
    tab.wait_for_timeout(100)
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
    for (_, right), (left, _) in pairwise(text_boxes(tab, "#legend .joints span")):
        assert right < left
    for selector in ("h1", ".dek", "#card th", "#card td", "#table tbody td", "footer p"):
        assert max(right for _, right in text_boxes(tab, selector)) <= 320
    for row in tab.locator("#card tr").all():
        cells = row.locator("th, td")
        assert cells.count() == 5


@pytest.mark.parametrize("language", ["zh", "de"])
def test_decimal_points_of_the_table_stand_in_one_line(show, language):
    """Also of a measure that the script fills in; nothing is there to be copied or read out."""
    made = small_map(
        list("ABCD"), [84.5, 78, 1204.3, 6], language=language, decimals=1, kind="total"
    )
    tab = show(embed(made).html, 600)
    ends = """mark => [...document.querySelectorAll("#table tbody td:last-child")].map((cell) => {
      const range = document.createRange(), text = cell.textContent;
      range.setStart(cell.firstChild, 0);
      range.setEnd(cell.firstChild, (text + mark).indexOf(mark));
      return [Math.round(range.getBoundingClientRect().right), text];
    })"""
    found = tab.evaluate(ends, "," if language == "de" else ".")
    assert len({right for right, _ in found}) == 1
    assert found[2][1] == "78"


@both
@pytest.mark.parametrize(("width", "height"), PHONES)
def test_on_a_telephone_the_map_is_seen_whole_and_a_tap_shows_a_district(show, form, width, height):
    tab = show(form, width, height, touch=True)
    tab.evaluate("document.querySelector('#border').scrollIntoView({block: 'center'})")
    [drawn] = boxes(tab, "#border")
    assert drawn["x"] >= 0
    assert drawn["x"] + drawn["w"] <= width
    if form == "page":  # the embed's height is the article's
        assert drawn["y"] >= 0
        assert drawn["y"] + drawn["h"] <= height
    assert max(drawn["w"] / width, drawn["h"] / height) > 0.8
    [box] = boxes(tab, '[data-code="370783"]')
    tab.touchscreen.tap(box["x"] + box["w"] * 0.4, box["y"] + box["h"] / 2)
    assert tab.inner_text("#card h2").startswith("寿光市")
    [chosen], [card] = boxes(tab, "#pinned"), boxes(tab, "#card")
    assert chosen["y"] < card["y"]  # the card leaves the district in sight


@both
def test_a_web_view_of_a_messenger_shows_the_map_though_it_can_less(show, form):
    """No :has(), no container queries, no functions of recent years, no downloads."""
    html = re.sub(r"@container[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", document(form))
    html = html.replace(":has(", ":unknown(").replace("::details-content", "::unknown")
    tab = show(
        html.replace("<head>", f"<head><script>{OLD}</script>", 1),
        390,
        844,
        touch=True,
        user_agent=WECHAT,
        accept_downloads=False,
    )
    tab.tap("label:has(input[value=projects])")
    assert tab.inner_text("#column") == "项目数 (个)"
    tab.tap(".toggle")
    assert tab.locator("#circle-legend").is_visible()
    tab.tap("label:has(input[value=projects])")  # circles over the same total need no fill
    assert not tab.locator("#legend .blocks").first.is_visible()
    tab.tap(".toggle")
    tab.fill("#search", "gms")
    tab.tap('[data-row="370785"] button')
    assert tab.inner_text("#card h2").startswith("高密市")
    for kind in ("csv", "png"):
        tab.tap(f"#downloads [value={kind}]")
    tab.wait_for_timeout(500)
