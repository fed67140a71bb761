"""The words of two crossed measures: axes, classes, in the map's language."""

from __future__ import annotations

import pytest

from geo.choropleth.facts import facts
from geo.choropleth.grids import AxisText, axis_text, cell_text
from geo.choropleth.wording import level_words, value_text
from tests.pairs import faded_map, pair_map

PLACES = ([5, 25, 5, 25], [5, 5, 25, 25])


def both(**how):
    made = pair_map(*PLACES, **how)
    return made, made.measure("both").symbology.grid


def test_an_axis_has_its_unit_and_a_break_at_every_joint():
    made, grid = both()
    assert axis_text(grid.x, made.words) == AxisText("Income (kr)", ("0", "10", "20", "30"))
    assert axis_text(grid.y, made.words).title == "Jobs"


def test_a_class_of_zeros_has_its_number_once():
    made = pair_map(
        [0, 0, 5, 25], PLACES[1],
        one={"scheme": "fisher-jenks", "breaks": (), "classes": 3, "zero_class": True},
    )  # fmt: skip
    assert axis_text(made.measure("both").symbology.grid.x, made.words).joints == (
        "",
        "0",
        "20",
        "25",
    )


def test_a_class_is_said_in_words_and_in_numbers():
    made, grid = both()
    assert level_words(grid, 2, made.words) == "Income high, Jobs low"
    assert cell_text(grid, 2, made.words) == "Income high, Jobs low (20–30 kr / 0–10)"
    assert level_words(grid, 4, made.words) == "Income medium, Jobs medium"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "Income高、Jobs低"),
        ("zh-TW", "Income高、Jobs低"),
        ("en", "Income high, Jobs low"),
        ("de", "Income hoch, Jobs niedrig"),
        ("fr", "Income (niveau élevé), Jobs (niveau bas)"),
        ("es", "Income (nivel alto), Jobs (nivel bajo)"),
        ("ja", "Income（高）、Jobs（低）"),
        ("ar", "Income (مرتفع)، Jobs (منخفض)"),
    ],
)
def test_every_language_has_the_words(language, said):
    made, grid = both(language=language)
    assert level_words(grid, 2, made.words) == said


def test_the_facts_are_how_many_are_high_and_low_in_both():
    made, _ = both()
    assert facts(made.measure("both"), made.names, made.words) == (
        "Income high, Jobs high: 1 district; Income low, Jobs low: 1 district"
    )


def test_a_value_has_both_units():
    made, _ = both()
    assert value_text(made.measure("both"), 1) == "25 kr / 5"


def test_what_only_fades_has_its_range_and_how_sure_it_is():
    made = faded_map(*PLACES)
    measure = made.measure("a")
    assert value_text(measure, 1) == "25 kr"
    assert level_words(measure.symbology.grid, 2, made.words) == "20–30 kr, Jobs low"
    assert cell_text(measure.symbology.grid, 2, made.words) == "20–30 kr, Jobs low"
