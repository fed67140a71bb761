"""Classes are intervals `(lower, upper]` that hold every value once, whatever the scheme."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.symbology import breaks
from geo.symbology.classify import Classes, classify, place

INVESTMENT = np.array([81.8, 84.5, 74.4, 64.2, 78.6, 151.1, 116.6, 85.1,
                       78, 122.4, 97.6, 78.9, 196.7, 144.5, 19.3, 6.9])  # fmt: skip
SCHEMES = ["fisher-jenks", "quantiles", "equal-interval", "pretty", "head-tail"]
#: Figures as printed, with gaps and repeats.
NUMBERS = st.lists(
    st.one_of(st.integers(-500, 500).map(lambda n: n / 10), st.just(float("nan"))),
    min_size=1, max_size=40,
).filter(lambda v: not all(map(np.isnan, v)))  # fmt: skip
K = st.integers(2, 9)


def refusal(values: list[float], **options) -> str:
    with pytest.raises(MapError) as error:
        classify(np.array(values), **options)
    return str(error.value)


def test_the_first_maps_classes():
    classes = classify(INVESTMENT, scheme="fisher-jenks", k=5)
    assert classes.edges == (0, 50, 90, 130, 170, 200)
    assert classes.counts == (2, 8, 3, 2, 1)
    assert classes.ids[12] == 4  # 高新区, 196.7
    assert classes.gvf == pytest.approx(0.9774656506)
    assert (classes.missing, classes.asked, classes.scheme) == (0, 5, "fisher-jenks")


def test_a_value_on_a_break_belongs_to_the_class_below():
    classes = classify(np.array([0, 50, 50.1, 100]), scheme="own", k=2, breaks=[50, 100])
    assert classes.edges == (0, 50, 100)
    assert classes.ids == (0, 0, 1, 1)


def test_missing_values_are_in_no_class():
    classes = classify(np.array([1, np.nan, 5, np.nan]), scheme="quantiles", k=2)
    assert classes.ids == (0, None, 1, None)
    assert (classes.counts, classes.missing) == ((1, 1), 2)


@given(NUMBERS, K, st.sampled_from(SCHEMES), st.booleans())
def test_every_value_lies_in_the_interval_of_its_class(values, k: int, scheme: str, zeros: bool):
    y = np.array(values)
    classes = classify(np.abs(y) if zeros else y, scheme=scheme, k=k, zero_class=zeros)
    edges = classes.edges
    assert sum(classes.counts) + classes.missing == len(values) == len(classes.ids)
    assert list(edges) == sorted(edges)
    assert len(edges) == len(classes.counts) + 1
    for value, i in zip(np.abs(y) if zeros else y, classes.ids, strict=True):
        assert (i is None) == np.isnan(value)
        if i is not None:
            assert edges[i] < value <= edges[i + 1] or (i == 0 and value == edges[0])
    assert len(set(edges)) == len(edges) or zeros or len(edges) == 2


@given(NUMBERS, K, st.sampled_from(["fisher-jenks", "quantiles", "equal-interval", "head-tail"]))
def test_readable_breaks_leave_every_value_in_the_class_of_its_scheme(values, k: int, scheme: str):
    y = np.array([v for v in values if not np.isnan(v)])
    distinct = len(np.unique(y))
    if distinct > 1:
        bounds = getattr(breaks, scheme.replace("-", "_"))(y, min(k, distinct))
        assert classify(y, scheme=scheme, k=k).ids == tuple(np.searchsorted(bounds, y).tolist())


@given(NUMBERS, K, st.sampled_from(SCHEMES), st.randoms())
def test_the_order_of_the_values_changes_nothing(values, k: int, scheme: str, random):
    order = list(range(len(values)))
    random.shuffle(order)
    y = np.array(values)
    one, other = classify(y, scheme=scheme, k=k), classify(y[order], scheme=scheme, k=k)
    assert other.ids == tuple(one.ids[i] for i in order)
    assert (other.edges, other.counts) == (one.edges, one.counts)


@given(NUMBERS, K, st.sampled_from(SCHEMES[1:]))
def test_fisher_jenks_fits_best_of_all_schemes_with_as_many_classes(values, k: int, scheme: str):
    y = np.array(values)
    other = classify(y, scheme=scheme, k=k)
    filled = sum(n > 0 for n in other.counts)
    assert classify(y, scheme="fisher-jenks", k=filled).gvf >= other.gvf - 1e-9


@given(NUMBERS, K, st.sampled_from(SCHEMES))
def test_the_fit_is_a_share(values, k: int, scheme: str):
    assert 0 <= classify(np.array(values), scheme=scheme, k=k).gvf <= 1


def test_the_fit_of_huge_values_does_not_overflow():
    classes = classify(np.array([1e200, 2e200, 9e200]), scheme="fisher-jenks", k=2)
    assert classes.ids == (0, 0, 1)
    assert classes.gvf == pytest.approx(0.9868421)


def test_outer_edges_are_round_and_never_cross_zero():
    assert classify(np.array([3.0, 20]), scheme="fisher-jenks", k=2).edges == (3, 10, 20)
    assert classify(np.array([0.4, 99.6]), scheme="fisher-jenks", k=2).edges == (0, 50, 100)
    assert classify(np.array([-19.6, -3]), scheme="fisher-jenks", k=2).edges == (-20, -10, -3)


def test_a_first_class_of_one_number_has_a_width_unless_it_is_the_class_of_zeros():
    y = np.array([0, 40, 50.0])
    assert classify(y, scheme="fisher-jenks", k=3).edges == (0, 20, 40, 50)
    assert classify(y, scheme="fisher-jenks", k=3, zero_class=True).edges == (0, 0, 40, 50)


def test_a_break_between_losses_and_gains_is_zero():
    y = np.array([-40.0, -35, 2, 45, 50])
    assert classify(y, scheme="quantiles", k=2).edges == (-40, 20, 50)
    assert classify(y, scheme="fisher-jenks", k=3).edges == (-40, 0, 20, 50)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_equal_values_are_one_class_with_a_perfect_fit(scheme: str):
    classes = classify(np.array([81.8, 81.8, np.nan]), scheme=scheme, k=5)
    assert classes == Classes(scheme, (81.8, 81.8), (0, 0, None), (2,), 1, 1.0, 5)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_single_value_is_one_class(scheme: str):
    assert classify(np.array([0.0]), scheme=scheme, k=5).edges == (0, 0)


def test_fewer_distinct_values_than_classes_give_fewer_classes():
    classes = classify(np.array([1, 1, 2, 3.0]), scheme="fisher-jenks", k=5)
    assert (len(classes.counts), classes.asked) == (3, 5)
    assert classes.counts == (2, 1, 1)


def test_equal_intervals_may_leave_classes_empty():
    classes = classify(np.array([0, 1, 2, 100.0]), scheme="equal-interval", k=4)
    assert classes.counts == (3, 0, 0, 1)
    assert classes.edges == (0, 25, 50, 75, 100)


def test_pretty_breaks_stay_at_equal_steps():
    assert classify(INVESTMENT, scheme="pretty", k=5).edges == (0, 50, 100, 150, 200)


def test_zeros_can_be_a_class_of_their_own():
    y = np.array([0, 0, 0.4, 7, 9, np.nan])
    classes = classify(y, scheme="fisher-jenks", k=3, zero_class=True)
    assert classes.edges == (0, 0, 5, 9)
    assert classes.ids == (0, 0, 1, 2, 2, None)
    assert classes.counts == (2, 1, 2)


def test_a_class_of_zeros_stands_before_every_scheme():
    y = np.array([0, 1, 2, 3, 40.0])
    for scheme in SCHEMES:
        classes = classify(y, scheme=scheme, k=4, zero_class=True)
        assert classes.edges[:2] == (0, 0)
        assert classes.counts[0] == 1


def test_without_zeros_there_is_no_class_of_zeros():
    assert classify(np.array([1.0, 9]), scheme="quantiles", k=2, zero_class=True).edges[1] > 0


def test_nothing_but_zeros_is_one_class():
    classes = classify(np.zeros(3), scheme="fisher-jenks", k=4, zero_class=True)
    assert (classes.edges, classes.counts) == ((0, 0), (3,))


def test_own_breaks_are_kept_and_begin_at_zero():
    classes = classify(INVESTMENT, scheme="own", k=5, breaks=[50, 100, 200])
    assert classes.edges == (0, 50, 100, 200)
    assert classes.counts == (2, 9, 5)
    assert classes.asked == 3


def test_own_breaks_may_leave_a_class_empty():
    assert classify(np.array([150.0]), scheme="own", k=5, breaks=[50, 200]).counts == (0, 1)


def test_own_breaks_begin_at_the_lowest_negative_value():
    y = np.array([-3.2, 4])
    assert classify(y, scheme="own", k=5, breaks=[0, 5]).edges == (-3.2, 0, 5)


def test_own_breaks_from_zero_make_a_class_of_zeros():
    classes = classify(np.array([0, 3.0, 8]), scheme="own", k=5, breaks=[0, 5, 10])
    assert (classes.edges, classes.counts) == ((0, 0, 5, 10), (1, 1, 1))
    again = classify(np.array([0, 3.0, 8]), scheme="own", k=5, breaks=[5, 10], zero_class=True)
    assert again.edges == classes.edges


def test_own_breaks_have_to_cover_the_values():
    message = refusal([196.7, 1], scheme="own", k=5, breaks=[50, 90, 150], label="measure m")
    assert message == (
        "measure m: the last break, 150, is below the highest value, 196.7. "
        'Raise it, add a break, or write open = "high".'
    )


def test_no_values_infinite_ones_and_negative_ones_beside_a_class_of_zeros_are_refused():
    assert refusal([np.nan], scheme="quantiles", k=3, label="measure m") == (
        "measure m: no district has a value. Give figures for some of them."
    )
    assert refusal([np.inf, 1], scheme="quantiles", k=3, label="measure m") == (
        "measure m: a value is infinite. Correct it, or leave its cell empty."
    )
    assert refusal([-1, 0], scheme="quantiles", k=3, zero_class=True, label="measure m") == (
        "measure m: a class of zeros was asked for, but the lowest value is -1. Drop zero_class."
    )


def test_the_values_stay_as_they_were():
    y = INVESTMENT.copy()
    classify(y, scheme="fisher-jenks", k=5)
    assert (y == INVESTMENT).all()


def test_an_open_end_holds_what_is_beyond_own_breaks():
    values = np.array([1.0, 9.5, 10.0, 10.1, 31.0])
    found = classify(values, scheme="own", k=5, breaks=(2, 4, 6, 8, 10), open_ends="high")
    assert found.edges == (0, 2, 4, 6, 8, 10, 31)
    assert found.ids == (0, 4, 4, 5, 5)
    assert (found.open_low, found.open_high) == (False, True)


def test_an_open_end_that_holds_nothing_is_as_wide_as_the_class_beside_it():
    found = classify(np.array([3.0]), scheme="own", k=5, breaks=(2, 4), open_ends="high")
    assert found.edges == (0, 2, 4, 6)
    assert found.counts == (0, 1, 0)
    found = classify(np.array([3.0]), scheme="own", k=5, breaks=(2, 4, 9), open_ends="high")
    assert found.edges[-2:] == (9, 14)


def test_a_lower_end_may_be_open_too():
    found = classify(np.array([-7.0, 3.0]), scheme="own", k=5, breaks=(0, 5), open_ends="low")
    assert found.edges == (-7, 0, 5)
    assert found.open_low
    one = classify(np.array([1.0, 4]), scheme="own", k=5, breaks=(5,), open_ends="low")
    assert one.edges == (0, 5)


def test_around_a_centre_there_are_as_many_classes_as_asked():
    values = np.array([-8.0, -3, -1, 2, 5, 9])
    for k in (2, 3, 4, 5):
        classes = classify(values, scheme="quantiles", k=k, center=0)
        assert len(classes.counts) == k
        assert [-e for e in reversed(classes.edges)] == list(classes.edges)


def test_one_distance_from_the_centre_leaves_a_class_on_each_side_or_the_neutral_one():
    values = np.array([-5.0, 5])
    assert classify(values, scheme="quantiles", k=4, center=0).edges == (-5, 0, 5)
    assert classify(values, scheme="quantiles", k=5, center=0).edges == (-5, 5)


def test_the_ends_of_own_breaks():
    own = {"scheme": "own", "k": 2}
    # Open below: as wide as the class above it.
    assert classify(np.array([1.0, 25]), breaks=[10, 30], open_ends="low", **own).edges == (
        -10,
        10,
        30,
    )
    assert classify(np.array([1.0, 8]), breaks=[-5, 10], **own).edges == (-5, -5, 10)
    assert classify(np.array([0.5, 8]), breaks=[10], **own).edges == (0, 10)
    assert classify(np.array([0.5, 8]), breaks=[1, 10], **own).edges == (0, 1, 10)
    assert classify(np.array([0.0, 8]), breaks=[0, 10], zero_class=True, **own).edges == (0, 0, 10)
    zeros = classify(np.array([0.0, 1, 5]), breaks=[1, 5], zero_class=True, **own)
    assert zeros.edges == (0, 0, 1, 5)


def test_pretty_breaks_go_on_from_the_class_of_zeros():
    values = np.array([0.0, 3, 7, 12])
    assert classify(values, scheme="pretty", k=4, zero_class=True).edges == (0, 0, 5, 10, 15)


def test_pretty_steps_around_a_centre_may_be_smaller_than_one():
    values = np.array([-0.8, -0.3, 0.1, 0.6])
    classes = classify(values, scheme="pretty", k=6, center=0)
    assert classes.edges == (-1, -0.5, 0, 0.5, 1)
    small = classify(np.array([-0.4, 0.1]), scheme="pretty", k=4, center=0)
    assert small.edges == (-0.5, 0, 0.5)  # no further than the values reach


@pytest.mark.parametrize(
    ("value", "found"), [("-1", 0), ("0", 0), ("6", 0), ("6.01", 1), ("10", 1), ("11", 1)]
)
def test_any_value_has_the_class_that_a_district_of_it_would_have(value: str, found: int):
    assert place((0.0, 6.0, 10.0), Decimal(value)) == found
