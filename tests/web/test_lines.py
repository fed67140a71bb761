"""Chinese breaks anywhere, words stay whole; widths are those of the system fonts, rounded up."""

from __future__ import annotations

import math
import re

from hypothesis import given
from hypothesis import strategies as st

from geo.web.lines import lines, text_width


def test_a_chinese_character_is_as_wide_as_its_size_and_a_digit_about_half():
    assert text_width("潍坊市", 20) == 60
    assert 20 <= text_width("264", 14) <= 28


def test_chinese_breaks_anywhere_and_words_stay_whole():
    """Ten characters of 10 px in 60 px, one kept free for punctuation: five a line."""
    assert lines("潍坊市重大项目集中开", 10, 60) == 2
    assert lines("潍坊市重大项目集中开工", 10, 60) == 3
    assert lines("investment by district", 10, 110) == 2


@given(st.text("潍坊市 abcm1.", max_size=80), st.floats(8, 30), st.floats(40, 2000))
def test_a_text_takes_fewer_lines_where_they_are_longer_and_has_room_in_them(text, size, width):
    """A line holds no more than its width, but for a word that is wider by itself."""
    n = lines(text, size, width)
    longest = max((text_width(word, size) for word in re.findall(r"[a-z1.]+|.", text)), default=0)
    assert n >= math.ceil(text_width(text, size) / max(width, longest))
    assert n >= lines(text, size, width + 100)
