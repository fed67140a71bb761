"""How many districts another division would move, and which ones rounding could."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from geo.spec.measure import MeasureSpec
from geo.symbology.classify import classify
from geo.symbology.intervals import Interval
from geo.symbology.robustness import Alternative, Doubt, alternatives, doubts, switched


def test_with_as_many_classes_those_count_whose_number_differs():
    assert switched([0, 0, 1, 1, None], [0, 1, 1, 1, None]) == 1


def test_a_class_more_that_only_parts_one_moves_nobody():
    """Three classes of which two are halves of a larger one draw its borders and one more."""
    assert switched([0, 0, 1, 1, 1], [0, 0, 1, 2, 2]) == 0
    assert switched([0, 0, 1, 2, 2], [0, 0, 1, 1, 1]) == 0


def test_one_that_sits_between_two_old_classes_moves_the_fewer():
    assert switched([0, 0, 0, 1, 1], [0, 0, 1, 1, 2]) == 1


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30))
def test_nobody_switches_to_the_same_division(ids: list[int]):
    assert switched(ids, ids) == 0


def spec(**given) -> MeasureSpec:
    return MeasureSpec(
        **{"id": "m", "label": "m", "unit": "", "kind": "rate", "column": "a"} | given
    )


def test_two_clear_groups_are_the_same_by_every_scheme():
    values = np.array([1.0, 1, 1, 9, 9, 9])
    found = alternatives(spec(classes=2), values, [0, 0, 0, 1, 1, 1], 2)
    assert {"quantiles", "equal-interval", "head-tail"} <= {o.scheme for o in found if o.k == 2}
    assert {other.moved for other in found} == {0}


def test_a_long_tail_is_another_picture_by_quantiles():
    values = np.array([1.0, 2, 3, 4, 5, 6, 7, 100])
    ids = classify(values, scheme="equal-interval", k=2).ids
    found = alternatives(spec(scheme="equal-interval", classes=2), values, ids, 2)
    assert Alternative("quantiles", 2, 3) in found
    assert Alternative("fisher-jenks", 2, 0) in found
    assert "equal-interval" in {other.scheme for other in found if other.k == 3}


def own(*values: float):
    return classify(np.array(values), scheme="own", k=2, breaks=(6, 10), label="m")


def test_a_figure_on_a_break_may_be_above_it_and_one_beside_it_not():
    """6.0 is 5.95 to 6.05, on both sides of the break at 6; 6.1 is above whatever was rounded."""
    known = Interval(
        (Decimal("5.95"), Decimal("6.05"), Decimal("6.15"), None),
        (Decimal("6.05"), Decimal("6.15"), Decimal("6.25"), None),
    )
    assert doubts(own(6.0, 6.1, 6.2, float("nan")), known) == (
        Doubt(0, Decimal("5.95"), Decimal("6.05"), (1,)),
    )


def test_an_end_on_the_break_belongs_to_the_class_below():
    """6.1 printed to 0.2 is 6.0 to 6.2, and 6 itself is in the lower class: (lower, upper]."""
    known = Interval((Decimal("6.0"),), (Decimal("6.2"),))
    assert [doubt.others for doubt in doubts(own(6.1), known)] == [(0,)]


def test_what_lies_beyond_the_edges_is_still_of_the_outermost_class():
    known = Interval((Decimal("-0.5"), Decimal("9.5")), (Decimal("0.5"), Decimal("10.5")))
    assert doubts(own(0.0, 10.0), known) == ()
