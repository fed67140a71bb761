"""Numbers of each language, with Babel's own formatting as the oracle; numbers of a house."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from geo.base.languages import LANGUAGES, intl_tag
from geo.base.numerals import OwnNumerals, numerals

CASES = Path(__file__).parents[1] / "cases" / "numbers.json"
BABEL = {"zh-CN": "zh", "zh-TW": "zh_Hant"}


@pytest.mark.parametrize(
    ("language", "text", "difference", "share"),
    [
        ("zh", "1,480.6", "+7.5", "13.3%"),
        ("zh-TW", "1,480.6", "+7.5", "13.3%"),
        ("en", "1,480.6", "+7.5", "13.3%"),
        ("de", "1.480,6", "+7,5", "13,3\xa0%"),
        ("fr", "1\u202f480,6", "+7,5", "13,3\xa0%"),
        ("es", "1480,6", "+7,5", "13,3\xa0%"),  # four digits stay together, five do not
        ("ja", "1,480.6", "+7.5", "13.3%"),
        ("ar", "1,480.6", "\u200e+7.5", "13.3\u200e%\u200e"),  # marks keep signs on their side
    ],
)
def test_each_language_has_its_decimal_mark_its_thousands_and_its_per_cent(
    language, text, difference, share
):
    own = numerals(language)
    assert own.number(1480.6, 1) == text
    assert own.signed(7.5, 1) == difference
    assert own.per_cent(Decimal("13.3"), 1) == share


def test_a_minus_is_the_sign_and_stays_left_of_its_number_in_arabic():
    assert numerals("de").number(-1234.5, 1) == "\N{MINUS SIGN}1.234,5"
    assert numerals("ar").number(-7.5, 1) == "\u200e\N{MINUS SIGN}7.5"
    assert numerals("ar").signed(-0.0, 1) == "0"


def test_thousands_of_spanish_numbers_are_parted_from_five_digits_on():
    numbers = [999, 1234, 9999, 12345, 1234567]
    assert [numerals("es").number(n, 0) for n in numbers] == [
        "999", "1234", "9999", "12.345", "1.234.567",
    ]  # fmt: skip


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"es"}))
@given(value=st.decimals(0, 10**12, places=4))
def test_numbers_are_those_of_babel(language, value):
    locale = BABEL.get(language, language)
    oracle = format_decimal(value, "#,##0.####", locale=locale, numbering_system="latn")
    assert numerals(language).number(value, 4) == oracle


def test_the_cases_that_browsers_are_tested_with_are_what_the_build_writes():
    """tests/front/twins.test.js compares the same with the script's function."""
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    assert {case[0] for case in cases} == {intl_tag(language) for language in LANGUAGES}
    by_tag = {intl_tag(language): numerals(language) for language in LANGUAGES}
    for intl, value, (least, most), text in cases:
        written = by_tag[intl].number(Decimal(str(value)), most, fixed=least == most)
        assert written == text, (intl, value)
    marks = json.loads(CASES.with_name("marks.json").read_text(encoding="utf-8"))
    assert marks == [[tag, [n.decimal, n.group, n.ungrouped]] for tag, n in by_tag.items()]


def test_a_house_has_its_own_marks():
    """A Swiss paper: 1’480.6, and a hyphen; what it does not say is German."""
    own = numerals("de", OwnNumerals(decimal=".", group="’", minus="-"))
    assert own.number(-1480.6, 1) == "-1’480.6"
    assert own.per_cent(Decimal("13.3"), 1) == "13.3\xa0%"
    assert own.signed(7.5, 1) == "+7.5"


@pytest.mark.parametrize(
    ("ungrouped", "texts"),
    [
        (3, ["999", "1,234", "12,345"]),
        (4, ["999", "1234", "12,345"]),
        (6, ["999", "1234", "12345"]),
    ],
)
def test_a_house_says_from_where_thousands_are_parted(ungrouped, texts):
    own = numerals("en", OwnNumerals(ungrouped=ungrouped))
    assert [own.number(n, 0) for n in (999, 1234, 12345)] == texts
    assert own.number(-1234.5, 1) == "\N{MINUS SIGN}" + texts[1] + ".5"


@given(value=st.decimals(0, 10**12, places=4))
def test_arabic_digits_are_those_of_babel(value):
    """Babel has the marks of the system and leaves the digits as they are."""
    marked = format_decimal(value, "#,##0.####", locale="ar", numbering_system="arab")
    oracle = marked.translate(dict(zip(map(ord, "0123456789"), "٠١٢٣٤٥٦٧٨٩", strict=True)))
    assert numerals("ar", OwnNumerals(digits="arab")).number(value, 4) == oracle


def test_arabic_digits_come_with_their_sign_of_per_cent():
    own = numerals("ar", OwnNumerals(digits="arab"))
    assert own.per_cent(Decimal("13.3"), 1) == "١٣٫٣٪\u061c"
    assert own.number(-7, 0) == "\u200e\N{MINUS SIGN}٧"


@pytest.mark.parametrize(
    ("language", "asked", "powers"),
    [
        ("zh", None, (8, 4)), ("zh", True, (8, 4)), ("zh", False, ()),
        ("en", None, ()), ("en", True, (9, 6)), ("en", False, ()),
    ],
)  # fmt: skip
def test_long_numbers_are_words_where_they_usually_are_or_the_house_has_them(
    language, asked, powers
):
    assert numerals(language, OwnNumerals(multiples=asked)).multiples == powers
