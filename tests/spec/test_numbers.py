"""How a house writes numbers."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geo.spec.numbers import NumbersSpec, numerals_of


def of_house(language, **numbers):
    return numerals_of(language, NumbersSpec(**numbers))


def test_without_a_house_numbers_are_the_languages():
    assert of_house("de").number(-12345.6, 1) == "\N{MINUS SIGN}12.345,6"


def test_a_space_is_narrow_and_never_broken_and_five_digits_need_one():
    own = of_house("de", decimal=",", group="space", group_from=5, minus="–")
    assert own.number(1234.5, 1) == "1234,5"
    assert own.number(-12345.6, 1) == "–12\N{NARROW NO-BREAK SPACE}345,6"


def test_an_empty_group_parts_nothing():
    assert of_house("en", decimal=".", group="").number(1234567, 0) == "1234567"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"decimal": ","}, "give `group`, too: the language's might be the same mark"),
        ({"group": "."}, "give `decimal`, too: the language's might be the same mark"),
        (
            {"decimal": ".", "group": "."},
            "`decimal` and `group` are the same mark: 1.234 could be read twice",
        ),
    ],
)
def test_marks_that_could_be_one_are_refused(given, said):
    with pytest.raises(ValidationError) as caught:
        NumbersSpec(**given)
    assert said in str(caught.value)
