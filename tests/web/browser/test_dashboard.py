"""In a real browser: several maps in one page with one selection."""

from __future__ import annotations

import pypdfium2
import pytest

from geo.choropleth.dashboard import build_dashboard
from geo.web.dashboard import dashboard_page
from tests.boards import board
from tests.weifang import SPEC

pytestmark = pytest.mark.browser
SPOKEN = "document.getElementById('status').textContent"
STATE = """() => [location.hash, document.getElementById("place").value,
  document.querySelector("#index [aria-current]")?.dataset.row ?? ""]"""


def test_a_place_chosen_anywhere_is_chosen_everywhere(show):
    """By keyboard in a map, in the list, in the index; a map that has no such place shows none."""
    tab = show(dashboard_page(board()))
    first, second = (tab.locator(f"[data-app] >> nth={n}") for n in range(2))
    first.locator('[data-code="Ann"]').focus()
    tab.keyboard.press("Enter")
    assert tab.evaluate(STATE) == ["#district=Ann", "Ann", "Ann"]
    assert second.locator("#card").inner_text().startswith("Ann")
    # One voice: the page says what all maps show, the other map keeps silent.
    assert tab.evaluate(SPOKEN) == "Ann; Rate (%) No data; Share (%) 40"
    assert second.locator("#status").get_attribute("aria-live") == "off"
    tab.select_option("#place", "Bea")
    assert second.locator("#card").inner_text().startswith("Bea")
    assert not first.locator("#card").inner_text().startswith(("Ann", "Bea"))
    tab.get_by_role("button", name="Zoe").last.click()
    assert tab.evaluate(STATE) == ["#district=Zoe", "Zoe", "Zoe"]
    assert first.locator("#card").inner_text().startswith("Zoe")
    tab.get_by_role("button", name="Zoe").last.click()
    assert tab.evaluate(STATE)[1:] == ["", ""]
    tab.evaluate("location.hash = '#district=Ann'")
    tab.wait_for_function("document.getElementById('place').value === 'Ann'")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_paper_each_map_has_one_sheet_and_the_index_another(show):
    """The title of the whole stands over the first map, with its notes below."""
    tab = show(dashboard_page(build_dashboard(SPEC.with_name("weifang-four.toml"))))
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "12mm")
    printed = pypdfium2.PdfDocument(tab.pdf(format="A4", margin=margin))
    texts = [sheet.get_textpage().get_text_range() for sheet in printed]
    assert len(texts) == 5
    assert "四种看法" in texts[0]
    for text in texts[:4]:
        assert "来源" in text
        assert "诸城市" in text
    assert "索引" in texts[4]
