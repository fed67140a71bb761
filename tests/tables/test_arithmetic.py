"""Figures are rounded once, half up, in decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.nice import decimal_of
from geo.tables.arithmetic import difference, in_digits, product, quotient, rounded, total

FINITE = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        ("9.95", 1, "10.0"),  # 9.949999999999999 as a double
        ("2.675", 2, "2.68"),
        ("0.125", 2, "0.13"),  # to even would be 0.12
        ("-0.125", 2, "-0.13"),
        ("27.5", 0, "28"),
        ("81.8", 2, "81.8"),  # no digit that the source did not print
        ("1.3E+4", 1, "1.3E+4"),
        ("-0.04", 1, "0.0"),
        ("1E+308", 2, "1E+308"),
    ],
)
def test_a_figure_is_rounded_half_up_as_statistics_offices_do(number, decimals, expected):
    assert str(rounded(Decimal(number), decimals)) == expected


def test_a_large_figure_is_rounded_in_all_its_digits():
    """More than the 28 digits that decimals have by default."""
    assert rounded(Decimal("1E+40") + Decimal(0), 1) == Decimal("1E+40")
    long = Decimal("1234567890123456789012345678901234.55")
    assert rounded(long, 1) == Decimal("1234567890123456789012345678901234.6")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4), st.integers(0, 6))
def test_rounding_moves_a_figure_by_half_a_digit_at_most_and_only_once(number, decimals):
    once = rounded(number, decimals)
    assert abs(difference(once, number)) <= Decimal("0.5").scaleb(-decimals)
    assert rounded(once, decimals) == once


@given(st.lists(FINITE))
def test_a_sum_does_not_depend_on_the_order_of_its_parts(numbers):
    parts = [decimal_of(n) for n in numbers]
    assert total(parts) == total(sorted(parts)) == total(reversed(parts))


def test_tenths_add_up_and_a_quotient_times_its_divisor_is_what_was_divided():
    assert total([Decimal("0.1"), Decimal("0.2")]) == Decimal("0.3")
    assert product(quotient(Decimal("81.8"), Decimal(16)), Decimal(16)) == Decimal("81.8")


@pytest.mark.parametrize("number", ["-0.0", "-0", "-0.04", "-0e5"])
def test_no_zero_has_a_sign(number: str):
    assert not str(rounded(Decimal(number), 1)).startswith("-")


@pytest.mark.parametrize(
    ("number", "text"),
    [("8.0", "8"), ("4E+1", "40"), ("1200", "1200"), ("0.250", "0.25"), ("-3.10", "-3.1")],
)
def test_digits_are_written_without_an_exponent_and_needless_zeros(number: str, text: str):
    assert in_digits(Decimal(number)) == text
