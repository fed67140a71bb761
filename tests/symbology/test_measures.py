"""A measure is rounded once, in decimals, before it is classified and ranked."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.spec.measure import MeasureSpec
from geo.symbology.measures import measured, measured_over, ranks
from geo.tables.table import column_of
from tests.frames import column

TOTAL = {"id": "i", "label": "投资", "unit": "亿元", "kind": "total", "column": "a", "classes": 2}
RATE = {"id": "r", "label": "平均", "unit": "亿元/个", "kind": "rate", "classes": 2,
        "numerator": "a", "denominator": "b", "decimals": 2}  # fmt: skip
NO_AREA = np.array([])


def total(*figures, **spec):
    return measured(MeasureSpec(**TOTAL | spec), {"a": column(*figures)}, NO_AREA)


def rate(above, below, **spec):
    columns = {"a": column(*above), "b": column(*below)}
    return measured(MeasureSpec(**RATE | spec), columns, NO_AREA)


def decimals(*numbers):
    return tuple(None if n is None else Decimal(n) for n in numbers)


def test_the_order_begins_with_the_largest_and_leaves_out_what_is_missing():
    assert total("5", None, "9", "5").order == (2, 0, 3)


def test_ranks_are_those_of_a_league_and_missing_values_have_none():
    assert ranks(np.array([20.0, 16, np.nan, 20, 3])) == (1, 3, None, 1, 4)
    assert ranks(np.array([np.nan])) == (None,)


@given(st.lists(st.one_of(st.just(float("nan")), st.integers(-5, 5).map(float)), min_size=1))
def test_a_rank_is_one_more_than_the_number_of_larger_values(numbers):
    values = np.array(numbers)
    expected = tuple(None if np.isnan(v) else int((values > v).sum()) + 1 for v in values)
    assert ranks(values) == expected


def test_a_total_is_summed_and_its_mean_is_that_of_the_districts_that_have_one():
    m = total("81.8", "84.5", None)
    assert (m.total, m.overall) == decimals("166.3", "83.2")  # 83.15, half up
    assert m.states == ("value", "value", "missing")
    assert [m.text(i) for i in range(3)] == ["81.8", "84.5", ""]
    assert m.ranked == 2


def test_a_half_is_rounded_up_although_its_double_is_below_it():
    """9.95 is 9.949999999999999 in binary."""
    m = total("9.95", "1", "3")
    assert (m.text(0), m.figures[0], m.values[0]) == ("10", 10, 10.0)
    assert m.exact[0] == Decimal("9.95")


def test_a_value_shown_as_27_is_in_the_class_that_ends_at_27():
    m = total("26.6", "27.4", "28", "30", decimals=0, scheme="own", breaks=(27, 30))
    assert [m.text(i) for i in range(4)] == ["27", "27", "28", "30"]
    assert m.symbology.classes.ids == (0, 0, 1, 1)
    assert m.ranks == (3, 3, 2, 1)


def test_a_sum_is_taken_from_exact_figures_and_rounded_once():
    """Three times 0.4 is 1.2: not 0, the sum of what is shown."""
    m = total("0.4", "0.4", "0.4", "5", decimals=0)
    assert (m.total, m.figures) == (6, decimals(0, 0, 0, 5))


def test_shares_and_differences_are_computed_from_exact_figures_and_rounded_once():
    m = total("16", "20", "15", "2", decimals=0)  # 53, mean 13.25
    assert m.overall == 13
    assert m.shares == decimals("30.2", "37.7", "28.3", "3.8")
    assert m.differences == decimals(3, 7, 2, -11)  # 2.75, 6.75, 1.75, -11.25


@pytest.mark.parametrize("figures", [("5", "-1", "2"), ("0", "0"), ("-1", "1")])
def test_a_share_of_nothing_or_beside_a_negative_figure_has_no_meaning(figures):
    assert total(*figures, allow_negative=True).shares == (None,) * len(figures)


def test_a_rate_has_no_sum_and_its_mean_is_the_ratio_of_the_sums():
    m = rate((100, 10), (10, 10))
    assert m.total is None
    assert m.shares == (None, None)
    assert m.overall == Decimal("5.5")
    assert list(m.values) == [10, 1]
    assert [m.text(i) for i in range(2)] == ["10.00", "1.00"]


def test_a_rate_is_rounded_before_it_is_classified():
    """1.004 and 0.996 are both shown as 1.00: they have to lie in one class."""
    m = rate(("1.004", "0.996", 3), (1, 1, 1))
    assert list(m.values) == [1.0, 1.0, 3.0]
    assert m.symbology.fills[0] == m.symbology.fills[1] != m.symbology.fills[2]


def test_a_rate_has_no_digits_but_those_that_are_shown():
    m = rate((1, 2), (3, 1))
    assert m.exact == m.figures == decimals("0.33", "2")


def test_the_difference_of_a_rate_is_that_of_the_unrounded_ratios():
    """0.005 from 0.0025: both are shown as 0.01 and 0.00, and are 0.0025 apart."""
    m = rate(("0.005", 0), (1, 1))
    assert (m.figures, m.overall) == (decimals("0.01", 0), 0)
    assert m.differences == decimals("0.00", "0.00")


def test_nothing_is_divided_by_zero_in_silence():
    m = rate((1, 2, 8), (0, 1, 2))
    assert m.states == ("inapplicable", "value", "value")
    assert m.symbology.fills[0] is None


def test_a_rate_by_area_takes_the_measured_areas_and_its_factor():
    spec = MeasureSpec(**RATE | {"denominator": "area_km2", "factor": 10_000, "decimals": 0})
    m = measured(spec, {"a": column(1, 2)}, np.array([10.0, 40]))
    assert list(m.values) == [1000, 500]
    assert m.overall == 600


@given(
    st.lists(st.decimals(0, 10**6, places=3), min_size=1, max_size=30),
    st.integers(0, 3),
    st.sampled_from(["fisher-jenks", "quantiles", "equal-interval", "pretty", "head-tail"]),
)
def test_the_figure_shown_lies_in_its_class(numbers, digits, scheme):
    m = total(*map(str, numbers), decimals=digits, scheme=scheme, classes=5)
    edges = m.symbology.classes.edges
    for i, k in enumerate(m.symbology.classes.ids):
        shown = float(m.text(i).replace(",", ""))
        low, high = list(pairwise(edges))[k]
        assert low < shown <= high or (k == 0 and shown == low)


def test_the_mean_of_a_rate_leaves_out_districts_with_a_gap_on_either_side():
    """10 / 2 and 20 / 3 count; 30 without a denominator and 4 without a numerator do not."""
    m = rate(["10", "20", "30", None], ["2", "3", None, "4"])
    assert m.overall == Decimal("6.0")


def test_a_rate_of_300_digits_is_refused():
    with pytest.raises(MapError) as error:
        rate(["1e20", "2"], ["1e-20", "1"])
    assert str(error.value) == "measure r: a value is above 1e+24. Lower the factor."


def test_a_negative_zero_is_zero():
    m = total("-0.0", "-0.04", "3", allow_negative=True)
    assert [str(f) for f in m.figures] == ["0.0", "0.0", "3"]


def test_the_largest_figure_that_can_be_shown_is_shown():
    assert total("1e24", "2").figures[0] == Decimal("1e24")


def test_a_ratio_of_sums_whose_denominators_cancel_has_no_overall_value():
    m = rate((1, 2), (1, -1), allow_negative=True)
    assert (m.figures, m.overall) == (decimals(1, -2), None)
    assert m.differences == (None, None)


def test_a_figure_of_zero_or_below_one_has_a_share_like_any_other():
    assert total("0", "0.5", "1.5").shares == decimals("0.0", "25.0", "75.0")


def test_a_mean_is_weighted_by_the_column_that_the_spec_names():
    """1 % of 100 and 4 % of 300 people are 3.25 % of all, not 2.5 %."""
    spec = MeasureSpec(
        id="r", label="r", unit="%", kind="rate", column="r", weight="people", decimals=2
    )
    columns = {"r": column_of([1, 4], "%"), "people": column_of([100, 300], "")}
    found = measured(spec, columns, np.array([1.0, 1.0]))
    assert (found.overall, found.mean) == (Decimal("3.25"), "weighted")


def test_a_formula_of_rates_has_their_mean_and_one_of_amounts_the_ratio_of_the_sums():
    spec = RATE | {"numerator": "", "denominator": "", "decimals": 1}
    columns = {"a": column("8", "4", None), "b": column("2", "4", "1")}
    change = measured(MeasureSpec(**spec, formula="(a - b) * 100"), columns, NO_AREA)
    assert (change.overall, change.mean) == (Decimal("300.0"), "unweighted")  # of 600 and 0
    ratio = measured(MeasureSpec(**spec, formula="a / b"), columns, NO_AREA)
    assert (ratio.overall, ratio.mean) == (Decimal("2.0"), "ratio")  # 12 / 6, not that of 4 and 1


def test_periods_share_classes_and_reach_and_each_has_its_own_figures():
    spec = MeasureSpec(**TOTAL | {"scheme": "own", "breaks": (5, 10)})
    figures = [column("1", None, "9"), column("2", "8", "10")]
    first, second = measured_over(spec, [(one, None) for one in figures])
    assert (first.figures, second.figures) == (decimals(1, None, 9), decimals(2, 8, 10))
    assert first.reach == second.reach == (1, 10)
    assert (first.total, second.total) == (10, 20)
    assert (first.symbology.classes.ids, second.symbology.classes.ids) == ((0, None, 1), (0, 1, 1))


def test_the_edges_of_an_earlier_edition_are_kept():
    """Left alone, the values would be cut between 3 and 9."""
    spec = MeasureSpec(**TOTAL)
    taken = [(column("1", "3", "9", "10"), None)]
    (alone,) = measured_over(spec, taken)
    (kept,) = measured_over(spec, taken, limits=(0.0, 2.0, 12.0))
    assert alone.symbology.classes.ids == (0, 0, 1, 1)
    assert kept.symbology.classes.edges == (0.0, 2.0, 12.0)
    assert kept.symbology.classes.ids == (0, 1, 1, 1)


def test_a_measure_says_whether_its_colours_part_at_a_centre():
    assert total("-1", "2", center=0, palette="RdBu").symbology.centred
    assert not total("1", "2").symbology.centred
