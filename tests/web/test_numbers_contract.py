"""What the script is told of a house's numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.spec.numbers import NumbersSpec
from geo.spec.style import StyleSpec
from geo.web.data import map_data
from geo.web.drawing import draw
from tests.small import small_map


def told(**numbers):
    plain = small_map("ABC", [1, 2, 3], language="ar")
    spec = plain.spec.model_copy(update={"house": StyleSpec(numbers=NumbersSpec(**numbers))})
    made = replace(plain, spec=spec)
    data = map_data(made, draw(made.districts, resolution=600))
    return data["language"], data.get("marks")


@pytest.mark.parametrize(
    ("numbers", "language", "marks"),
    [
        ({}, "ar-u-nu-latn", None),
        # A browser knows them.
        ({"digits": "arab"}, "ar-u-nu-arab", None),
        (
            {"decimal": ",", "group": ".", "group_from": 5},
            "ar-u-nu-latn",
            {"language": "en", "decimal": ",", "group": ".", "ungrouped": 4},
        ),
    ],
)
def test_marks_are_told_where_a_browser_does_not_know_them(numbers, language, marks):
    assert told(**numbers) == (language, marks)
