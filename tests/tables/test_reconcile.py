"""Parts against a total by interval arithmetic."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest

from geo.tables.printed import Printed
from geo.tables.reconcile import contradiction, reconcile
from tests.frames import figure, figures


@pytest.mark.parametrize(("total", "ok"), [("1479.3", True), ("1481.9", True), ("1479.2", False)])
def test_the_slack_is_inclusive(total: str, ok: bool):
    """Sixteen parts printed to 0.1 add 0.8, a total printed to 1 adds 0.5."""
    parts = [Printed(Decimal("92.5375"), Decimal("0.1"))] * 16  # 1480.6 in sum
    whole = Printed(Decimal(total), Decimal(1))
    assert reconcile(parts, whole, "全市", "investment", "亿元").ok is ok


def test_counts_are_exact():
    parts = figures("131", "132", unit="个")
    check = reconcile(parts, figure("264", "个"), "全市", "projects", "个")
    assert (check.ok, check.slack) == (False, 0)


def test_counts_in_tens_of_thousands_are_rounded():
    """1.2万人 and 1.3万人 are within 2.6万人."""
    check = reconcile(figures("1.2万", "1.3万", unit="人"), figure("2.6万", "人"), "", "", "人")
    assert (check.ok, check.slack) == (True, 1500)


def test_whole_numbers_of_money_are_rounded_too():
    check = reconcile(figures("10", "20"), figure("31"), "", "", "亿元")
    assert (check.ok, check.slack) == (True, Decimal("1.5"))


@pytest.mark.parametrize(
    ("relation", "part", "ok"),
    [("<=", "265", False), ("<=", "264", True), (">=", "264", True), (">=", "263", False)],
)
def test_a_bound_is_broken_on_one_side_only(relation, part: str, ok: bool):
    whole = figure("264", "个")
    assert reconcile(figures(part, unit="个"), whole, "", "", "个", relation).ok is ok


def test_a_contradiction_shows_both_numbers_and_what_rounding_explains():
    parts = figures("81.8", "84.5")
    check = reconcile(parts, figure("1480"), "全市", "investment", "亿元")
    assert str(contradiction(check, "weifang")) == (
        "weifang, 全市: investment adds up to 166.3 亿元, but 1,480 亿元 is stated; "
        "rounding explains 0.6 亿元. Correct the table or the stated total."
    )


def test_a_broken_bound_is_told_as_one():
    check = reconcile(figures("300", unit="个"), figure("264", "个"), "省级 ≤ 全市", "projects",
                      "个", "<=")  # fmt: skip
    assert str(contradiction(check, "weifang")) == (
        "weifang, 省级 ≤ 全市: projects is 300 个, but at most 264 个 is stated. "
        "Correct the table or the stated total."
    )
    turned = dataclasses.replace(check, relation=">=", label="全年 ≥ 全市")
    assert "but at least 264 个 is stated" in str(contradiction(turned, "weifang"))
