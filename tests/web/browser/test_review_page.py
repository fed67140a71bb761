"""The review page, corrected in each engine: a number into a cell, a value, the file."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.review import review_page
from tests.web.browser.engines.tab import Tab, click_on, downloaded, until

pytestmark = pytest.mark.browser
TEXT = "奎文区开工项目16个，总投资81.8亿元；潍城区、坊子区共开工项目31个，总投资9亿元。"
SAID = "text => document.querySelector('#edit-status').textContent === text"


@pytest.fixture
def page(tab: Tab, tmp_path) -> Tab:
    file = tmp_path / "review.html"
    file.write_text(review_page(extract(TEXT, names=("奎文区", "潍城区"))), encoding="utf-8")
    tab.resize(1280, 812)
    tab.open(file.as_uri())
    return tab


def cell(row: str, column: str) -> str:
    """Write how the cell of a row is found."""
    return f'td[data-row="{row}"][data-column="{column}"]'


def test_a_table_is_corrected_and_handed_out(page: Tab):
    click_on(page, "#edit")
    click_on(page, ".text a.unused")
    until(page, "() => document.querySelector('.text a.chosen').textContent === '31个'")
    click_on(page, cell("0-m0", "investment"))  # 31个 is no money
    until(page, SAID, "31个 不能按 亿元 填写。")
    click_on(page, cell("0-m0", "projects"))
    until(page, SAID, "潍城区，项目数：— → 31（原文“31个”）")
    click_on(page, cell("0-0", "investment"))
    until(page, "() => document.activeElement.tagName === 'INPUT'")
    page.run("() => document.activeElement.select()")
    page.press(*"82.5", "Enter")
    until(page, SAID, "奎文区，总投资：81.8 → 82.5")
    assert downloaded(page, "#download", "corrected.csv").decode("utf-8") == (
        "district,projects,investment,更正\n"
        "奎文区,16,82.5,奎文区，总投资：81.8 → 82.5\n"
        "潍城区,31,,潍城区，项目数：— → 31（原文“31个”）\n"
    )


@pytest.mark.parametrize("width", [375, 1280])
def test_it_is_no_wider_than_the_window(page: Tab, width: int):
    page.resize(width, 812)
    until(page, "width => document.documentElement.scrollWidth <= width", width)
