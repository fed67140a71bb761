"""What the script is told of how numbers are written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.spec.numbers import NumbersSpec
from geo.spec.style import StyleSpec
from geo.web.data import map_data
from geo.web.drawing import draw
from tests.small import small_map


def told(language, **numbers):
    plain = small_map("ABC", [1, 2, 3], language=language)
    spec = plain.spec.model_copy(update={"house": StyleSpec(numbers=NumbersSpec(**numbers))})
    made = replace(plain, spec=spec)
    data = map_data(made, draw(made.districts, resolution=600))
    return data["language"], data["marks"], data.get("zero")


@pytest.mark.parametrize(
    ("language", "numbers", "expected"),
    [
        ("es", {}, ("es", (",", ".", 4), None)),
        ("ar", {"digits": "arab"}, ("ar-u-nu-arab", ("٫", "٬", 3), "٠")),
        (
            "ar",
            {"decimal": ",", "group": ".", "group_from": 5},
            ("ar-u-nu-latn", (",", ".", 4), None),
        ),
    ],
)
def test_marks_and_digits_are_those_of_the_language_or_the_house(language, numbers, expected):
    assert told(language, **numbers) == expected
