# ruff: noqa: E501 - examples stay on one line
"""The page for review: whole by itself, every number marked and linked to its cell."""

from __future__ import annotations

import re

import pytest

from geo.base.catalogue import strings
from geo.base.languages import LANGUAGES, tag
from geo.release.extract import extract, read_release
from geo.release.review import review_page

TEXT = (
    "2月26日，全市开工31个，总投资150亿元。奎文区16个，总投资约81.8亿元；潍城区15个，总投资84.5亿元。\n"
    "潍城区14个项目开工。<script>alert(1)</script>"
)


@pytest.fixture(scope="module")
def page() -> str:
    return review_page(extract(TEXT, names=("奎文区", "潍城区", "坊子区"), source="<b>release</b>"))


def test_the_text_is_there_whole_and_escaped(page):
    shown = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.DOTALL)[1].strip()
    plain = re.sub(r"<[^>]+>", "", shown)
    assert plain == TEXT.replace("<", "&lt;").replace(">", "&gt;")
    assert "<script>alert" not in page
    assert "<b>release" not in page


def test_every_link_leads_to_an_element_of_the_page(page):
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = re.findall(r' href="#([^"]+)"', page)
    assert set(links) <= set(ids)
    assert len(links) > 20


def test_used_unused_and_contradicting_numbers_are_told_apart(page):
    marks = re.findall(r'<a class="(used|unused|conflict)"[^>]*>([^<]+)</a>', page)
    assert marks == [
        ("unused", "2月26日"), ("used", "31个"), ("used", "150亿元"), ("used", "16个"), ("used", "约81.8亿元"),
        ("conflict", "15个"), ("used", "84.5亿元"), ("conflict", "14个"), ("unused", "1"),
    ]  # fmt: skip


def test_it_asks_nothing_of_the_network(page):
    assert not re.search(r"https?://|src=|@import|url\(", page)


def test_a_number_for_several_units_names_them_all():
    page = review_page(extract("青岛、菏泽分别开工63个。"))
    assert 'title="青岛 项目数 63 个；菏泽 项目数 63 个"' in page


def test_of_several_events_each_has_its_name_and_a_table_without_rows_waits_to_be_corrected():
    text = "全年签约90个。\n一季度，全市开工31个。奎文区16个，潍城区15个。\n二季度，全市开工40个，总投资81亿元。"
    page = review_page(extract(text))
    titles = re.findall(r"<h2>(场次[^<]*)</h2>", page)
    assert len(titles) == 2
    assert not any(title.endswith("：") for title in titles)
    waiting = re.findall(r'<table class="rows( waits)?"[^>]*>(.*?)</table>', page, re.DOTALL)
    assert [bool(waits) for waits, _ in waiting] == ["奎文区" not in rows for _, rows in waiting]
    # Of a text of which nothing was read there is one, to be filled.
    assert "waits" not in review_page(extract("没有数字。")).partition("</style>")[2]


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_the_screen_and_a_key_finds_the_counterpart(browser, root, width, scheme):
    release = read_release(root / "data" / "releases" / "weifang-2024-02-26.txt")
    context = browser.new_context(
        viewport={"width": width, "height": 812}, color_scheme=scheme, offline=True
    )
    tab = context.new_page()
    tab.set_content(review_page(release))
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    assert tab.evaluate("document.querySelectorAll('a.used').length") == 48
    back = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert back == {"light": "rgb(255, 255, 255)", "dark": "rgb(22, 24, 26)"}[scheme]
    tab.focus("a.used")
    hit = tab.evaluate("document.querySelector('td a.hit').textContent")
    assert hit == "264"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.querySelector(':target').textContent") == "264"
    context.close()


@pytest.mark.browser
def test_an_unused_number_goes_into_a_cell_by_choosing_both_and_the_table_says_what_changed(
    browser,
):
    text = "奎文区开工项目16个，总投资81.8亿元；潍城区、坊子区共开工项目31个，总投资9亿元。"
    context = browser.new_context(offline=True, accept_downloads=True)
    tab = context.new_page()
    tab.set_content(review_page(extract(text, names=("奎文区", "潍城区"))))
    assert tab.is_disabled("#download")
    tab.click("#edit")
    number, cell = "a.unused:has-text('31个')", "tr:has-text('潍城区') td"
    tab.click(number)
    tab.click(f"{cell} >> nth=1")  # 31个 is no money
    assert tab.inner_text("#edit-status") == "31个 不能按 亿元 填写。"
    tab.click(f"{cell} >> nth=0")
    assert tab.inner_text(f"{cell} >> nth=0") == "31"
    # without a chosen number a cell is written in, by keyboard as well
    tab.focus("tr:has-text('奎文区') td >> nth=1")
    tab.keyboard.press("Enter")
    tab.keyboard.type("x")
    tab.keyboard.press("Enter")
    assert tab.inner_text("#edit-status") == "请只写数字，例如 81.8。"
    tab.keyboard.press("Enter")
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.type("82.5")
    tab.keyboard.press("Enter")
    tab.fill("#add-name", "=坊子区")
    tab.press("#add-name", "Enter")
    tab.click("tr:has-text('=坊子区') td >> nth=0")
    tab.keyboard.type("5")
    tab.keyboard.press("Tab")
    assert tab.locator("#changes li").count() == 3
    tab.click("#changes li >> nth=2 >> button")
    assert tab.inner_text("tr:has-text('=坊子区') td >> nth=0") == "—"
    with tab.expect_download() as download:
        tab.click("#download")
    assert download.value.path().read_text(encoding="utf-8") == (
        "district,projects,investment,更正\n"
        "奎文区,16,82.5,奎文区，总投资：81.8 → 82.5\n"
        "潍城区,31,,潍城区，项目数：— → 31（原文“31个”）\n"
    )
    context.close()


@pytest.mark.browser
def test_a_number_that_was_assigned_looks_used_until_that_is_undone(browser):
    text = "奎文区开工项目16个；潍城区、坊子区共开工项目31个。"
    tab = browser.new_page()
    tab.set_content(review_page(extract(text, names=("奎文区", "潍城区"))))
    style = "a => getComputedStyle(a).borderBottomStyle"
    number = "a:has-text('31个') >> nth=0"
    tab.click("#edit")
    tab.click(number)
    tab.click("tr:has-text('潍城区') td >> nth=0")
    assert tab.eval_on_selector(number, style) == "solid"
    tab.click("#changes li >> nth=0 >> button")
    assert tab.eval_on_selector(number, style) == "dashed"
    tab.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_labels_are_in_the_language_that_is_asked_for(language):
    """The text stays as it is, and runs from the left also where the labels do not."""
    made = review_page(extract(TEXT, names=("奎文区", "潍城区")), language=language)
    assert f'<html lang="{tag(language)}"' in made
    assert ('dir="rtl"' in made) == (language == "ar")
    assert '<div class="text" lang="zh-CN" dir="ltr">' in made
    assert strings(language)["review_rows"] in made
    assert strings(language)["review_legend_unused"] in made
    assert "{" not in re.sub("<(style|script).*?</", "", made, flags=re.DOTALL)


def test_a_contradiction_is_named_in_the_language_of_the_page():
    release = extract("奎文区开工16个。奎文区开工15个。")
    assert "奎文区 项目数" in review_page(release)
    assert "奎文区 Projects" in review_page(release, language="en")
