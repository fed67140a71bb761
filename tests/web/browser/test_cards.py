"""In real Chromium: cards and tables with long names, long units and figures of ten digits."""

from __future__ import annotations

import pytest

from geo.web.card_columns import stacked
from tests.small import small_map
from tests.web.browser.pages import FORMS, html_of
from tests.weifang import weifang

pytestmark = pytest.mark.browser
WIDTHS = (320, 375, 768, 1280)
#: Name of a district, of the measure, and its unit.
TEXTS = {
    "zh": ("内蒙古自治区呼伦贝尔市鄂伦春自治旗", "常住人口登记总数", "人次每平方公里"),
    "zh-TW": ("臺灣省屏東縣三地門鄉魯凱族自治區", "常住人口登記總數", "人次每平方公里"),
    "ja": ("ノルトライン＝ヴェストファーレン州", "住民基本台帳登録人口", "人毎平方キロメートル"),
    "en": ("Prince of Wales-Hyder Census Area", "Population registered", "persons per square mile"),
    "de": ("Mecklenburgische Seenplatte", "Einwohnermeldeamtsregister", "Personen je km²"),
    "fr": ("Saint-Barthélemy-de-Bellegarde", "Population recensée", "habitants par km²"),
    "es": ("Comunidad Foral de Navarra", "Población empadronada", "habitantes por kilómetro"),
    "ar": ("محافظة شمال سيناء والمناطق الحدودية", "عدد السكان المسجلين", "نسمة لكل كيلومتر مربع"),
}  # fmt: skip
#: How many pixels stand out of card, table or window; lines of each figure of the card.
OUT = """() => [document.documentElement, card, ...document.querySelectorAll("table")]
  .map((box) => Math.max(0, box.scrollWidth - box.clientWidth))"""
FIGURES = """() => [...document.querySelectorAll("#card td")].map((td) => {
  const texts = document.createRange();
  texts.selectNodeContents(td);
  return [td.textContent, new Set([...texts.getClientRects()].map((b) => Math.round(b.top))).size];
})"""


def long_map(language):
    name, label, unit = TEXTS[language]
    return small_map(
        [name, "B", "C"], [9_876_543_210, 1_234_567_890, 12], language=language, kind="total",
        label=label, unit=unit, decimals=0,
    )  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", TEXTS)
def test_a_pinned_card_stays_in_its_box_and_no_figure_is_broken(show, language, form):
    made = long_map(language)
    tab = show(html_of(form, made))
    tab.click("#table tbody button")
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        tab.wait_for_timeout(50)
        assert set(tab.evaluate(OUT)) == {0}, width
        assert {lines for text, lines in tab.evaluate(FIGURES) if text} == {1}, width
        text, cross = tab.evaluate(
            """() => {
                 const name = document.createRange();
                 name.selectNodeContents(document.querySelector("#card h2"));
                 const close = document.querySelector(".close").getBoundingClientRect();
                 return [[...name.getClientRects()].map((b) => [b.left, b.right]),
                         [close.left, close.right]];
               }"""
        )
        assert all(right <= cross[0] or cross[1] <= left for left, right in text), width
    tab.evaluate("document.querySelector('.close').click()")
    assert set(tab.evaluate(OUT)) == {0}


def test_a_figure_under_its_name_has_what_it_is_before_it(show):
    made = long_map("en")
    heads = """() => [...document.querySelectorAll("#card td")].map(
      (td) => getComputedStyle(td, "::before").content)"""
    tab = show(html_of("page", made), 375)
    tab.click("#table tbody button")
    assert tab.evaluate(heads) == ["none", '"Rank "', '"Share "', '"vs. mean "']
    tab.set_viewport_size({"width": 768, "height": 900})
    assert tab.evaluate(heads) == ["none"] * 4
    assert tab.locator("#card thead").is_visible()
    assert stacked(weifang()) is None  # its figures have room everywhere


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_names_in_the_table_keep_off_their_bars(show, language):
    tab = show(html_of("page", long_map(language)), 320)
    apart = tab.evaluate(
        """() => {
             const row = document.querySelector("#table tbody tr");
             const name = document.createRange();
             name.selectNodeContents(row.cells[1]);
             const cell = row.cells[2].getBoundingClientRect();
             const look = getComputedStyle(row.cells[2], "::before");
             const rtl = look.direction === "rtl";
             const bar = rtl ? cell.right - parseFloat(look.marginRight)
                             : cell.left + parseFloat(look.marginLeft);
             const lines = [...name.getClientRects()];
             return Math.min(...lines.map((b) => (rtl ? b.left - bar : bar - b.right)));
           }"""
    )
    assert apart >= 6
