"""Which of the numbers that were not used may be districts' figures."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures


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


def test_so_do_projects_and_investment():
    found = unread("Kuiwen District started 16 projects, an investment of 8.18 billion.")
    assert [number.strip() for number in found] == ["16", "8.18"]


@pytest.mark.parametrize(("head", "unread"), [("重点产业项目情况", 2), ("常住人口", 0)])
def test_rows_under_a_head_that_was_not_understood_are_unread_if_it_is_of_projects(head, unread):
    release = extract(f"区县\t{head}\t备注\n渝北区\t12\t无\n沙坪坝区\t9\t无")
    assert not release.rows
    assert len(release.unread) == unread
