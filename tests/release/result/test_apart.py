"""Lists of two things that no word tells apart."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures

FIRST = "截至目前，奎文区已收21万亩、潍城区已收19万亩、坊子区已收17万亩、寒亭区已收15万亩。"


def read(text: str) -> tuple[list[str], list[str]]:
    found = extract(text, measures=read_measures(["harvest=已收:万亩"]))
    rows = [f"{found.events[r.event]} {r.name} {r.cells[0].printed}" for r in found.rows]
    return rows, [conflict.name for conflict in found.conflicts]


def test_a_list_that_differs_nearly_everywhere_is_of_another_thing():
    rows, conflicts = read(FIRST + "截至目前，潍城区已收9万亩、坊子区已收8万亩、奎文区已收7万亩。")
    assert not conflicts
    assert rows[-3:] == [
        f"截至目前（2） {unit}万亩" for unit in ("潍城区 9", "坊子区 8", "奎文区 7")
    ]


@pytest.mark.parametrize(
    "second",
    [
        "潍城区已收9万亩、坊子区已收17万亩、奎文区已收21万亩",  # one figure of three
        "潍城区已收9万亩、坊子区已收8万亩",  # two units are no list
    ],
)
def test_a_figure_that_differs_in_the_same_list_is_a_contradiction(second):
    rows, conflicts = read(f"{FIRST}截至目前，{second}。")
    assert conflicts[0] == "潍城区, harvest"
    assert all("（2）" not in row for row in rows)


def test_a_list_that_repeats_the_first_is_of_it_and_a_third_may_be_of_the_second():
    second = "截至目前，潍城区已收9万亩、坊子区已收8万亩、奎文区已收7万亩。"
    rows, conflicts = read(f"{FIRST}{second}{FIRST}{second}")
    assert not conflicts
    assert len(rows) == 7


def test_of_very_many_lists_each_stays_of_a_thing_of_its_own():
    units = ("奎文区", "潍城区", "坊子区")
    lists = [
        "、".join(f"{unit}已收{number + at}万亩" for at, unit in enumerate(units))
        for number in range(100, 340, 4)
    ]
    rows, conflicts = read("".join(f"截至目前，{told}。" for told in lists))
    assert not conflicts
    assert len(rows) == 24 * len(units)
