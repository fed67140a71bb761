"""Numbers for the scripts are those of the map; texts are left out where a browser writes them."""

from __future__ import annotations

from geo.web.figures import extent, figures_data, measure_data, short
from tests.small import timely_map

ROWS = [("A", "1", -1), ("B", "1", 9), ("A", "2", 3), ("B", "2", None)]
M = timely_map(ROWS)


def test_the_figures_are_those_of_the_period_in_view():
    data = measure_data(M.measure(), M.words)
    assert (data["ranks"], data["ranked"], data["summary"]) == ([1, None], 1, "3")
    assert "texts" not in data
    early = figures_data(M.periods[0].measures[0], M.words)
    assert (early["ranks"], early["summary"]) == ([2, 1], "4")
    assert early["texts"] == ["−1", ""]
    assert early["differences"] == ["−5", "+5"]


def test_bars_of_all_periods_have_the_same_ends():
    assert {extent(m) for p in M.periods for m in p.measures} == {(-1, 9)}


def test_a_whole_number_is_written_without_a_point():
    assert [repr(short(x)) for x in (3.0, 3.5)] == ["3", "3.5"]
