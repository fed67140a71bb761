"""In real Chromium: what a map-maker adds to a map is there, and follows what the reader does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.choropleth.model import Annotation
from geo.choropleth.pipeline import build
from geo.spec.measure import MeasureSpec
from geo.web.embed import embed
from geo.web.frame import frame
from geo.web.reserve import height_at
from tests.web.browser.pages import FORMS, boxes, choose, html_of, overlap
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


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_between_measures_though_a_title_takes_more_lines(show, form, width):
    """The map and the frame of the legend stay where they are; so do the legend's blocks."""
    first, second, *rest = weifang().spec.measures
    long = second.model_copy(update={"title": "二十个项目的市县多于半数；" * 6, "dek": "单位：个"})
    tab = show(html_of(form, changed(measures=(first, long, *rest))), width)
    places = set()
    for measure in (first, long, *rest):
        choose(tab, measure.id)
        tab.wait_for_timeout(50)  # milliseconds: the title follows
        found = (boxes(tab, part)[0] for part in ("#map-svg", "#legend", "#legend .blocks"))
        places.add(tuple((b["x"], b["y"], b["h"]) for b in found))
    assert len(places) == 1


def test_an_embed_of_map_and_legend_is_low_and_a_tap_tells_a_value(show):
    """Half a screen of a phone; nothing but title, legend, map, source and the way to the page."""
    spec = weifang().spec
    low = changed(
        embed=spec.embed.model_copy(update={"parts": ("map", "legend")}),
        page=spec.page.model_copy(update={"url": "https://example.org/map.html"}),
    )
    tab = show(html_of("embed", low), width=375, touch=True)
    assert boxes(tab, "main")[0]["h"] <= 520
    gone = ("#controls", "#hint", "#card", "#table", "#search", "#downloads", ".context")
    assert [name for name in gone if boxes(tab, name)] == []
    assert len(boxes(tab, "#legend button")) == 5
    assert tab.get_attribute("#full a", "href") == "https://example.org/map.html"
    tab.locator("#labels text", has_text="诸城市").first.wait_for()
    place = boxes(tab, "[data-code='370782']")[0]
    tab.touchscreen.tap(place["x"] + place["w"] / 2, place["y"] + place["h"] / 2)
    assert "151.1 亿元" in tab.inner_text("#tooltip")
    tab.touchscreen.tap(40, 20)
    assert not tab.locator("#tooltip").is_visible()


def test_the_map_of_a_low_embed_grows_with_its_frame_and_fills_the_room_kept_for_it(show):
    low = changed(embed=weifang().spec.embed.model_copy(update={"parts": ("map", "legend")}))
    made = frame(low, embed(low))
    most = made.room[0].most
    tab = show(html_of("embed", low))
    for width in (320, 375, 480, 760, 1200):
        tab.set_viewport_size({"width": width, "height": 400})  # its height is no matter
        tab.wait_for_timeout(150)
        drawn = boxes(tab, "#map-svg")[0]["h"]
        limit = min(600, max(most, most + width - 375))
        assert drawn == pytest.approx(min(limit, width * made.ratio), abs=1), width
        spare = height_at(width, made.room, made.ratio) - boxes(tab, "main")[0]["h"]
        assert 0 <= spare <= 24, width


@pytest.mark.parametrize("form", FORMS)
def test_no_line_begins_with_the_stop_of_the_hint(show, form):
    tab = show(form, 375)
    for width in (*range(276, 330, 4), 375):
        tab.set_viewport_size({"width": width, "height": 900})
        stop, button = tab.evaluate(
            """() => {
                 const all = document.querySelector("#hint span");
                 const text = document.createRange();
                 text.selectNode(all.lastChild);
                 return [text.getBoundingClientRect().top,
                         all.firstChild.getBoundingClientRect().bottom];
               }"""
        )
        assert stop < button, width


def test_the_table_has_as_many_rows_as_the_map_maker_says(show):
    five = changed(embed=weifang().spec.embed.model_copy(update={"rows": 5}))
    tab = show(html_of("embed", five), width=1000)
    assert len(boxes(tab, "tbody [data-row]")) == 5
    tab.click("#all-rows")
    assert len(boxes(tab, "tbody [data-row]")) == 16


def test_the_tooltip_and_the_card_say_what_the_map_maker_wrote(show):
    """As text: a tag in it is none."""
    words = {"tooltip": ("<i>{name}", "{investment} 亿元，{projects} 个"), "card": ("projects",)}
    made = changed(page=weifang().spec.page.model_copy(update=words))
    tab = show(html_of("embed", made))
    tab.hover("[data-code='370782']")
    assert tab.locator("#tooltip > span").all_inner_texts()[0] == "<i>诸城市"
    assert tab.locator("#tooltip > span").all_inner_texts()[1].startswith("151.1 亿元，")
    tab.click("[data-code='370782']")
    assert tab.locator("#card tbody th").all_inner_texts() == ["项目数 个"]


def test_annotations_are_texts_on_a_wide_map_and_numbers_with_a_key_on_a_phone(show):
    """No name of a district, and no other text, lies under one."""
    row = weifang().districts.set_index("name").loc["高新区"]
    other = weifang().districts.set_index("name").loc["峡山区"]
    large = weifang().districts.set_index("name").loc["寿光市"]
    made = replace(
        weifang(),
        annotations=(
            Annotation("一个区占全市的13.3%", row.label_lon, row.label_lat, "370705-GX"),
            Annotation("只有一个项目", other.label_lon, other.label_lat),
            Annotation("这里的名字要让开", large.label_lon, large.label_lat),
        ),
    )
    html = html_of("embed", made)
    tab = show(html, width=640)
    texts = boxes(tab, "#places .note text")
    said = ["一个区占全市的13.3%", "只有一个项目", "这里的名字要让开"]
    assert [b["text"] for b in texts] == said
    names = boxes(tab, "#labels text")
    assert [(a["text"], b["text"]) for a in texts for b in names if overlap(a, b)] == []
    assert boxes(tab, "#places .number") == []
    phone = show(html, width=375)
    assert boxes(phone, "#places .note") == []
    discs = boxes(phone, "#places .number")
    assert [b["text"] for b in discs] == ["1", "2", "3"]
    names = boxes(phone, "#labels text")
    assert "寿光市" in [b["text"] for b in names]
    assert [(a["text"], b["text"]) for a in discs for b in names if overlap(a, b)] == []
    key = boxes(phone, "#annotations li")
    assert [b["text"] for b in key] == said
    assert min(b["h"] for b in key) >= 18


@pytest.mark.parametrize("form", ["page", "embed"])
def test_the_square_of_two_measures_is_a_filter_for_keyboard_and_pointer(show, form):
    """Low in both are two districts; a fourth of nine classes holds none."""
    made = crossed()
    tab = show(html_of(form, made), fragment="#measure=both", width=500)
    cells = boxes(tab, "#legend .cell-row button")
    assert [cell["text"] for cell in cells] == ["0", "5", "5", "0", "4", "0", "2", "0", "0"]
    assert cells[0]["y"] < cells[3]["y"] < cells[6]["y"]
    assert cells[0]["x"] == cells[3]["x"] < cells[1]["x"]
    assert not tab.is_visible("#table thead th >> nth=0")  # two measures have no one order
    tab.focus("#legend [data-class='0']")
    tab.keyboard.press("Enter")
    lit = "[...document.querySelectorAll('#map-svg [data-code]:not(.dim)')].length"
    assert tab.evaluate(lit) == 2
    said = tab.text_content("#status")
    assert said.startswith("总投资低、项目数低 (0–50 亿元 / 3–10 个)：2 个地区：")
    assert {"峡山区", "保税区"} <= set(said.replace("：", "、").split("、"))
    tab.keyboard.press("Enter")
    assert tab.evaluate(lit) == 16
    tab.hover("#legend [data-class='4']")
    assert tab.evaluate(lit) == 4
    tab.mouse.move(1, 1)
    tab.click("[data-row='370782'] button")
    assert tab.text_content("#status") == (
        "诸城市，投资与项目 151.1 亿元 / 20 个，总投资高、项目数高"
    )
    assert tab.inner_text("#card tr.on td") == "总投资高、项目数高"
    assert tab.inner_text("[data-row='370782'] td:last-child") == "151.1 / 20"
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def crossed():
    spec = weifang().spec
    own = {"id": "both", "label": "投资与项目", "kind": "bivariate", "x": "investment",
           "y": "projects"}  # fmt: skip
    return build(
        spec.model_copy(update={"measures": (*spec.measures, MeasureSpec(**own))}), name="weifang"
    )
