"""What a measure's figures are, before they are rounded, and its value for the whole."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from geo.spec.measure import MeasureSpec
from geo.symbology.figures import mean_of, of_rates, taken, with_areas
from tests.frames import column

COLUMNS = {"a": column(10, 20, None), "b": column(1, 3, 5)}


def spec(**given):
    return MeasureSpec(**{"id": "i", "label": "l", "unit": "u", "kind": "rate"} | given)


def test_a_column_is_taken_with_the_mean_of_the_districts_weighted_if_asked():
    assert taken(spec(column="a"), COLUMNS) == (COLUMNS["a"], 15)
    # (10 × 1 + 20 × 3) / 4
    assert taken(spec(column="a", weight="b"), COLUMNS)[1] == Decimal("17.5")


def test_the_ratio_of_the_whole_is_that_of_the_sums_of_districts_that_have_both():
    found, overall = taken(spec(numerator="a", denominator="b", factor=2), COLUMNS)
    assert found.states == ("value", "value", "missing")
    assert found.numbers[0] == 20
    assert overall == 15  # 2 × 30 / 4


def test_a_formula_that_adds_rates_up_has_the_mean_of_the_districts():
    adds = spec(formula="b - a")
    assert of_rates(adds)
    assert taken(adds, COLUMNS)[1] == mean_of(column(-9, -17, None)) == -13


def test_the_area_is_a_column_in_square_kilometres_where_a_measure_needs_it():
    areas, density = np.array([1.5, 2, 3]), spec(numerator="a", denominator="area_km2")
    assert with_areas(COLUMNS, areas, [spec(column="a")]) == COLUMNS
    found = with_areas(COLUMNS, areas, [spec(column="a"), density])
    assert found["area_km2"].numbers == (Decimal("1.5"), 2, 3)
    assert found["area_km2"].unit == "km²"
    assert mean_of(column(None)) is None
