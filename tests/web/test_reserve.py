"""How much room an article keeps free; test_article_browser sees whether it is right."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geo.web.reserve import (
    WIDTHS,
    Reserve,
    embed_height,
    height_at,
    lines,
    map_height,
    reserve_on_paper,
    reserves,
    row_height,
    text_width,
)
from tests.small import small_map
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
def test_a_text_takes_fewer_lines_where_they_are_longer_and_has_room_in_them(text, size, width):
    """A line holds no more than its width, but for a word that is wider by itself."""
    n = lines(text, size, width)
    longest = max((text_width(word, size) for word in re.findall(r"[a-z1.]+|.", text)), default=0)
    assert n >= math.ceil(text_width(text, size) / max(width, longest))
    assert n >= lines(text, size, width + 100)


def test_boxes_in_a_row_wrap_where_there_is_no_room():
    assert row_height([60, 60], 200) == 32
    assert row_height([60, 60, 90], 200) == 32 + 8 + 32
    assert row_height([300], 200) == 32


def test_the_map_is_as_wide_as_its_column_and_at_most_600_pixels_high():
    assert map_height(400, 1.0) == 400
    assert map_height(899, 1.0) == 600
    assert map_height(900, 0.5) == (900 - 352) * 0.5


def test_the_height_is_the_sum_of_the_parts_a_reader_sees():
    """A map without dek, hint, toggle and context, its lines counted by hand at 400 px.

    Title 30, its switch 12 + 32 + 12; legend 19 + 64 + 18 + 12, map 400; 16 between; card 176;
    search 48, head 34, three rows and the foot 4 x 28; footer 28, source and approval 2 x 22,
    downloads 44.
    """
    plain = small_map("ABC", [1, 2, 3], kind="total", label="L")
    circles = 0  # the toggle is beside the only measure
    head = 30 + 12 + 32 + 12 + circles
    left, right = 19 + 64 + 18 + 12 + 400, 176 + 48 + 34 + 4 * 28
    assert embed_height(plain, 400, 1.0) == head + left + 16 + right + 28 + 2 * 22 + 44


def test_beside_the_map_the_taller_column_counts():
    made = small_map("ABC", [1, 2, 3], kind="total", label="L")
    left, right = 19 + 64 + 18 + 12 + (900 - 352) * 0.1, 176 + 48 + 34 + 4 * 28
    assert left < right
    assert embed_height(made, 900, 0.1) == 30 + 12 + 32 + 12 + right + 28 + 2 * 22 + 44


def test_what_is_reserved_for_a_range_is_its_worst_width():
    """The title needs two lines up to 462 px: in part of the range that ends at 480."""
    made = small_map("ABC", [1, 2, 3], title="潍" * 20, kind="total", label="L")
    at = {r.width: r.rest for r in reserves(made, 1.0)}
    assert list(at) == [280, 480, 900]
    assert at[480] == at[280] - 30
    assert embed_height(made, 460, 1.0) - map_height(460, 1.0) == at[280]
    assert embed_height(made, 464, 1.0) - map_height(464, 1.0) == at[480]


def test_paper_needs_room_for_the_rows_and_the_context_that_are_folded():
    """Weifang: 16 districts, 8 of them shown at first; a small map has nothing folded."""
    assert reserve_on_paper(small_map("ABC", [1, 2, 3])) == 0
    assert reserve_on_paper(weifang()) == 8 * 28 + 400


def test_ranges_of_widths_with_the_same_room_are_one():
    found = reserves(weifang(), 1.07)
    assert found[0].width == WIDTHS[0]
    assert len(found) <= len(WIDTHS)
    assert all((a.rest, a.beside) != (b.rest, b.beside) for a, b in pairwise(found))
    assert isinstance(found[-1], Reserve)
    assert found[-1].beside


def test_a_height_is_that_of_the_range_the_width_is_in():
    room = (Reserve(280, 900, False), Reserve(900, 400, True))
    assert [height_at(w, room, 1.25) for w in (100, 400, 700, 900)] == [1025, 1400, 1500, 1000]


def test_the_longest_heading_of_all_measures_has_room():
    """At 400 px a title of 40 characters has three lines, one of 1 has one; a note has one line."""
    made = small_map("ABC", [1, 2, 3])
    first = made.spec.measures[0]
    measures = (made.measures[0], replace(made.measures[0], id="b"))

    def height(**heading):
        second = first.model_copy(update={"id": "b"} | heading)
        spec = made.spec.model_copy(update={"measures": (first, second)})
        return embed_height(replace(made, measures=measures, spec=spec), 400, 1.0)

    assert height(title="潍" * 40, notes=("潍", "坊")) - height() == 2 * 30 + 2 * 22
