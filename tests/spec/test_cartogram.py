"""Areas show totals, which alone add up to the eye; a rate is refused in plain words."""

from __future__ import annotations

import pytest

from geo.spec.cartogram import wrong_areas

PLATE = ["plates[1].cartogram"]


@pytest.mark.parametrize(
    ("area", "totals", "ids", "said"),
    [
        ("", ["people"], ["people", "rate"], []),
        ("people", ["people"], ["people", "rate"], []),
        (
            "rate",
            ["people", "jobs"],
            ["people", "jobs", "rate"],
            [
                "cartogram.area 'rate' is no total, and areas add up to the eye. "
                "Name a total: people, jobs"
            ],
        ),
        (
            "rate",
            [],
            ["rate"],
            [
                "cartogram.area 'rate' is no total, and areas add up to the eye. "
                "Add a measure of kind total"
            ],
        ),
        (
            "peple",
            ["people"],
            ["people"],
            ["cartogram.area 'peple' is not a measure. Name a total: people"],
        ),
        (
            "",
            [],
            ["rate"],
            [
                "plates[1].cartogram needs a total for its areas to show, and no measure is one. "
                "Add a total: population, say"
            ],
        ),
    ],
)
def test_what_areas_may_show(area: str, totals: list[str], ids: list[str], said: list[str]):
    assert wrong_areas(area, totals, ids, PLATE) == said


def test_a_map_of_rates_without_a_cartogram_needs_no_total():
    assert wrong_areas("", [], ["rate"], []) == []
