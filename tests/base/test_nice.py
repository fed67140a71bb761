"""Round numbers, by hand and by what must hold for every number."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.base.nice import (
    circle_values,
    decimal_of,
    nice_above,
    nice_below,
    nice_edges,
    nice_near,
    roundest,
)

POSITIVE = st.floats(1e-300, 1e300)


def digits(number: Decimal) -> Decimal:
    """1.5 of 0.0015 and of 1500."""
    return number.scaleb(-number.adjusted())


@pytest.mark.parametrize(
    ("value", "below", "above"),
    [(1, "1", "1"), (196.7, "100", "200"), (0.3, "0.2", "0.5"), (9.99, "5", "10"),
     (4999.9, "2000", "5000"), (5000, "5000", "5000"), (0.5, "0.5", "0.5"),
     (0.007, "0.005", "0.01")],
)  # fmt: skip
def test_the_next_round_numbers(value: float, below: str, above: str):
    assert (nice_below(value), nice_above(value)) == (Decimal(below), Decimal(above))


def test_other_steps():
    assert nice_below(196.7, (1, 1.5, 2.5)) == 150
    assert nice_above(260, (1, 1.5, 2.5)) == 1000


def test_decimals_are_exact_where_doubles_are_not():
    """3 * 0.1 is 0.30000000000000004 as a double, and no 3 below 0.3 could be found by it."""
    assert nice_below(0.3, (1, 3)) == Decimal("0.3")
    assert nice_below(Decimal("0.3"), (1, 3)) == Decimal("0.3")


@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf")])
@pytest.mark.parametrize("function", [nice_below, nice_above, nice_near])
def test_only_positive_numbers_have_round_neighbours(value: float, function):
    with pytest.raises(ValueError, match=f"^{decimal_of(value)} is not above 0$"):
        function(value)


@given(POSITIVE)
def test_a_number_lies_between_neighbouring_round_numbers(value: float):
    below, above = nice_below(value), nice_above(value)
    assert below <= decimal_of(value) <= above <= Decimal("2.5") * below
    assert {digits(below), digits(above), digits(nice_near(value))} <= {1, 2, 5}


@pytest.mark.parametrize(
    ("value", "near"),
    [(1.4, 1), (1.5, 2), (2.9, 2), (3, 5), (6.9, 5), (7, 10), (0.074, 0.1), (147, 100)],
)
def test_the_nearest_round_number_has_heckberts_limits(value: float, near: float):
    assert nice_near(value) == decimal_of(near)


def test_edges_are_multiples_of_one_step_around_the_data():
    assert nice_edges(0.13, 4111.45, 5) == (0, 1000, 2000, 3000, 4000, 5000)
    assert nice_edges(-7, 12, 4) == (-10, -5, 0, 5, 10, 15)
    assert nice_edges(0, 0.3, 4) == tuple(map(Decimal, ("0", "0.2", "0.4")))


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9), st.integers(2, 9))
def test_edges_enclose_the_data(a: float, b: float, k: int):
    low, high = sorted((round(a, 3), round(b, 3)))
    assume(low < high)
    edges = nice_edges(low, high, k)
    steps = {after - before for before, after in pairwise(edges)}
    assert edges[0] <= decimal_of(low) < edges[1]
    assert edges[-2] < decimal_of(high) <= edges[-1]
    assert len(steps) == 1
    assert digits(steps.pop()) in {1, 2, 5}


@pytest.mark.parametrize(
    ("low", "high", "near", "expected"),
    [
        (78.9, 81.8, 80.35, 80),
        (97.6, 116.6, 107.1, 100),
        (122.4, 144.5, 133.45, 130),
        (74.4, 78, 76.2, 75),
        (16, 18, 17, 17),
        (16, 16.5, 16.2, 16),
        (-3, 5, 1, 0),
        (0, 5, 2.5, 0),
        (-5, 0, -2.5, -5),
        (-81.8, -78.9, -80, -80),
        (0.00123, 0.00161, 0.0014, 0.0015),
        (1_234_567, 1_298_765, 1_260_000, 1_250_000),
        (81.75, 81.8, 81.77, 81.75),
    ],
)
def test_the_roundest_number_of_a_gap(low: float, high: float, near: float, expected: float):
    assert roundest(low, high, near) == decimal_of(expected)


def test_the_upper_end_counts_only_where_it_is_closed():
    assert roundest(91, 100, 95, closed=True) == 100
    assert roundest(91, 100, 95) == 95
    assert roundest(7.25, 7.25, 7.25, closed=True) == 7.25
    assert roundest(-4, 0, -2, closed=True) == 0


@pytest.mark.parametrize("closed", [False, True])
def test_an_empty_interval_has_no_roundest_number(closed: bool):
    with pytest.raises(ValueError, match=r"^no number in \[2.0, 1.0\)$"):
        roundest(2, 1, 1, closed=closed)


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_the_roundest_number_stays_in_its_interval(a: float, b: float):
    assume(a != b)
    low, high = sorted((a, b))
    assert decimal_of(low) <= roundest(low, high, (low + high) / 2) < decimal_of(high)


@pytest.mark.parametrize(
    ("largest", "decimals", "values"),
    [
        (196.7, 1, ["150", "50", "10"]),
        (20, 0, ["20", "5", "1"]),
        (264, 0, ["250", "50", "10"]),
        (18, 0, ["15", "5", "1"]),
        (8, 0, ["8", "2"]),
        (3, 0, ["3", "1"]),
        (1, 0, ["1"]),
        (1, 1, ["1.0", "0.2"]),
        (0.4, 1, ["0.4", "0.1"]),
        (0, 2, []),
        (9_400_000, 0, ["8000000", "2000000", "500000"]),
        (16_000, -4, ["10000"]),
    ],
)
def test_circles_near_the_maximum_and_two_well_below_it(largest, decimals, values):
    assert circle_values(largest, decimals) == tuple(map(Decimal, values))


@given(st.integers(1, 10**9), st.integers(0, 3))
def test_circles_have_no_more_decimals_than_the_measure(units: int, decimals: int):
    largest = Decimal(units).scaleb(-decimals)
    values = circle_values(largest, decimals)
    assert largest / 2 < values[0] <= largest
    assert all(value % Decimal(1).scaleb(-decimals) == 0 for value in values)
    assert all(small <= large / 3 for large, small in pairwise(values))


def test_circles_of_a_value_of_more_than_28_digits_are_round():
    largest = Decimal("987654321098765432109876.654321")
    assert circle_values(largest, 6)[0] == Decimal("8e23")


def test_a_multiple_of_a_small_step_is_exact_beyond_28_digits():
    low, high = Decimal(f"1{'0' * 30}.13"), Decimal(f"1{'0' * 30}.29")
    assert str(roundest(low, high, low)) == f"1{'0' * 30}.2"
