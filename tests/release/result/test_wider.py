"""What a release says of a whole above its own."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.words.numbers import plain

ROWS = "奎文区14个，总投资62.7亿元；潍城区13个，总投资58.4亿元。"


def totals(text: str) -> list[str]:
    found = extract(text)
    assert not found.conflicts
    return [plain(total.reading.figure.value) for total in found.stated]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"全市开工项目41个，全国同类项目538个。其中{ROWS}", ["41"]),
        (f"全市开工项目41个，全省同类项目538个。其中{ROWS}", ["41"]),
        (f"开工方面，{ROWS}全国开工项目538个。", []),
        (f"全省开工项目538个。{ROWS}", ["538"]),  # what a text begins with is its own
        (f"全省签约项目538个。我市开工项目41个。其中{ROWS}", ["41", "538"]),
        ("全省开工项目538个，其中潍坊市41个、青岛市57个。", ["538"]),
        (f"{ROWS}全省开工项目538个。", []),
        ("山东省开工项目538个，河南省开工项目496个，全国开工项目9310个。", ["9310"]),
        ("全国开工项目9310个。", ["9310"]),
    ],
)  # fmt: skip
def test_the_whole_above_that_of_the_rows_is_no_total(text, told):
    assert totals(text) == told


def test_its_numbers_are_said_to_be_of_something_else():
    found = extract(f"全市开工项目41个，全省同类项目538个。其中{ROWS}")
    assert [(number.printed, number.reason) for number in found.unused] == [("538个", "part")]
