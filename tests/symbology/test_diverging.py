import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.symbology.classify import classify
from geo.symbology.diverging import neutral, off_center
from tests.small import small_map

CHANGES = np.array([-14.2, -6.0, -3.1, -0.4, 0.2, 1.5, 4.0, 9.0, 16.0, 28.5])


@pytest.mark.parametrize("scheme", ["fisher-jenks", "quantiles", "equal-interval", "pretty"])
@pytest.mark.parametrize("k", [4, 5, 7])
def test_classes_reach_as_far_below_the_centre_as_above(scheme, k):
    edges = np.array(classify(CHANGES, scheme=scheme, k=k, center=0).edges)
    assert edges == pytest.approx(-edges[::-1])
    assert edges[0] <= CHANGES.min()
    assert edges[-1] >= CHANGES.max()
    low, high = neutral(edges.tolist())
    assert low <= 0 <= high
    assert (low == high) == (k % 2 == 0)


@given(
    st.lists(st.integers(-1000, 1000), min_size=2, max_size=40, unique=True),
    st.integers(2, 9),
    st.integers(-50, 50),
)
def test_every_value_has_a_class_whatever_the_centre(values, k, center):
    known = np.array(values, dtype=float)
    found = classify(known, scheme="fisher-jenks", k=k, center=center)
    assert None not in found.ids
    assert sum(found.counts) == len(known)
    assert sorted(found.edges) == list(found.edges)


def test_own_breaks_whose_neutral_class_misses_the_centre_are_refused():
    """Life expectancy gained: gains of up to 3.8 years would have been red."""
    with pytest.raises(MapError) as error:
        classify(CHANGES, scheme="own", k=5, breaks=(-5, 3.8, 10, 16, 30), center=0, label="m")
    assert str(error.value) == (
        "m: the neutral class, 3.8 to 10, does not hold center = 0. "
        "Move the breaks, or let a scheme find them."
    )
    assert off_center(0, [-2, -1, 1, 2], "m") is None
    assert off_center(0, [-2, 0, 2], "m") is None
    assert off_center(0, [-2, 1, 2], "m").what == (
        "center 0 is not between the middle two of 2 classes; 1 is"
    )


def test_a_palette_that_does_not_diverge_has_no_centre():
    with pytest.raises(MapError) as error:
        small_map(["A", "B"], [-1, 2], allow_negative=True, center=0)
    assert str(error.value) == (
        "small, measure a: center is for a diverging palette, not for 'default'. "
        'Write palette = "RdBu", "PuOr", "BrBG" or "vik".'
    )
