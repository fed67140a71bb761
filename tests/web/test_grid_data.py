"""What the scripts know of two crossed measures."""

from __future__ import annotations

from geo.web.grid_data import grid_data
from tests.pairs import faded_map, pair_map
from tests.small import small_map

PLACES = ([5, 25, 5], [5, 5, 25])


def test_axes_words_and_both_values():
    made = pair_map(*PLACES)
    data = grid_data(made.measure("both"), made.words)
    assert data is not None
    assert data["columns"] == 3
    assert data["x"] == {"title": "Income (kr)", "joints": ["0", "10", "20", "30"]}
    assert data["y"] == {"title": "Jobs", "joints": ["0", "10", "20", "30"]}
    assert data["words"][2] == "Income high, Jobs low"
    assert data["values"] == ["5 kr / 5", "25 kr / 5", "5 kr / 25"]


def test_what_only_fades_has_its_own_values():
    made = faded_map(*PLACES)
    data = grid_data(made.measure("a"), made.words)
    assert data is not None
    assert "values" not in data
    assert len(data["words"]) == 9


def test_single_measures_have_none():
    made = small_map("AB", [1, 2])
    assert grid_data(made.measure(), made.words) is None
