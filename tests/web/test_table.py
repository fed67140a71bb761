"""The ranked table and the card of the whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from geo.web.form import form_of
from geo.web.render import render
from geo.web.table import CardView, Plain, Row, Whole, card, table
from tests.small import small_map
from tests.weifang import changed, weifang


def shown(choropleth, *, article=False):
    return table(choropleth, form_of(choropleth.spec, article=article))


def test_rows_are_ranked_equal_values_share_a_rank_and_gaps_come_last():
    made = small_map("ABCDE", [2, np.nan, 3, 2, 1], decimals=0)
    codes = dict(zip(made.districts["name"], made.districts["code"], strict=True))
    view = shown(made)
    assert view.rows == (
        Row(codes["C"], "1", "C", "3", ""),
        Row(codes["A"], "2", "A", "2", ""),
        Row(codes["D"], "2", "D", "2", ""),
        Row(codes["E"], "4", "E", "1", ""),
        Row(codes["B"], "", "B", "无数据", ""),
    )
    assert view.column == "Rate (%)"
    assert (view.whole, view.summary) == ("未加权平均（4 个地区）", "2")


def test_a_measure_without_unit_has_no_empty_brackets():
    assert shown(small_map("ABC", [1, 2, 3], unit="")).column == "Rate"


@pytest.mark.parametrize(
    ("n", "article", "text"),
    [
        (8, True, ""),
        (9, True, "显示全部 9 个地区"),
        (9, False, ""),
        (24, False, ""),
        (25, False, "显示全部 25 个地区"),
    ],
)
def test_the_button_for_all_rows_is_there_where_some_are_hidden(n, article, text):
    made = small_map([f"D{i}" for i in range(n)], np.arange(n), columns=5)
    view = shown(made, article=article)
    assert view.all_rows == text
    assert ('id="all-rows"' in render("table.html", view, made.words)) == bool(text)
    assert len(view.rows) == n


def test_the_card_shows_every_measure_of_the_whole():
    view = card(weifang())
    assert isinstance(view, CardView)
    assert view.title == "全部 16 个地区"
    assert view.wholes[:2] == (
        Whole("总投资", "亿元", "合计", "1,480.6"),
        Whole("项目数", "个", "合计", "264"),
    )
    assert [whole.what for whole in view.wholes[2:]] == ["平均", "平均"]


def test_a_map_maker_says_how_many_rows_there_are_at_first():
    made = small_map("ABCD", [1, 2, 3, 4])
    page = made.spec.page.model_copy(update={"rows": 3})
    three = replace(made, spec=made.spec.model_copy(update={"page": page}))
    assert shown(three).all_rows == "显示全部 4 个地区"
    assert shown(three, article=True).all_rows == ""


def test_without_a_table_no_row_is_written():
    made = small_map("ABCD", [1, 2, 3, 4])
    page = made.spec.page.model_copy(update={"parts": ("map",)})
    assert shown(replace(made, spec=made.spec.model_copy(update={"page": page}))).rows == ()


def test_a_card_has_the_measures_that_the_map_maker_names_in_their_order():
    page = weifang().spec.page.model_copy(update={"card": ("density", "projects")})
    shown_on = card(changed(page=page)).wholes
    assert [whole.label for whole in shown_on] == ["每平方公里投资", "项目数"]
    assert len(card(weifang()).wholes) == 4


def test_of_very_many_districts_only_the_first_rows_are_written_and_the_rest_for_want_of_scripts():
    """Of 400 all are written; head and foot are lines of the table, too."""
    few = small_map([f"D{i}" for i in range(400)], np.arange(400), columns=20)
    assert (len(shown(few).rows), shown(few).rest, shown(few).count) == (400, (), 0)
    many = small_map([f"D{i}" for i in range(401)], np.arange(401), columns=20)
    view = shown(many)
    assert ([row.name for row in view.rows[:2]], len(view.rows)) == (["D400", "D399"], 24)
    assert (view.rest[0], view.rest[-1], len(view.rest)) == (Plain("D376", "376"), ("D0", "0"), 377)
    assert view.count == 403
    html = render("table.html", view, many.words)
    assert '<table id="table" aria-rowcount="403">' in html
    assert "<noscript><table><tr><th>D376<td>376<tr>" in html
    assert shown(many, article=True).rest == ()
