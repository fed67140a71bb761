"""The context panel: sums against stated totals, figures beyond the map, points of interest."""

from __future__ import annotations

from dataclasses import replace

from geo.base.catalogue import strings
from geo.choropleth.model import Place
from geo.web.context import PlaceView, context
from geo.web.form import form_of
from geo.web.render import render
from tests.small import small_map
from tests.weifang import changed, weifang


def shown(choropleth, *, article=False):
    return context(choropleth, form_of(choropleth.spec, article=article))


ZH = strings("zh")


def test_a_map_of_which_nothing_more_is_stated_has_no_panel():
    assert shown(small_map("ABC", [1, 2, 3])) is None


def test_a_sum_that_rounding_explains_says_by_how_much():
    checks = shown(weifang()).checks
    assert (
        "总投资：16 个地区合计 1,480.6 亿元，公布 1,480 亿元；相差 0.6，在舍入误差（±1.3）之内。"
    ) in checks
    assert "项目数：16 个地区合计 264 个，与公布数一致。" in checks


def test_figures_by_type_are_a_table_with_a_cell_for_every_column():
    types = shown(weifang()).types
    assert types.columns == ("项目数", "总投资")
    assert all(len(cells) == 2 for _, cells in types.rows)
    assert render("context.html", shown(weifang()), ZH).count("<thead>") == 1


def test_figures_of_other_scopes_are_one_sentence_a_label():
    others = shown(weifang()).others
    assert all("：" in text for text in others)
    assert len({text.partition("：")[0] for text in others}) == len(others)


def test_a_place_tells_how_exact_its_star_is():
    place = Place("厂", "1", "A", 119.0, 36.0, True, "35亿元", ("a", "b"))
    made = replace(small_map("ABC", [1, 2, 3]), places=(place,))
    view = shown(made)
    assert view.places == (
        PlaceView("1", "A", "厂", "35亿元", ("a", "b"), "图上星标仅示意所在地区。"),
    )
    assert "<p>A、35亿元</p><ul><li>a</li><li>b</li></ul>" in render("context.html", view, ZH)


def test_in_an_article_the_panel_is_closed():
    assert render("context.html", shown(weifang(), article=True), ZH).startswith(
        '<details class="context"><summary>背景资料</summary><div class="grid">'
    )
    assert render("context.html", shown(weifang()), ZH).startswith(
        '<section class="context" aria-label="背景资料"><div class="grid">'
    )


def test_the_check_of_totals_is_folded_until_the_map_maker_asks_for_it():
    """Among the parts it is open; of parts without it there is none, and no panel without both."""

    def on_page(*parts):
        page = weifang().spec.page.model_copy(update={"parts": parts or None})
        return shown(changed(page=page))

    assert "<section><details><summary>合计核对" in render("context.html", on_page(), ZH)
    asked = render("context.html", on_page("map", "context", "checks"), ZH)
    assert "<section><details open><summary>合计核对" in asked
    assert on_page("map", "context").checks == ()
    alone = on_page("map", "checks")
    assert (len(alone.checks), alone.types, alone.others, alone.places) == (4, None, (), ())
    assert on_page("map", "legend") is None
