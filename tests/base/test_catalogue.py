"""Numbers as readers see them, and a catalogue without gaps."""

from __future__ import annotations

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


def test_every_text_of_the_interface_is_written_in_the_reader_s_language():
    for key, text in strings("zh").items():
        assert text.isascii() is False or not any(c.isalpha() for c in text) or "{" in text, key
    for key, text in strings("en").items():
        assert not any("\u4e00" <= c <= "\u9fff" for c in text), key
