"""Sentences that divide the count of the one before them."""

from __future__ import annotations

import pytest

from geo.release.extract import extract


def read(text: str) -> set[tuple[str, str, str]]:
    release = extract(text)
    return {
        (release.events[row.event], row.name, cell.printed)
        for row in release.rows
        for cell in row.cells
    }


def test_counts_of_acts_that_add_up_to_the_units_are_its_own():
    text = "奎文区安排项目46个。续建项目28个，总投资205亿元；新开工项目18个，总投资116亿元。"
    assert read(text) == {
        ("", "奎文区", "46个"),
        ("续建", "奎文区", "28个"),
        ("续建", "奎文区", "205亿元"),
        ("新开工", "奎文区", "18个"),
        ("新开工", "奎文区", "116亿元"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "奎文区安排项目46个。续建项目28个；新开工项目16个。",
        "奎文区安排项目46个。续建项目46个。",
        "奎文区安排项目28个，潍城区安排项目18个。续建项目28个；新开工项目18个。",
        "奎文区安排项目46个。续建项目28个；潍城区新开工项目18个。",
        "奎文区安排项目46个，潍城区作了发言。续建项目28个；新开工项目18个。",
        "奎文区安排项目46个。续建项目28个，续建项目18个。",
    ],
)
def test_others_may_be_the_wholes(text):
    assert not {row for row in read(text) if row[0] == "续建"}
