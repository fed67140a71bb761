"""One owner of fills: by class, or along a ramp; break values as readers see them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.symbology.classify import classify
from geo.symbology.palettes import palette
from geo.symbology.symbolize import Symbology, edge_text, parts_of, symbolize

VALUES = np.array([6.9, 64.2, np.nan, 1480.6, 78])


def symbology(values: np.ndarray = VALUES, k: int = 3, **options) -> Symbology:
    chosen = {"palette": "default", "reverse": False, "decimals": 1} | options
    return symbolize(classify(values, scheme="fisher-jenks", k=k), values, **chosen)


def test_a_district_has_the_colour_of_its_class_and_none_without_a_value():
    found = symbology()
    light, middle, dark = palette("default", 3)
    assert found.colors == (light, middle, dark)
    assert found.fills == (light, middle, None, dark, middle)
    assert found.legibility.ok
    assert not found.unclassed


def test_reversed_the_lowest_class_is_dark():
    assert symbology(reverse=True).colors == palette("default", 3)[::-1]


def test_there_are_as_many_colours_as_classes_came_out():
    found = symbology(np.array([1.0, 1, 2]), k=5)
    assert len(found.colors) == len(found.classes.counts) == 2


def test_break_values_have_thousands_separated_and_no_needless_zeros():
    assert symbology().break_texts == ("0", "50", "1,000", "1,500")


@pytest.mark.parametrize(
    ("edge", "decimals", "text"),
    [
        (1500.0, 1, "1,500"),
        (0.25, 2, "0.25"),
        (0.25, 0, "0.25"),
        (1e-05, 1, "0.00001"),
        (-5.0, 1, "−5"),
        (0.0, 2, "0"),
        (1e6, 0, "1,000,000"),
    ],
)
def test_an_edge_is_never_rounded_to_another_number(edge: float, decimals: int, text: str):
    assert edge_text(edge, decimals) == text


def test_an_unclassed_map_fills_by_the_value_itself():
    values = np.array([0.0, 25, 50, 100, np.nan])
    found = symbology(values, k=3, unclassed=True)
    assert found.unclassed
    assert (found.fills[0], found.fills[2], found.fills[3], found.fills[4]) == (
        found.colors[0], found.colors[1], found.colors[2], None,
    )  # fmt: skip
    assert found.fills[1] not in found.colors


def test_an_unclassed_map_of_equal_values_has_one_colour():
    found = symbology(np.array([5.0, 5]), unclassed=True)
    assert found.fills[0] == found.fills[1] == found.colors[0]


def test_a_ramp_has_no_neighbours_to_mistake():
    values = np.arange(7.0)
    assert not symbology(values, palette="Blues", k=7).legibility.ok
    assert symbology(values, palette="Blues", k=7, unclassed=True).legibility.ok


def test_a_palette_that_fails_is_reported_and_not_refused():
    values = np.arange(7.0)
    report = symbology(values, k=7, palette="Blues").legibility
    assert not report.ok
    assert "classes 1 and 2 (#eff3ff, #c6dbef)" in report.problems[0]


@given(
    st.lists(st.integers(-999, 9999).map(lambda n: n / 10), min_size=2, max_size=30, unique=True)
)
def test_legend_and_fills_agree_for_every_district(values: list[float]):
    """What a reader concludes from the legend is the district's colour."""
    y = np.array(values)
    found = symbology(y, k=5)
    for value, fill in zip(y, found.fills, strict=True):
        edges = found.classes.edges
        inside = [
            c for c, low, high in zip(found.colors, edges, edges[1:], strict=False)
            if low < value <= high or (value == low == edges[0])
        ]  # fmt: skip
        assert inside == [fill]


def test_a_ramp_runs_from_the_first_edge_to_the_last_also_where_that_is_not_0():
    values = np.array([10.0, 15, 20])
    found = symbolize(classify(values, scheme="own", k=2, breaks=(15, 20)), values,
                      palette="default", reverse=False, decimals=1, unclassed=True)  # fmt: skip
    edges = found.classes.edges
    assert (edges[0], edges[-1]) == (0, 20)
    away = np.array([-20.0, -15, -10])
    shifted = symbology(away, k=2, unclassed=True)
    low, high = shifted.classes.edges[0], shifted.classes.edges[-1]
    assert (low, high) == (-20, -10)
    assert (shifted.fills[0], shifted.fills[2]) == (shifted.colors[0], shifted.colors[-1])
    assert shifted.fills[1] not in shifted.colors


def test_parts_of_values_share_classes_and_each_has_its_own_districts():
    """Two periods of three districts, one value lacking."""
    values = np.array([1.0, np.nan, 9, 2, 8, 10])
    classes = classify(values, scheme="own", k=2, breaks=(5, 10))
    whole = symbolize(classes, values, palette="default", reverse=False, decimals=0)
    first, second = parts_of(whole, 2)
    light, dark = palette("default", 2)
    assert (first.classes.ids, second.classes.ids) == ((0, None, 1), (0, 1, 1))
    assert (first.fills, second.fills) == ((light, None, dark), (light, dark, dark))
    assert (first.classes.counts, second.classes.counts) == ((1, 1), (1, 2))
    assert (first.classes.missing, second.classes.missing) == (1, 0)
    assert first.classes.edges == second.classes.edges == (0, 5, 10)
    assert parts_of(whole, 1) == (whole,)


def test_an_end_that_is_open_has_no_text():
    values = np.array([1.0, 7, 12])
    classes = classify(values, scheme="own", k=2, breaks=(5, 10), open_ends="high")
    open_above = symbolize(classes, values, palette="default", reverse=False, decimals=0)
    assert open_above.break_texts == ("0", "5", "10", "")
