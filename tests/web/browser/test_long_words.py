"""In real Chromium: one unbroken word of ninety letters never makes a phone scroll sideways."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from geo.tables.printed import Printed, Stated
from tests.small import small_map
from tests.web.browser.pages import FORMS, html_of

pytestmark = pytest.mark.browser
LONG = "https://example.org/" + "a" * 70


def with_texts(**texts):
    m = small_map(["A", "B", "C"], [1, 2, 3], language="en")
    return replace(m, spec=m.spec.model_copy(update=texts))


MAPS = {
    "title": lambda: with_texts(title=LONG),
    "dek": lambda: with_texts(dek=LONG),
    "source": lambda: with_texts(source=LONG),
    "note": lambda: with_texts(notes=(LONG,)),
    "approval": lambda: with_texts(approval=LONG),
    "label": lambda: small_map(["A", "B"], [1, 2], label=LONG),
    "unit": lambda: small_map(["A", "B"], [1, 2], unit=LONG),
    "description": lambda: small_map(["A", "B"], [1, 2], description=LONG),
    "total": lambda: small_map(["A", "B"], [1, 2], kind="total", label=LONG),
    "stated total": lambda: replace(
        with_texts(),
        stated=(Stated("type", LONG, "a", Printed(Decimal(3), Decimal(1)), LONG),) * 2,
    ),
    "label over stated kinds": lambda: replace(
        small_map(["A", "B"], [1, 2], label=LONG),
        stated=(Stated("type", "C", "a", Printed(Decimal(3), Decimal(1)), ""),) * 2,
    ),
    "name": lambda: small_map([LONG, "B"], [1, 2]),
}


@pytest.mark.parametrize("field", MAPS)
@pytest.mark.parametrize("form", FORMS)
def test_a_long_word_breaks_inside_its_own_width(show, form, field):
    tab = show(html_of(form, MAPS[field]()), 375)
    tab.click("#table tbody button")  # the card of a district has more columns
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert tab.evaluate(wide) <= 0


@pytest.mark.parametrize("width", [320, 900, 1280])
def test_numbers_stay_whole_beside_long_words(show, width):
    names, values = [LONG, "B", "C"], [123456789.5, 2, None]
    m = small_map(names, values, language="en", label="Population of districts")
    tab = show(html_of("page", m), width)
    assert tab.evaluate("card.scrollWidth - card.clientWidth") == 0  # of all districts
    tab.click("#table tbody button")
    heights = tab.eval_on_selector_all(
        "td", "found => found.filter((d) => /\\d/.test(d.textContent)).map((d) => {"
        "const r = document.createRange(); r.selectNodeContents(d);"
        "return new Set([...r.getClientRects()].map((b) => Math.round(b.top))).size})",
    )  # fmt: skip
    assert set(heights) == {1}


@pytest.mark.parametrize("font", ["DejaVu Sans", "monospace", "serif"])
@pytest.mark.parametrize("form", FORMS)
def test_bars_keep_off_long_figures_in_whatever_font_the_reader_has(show, form, font):
    made = small_map(["A", "B"], [1195175, 1182830], language="de", kind="total", unit="")
    tab = show(html_of(form, made), 375)
    tab.add_style_tag(content=f"*{{font-family:{font}!important}}")
    bar, figure = tab.query_selector("#table tbody td:last-child").evaluate(
        """cell => {
             const text = document.createRange();
             text.selectNodeContents(cell);
             const bar = getComputedStyle(cell, "::before");
             const long = parseFloat(bar.marginLeft) + parseFloat(bar.width);
             return [cell.getBoundingClientRect().left + long, text.getBoundingClientRect().left];
           }"""
    )
    assert 1 <= figure - bar <= 20
