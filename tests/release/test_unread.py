"""Which of the numbers that were not used may be districts' figures."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.measures import read_measures


def unread(text: str, **given) -> list[str]:
    return [number.printed for number in extract(text, **given).unread]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("奎文区、潍城区共开工项目31个，总投资166.3亿元。", ["31个", "166.3亿元"]),
        ("奎文区开工项目16个，增长5%。", []),  # read, and a percentage
        ("据介绍，共有产业项目31个。", []),  # of no district
        ("奎文区获金牌31个。", []),  # of no project
        ("奎文区某项目占地910亩。", []),  # neither a count nor money
        ("位于奎文区的磁悬浮项目由某公司建设，总投资35亿元。", []),  # of a single project
    ],
)
def test_a_number_beside_a_district_that_may_count_projects(text, expected):
    assert unread(text) == expected


def test_of_a_measure_its_words_and_its_unit_tell():
    measures = read_measures(["cases=例"])
    assert unread("奎文区、潍城区共报告病例31例，投资5亿元。", measures=measures) == ["31例"]


def test_in_a_language_whose_places_are_unknown_the_words_of_a_measure_tell():
    text = "Kuiwen District reported 7 cases."
    found = unread(text, measures=read_measures(["cases=cases"]))
    assert [number.strip() for number in found] == ["7"]
    assert unread(text) == []
