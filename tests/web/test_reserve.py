"""How much room an article keeps free; test_article_browser sees whether it is right."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.web.reserve import (
    WIDTHS,
    Reserve,
    _row,
    embed_height,
    lines,
    map_height,
    reserves,
    text_width,
)
from tests.weifang import weifang


def test_a_chinese_character_is_as_wide_as_its_size_and_a_digit_about_half():
    assert text_width("潍坊市", 20) == 60
    assert 20 <= text_width("264", 14) <= 28


def test_chinese_breaks_anywhere_and_words_stay_whole():
    """Ten characters of 10 px in 60 px, one kept free for punctuation: five a line."""
    assert lines("潍坊市重大项目集中开", 10, 60) == 2
    assert lines("潍坊市重大项目集中开工", 10, 60) == 3
    assert lines("investment by district", 10, 110) == 2


@given(st.text("潍坊市 abcm1.", max_size=80), st.floats(8, 30), st.floats(40, 2000))
def test_a_text_never_takes_fewer_lines_than_its_width_needs(text, size, width):
    assert lines(text, size, width) >= math.ceil(text_width(text, size) / max(width, size * 80))
    assert lines(text, size, width) >= lines(text, size, width + 100)


def test_boxes_in_a_row_wrap_where_there_is_no_room():
    assert _row([60, 60], 200) == 32
    assert _row([60, 60, 90], 200) == 32 + 8 + 32
    assert _row([300], 200) == 32


def test_the_map_is_as_wide_as_its_column_and_at_most_600_pixels_high():
    assert map_height(400, 1.0) == 400
    assert map_height(899, 1.0) == 600
    assert map_height(900, 0.5) == (900 - 352) * 0.5


@pytest.mark.parametrize("width", [280, 375, 520, 640, 900, 1300])
def test_the_room_is_never_less_than_the_reckoned_height(width):
    ratio = 1.07
    reserve = [r for r in reserves(weifang(), ratio) if r.width <= width][-1]
    assert reserve.rest + map_height(width, ratio) >= embed_height(weifang(), width, ratio)


def test_ranges_of_widths_with_the_same_room_are_one():
    found = reserves(weifang(), 1.07)
    assert found[0].width == WIDTHS[0]
    assert len(found) <= len(WIDTHS)
    assert all((a.rest, a.beside) != (b.rest, b.beside) for a, b in pairwise(found))
    assert isinstance(found[-1], Reserve)
    assert found[-1].beside
