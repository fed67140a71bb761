"""A measure is rounded before it is classified, ranked like a league, summed if a total."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest

from geo.spec.model import MeasureSpec
from geo.symbology.measures import measured, ranks


def frame(**columns: list[float]) -> gpd.GeoDataFrame:
    data = dict(columns)
    for name, values in columns.items():
        states = ["missing" if np.isnan(v) else "value" for v in values]
        data[f"{name}:state"] = states  # type: ignore[assignment]
    return gpd.GeoDataFrame(data)


TOTAL = {"id": "i", "label": "投资", "unit": "亿元", "kind": "total", "column": "a", "classes": 2}
RATE = {"id": "r", "label": "平均", "unit": "亿元/个", "kind": "rate", "classes": 2,
        "numerator": "a", "denominator": "b", "decimals": 2}  # fmt: skip
NO_AREA = np.array([])


def test_ranks_are_those_of_a_league_and_missing_values_have_none():
    assert ranks(np.array([20.0, 16, np.nan, 20, 3])) == (1, 3, None, 1, 4)


def test_a_total_is_summed_and_its_mean_is_that_of_the_districts_that_have_one():
    m = measured(MeasureSpec(**TOTAL), frame(a=[81.8, 84.5, np.nan]), NO_AREA)
    assert (m.total, m.overall) == (166.3, pytest.approx(83.15))
    assert m.states == ("value", "value", "missing")
    assert [m.text(i) for i in range(3)] == ["81.8", "84.5", ""]


def test_a_rate_has_no_sum_and_its_mean_is_the_ratio_of_the_sums():
    m = measured(MeasureSpec(**RATE), frame(a=[100.0, 10], b=[10.0, 10]), NO_AREA)
    assert m.total is None
    assert m.overall == pytest.approx(110 / 20)
    assert list(m.values) == [10, 1]
    assert [m.text(i) for i in range(2)] == ["10.00", "1.00"]


def test_a_rate_is_rounded_before_it_is_classified():
    """1.004 and 0.996 are both shown as 1.00: they have to lie in one class."""
    m = measured(MeasureSpec(**RATE), frame(a=[1.004, 0.996, 3], b=[1.0, 1, 1]), NO_AREA)
    assert list(m.values) == [1.0, 1.0, 3.0]
    assert m.symbology.fills[0] == m.symbology.fills[1] != m.symbology.fills[2]


def test_nothing_is_divided_by_zero_in_silence():
    m = measured(MeasureSpec(**RATE), frame(a=[1.0, 2, 8], b=[0.0, 1, 2]), NO_AREA)
    assert m.states == ("inapplicable", "value", "value")
    assert m.symbology.fills[0] is None


def test_a_rate_by_area_takes_the_measured_areas_and_its_factor():
    spec = MeasureSpec(**RATE | {"denominator": "area_km2", "factor": 10_000, "decimals": 0})
    m = measured(spec, frame(a=[1.0, 2]), np.array([10.0, 40]))
    assert list(m.values) == [1000, 500]
    assert m.overall == pytest.approx(3 * 10_000 / 50)
