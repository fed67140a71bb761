"""Tags, plurals and scripts of each language."""

from __future__ import annotations

from geo.base.languages import (
    LANGUAGES,
    intl_tag,
    is_rtl,
    plural,
    plural_categories,
    script,
    tag,
    territories,
    territory_tag,
)


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


def test_every_language_has_a_script():
    assert {language: script(language) for language in ("zh", "zh-TW", "ja", "fr", "ar")} == {
        "zh": "Hans",
        "zh-TW": "Hant",
        "ja": "Jpan",
        "fr": "Latn",
        "ar": "Arab",
    }
