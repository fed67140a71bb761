"""In real Chromium: pages of other languages, and one that runs from the right."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from geo.base.catalogue import Catalogue
from geo.base.languages import LANGUAGES
from geo.base.numerals import numerals
from geo.spec.numbers import NumbersSpec
from geo.spec.style import StyleSpec
from tests.small import small_map
from tests.web.browser.pages import FORMS, html_of
from tests.weifang import changed

pytestmark = pytest.mark.browser
NAMES = ["Alpha", "Beta", "Delta", "Epsilon", "Gamma", "Zeta"]
TABLE = "[...document.querySelectorAll('#table tbody tr')].map(r => r.lastChild.textContent)"
#: Left and right edge of the letters of an element, as they are drawn.
DRAWN = """node => {
  const range = document.createRange();
  range.selectNodeContents(node);
  const { left, right } = range.getBoundingClientRect();
  return [left, right];
}"""
#: Where a character of an element is drawn: the middle of its box.
AT = """([node, at]) => {
  const range = document.createRange();
  range.setStart(node.firstChild, at);
  range.setEnd(node.firstChild, at + 1);
  const { left, right } = range.getBoundingClientRect();
  return (left + right) / 2;
}"""


@pytest.mark.parametrize("language", ["de", "fr", "es", "ar"])
def test_scripts_write_the_figures_that_the_build_wrote(show, language):
    """The first table is the build's; sorted anew and filled again, it is the script's."""
    values = [1234.5, 0.25, -12345.75, 9876543.2, np.nan, 6]
    made = small_map(NAMES, values, language=language, decimals=2, allow_negative=True)
    measure = made.measure()
    built = {name: measure.text(i) or made.words["missing"] for i, name in enumerate(made.names)}
    for form in FORMS:
        tab = show(html_of(form, made))
        names = tab.locator("tbody th button").all_text_contents()
        assert dict(zip(names, tab.evaluate(TABLE), strict=True)) == built
        tab.click(f"tbody button >> text={NAMES[3]}")
        assert tab.inner_text("#card td b") == measure.text(3)
        tab.fill("#search", "zzz")
        assert tab.inner_text("#none-found") == Catalogue(language)["none_found"]


HOUSES = {
    "swiss": ("de", {"decimal": ".", "group": "’", "minus": "-"}),
    "iso": ("fr", {"decimal": ",", "group": "space", "group_from": 5}),
    "cairo": ("ar", {"digits": "arab"}),
    "riyadh": ("ar", {"digits": "arab", "decimal": ",", "group": "."}),
}


@pytest.mark.parametrize("house", HOUSES)
def test_scripts_write_the_numbers_of_a_house(show, house):
    language, numbers = HOUSES[house]
    values = [1234.5, 0.25, -12345.75, 9876543.2, np.nan, 6]
    own = StyleSpec(numbers=NumbersSpec(**numbers))
    made = small_map(NAMES, values, language=language, house=own, decimals=2, allow_negative=True)
    measure = made.measure()
    built = {name: measure.text(i) or made.words["missing"] for i, name in enumerate(made.names)}
    for form in FORMS:
        tab = show(html_of(form, made))
        tab.click("thead th:last-child button")
        names = tab.locator("tbody th button").all_text_contents()
        assert dict(zip(names, tab.evaluate(TABLE), strict=True)) == built
        tab.click(f"tbody button >> text={NAMES[3]}")
        assert tab.inner_text("#card td b") == measure.text(3)
        if house == "cairo":
            assert measure.text(3) == "٩٬٨٧٦٬٥٤٣٫٢"
            assert tab.inner_text("#card td:nth-of-type(2)") == "١/٥"


def points(tab) -> list[float]:
    """Where the decimal points of the table's figures stand."""
    cells = tab.query_selector_all("#table tbody tr:not(.on) td:last-child")  # that one is bold
    texts = [(cell, cell.text_content()) for cell in cells]
    return [
        cell.evaluate(f"node => ({AT})([node, {text.index('.')}])")
        for cell, text in texts
        if "." in text
    ]


@pytest.mark.parametrize("width", [320, 1280])
def test_an_arabic_page_runs_from_the_right_and_the_map_does_not(show, width):
    plain = changed(language="ar", units="county")
    measures = tuple(replace(m, written=numerals("ar")) for m in plain.measures)
    made = replace(plain, measures=measures)
    tab = show(html_of("page", made), width=width, fragment="#measure=per_project&district=370704")
    assert tab.get_attribute("html", "dir") == "rtl"
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    row = tab.query_selector("#table tbody tr:first-child")
    rank, name, value = (cell.evaluate(DRAWN) for cell in row.query_selector_all("td, th"))
    assert value[1] < name[0] < name[1] < rank[1]
    bar = "node => parseFloat(getComputedStyle(node, '::before').width)"
    assert tab.query_selector("#table tbody td:last-child").evaluate(bar) > 30
    for measure in ("investment", "per_project"):  # 144.5 and 6.9; 9.84 and 1.38
        tab.check(f"input[value={measure}]", force=True)
        assert len(points(tab)) > 10
        assert max(points(tab)) - min(points(tab)) < 1
    difference = tab.query_selector("#card tr.on td:last-child")
    text = difference.text_content()
    minus, digit = text.index("\N{MINUS SIGN}"), text.index("0")
    assert difference.evaluate(f"node => ({AT})([node, {minus}])") < difference.evaluate(
        f"node => ({AT})([node, {digit}])"
    )
    joints = [j.bounding_box()["x"] for j in tab.query_selector_all("#legend .joints span")]
    assert joints == sorted(joints)
    west, east = (
        tab.locator(f'[data-code="{c}"]').bounding_box()["x"] for c in ("370781", "370785")
    )
    assert west < east  # Qingzhou lies west of Gaomi


def test_every_language_has_its_own_fonts_and_direction():
    sheets = {}
    for language in LANGUAGES:
        html = html_of("page", changed(language=language))
        sheets[language] = (' dir="rtl"' in html, "Hiragino" in html, "PingFang TC" in html)
    assert {code for code, found in sheets.items() if found[0]} == {"ar"}
    assert {code for code, found in sheets.items() if found[1]} == {"ja"}
    assert {code for code, found in sheets.items() if found[2]} == {"zh-TW"}
