"""From a text to its release: every number is in a cell, in a total, or listed with its reason."""

from __future__ import annotations

import re

import pytest

from geo.release.extract import extract

TEXT = (
    "2月26日，全市开工31个项目，总投资166亿元。奎文区16个，总投资81.8亿元，用地910亩；"
    "潍城区15个，总投资84.5亿元。其中，高新区磁悬浮项目总投资35亿元。"
)


def test_every_number_is_used_or_listed():
    release = extract(TEXT)
    used = [r.start for r in release.figures]
    listed = [number.start for number in release.unused]
    assert sorted(used + listed) == sorted({*used, *listed})
    numbers = [match.start() for match in re.finditer(r"\d+(?:\.\d+)?(?!\d*日)", TEXT)]
    spans = [*release.figures, *release.unused]
    assert all(any(s.start <= at < s.end for s in spans) for at in numbers)


def test_control_characters_part_words_and_move_no_number():
    """A form feed stands between the pages of a text that was copied from a PDF."""
    release = extract("奎文区16个项目\x0c\x1d潍城区15个项目。")
    assert release.text == "奎文区16个项目\n 潍城区15个项目。"
    assert [release.text[r.start : r.end] for r in release.figures] == ["16个", "15个"]


def test_a_city_whose_districts_are_named_is_a_total():
    alone = extract("潍坊市开工264个项目。")
    assert [row.name for row in alone.rows] == ["潍坊市"]
    whole = extract("潍坊市开工264个项目。奎文区16个项目，潍城区15个项目。")
    assert [total.label for total in whole.stated] == ["潍坊市"]


def test_districts_without_a_row_are_missing_and_others_unknown():
    release = extract("奎文区16个项目，云山县9个项目。", names=("奎文区", "潍城区"))
    assert (release.missing, release.unknown) == (("潍城区",), ("云山县",))


@pytest.mark.parametrize("text", ["", "\n\n", "今天天气很好。"])
def test_a_text_without_numbers_is_an_empty_release(text):
    release = extract(text)
    assert (release.rows, release.stated, release.unused) == ((), (), ())


def test_the_sentence_of_a_list_s_number_is_its_own_line():
    text = "说明一句。\n1. 奎文区：16个项目"
    (mark,) = extract(text).unused
    assert (mark.printed, mark.reason) == ("1", "mark")
    assert text[slice(*mark.sentence)] == "1. 奎文区：16个项目"
