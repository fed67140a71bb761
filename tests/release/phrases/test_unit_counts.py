"""Counts of units, and sorts of them, that are no figures of projects."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import scan
from tests.release.readings import cells


def tokens(text: str) -> str:
    places = list(find_places(text, names_for(text, (), {})))
    return " ".join(f"{token.kind}:{token.text}" for token in settle(scan(text, places)))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("全省21个市（州）共开工", "UNITS:21个市（州）"),
        ("全市12个县区和3个开发区共开工", "UNITS:12个县区和3个开发区"),
        ("潍坊市辖4区8县", "UNITS:辖4区8县"),
        ("设主会场1个", "UNITS:设主会场1个"),
        ("各县（市、区）开工", "WORD:各县（市、区）"),
        ("各市（地）开工", "WORD:各市（地）"),
    ],
)
def test_it_is_one_token(text, units):
    assert units in tokens(text).split()


@pytest.mark.parametrize("text", ["潍坊市辖4号楼", "全省21个项目", "各县（区级项目）"])
def test_others_are_not(text):
    assert "UNITS" not in tokens(text)
    assert "WORD:各县（" not in tokens(text)


def test_projects_everywhere_are_those_of_the_whole():
    assert "PROJECT:项目 END" in tokens("开工的101个项目遍布各县市区。")
    assert "遍布" in tokens("奎文区项目遍布各县市区。")


def test_a_city_with_so_many_districts_goes_on_to_its_figures():
    assert cells("潍坊市辖4区8县，共有项目64个。其中奎文区16个。") == {"奎文区 projects 16"}


def test_all_units_together_are_the_whole_if_their_sum_is_said():
    text = "市直及各区{}22个项目，其中奎文区8个。"
    summed, of_each = (extract(text.format(verb)).stated for verb in ("共有", "有"))
    assert ([total.reading.printed for total in summed], of_each) == (["22个"], ())


@pytest.mark.parametrize("sorts", ["6个州市", "13个区县", "9个县区"])
def test_the_last_sort_of_unit_is_no_part_of_the_word_behind(sorts):
    found = extract(f"奎文区完成投资61亿元。{sorts}重点项目完成投资58.7亿元。")
    assert found.stated == ()
    assert [unused.printed for unused in found.unused] == [sorts, "58.7亿元"]


MIXED = [
    "各县（市、区）",
    "各县(市)区",
    "各县（市）、区",
    "13个县（市）区",
    "9县、市（区）",
    "各市（州）",
]


@pytest.mark.parametrize("units", MIXED)
def test_sorts_of_units_are_written_in_many_ways(units):
    found = extract(f"全市{units}共开工38个项目，总投资30亿元。").stated
    assert [total.reading.printed for total in found] == ["38个", "30亿元"]
