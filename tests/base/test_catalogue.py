"""Numbers as readers see them, and a catalogue without gaps."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.catalogue import number, strings


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


#: Words that a Chinese reader reads in Latin letters, too.
_LATIN = {"oEmbed", "AMP", "https", "Ctrl", "head"}
#: Those of a content security policy, which are written in it as they are.
_LATIN |= {"default", "inline", "nonce", "script", "src", "style", "unsafe"}


def latin_words(text: str) -> set[str]:
    """The words left of a text without its ``{slots}``."""
    return set(re.findall(r"[A-Za-z]{2,}", re.sub(r"\{.*?\}", "", text)))


@pytest.mark.parametrize("key", sorted(strings("zh")))
def test_every_text_of_the_interface_is_written_in_the_reader_s_language(key: str):
    assert latin_words(strings("zh")[key]) <= _LATIN
    assert not re.search("[\u4e00-\u9fff]", strings("en")[key])


@pytest.mark.parametrize("key", sorted(strings("zh")))
def test_both_languages_fill_the_same_slots(key: str):
    slots = [set(re.findall(r"\{(\w+)\}", strings(language)[key])) for language in ("zh", "en")]
    assert slots[0] == slots[1]


def test_no_english_text_counts_in_the_plural_alone():
    """One district is not 1 districts: a number comes after what it counts, or in brackets."""
    wrong = [text for text in strings("en").values() if re.search(r"\{n\} \w+s\b", text)]
    assert wrong == []
