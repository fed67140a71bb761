# ruff: noqa: E501 - examples stay on one line
"""Numbers as releases print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.release.extract import extract
from geo.release.words.numbers import chinese_integer, in_unit, plain, read_number, widen
from geo.tables.printed import Printed
from tests.release.numerals import spelled

#: Printed, and its value and resolution in units of 10**8.
READ = {
    "8180000000": ("81.80000000", "1E-8"), "81.8亿": ("81.8", "0.1"), "78.0亿": ("78.0", "0.1"), "1.3万亿": ("13000", "1000"),
    "8亿1800万": ("8.1800", "0.0001"), "8180万": ("0.8180", "0.0001"), "12万8416": ("0.00128416", "1E-8"), "1,480亿": ("1480", "1"), "1.2千万": ("0.12", "0.01"),
    "一百二十亿": ("120", "1"), "一点三万亿": ("13000", "1000"), "一千四百八十点六亿": ("1480.6", "0.1"), "一亿二千万": ("1.2000", "0.0001"),
    "一万三千亿": ("13000", "1"), "两百亿": ("200", "1"), "壹佰贰拾亿": ("120", "1"), "一百零五亿": ("105", "1"),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), READ.items(), ids=list(READ))
def test_a_number_keeps_its_rounding(printed, expected):
    figure = read_number(printed)
    assert figure is not None
    figure = in_unit(figure, 10**8)
    assert (plain(figure.value), figure.resolution) == (expected[0], Decimal(expected[1]))


@pytest.mark.parametrize(
    "printed",
    ["三四", "一千二", "百亿", "千万", "12万34万", "3千5百万", "点五", "一点", "二〇二四"],
)
def test_what_is_not_certain_is_not_read(printed):
    assert read_number(printed) is None


#: Numerals as people write them, with 零 where places are skipped; both ways of writing 10.
NUMERALS = {
    "零": 0, "两": 2, "十": 10, "一十六": 16, "二百一十": 210, "一千零一": 1001, "一万零一十": 10_010, "十万零一百": 100_100,
    "二千万零一百": 20_000_100, "一亿零一十万": 100_100_000, "七亿零七千五百": 700_007_500, "一万三千亿": 13 * 10**11,
}  # fmt: skip


@pytest.mark.parametrize(("numerals", "number"), NUMERALS.items())
def test_numerals_give_their_number(numerals, number):
    assert chinese_integer(numerals) == number


@pytest.mark.parametrize(
    "numerals", ["", "三四", "一千二", "一千零", "二百十", "百", "一零", "一千一十零", "一百零十", "一万万", "一亿七千五百", "十十"]
)  # fmt: skip
def test_numerals_that_are_not_written_as_numbers_are_refused(numerals):
    assert chinese_integer(numerals) is None


@given(st.integers(0, 10**16 - 1))
def test_every_number_is_read_as_it_is_spelled(number):
    assert chinese_integer(spelled(number)) == number


@given(st.text("零一二三十百千万亿", max_size=9))
def test_numerals_that_are_read_are_spelled_in_just_that_way(numerals):
    number = chinese_integer(numerals)
    assert number is None or spelled(number) == numerals.replace(
        "一十", "十", numerals[:2] == "一十"
    )


@pytest.mark.parametrize(
    ("value", "resolution", "widened"),
    [("81.8", "0.1", "0.2"), ("120", "1", "20"), ("1500", "1", "200"), ("13000", "1000", "2000"), ("16", "1", "2")],
)  # fmt: skip
def test_an_approximate_figure_may_be_off_by_one_in_its_last_digit(value, resolution, widened):
    figure = widen(Printed(Decimal(value), Decimal(resolution)))
    assert figure == Printed(Decimal(value), Decimal(widened))


def test_a_copied_page_may_have_a_space_behind_the_point():
    (row,) = extract("奎文区开工6个，总投资16. 36亿元。").rows
    assert [cell.figure.value for cell in row.cells] == [6, Decimal("16.36")]
    (row,) = extract("奎文区开工6个，用地16. 36亩。").rows
    assert [cell.printed for cell in row.cells] == ["6个"]
