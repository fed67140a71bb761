"""Clauses about an occasion that say nothing of projects."""

from __future__ import annotations

import pytest

from geo.release.extract import extract


@pytest.mark.parametrize(
    "said",
    [
        "本次开工仪式设一个主会场，9个分会场。",
        "此次观摩历时三天，",
        "推介会在珠海举行，",
    ],
)
def test_where_it_was_and_how_long_changes_nothing(said):
    found = extract(f"全市今年开工项目90个。{said}集中签约项目20个。")
    assert [total.reading.printed for total in found.stated] == ["90个", "20个"]


def test_what_else_was_counted_does():
    found = extract("全市今年开工项目90个。本次仪式设9个展位。集中签约项目20个。")
    assert [total.reading.printed for total in found.stated] == ["90个"]


def test_where_a_unit_held_it_takes_nothing_from_the_unit():
    told = "潍坊市在深圳举行推介会，签约项目18个；烟台市分会场设在该市高新区，开工项目9个。"
    found = [(row.name, row.cells[0].printed) for row in extract(told).rows]
    assert found == [("潍坊市", "18个"), ("烟台市", "9个")]


def test_another_unit_that_is_with_it_does():
    assert extract("潍坊市携手烟台市举行推介会，签约项目18个。").rows == ()


def test_a_main_venue_tells_no_more_than_where():
    text = "活动在潍坊高新区设主会场，共有90个项目集中开工，总投资372亿元。"
    assert [t.reading.printed for t in extract(text).stated] == ["90个", "372亿元"]
