"""In real Chromium: words and legends of other maps than the first one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from geo.base.catalogue import strings
from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import assemble
from geo.districts.boundaries import Reading, districts_from_frame
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec
from geo.tables.reader import table_from_frame
from geo.web.data import STRINGS
from tests.small import small_map, squares
from tests.web.browser.pages import CODES, FORMS, boxes, choose, html_of, map_data, overlap
from tests.web.test_hostile import ALL, hostile

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
NAMES = ["Alpha", "Beta", "Delta", "Epsilon", "Gamma", "Zeta"]  # as the data sort them


def html(form, choropleth):
    return html_of(form, choropleth)


@both
def test_an_english_map_has_no_chinese_word(show, form):
    tab = show(
        html(form, small_map(NAMES, [1, 2, 3, 4, 5, np.nan], language="en")), fragment="#measure=a"
    )
    tab.click("tbody button >> nth=0")
    everything = tab.evaluate("document.body.innerText") + "".join(
        tab.evaluate(
            """() => [...document.querySelectorAll("[aria-label]")].map((n) =>
                 n.getAttribute("aria-label"))"""
        )
    )
    assert re.findall(r"[\u3000-\u9fff\uff00-\uffef]", everything) == []
    assert tab.get_attribute("html", "lang") == "en"
    assert tab.inner_text("#card h2").startswith("Gamma")
    assert [tab.inner_text(f"#card thead th:nth-child({i})") for i in (1, 2, 3)] == [
        "Measure",
        "Value",
        "Rank",
    ]


@both
def test_names_that_look_like_code_are_shown_as_they_are(show, form):
    tab = show(html(form, hostile()))
    assert tab.inner_text("h1") == re.sub(r"\s+", " ", ALL)
    shown = tab.locator("tbody th button").all_text_contents()
    assert set(shown) == set(hostile().districts["name"])
    for code in ("370702", "370703", "370704"):
        tab.evaluate("code => document.querySelector(`[data-row='${code}'] button`).click()", code)
    assert tab.locator("img, main b b, main script").count() == 0
    assert "<script" not in "".join(tab.locator("main script").all_text_contents())
    tab.hover('[data-row="370702"]')
    said = {tab.get_attribute(f'[data-code="{code}"]', "aria-label") for code in CODES}
    assert any(text.startswith("{{ 7*7 }}") for text in said)


@both
def test_no_data_zero_and_not_applicable_are_told_apart(show, form):
    choropleth = small_map(
        NAMES, [0, 2, 3, 4, np.nan, 6], language="en", zero_class=True, classes=3
    )
    first = choropleth.measures[0]
    states = (*first.states[:3], "inapplicable", *first.states[4:])
    values = first.values.copy()
    values[3] = np.nan
    symbology = first.symbology
    ids = (*symbology.classes.ids[:3], None, *symbology.classes.ids[4:])
    changed = replace(
        first, states=states, values=values, ranks=(5, 4, 3, None, None, 1),
        symbology=replace(symbology, classes=replace(symbology.classes, ids=ids),
                          fills=(*symbology.fills[:3], None, *symbology.fills[4:])),
    )  # fmt: skip
    tab = show(html(form, replace(choropleth, measures=(changed,))))
    fills = [tab.get_attribute(f'[data-code="{name}"]', "fill") for name in NAMES]
    assert fills[3] == "url(#inapplicable)"
    assert fills[4] == "url(#missing)"
    assert fills[0] == symbology.colors[0]
    assert len(set(fills)) == 5  # zero, two classes, two gaps
    legend = tab.inner_text("#legend")
    assert "No data" in legend
    assert "Not applicable" in legend
    assert tab.inner_text(".zero").split() == ["1", "0"]
    swatches = tab.evaluate(
        """() => ["missing", "inapplicable", "k0"].map((c) =>
             getComputedStyle(document.querySelector(`#legend .${c}`), "::after").background)"""
    )
    assert len(set(swatches)) == 3
    assert tab.get_attribute('[data-code="Gamma"]', "aria-label") == "Gamma, Rate No data"
    assert tab.locator('[data-row="Gamma"] td').last.inner_text() == "No data"
    tab.hover('#legend [data-class="missing"]')
    lit = set(NAMES) - {b["of"] for b in boxes(tab, "[data-code].dim")}
    assert lit == {"Gamma"}
    assert tab.locator("tbody tr[data-row] button").all_inner_texts()[-2:] == ["Epsilon", "Gamma"]
    tab.click("#column")
    assert tab.locator("tbody tr[data-row] button").all_inner_texts()[-2:] == ["Epsilon", "Gamma"]


@both
def test_an_unclassed_map_has_a_continuous_scale_and_the_fills_of_its_values(show, form):
    choropleth = small_map(NAMES, [1, 2, 3, 4, 5, 6], unclassed=True)
    tab = show(html(form, choropleth))
    fills = choropleth.measures[0].symbology.fills
    drawn = {b["of"]: None for b in boxes(tab, "[data-code]")}
    for code, fill in zip(choropleth.districts["code"], fills, strict=True):
        assert tab.get_attribute(f'[data-code="{code}"]', "fill") == fill
        assert code in drawn
    assert len(set(fills)) == 6
    assert tab.locator("#legend .blocks button").count() == 0
    background = tab.evaluate(
        "getComputedStyle(document.querySelector('.gradient')).backgroundImage"
    )
    assert background.startswith("linear-gradient(90deg, rgb(")
    assert tab.locator("#legend .bins path").count() == 6
    tab.hover('[data-row="Zeta"]')
    tab.wait_for_selector(".needle", state="visible")
    scale, needle = boxes(tab, ".scale")[0], boxes(tab, ".needle")[0]
    edges = choropleth.measures[0].symbology.classes.edges
    at = (6 - edges[0]) / (edges[-1] - edges[0])
    assert (needle["x"] + 1 - scale["x"]) / scale["w"] == pytest.approx(at, abs=0.01)
    bar = boxes(tab, ".gradient")[0]
    assert needle["y"] <= bar["y"]
    assert needle["y"] + needle["h"] >= bar["y"] + bar["h"]


@both
def test_a_map_of_rates_only_offers_no_circles_and_no_hint(show, form):
    tab = show(html(form, small_map(NAMES, range(6))))
    assert tab.locator("#circles-toggle").count() == 0
    assert not tab.locator("#hint").is_visible()


@both
def test_a_map_of_one_total_has_circles_on_plain_land(show, form):
    tab = show(html(form, small_map(NAMES, range(1, 7), kind="total", unit="个", decimals=0)))
    tab.check("#circles-toggle")
    assert len(boxes(tab, "#circles circle")) == 6
    assert "plain" in tab.get_attribute("main", "class")


@both
@pytest.mark.parametrize("width", [320, 1280])
def test_negative_values_have_the_true_minus_and_bars(show, form, width):
    values = [-12.5, -3, 0, 4, 8, 20]
    tab = show(html(form, small_map(NAMES, values, allow_negative=True)), width)
    assert tab.locator('[data-row="Alpha"] td').last.inner_text() == "−12.5"
    tab.click('[data-row="Alpha"] button')
    assert tab.locator("#card tbody td").last.inner_text().startswith("−")
    texts = boxes(tab, "#legend .joints span")
    assert not any(overlap(a, b, 0) for a, b in pairwise(texts))


@both
def test_numbers_are_written_by_the_script_as_by_the_build(show, form):
    values = [1234.5, 0.05, 1e6, 99.95, 7, 12.3456]
    choropleth = small_map(NAMES, values, decimals=4, kind="total", unit="元")
    tab = show(html(form, choropleth))
    written = {
        row["of"]: row["text"]
        for row in tab.evaluate(
            """() => [...document.querySelectorAll("tbody tr[data-row]")].map((row) =>
                 ({of: row.dataset.row, text: row.cells[2].textContent}))"""
        )
    }
    assert written == {name: choropleth.measures[0].text(i) for i, name in enumerate(NAMES)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_text_of_the_data_block_is_of_its_language(show, language):
    tab = show(html("page", small_map(NAMES, range(6), language=language)))
    texts = dict(zip(STRINGS, map_data(tab)["strings"], strict=False))
    assert sum(map(bool, texts.values())) > 20
    for key, text in texts.items():
        assert text in ("", strings(language)[key])  # blank where only other maps say it


@both
def test_of_very_many_districts_the_table_first_shows_24(show, form):
    names = [f"N{i:02}" for i in range(30)]
    tab = show(html(form, small_map(names, range(30), columns=6)))
    rows = tab.locator("tbody tr[data-row]:visible")
    assert rows.count() == 24
    tab.fill("#search", "n29")
    assert rows.count() == 1
    tab.fill("#search", "")
    tab.click("#all-rows")
    assert rows.count() == 30


@both
@pytest.mark.parametrize(("theme", "background"), [("light", 255), ("dark", 19)])
@pytest.mark.parametrize("reader", ["light", "dark"])
def test_a_fixed_theme_holds_whatever_the_reader_s_device_says(
    show, form, theme, background, reader
):
    chosen = small_map(NAMES, range(6))
    look = chosen.spec.page.model_copy(update={"theme": theme})
    chosen = replace(chosen, spec=chosen.spec.model_copy(update={"page": look}))
    tab = show(html(form, chosen), color_scheme=reader)
    got = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert got.startswith(f"rgb({background},")


@both
def test_districts_without_data_have_visible_borders_and_sums_say_of_how_many(show, form):
    tab = show(html(form, small_map(NAMES, [1, 2, np.nan, np.nan, 5, 6], kind="total")))
    border, ground = tab.evaluate(
        """() => [getComputedStyle(document.querySelector("[data-code='Delta']")).stroke,
                  getComputedStyle(document.body).backgroundColor]"""
    )
    assert border != ground
    assert tab.inner_text("#foot-label") == "合计（4 个地区）"
    assert "合计（4 个地区）" in tab.inner_text("#card")


def test_bars_of_negative_values_point_to_the_other_side_of_a_common_zero(show):
    """-1, 0, 3: the zero line is a quarter of the way; each bar is as long as its value."""
    made = small_map(["A", "B", "C"], [-1, 0, 3], allow_negative=True, decimals=0)
    bars = show(html_of("embed", made)).evaluate(
        """() => [...document.querySelectorAll("#table tbody tr")].map((row) => {
             const style = row.lastElementChild.style;
             const [length, left] = ["--p", "--z"].map((name) => +style.getPropertyValue(name));
             return [row.cells[2].textContent, length, left];
           })"""
    )
    assert bars == [["3", 0.75, 0.25], ["0", 0, 0.25], ["\u22121", 0.25, 0]]


#: Of every object in JavaScript: a table that is looked up by id would find them there.
INHERITED = ("constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf")


def with_inherited_ids() -> Choropleth:
    figures = {name: [10 * i + n for n in range(1, 7)] for i, name in enumerate(INHERITED)}
    frame = squares(NAMES).assign(**figures)
    measures = tuple(
        MeasureSpec(id=name, label=f"Label {i}", unit=f"u{i}", kind="rate", column=name)
        for i, name in enumerate(INHERITED)
    )
    table = table_from_frame(frame, key="name", columns={m.column: m.unit for m in measures})
    spec = MapSpec(title="t", source="s", language="en", measures=measures)
    reading = Reading(districts_from_frame(frame, source="data", name="name"))
    return assemble(spec, "small", reading, table, ())


@both
def test_measures_may_be_called_what_every_object_of_a_script_has(show, form):
    tab = show(html(form, with_inherited_ids()), fragment="#measure=toString")
    assert tab.get_attribute("main", "data-measure") == "toString"
    for i, name in reversed(list(enumerate(INHERITED))):
        choose(tab, name)
        tab.wait_for_function(
            "id => document.querySelector('main').dataset.measure === id", arg=name
        )
        assert tab.inner_text("#column").startswith(f"Label {i}")
        assert f"u{i}" in tab.inner_text("#legend")
        assert tab.inner_text("#table tbody tr:first-child td:last-child") == str(10 * i + 6)
    assert tab.evaluate("location.hash") in {"", "#measure=constructor"}
