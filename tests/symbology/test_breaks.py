"""The schemes against mapclassify and published breaks; break values that a reader remembers."""

from __future__ import annotations

import mapclassify
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.symbology import breaks
from geo.symbology.breaks import (
    equal_interval,
    fisher_jenks,
    head_tail,
    pretty,
    quantiles,
    readable,
)

#: Employees per km² in the 58 counties of California: the data of mapclassify's documentation.
CALIFORNIA = np.asarray(mapclassify.load_example(), dtype=float)
VALUES = st.lists(st.integers(-10_000, 10_000).map(lambda n: n / 100), min_size=2, max_size=40)
CLASSES = st.integers(2, 7)

pytestmark = pytest.mark.filterwarnings("ignore:Numba not installed", "ignore:Not enough unique")


def squares(values: np.ndarray, bounds: np.ndarray) -> float:
    """Squared deviations from the means of classes with these upper bounds."""
    ids = np.searchsorted(bounds, values, side="left")
    groups = [values[ids == i] for i in np.unique(ids)]
    return float(sum(((g - g.mean()) ** 2).sum() for g in groups))


def distinct(bounds, values: np.ndarray) -> list[float]:
    """Bounds without the doubles that rounding errors make of one; the values are hundredths."""
    rounded = np.unique(np.round(bounds, 9))
    return [pytest.approx(b, abs=1e-8) for b in rounded if b <= values.max() + 1e-8]


def counts(values: np.ndarray, bounds: np.ndarray) -> list[int]:
    ids = np.searchsorted(bounds, values, side="left")
    return np.bincount(ids, minlength=len(bounds)).tolist()


def test_fisher_jenks_gives_the_published_breaks():
    bounds = fisher_jenks(CALIFORNIA, 5)
    assert bounds.tolist() == [75.29, 192.05, 370.5, 722.85, 4111.45]
    assert counts(CALIFORNIA, bounds) == [49, 3, 4, 1, 1]


def test_quantiles_give_the_published_breaks():
    bounds = quantiles(CALIFORNIA, 5)
    assert bounds == pytest.approx([1.464, 5.798, 13.278, 54.616, 4111.45])
    assert counts(CALIFORNIA, bounds) == [12, 11, 12, 11, 12]


def test_equal_intervals_give_the_published_breaks():
    bounds = equal_interval(CALIFORNIA, 5)
    assert bounds == pytest.approx([822.394, 1644.658, 2466.922, 3289.186, 4111.45])
    assert counts(CALIFORNIA, bounds) == [57, 0, 0, 0, 1]


def test_head_tail_gives_the_published_breaks():
    bounds = head_tail(CALIFORNIA, 9)
    assert bounds == pytest.approx([125.92810345, 811.26, 4111.45])
    assert counts(CALIFORNIA, bounds) == [50, 7, 1]


def test_pretty_gives_the_published_breaks():
    assert pretty(CALIFORNIA, 5) == (0, 1000, 2000, 3000, 4000, 5000)


def test_pretty_steps_are_exact_decimals():
    """Floats would give 0.30000000000000004."""
    assert pretty(np.array([0.0, 0.93]), 10) == (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1)


def test_head_tail_stops_at_the_number_of_classes_asked_for():
    assert head_tail(CALIFORNIA, 2) == pytest.approx([125.92810345, 4111.45])


@given(VALUES, CLASSES)
def test_fisher_jenks_is_as_good_as_mapclassifys(values: list[float], k: int):
    y = np.array(values)
    assume(len(np.unique(y)) > k)
    bounds = fisher_jenks(y, k)
    oracle = mapclassify.FisherJenks(y, k=k).bins
    assert len(bounds) == k
    assert squares(y, bounds) == pytest.approx(squares(y, oracle), abs=1e-6)


@given(VALUES, CLASSES)
def test_quantiles_and_equal_intervals_are_mapclassifys(values: list[float], k: int):
    y = np.array(values)
    assume(len(np.unique(y)) > k)
    assert equal_interval(y, k) == pytest.approx(mapclassify.EqualInterval(y, k=k).bins)
    oracle = np.round(mapclassify.Quantiles(y, k=k).bins, 9)
    filled = [bound for bound, n in zip(oracle, counts(y, oracle), strict=True) if n]
    assert quantiles(y, k) == pytest.approx(filled)


@given(VALUES)
def test_head_tail_is_mapclassifys(values: list[float]):
    y = np.array(values)
    assume(len(np.unique(y)) > 1)
    oracle = mapclassify.HeadTailBreaks(y).bins
    assert head_tail(y, 99).tolist() == distinct([*oracle, y.max()], y)


@given(VALUES, CLASSES)
def test_pretty_is_mapclassifys(values: list[float], k: int):
    """In thousands, where mapclassify's steps are exact too: it gives 0.25 for 0.3 / 0.05."""
    y = np.round(np.array(values) * 100) * 1000
    assume(len(np.unique(y)) > 1)
    edges = pretty(y, k)
    assert edges[1:] == pytest.approx(mapclassify.PrettyBreaks(y, k=k).bins)
    assert edges[0] <= y.min()


@given(VALUES, CLASSES, st.floats(-1e12, 1e12))
def test_a_large_offset_does_not_disturb_fisher_jenks(values: list[float], k: int, offset: float):
    y = np.array(values) + round(offset)
    assume(len(np.unique(y)) > k)
    assert len(fisher_jenks(y, k)) == k
    near = np.array(values)
    assert squares(near, fisher_jenks(near, k)) == pytest.approx(
        squares(y - round(offset), fisher_jenks(y, k) - round(offset)), rel=1e-3, abs=1e-3
    )


def test_equal_values_never_part():
    """Three classes of five distinct values, most of them the same one."""
    y = np.array([1.0] * 50 + [1.1, 1.2, 9, 9.1])
    assert fisher_jenks(y, 3).tolist() == [1.0, 1.2, 9.1]


def test_the_work_grows_with_n_log_n_and_not_with_its_square(monkeypatch):
    """All 2,875 counties of China in 7 classes: 5 million sums the plain way, once a class."""
    summed = []
    plain = breaks._spread

    def counting(*arguments):
        spread = plain(*arguments)

        def counted(starts, ends):
            summed.append(len(starts))
            return spread(starts, ends)

        return counted

    monkeypatch.setattr(breaks, "_spread", counting)
    n, k = 2875, 7
    fisher_jenks(np.random.default_rng(0).lognormal(size=n), k)
    assert sum(summed) < 2 * k * n * np.log2(n)


def test_between_neighbouring_doubles_only_the_lower_one_is_left():
    """The decimal 131.94947053698819 lies between, but is read as the upper one."""
    low, high = 131.94947053698817, 131.9494705369882
    values = np.array([low, high])
    assert readable(values, values, "fisher-jenks", first=None)[1] == low


def test_a_value_on_an_equal_interval_stays_below_its_break():
    """A third of 0.3 is 0.09999999999999999 as a double."""
    assert equal_interval(np.array([0, 0.1, 0.2, 0.3]), 3).tolist() == [0.1, 0.2, 0.3]


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_a_break_stays_in_its_gap(a: float, b: float):
    assume(a != b)
    values = np.array(sorted((a, b)))
    assert values[0] <= readable(values, values, "fisher-jenks", first=None)[1] < values[1]


def test_a_round_upper_break_on_the_highest_value_stays_there():
    """58 to 98 has two of slack above: 100 itself is allowed, and 100 where it is the highest."""
    assert readable(np.array([58.0, 98]), np.array([98.0]), "quantiles", first=0.0)[-1] == 100
    assert readable(np.array([100.0, 100]), np.array([100.0]), "quantiles", first=0.0)[-1] == 100


def test_a_first_class_of_one_number_has_some_width():
    edges = readable(np.array([5.0, 5, 10]), np.array([5.0, 10]), "quantiles", first=None)
    assert edges == [5, 8, 10]


def test_squares_of_the_largest_doubles_do_not_overflow():
    assert fisher_jenks(np.array([1e200, 2e200, 9e200]), 2).tolist() == [2e200, 9e200]


def test_a_bound_that_misses_a_large_value_by_its_last_bit_is_set_onto_it():
    """4/5 of the way from 0.7 to 7000.7 is 5600.7, but for a bit of the double."""
    values = np.round(np.arange(11) * 700 + 0.7, 1)
    assert mapclassify.EqualInterval(values, k=5).bins[3] != 5600.7
    assert equal_interval(values, 5)[3] == 5600.7
