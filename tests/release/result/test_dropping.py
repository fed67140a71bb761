"""Totals that say another one again, and columns that few of the units have."""

from __future__ import annotations

from geo.release.result.dropping import drop_partial, drop_repeats
from geo.release.result.rows import Found
from geo.release.words.readings import Total
from tests.release.readings import reading, row


def test_a_headline_that_says_the_year_s_plan_without_the_year_repeats_it():
    whole = [("investment", "13000"), ("planned", "4377"), ("investment", "4377")]
    found = Found()
    found.totals = [
        Total("event", "全省", 0, reading(column, value, "亿元", at=10 * i))
        for i, (column, value) in enumerate(whole)
    ]
    drop_repeats(found)
    assert [t.reading.start for t in found.totals] == [0, 10]
    assert found.reasons == {20: "repeat"}
    found.totals = [
        found.totals[1],
        Total("event", "全省", 0, reading("investment", "4377", "亿元", at=20)),
    ]
    drop_repeats(found)
    assert len(found.totals) == 2  # all there is to be had is the plan: both may be true


def test_a_year_s_plan_as_large_as_the_event_is_the_event():
    found = Found()
    found.totals = [
        Total("portfolio", "2021年", 0, reading("projects", "1466", at=3)),
        Total("event", "江苏", 0, reading("projects", "1466", at=30)),
        Total("portfolio", "2021年", 0, reading("investment", "20000", "亿元", at=60)),
    ]
    drop_repeats(found)
    assert [t.reading.start for t in found.totals] == [30, 60]


def test_a_further_column_is_kept_if_half_of_the_units_have_it():
    land = [reading("用地", "910", "亩", at=at) for at in (10, 20)]
    count = reading("projects", "16", at=3)
    names = ("奎文区", "潍城区", "坊子区")
    half = [row("奎文区", count, land[0]), row("潍城区", count, land[1]), row("坊子区", count)]
    one = [row(name, count, *land[: name == "奎文区"]) for name in names]
    for rows, left in ((half, [2, 2, 1]), (one, [1, 1, 1])):
        found = Found(events=[""], rows=rows)
        drop_partial(found)
        assert [len(r.cells) for r in found.rows] == left


def test_a_column_of_the_vocabulary_is_kept_though_one_unit_alone_has_it():
    found = Found(
        events=[""], rows=[row("奎文区", reading("planned", "30", "亿元")), row("潍城区")]
    )
    drop_partial(found)
    assert [r.name for r in found.rows] == ["奎文区"]
