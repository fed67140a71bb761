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
