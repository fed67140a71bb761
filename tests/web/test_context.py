"""The context panel: sums against stated totals, figures beyond the map, points of interest."""

from __future__ import annotations

from dataclasses import replace

from geo.choropleth.model import Place
from geo.web.context import PlaceView, context
from geo.web.render import render
from tests.small import small_map
from tests.weifang import weifang


def test_a_map_of_which_nothing_more_is_stated_has_no_panel():
    assert context(small_map("ABC", [1, 2, 3]), folded=False) is None


def test_a_sum_that_rounding_explains_says_by_how_much():
    checks = context(weifang(), folded=False).checks
    assert (
        "总投资：16 个地区合计 1,480.6 亿元，公布 1,480 亿元；相差 0.6，在舍入误差（±1.3）之内。"
    ) in checks
    assert "项目数：16 个地区合计 264 个，与公布数一致。" in checks


def test_figures_by_type_are_a_table_with_a_cell_for_every_column():
    types = context(weifang(), folded=False).types
    assert types.columns == ("项目数", "总投资")
    assert all(len(cells) == 2 for _, cells in types.rows)
    assert render("context.html", context(weifang(), folded=False)).count("<thead>") == 1


def test_figures_of_other_scopes_are_one_sentence_a_label():
    others = context(weifang(), folded=False).others
    assert all("：" in text for text in others)
    assert len({text.partition("：")[0] for text in others}) == len(others)


def test_a_place_tells_how_exact_its_star_is():
    place = Place("厂", "1", "A", 119.0, 36.0, True, "35亿元", ("a", "b"))
    made = replace(small_map("ABC", [1, 2, 3]), places=(place,))
    view = context(made, folded=False)
    assert view.places == (
        PlaceView("1", "A", "厂", "35亿元", ("a", "b"), "图上星标仅示意所在地区。"),
    )
    assert "<p>A、35亿元</p><ul><li>a</li><li>b</li></ul>" in render("context.html", view)


def test_in_an_article_the_panel_is_closed():
    assert render("context.html", context(weifang(), folded=True)).startswith(
        '<details class="context"><summary>背景资料</summary><div class="grid">'
    )
    assert render("context.html", context(weifang(), folded=False)).startswith(
        '<section class="context" aria-label="背景资料"><div class="grid">'
    )
