"""Rows of which no act was said belong to the event whose count they add up to."""

from __future__ import annotations

import pytest

from geo.release.extract import extract

LISTED = "全市31个重点项目开工29个。"
DONE = "全市开工项目31个，竣工项目29个。"
TABLE = "县市\t项目个数\n奎文区\t{}\n潍城区\t10\n坊子区\t9"
PLANNED = "县市\t项目个数\t年度计划投资（亿元）\n奎文区\t7\t18\n潍城区\t6\t13\n坊子区\t5\t11"


def event_of(text: str) -> str:
    found = extract(text)
    (event,) = {row.event for row in found.rows}
    return found.events[event]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (LISTED + "其中，奎文区12个、潍城区10个、坊子区9个。", "列入"),
        (LISTED + "其中，奎文区10个、潍城区10个、坊子区9个。", "开工"),
        (DONE + "分县区看，奎文区12个、潍城区10个、坊子区9个。", "开工"),
        (DONE + "分县区看，奎文区10个、潍城区10个、坊子区9个。", "竣工"),
        (LISTED + "\n" + TABLE.format(12), "列入"),
        (LISTED + "\n" + TABLE.format(10), "开工"),
        (LISTED + "\n" + PLANNED, "列入"),
    ],
)
def test_units_are_of_the_count_that_they_add_up_to(text: str, event: str):
    assert event_of(text) == event


def test_rows_of_an_act_stay_its_own_whatever_they_add_up_to():
    text = DONE + "竣工项目中，奎文区竣工12个、潍城区竣工10个、坊子区竣工9个。"
    assert event_of(text) == "竣工"


def test_two_units_prove_nothing():
    two = DONE + "分县区看，奎文区{}个、潍城区9个。"
    assert event_of(two.format(22)) == event_of(two.format(11))
