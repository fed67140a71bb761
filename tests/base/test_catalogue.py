"""Numbers as readers see them, and catalogues without gaps."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.catalogue import Catalogue, number, own_keys, slots, stray, strings, unit_names
from geo.base.languages import LANGUAGES, plural_categories
from geo.base.packaged import packaged_json

#: One file for zh and zh-CN.
FILES = sorted({*LANGUAGES} - {"zh-CN"})
RAW = {name: packaged_json("base", "catalogue", f"{name}.json") for name in FILES}
SHOWN = sorted(key for key in RAW["en"] if key != "units")


@pytest.mark.parametrize(
    ("value", "decimals", "fixed", "text"),
    [
        (1480.6, 1, False, "1,480.6"),
        (78.0, 1, False, "78"),  # the source printed 78, not 78.0
        (4.9, 2, True, "4.90"),  # a computed rate has all its digits
        (-3.5, 1, False, "\N{MINUS SIGN}3.5"),
        (0.0, 1, False, "0"),
        (-0.0, 1, False, "0"),
        (1_300_000.0, 0, False, "1,300,000"),
    ],
)
def test_numbers_have_thousands_separators_and_no_zeros_that_nobody_printed(
    value, decimals, fixed, text
):
    assert number(value, decimals, fixed=fixed) == text


@given(st.floats(-1e12, 1e12), st.integers(0, 6), st.booleans())
def test_a_formatted_number_reads_back_as_the_rounded_one(value, decimals, fixed):
    text = number(value, decimals, fixed=fixed).replace(",", "").replace("\N{MINUS SIGN}", "-")
    assert float(text) == float(f"{value:.{decimals}f}")


#: Words in Latin letters that readers of every script know, and signs.
_LATIN = {
    "AMP", "Access", "Allow", "CSP", "Control", "Ctrl", "Origin", "WGS",
    "default", "hash", "head", "https", "inline", "km", "nonce", "oEmbed",
    "script", "src", "style", "unsafe",
}  # fmt: skip
#: The script that a catalogue's texts are written in.
_HAN = "[\u4e00-\u9fff]"
_SCRIPTS = {
    "zh": _HAN,
    "zh-TW": _HAN,
    "ja": "[\u3040-\u30ff\u4e00-\u9fff]",
    "ar": "[\u0600-\u06ff]",
}
#: Characters of Simplified Chinese that Traditional texts do not have.
_SIMPLIFIED = set("图数据无边审显区县点击项开发总额围径较级标类说择选详状态载页权处网")


def forms(name: str, key: str) -> list[str]:
    """A text, or all its plurals."""
    text = RAW[name][key]
    return [text] if isinstance(text, str) else list(text.values())


def slots_of(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("name", FILES)
def test_every_text_of_the_interface_is_written_in_the_reader_s_language(name: str):
    for key in sorted({*RAW[name]} - {"units"}):
        for text in forms(name, key):
            words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"\{.*?\}", "", text)))
            if name in _SCRIPTS:
                assert words <= _LATIN, (key, text)
                written = re.search(_SCRIPTS[name], text)
                assert written or not re.search(r"\w", re.sub(r"\{.*?\}|k?m\b", "", text)), (
                    key,
                    text,
                )
            else:
                assert not re.search("[\u0600-\u06ff\u3040-\u9fff]", text), (key, text)


def test_traditional_texts_have_no_simplified_characters():
    text = "".join("".join(forms("zh-TW", key)) for key in SHOWN if not key.startswith("kind_"))
    assert set(text) & _SIMPLIFIED == set()


@pytest.mark.parametrize("name", FILES)
def test_every_language_fills_the_same_slots(name: str):
    """The words for the unit and the number counted may be put otherwise or left out."""
    free = {"n", "counted", "district", "District", "districts"}
    for key in SHOWN:
        for text in forms(name, key):
            assert slots_of(text) - free == slots_of(forms("en", key)[0]) - free, (key, text)
            counts = slots_of(forms("en", key)[0]) & {"n", "counted"}
            assert counts or not slots_of(text) & {"n", "counted"}, (key, text)


@pytest.mark.parametrize("name", FILES)
def test_plurals_have_every_category_of_their_language(name: str):
    categories = {*plural_categories(name)}
    for key in ("parts_types", "counted"):
        if isinstance(text := RAW[name][key], dict):
            assert "other" in text
            assert {*text} <= categories
    for unit, words in RAW[name]["units"].items():
        assert {*words} == categories, unit


def test_every_language_has_words_for_the_same_units():
    assert {name: tuple(RAW[name]["units"]) for name in FILES} == dict.fromkeys(FILES, unit_names())
    assert {"district", "county", "municipality", "province", "state", "country"} <= {*unit_names()}


@pytest.mark.parametrize(
    ("language", "unit", "one", "two", "many", "head"),
    [
        ("zh", "county", "1 个区县", "2 个区县", "2,875 个区县", "区县"),
        ("en", "county", "1 county", "2 counties", "2,875 counties", "County"),
        ("de", "municipality", "1 Gemeinde", "2 Gemeinden", "2.875 Gemeinden", "Gemeinde"),
        ("fr", "state", "1 État", "2 États", "2\u202f875 États", "État"),
        ("es", "municipality", "1 municipio", "2 municipios", "2875 municipios", "Municipio"),
        ("ja", "municipality", "1の市区町村", "2の市区町村", "2,875の市区町村", "市区町村"),
        ("ar", "province", "1 محافظة", "محافظتان", "2,875 محافظة", "محافظة"),
        ("de", {"one": "Kreis", "other": "Kreise"}, "1 Kreis", "2 Kreise", "2.875 Kreise", "Kreis"),
    ],
)
def test_districts_are_counted_in_the_words_of_the_map(language, unit, one, two, many, head):
    words = Catalogue(language, unit)
    assert [words.counted(n) for n in (1, 2, 2875)] == [one, two, many]
    assert words["district"] == head


def test_arabic_counts_a_few_and_many_otherwise():
    words = Catalogue("ar", "region")
    assert [words.counted(n) for n in (3, 11, 100)] == ["3 أقاليم", "11 إقليمًا", "100 إقليم"]


def test_a_text_of_the_map_maker_goes_before_that_of_the_catalogue():
    words = Catalogue("en", own={"missing": "Not surveyed", "found": "{n} of them"})
    assert words["missing"] == "Not surveyed"
    assert words.say("found", n=1234) == "1,234 of them"
    assert words["rank"] == "Rank"


def test_what_a_text_may_have_in_braces_is_known():
    assert slots("plate_source") == {"source", "district", "District", "districts"}
    assert "n" in slots("all_rows")
    assert stray("Data: {source}", slots("plate_source")) == ""
    assert stray("Data: {sourc}", slots("plate_source")) == "{sourc}"
    assert stray("Data: {source.x}", slots("plate_source")) == "{"
    assert "review_text" not in own_keys()
    assert "snippet_web" not in own_keys()
    assert {"missing", "source", "plate_source"} <= {*own_keys()}


def test_no_english_text_counts_in_the_plural_alone():
    """One district is not 1 districts: a number comes after what it counts, or in brackets."""
    wrong = [text for text in strings("en").values() if re.search(r"\{n\} \w+s\b", text)]
    assert wrong == []


def test_a_heading_has_its_unit_in_parentheses_if_there_is_one():
    assert strings("en").headed("Jobs", "%") == "Jobs (%)"
    assert strings("zh").headed("总投资", "亿元") == "总投资（亿元）"
    assert strings("zh").headed("指数", "") == "指数"
