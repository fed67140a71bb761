"""Chinese breaks anywhere, words stay whole; widths are those of the system fonts, rounded up."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from geo.web.lines import Run, lines, run_lines, text_width, widest


def test_a_chinese_character_is_as_wide_as_its_size_and_a_digit_about_half():
    assert text_width("潍坊市", 20) == 60
    assert 20 <= text_width("264", 14) <= 28


def test_chinese_breaks_anywhere_and_words_stay_whole():
    """Six characters of 10 px in 60 px; a comma takes the one before it to its own line."""
    assert lines("潍坊市重大项目集中开工启", 10, 60) == 2
    assert lines("潍坊市重大项目集中开工启动", 10, 60) == 3
    assert lines("潍坊市重大项，集中开工启", 10, 60) == 3
    assert lines("潍坊市重大（项目集中开工", 10, 60) == 3
    assert lines("investment by district", 10, 105) == 2
    assert lines("investment by", 10, 75) == 1
    assert lines("investment by", 10, 75, bold=True) == 2


def test_a_blank_hangs_over_the_end_of_a_line_and_a_long_word_is_broken():
    """By 10 px: "ab" is 12.5 px, a blank 3.2; ten letters n are 63.4."""
    assert lines("ab ab", 10, 13) == 2
    assert lines("nnnnnnnnnn", 10, 30) == 3


@given(st.text("潍坊市 abcm1.", max_size=80), st.floats(8, 30), st.floats(40, 2000))
def test_a_text_takes_fewer_lines_where_they_are_longer_and_has_room_in_them(text, size, width):
    """A line holds no more than its width, but for a word that is wider by itself."""
    size = min(size, width)
    n = lines(text, size, width)
    assert n >= math.ceil(size * sum(character in "潍坊市" for character in text) / width)
    assert n >= lines(text, size, width + 100)


def test_digits_beside_chinese_are_those_of_a_chinese_font():
    """Noto Sans SC: 0.555 em, of a letter n 0.61; DejaVu Sans has 0.636."""
    assert math.isclose(widest("潍7", 100), 155.65)
    assert math.isclose(widest("7", 100), 63.6)
    assert widest("潍n", 100) > 161


def test_letters_of_arabic_join_and_are_narrower_than_latin_ones():
    assert widest("معدل", 10) == 20
    assert widest("معدل", 10, bold=True) == 24


def test_a_line_may_have_type_of_two_sizes_and_a_part_that_stays_whole():
    """Two characters of 20 px and two of 10 px have room in 60 px, three of 10 px have not."""
    assert run_lines([Run("潍坊", 20), Run("城区", 10)], 60) == 1
    assert run_lines([Run("潍坊", 20), Run("寒亭区", 10)], 60) == 2
    assert run_lines([Run("潍坊", 10), Run("寒亭区", 10)], 30) == 2
    assert run_lines([Run("潍坊", 10), Run("寒亭", 10, whole=True), Run("区", 10)], 30) == 2
    assert run_lines([Run("潍", 10), Run("寒亭坊", 10, whole=True), Run("区", 10)], 30) == 3
