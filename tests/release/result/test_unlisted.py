"""Every number of a text is listed: those, too, that are in words with a meaning as a whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.release.extract import extract
from geo.release.result.unlisted import unlisted

PIECES = (
    "奎文区", "开工", "16个", "2025年", "计划投资", "3.5亿元", "，", "。", "2个区", "其中", "项目",
    "A4", "（", "）",
)  # fmt: skip
TEXT = "2025年计划投资330亿元。奎文区、潍城区2个区开工16个。"


@pytest.mark.parametrize(
    ("text", "printed", "reason"),
    [
        ("2025年计划投资", "2025年", "date"),
        ("两地2个区开工", "2个区", "quantity"),
        ("PM2.5浓度", "2.5", "code"),
        ("4A级景区", "4", "code"),
        ("常住人口[2]为", "2", "code"),
        ("共1,480.5万", "1,480.5万", "quantity"),
    ],
)
def test_a_number_that_nobody_spoke_of_is_named_by_what_stands_beside_it(text, printed, reason):
    (number,) = unlisted(text, ())
    assert (number.printed, number.reason) == (printed, reason)
    assert text[number.start : number.end] == printed


def test_what_is_within_a_span_that_was_told_is_not_told_again():
    """A span may lie within another, which then goes on behind it."""
    assert [n.printed for n in unlisted("共225个（含3家）和7家", [(1, 9), (2, 4)])] == ["7家"]


def test_its_sentence_goes_from_stop_to_stop():
    first, second = unlisted("甲1座。乙2座。丙", ())
    assert (first.sentence, second.sentence) == ((0, 4), (4, 8))


def test_a_year_in_a_measure_and_a_count_of_units_are_listed():
    told = {number.printed: number.reason for number in extract(TEXT).unused}
    assert (told["2025年"], told["2个区"]) == ("date", "quantity")


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_every_number_is_in_a_cell_in_a_total_in_a_contradiction_or_listed(words):
    release = extract("".join(words))
    taken = [(cell.start, cell.end) for row in release.rows for cell in row.cells]
    taken += [(total.reading.start, total.reading.end) for total in release.stated]
    assert {start for start, _ in taken}.isdisjoint(n.start for n in release.unused)
    told = [*taken, *((n.start, n.end) for n in release.unused)]
    told += [(r.start, r.end) for conflict in release.conflicts for r in conflict.readings]
    for digit in re.finditer(r"\d", release.text):
        assert any(start <= digit.start() < end for start, end in told)
