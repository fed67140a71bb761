"""Figures that the words after them take back."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.words.numbers import plain


def totals(text: str) -> dict[str, str]:
    return {f"{t.scope} {t.label} {t.column}": str(t.figure.value) for t in extract(text).totals}


def test_a_count_with_its_share_of_the_whole_is_no_total_of_it():
    assert totals("1-9月新开工项目有118项，占全区的21%，累计完成投资346.2亿元。") == {}


def test_a_share_of_something_larger_leaves_a_total_what_it_is():
    found = totals("全市集中开工264个项目，占全省的8%，总投资1480.6亿元。")
    assert found == {"event 全市 projects": "264", "event 全市 investment": "1480.6"}


def test_a_count_that_goes_to_a_place_by_a_verb_nobody_knows_is_no_total():
    assert totals("337个项目与奎文区牵手，投资额占比达57.9%。") == {}


def test_what_follows_a_figure_that_was_taken_back_is_no_total_either():
    found = extract("126个项目和奎文区结缘，总投资30亿元。")
    assert (found.totals, found.rows) == ((), ())
    assert [u.reason for u in found.unused] == ["unclear", "part"]


@pytest.mark.parametrize("rank", ["全省最多", "全市第一", "全区领先"])
def test_a_rank_among_all_is_no_figure_of_all(rank):
    found = extract(f"奎文区开工项目16个，{rank}，总投资81.8亿元；潍城区15个，总投资84.5亿元。")
    assert [[str(c.figure.value) for c in row.cells] for row in found.rows] == [
        ["16", "81.8"],
        ["15", "84.5"],
    ]
    assert found.totals == ()


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("奎文区开工16个，总投资突破80亿元，达81.8亿元。", "16 81.8"),
        ("奎文区开工项目突破10个，达16个，总投资5亿元。", "16 5"),
        ("奎文区开工16个，总投资超80亿元，5亿元。", "16 80"),  # less is another figure
        ("奎文区开工项目突破10个，达5亿元。", "10"),
        ("奎文区开工16个，开工率92.1%，总投资5亿元。", "16 5"),
        ("奎文区开工16个，是去年的1.5倍，总投资5亿元。", "16 5"),
        ("奎文区开工16个，某区开工率92.1%，总投资5亿元。", "16"),
    ],
)
def test_a_figure_behind_a_bound_is_the_exact_one_and_a_rate_ends_nothing(text, cells):
    (row,) = extract(text).rows
    assert " ".join(plain(cell.figure.value) for cell in row.cells) == cells


def test_what_is_compared_with_dates_nothing():
    release = extract("与去年同期的12个相比，奎文区开工16个。")
    assert [(row.cells[0].printed, release.events[row.event]) for row in release.rows] == [
        ("16个", "开工")
    ]
    assert [(number.printed, number.reason) for number in release.unused] == [("12个", "change")]
