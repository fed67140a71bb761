"""Numbers and plurals of each language, with Babel's own formatting as the oracle."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from geo.base.languages import (
    LANGUAGES,
    intl_tag,
    is_rtl,
    numerals,
    plural,
    plural_categories,
    tag,
    territories,
    territory_tag,
)

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
    """tests/front/twins.test.js compares the same with `Intl` of node."""
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    assert {case[0] for case in cases} == {intl_tag(language) for language in LANGUAGES}
    by_tag = {intl_tag(language): language for language in LANGUAGES}
    for intl, value, (least, most), text in cases:
        written = numerals(by_tag[intl]).number(Decimal(str(value)), most, fixed=least == most)
        assert written == text, (intl, value)


def test_plurals_are_those_of_cldr():
    assert {name: plural_categories(name) for name in ("zh", "ja", "de", "fr", "ar")} == {
        "zh": ("other",),
        "ja": ("other",),
        "de": ("one", "other"),
        "fr": ("one", "other"),
        "ar": ("few", "many", "one", "two", "zero", "other"),
    }  # fmt: skip
    assert [plural("ar", n) for n in (0, 1, 2, 3, 11, 100)] == [
        "zero", "one", "two", "few", "many", "other",
    ]  # fmt: skip
    assert plural("fr", 0) == "one"


def test_a_page_says_which_characters_and_which_digits_it_means():
    assert [tag(language) for language in ("zh", "zh-TW", "ar")] == ["zh-CN", "zh-TW", "ar"]
    assert [intl_tag(language) for language in ("zh", "de", "ar")] == [
        "zh-CN",
        "de",
        "ar-u-nu-latn",
    ]
    assert [language for language in LANGUAGES if is_rtl(language)] == ["ar"]


def test_every_language_names_a_territory_where_networks_want_one():
    found = {language: territory_tag(language) for language in LANGUAGES}
    assert found == {
        "zh": "zh_CN",
        "zh-CN": "zh_CN",
        "zh-TW": "zh_TW",
        "en": "en_US",
        "de": "de_DE",
        "fr": "fr_FR",
        "es": "es_ES",
        "ja": "ja_JP",
        "ar": "ar_EG",
    }


def test_countries_have_names_in_each_language_and_parts_of_the_world_are_none():
    names = [territories(language)["DE"] for language in ("en", "zh", "zh-TW", "fr", "ar")]
    assert names == ["Germany", "德国", "德國", "Allemagne", "ألمانيا"]
    assert "150" not in territories("en")  # Europe
