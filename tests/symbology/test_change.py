"""A change is of districts that have a figure in both periods."""

from __future__ import annotations

from decimal import Decimal

from geo.spec.measure import MeasureSpec
from geo.symbology.change import changed
from geo.tables.arithmetic import rounded
from tests.frames import column

BEFORE = {"a": column(10, 40, 0, None, 5), "b": column(1, 2, 3, 4, 5)}
AFTER = {"a": column(15, 30, 7, 9, None), "b": column(1, 1, 1, 1, 1)}


def change(kind="rate", per_cent=False, **given):
    spec = {"id": "i", "label": "l", "unit": "u", "kind": kind, "column": "a"} | given
    return changed(MeasureSpec(**spec, change={"since": "1", "per_cent": per_cent}), BEFORE, AFTER)


def test_a_difference_is_exact_and_missing_where_one_of_the_two_is():
    found, overall = change()
    assert found.numbers == (5, -10, 7, None, None)
    assert found.states == ("value", "value", "value", "missing", "missing")
    assert rounded(overall, 2) == Decimal("0.67")  # of the means of the three that have both


def test_per_cent_of_nothing_does_not_apply():
    found, overall = change(per_cent=True)
    assert found.numbers == (50, -25, None, None, None)
    assert found.states[2] == "inapplicable"
    assert rounded(overall, 9) == 4  # 52 after 50


def test_the_change_of_a_ratio_is_that_of_both_ratios():
    ratio = {"column": "", "numerator": "a", "denominator": "b"}
    found, overall = change(**ratio)
    assert found.numbers == (5, 10, 7, None, None)
    # 52 / 3 after 50 / 6
    assert rounded(overall, 9) == 9


def test_per_cent_of_a_small_figure_is_a_growth_like_any_other():
    spec = MeasureSpec(id="i", label="l", unit="%", kind="rate", column="a",
                       change={"since": "1", "per_cent": True})  # fmt: skip
    found, _ = changed(spec, {"a": column("0.5")}, {"a": column("0.6")})
    assert found.numbers == (20,)


def test_a_ratio_that_the_whole_lacked_before_has_no_change():
    spec = MeasureSpec(id="i", label="l", unit="u", kind="rate", numerator="a", denominator="b",
                       change={"since": "1"})  # fmt: skip
    before, after = {"a": column(1), "b": column(0)}, {"a": column(1), "b": column(2)}
    found, overall = changed(spec, before, after)
    assert (found.numbers, overall) == ((None,), None)


def test_a_mean_without_any_weight_before_has_no_change():
    spec = MeasureSpec(id="i", label="l", unit="u", kind="rate", column="a", weight="b",
                       change={"since": "1"})  # fmt: skip
    weightless, weighed = ({"a": column(1), "b": column(weight)} for weight in (0, 2))
    assert [changed(spec, *pair)[1] for pair in ((weightless, weighed), (weighed, weightless))] == [
        None,
        None,
    ]
