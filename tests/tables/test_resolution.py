"""Whether a figure that is short of digits lost a zero, or was rounded further than the others."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from decimal import Decimal

import pytest

from geo.tables.printed import Printed
from geo.tables.resolution import as_rounded, chance_beyond, exact_count
from tests.frames import figure, figures

#: The investments of the first map: one of sixteen ends in a zero.
WEIFANG = ("81.8", "84.5", "74.4", "64.2", "78.6", "151.1", "116.6", "85.1", "78", "122.4", "97.6",
           "78.9", "196.7", "144.5", "19.3", "6.9")  # fmt: skip


def slack(texts: Sequence[str], apart: str = "0.5", unit: str = "亿元") -> Decimal:
    parts = as_rounded(figures(*texts, unit=unit), unit, Decimal(apart))
    return sum((part.slack for part in parts), Decimal(0))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (WEIFANG, "0.80"),
        ([*WEIFANG, "73", "62"], "2.25"),  # three of eighteen: a mix of roundings may look so
        (["1.1"] * 38 + ["2"] * 2, "2.00"),
        (["1.1"] * 84 + ["2"] * 16, "5"),  # 10 and two standard deviations of 3
        (["1.1"] * 83 + ["2"] * 17, "12.65"),  # more than chance explains
        (["1.11"] * 38 + ["2.2"] * 2, "0.2"),
        (["1.11"] * 38 + ["2.2", "3"], "0.740"),  # 3 may be off by more than all together
    ],
)
def test_of_many_figures_few_that_are_short_of_digits_end_in_a_dropped_zero(texts, expected):
    assert slack(texts) == Decimal(expected)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["81.8", "78", "84.5"], "0.60"),
        (["81.8", "78", "84"], "1.05"),
        (["8.18", "7.8", "84.52", "9.47", "6.31"], "0.070"),
        (["1143", "99.2", "80.5", "157.6"], "0.65"),  # the first map's kinds of projects
        (["1.5e3", "1200"], "50.5"),
        (["1.5e3", *["1.1"] * 39], "51.95"),  # rounded to hundreds, as it says
    ],
)
def test_of_few_figures_each_has_the_rounding_of_its_own_digits(texts, expected):
    assert slack(texts) == Decimal(expected)


def test_where_a_last_zero_is_printed_none_was_dropped():
    texts = [*["1.1"] * 38, "2"]
    assert slack([*texts, "3.1"]) == Decimal("2.00")
    assert slack([*texts, "3.0"]) == Decimal("2.45")
    assert slack([*texts, "80"]) == Decimal("2.00")  # 80.0 without its last zero


def test_a_total_with_more_digits_needs_more_evidence():
    """Sixteen errors of 0.05 and one of 0.5 exceed 0.8 more often than, with a total's, 1.3."""
    assert slack(WEIFANG[:14]) == Decimal("0.70")
    assert slack(WEIFANG[:14], apart="0") == Decimal("1.15")


def test_errors_that_are_rare_but_not_one_in_a_million_leave_figures_as_printed():
    """One of thirteen is short: by chance in 1 of 600, and then beyond the others in 1 of 1300."""
    assert slack(["1.1"] * 12 + ["2"], apart="1") == Decimal("1.10")


def test_counts_and_exact_figures_have_no_rounding_and_lend_none():
    assert slack(["16", "1.5"], unit="个") == Decimal("0.05")
    exact = [Printed(Decimal(10))] * 40
    assert as_rounded([*exact, *figures("81.8", "78")], "亿元")[-1] == figure("78")


def test_figures_in_another_unit_keep_their_own_rounding_and_lend_none():
    parts = figures("81.8", "84.5", "8180万元", "1.3万亿")
    assert as_rounded(parts, "亿元") == parts
    many = [*figures(*["1.1"] * 39, "2"), *parts[2:]]
    assert as_rounded(many, "亿元")[-2:] == parts[2:]
    assert as_rounded(many, "亿元")[39].resolution == 1  # the other units' errors hide what it was


@pytest.mark.parametrize(("text", "resolution"), [("16", "0"), ("1.5万", "1000"), ("1.5", "0.1")])
def test_a_whole_number_of_what_is_counted_is_exact(text, resolution):
    assert exact_count(figure(text, "个"), "个").resolution == Decimal(resolution)
    assert exact_count(figure("16"), "亿元").resolution == 1


def test_the_bound_is_above_the_chance_that_errors_exceed_a_limit():
    """One error of 0.5 and fifteen of 0.05, drawn."""
    chance = random.Random(1)
    slacks = [Decimal("0.5"), *[Decimal("0.05")] * 15]
    sums = [abs(sum(chance.uniform(-1, 1) * float(s) for s in slacks)) for _ in range(4000)]
    for limit in ("0.3", "0.5", "0.6", "0.7"):
        drawn = sum(x > float(limit) for x in sums) / len(sums)
        assert drawn <= chance_beyond(slacks, Decimal(limit)) <= 1


def test_the_bound_is_that_of_chernoff():
    """For one error and half of its slack the bound says nothing; at its very end it is small."""
    assert chance_beyond([Decimal(1)], Decimal("0.5")) == 1
    assert chance_beyond([Decimal("0.1")] * 20, Decimal(2)) == pytest.approx(0, abs=1e-15)
    least = chance_beyond([Decimal("0.05")] * 15 + [Decimal("0.5")] * 2, Decimal("1.3"))
    assert least == pytest.approx(4.9e-5, rel=0.02)


def test_no_other_scale_gives_a_noticeably_smaller_bound():
    """Six errors of 0.5 and one of 0.0005: its scale is nobody's."""
    found = chance_beyond([Decimal("0.5")] * 6 + [Decimal("0.0005")], Decimal(2))

    def bound(a: float) -> float:
        spread = 6 * math.log(math.sinh(a / 2) / (a / 2))
        return 2 * math.exp(spread - 2 * a)

    assert found == pytest.approx(min(bound(a / 100) for a in range(1, 3000)), rel=0.02)


def test_errors_that_cannot_be_have_no_chance():
    assert chance_beyond([Decimal(0)], Decimal(0)) == 0
