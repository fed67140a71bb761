"""How much room an article keeps free; test_article_browser sees whether it is right."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from geo.spec.page import PARTS, EmbedSpec
from geo.web.reserve import (
    WIDTHS,
    Reserve,
    embed_height,
    height_at,
    map_height,
    map_most,
    reserve_on_paper,
    reserves,
    row_height,
)
from tests.small import small_map
from tests.weifang import changed, weifang


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
    room = (Reserve(280, 900, False, 600), Reserve(900, 400, True, 600))
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


def test_a_compact_embed_is_520_pixels_at_375():
    """The map takes what the texts leave, and no less than 200 where they leave nothing."""

    def low(**spec):
        return changed(embed=EmbedSpec(parts=("map", "legend")), **spec)

    assert height_at(375, reserves(low(), 1.07), 1.07) == 520
    assert map_most(low(title="潍坊" * 200)) == 200
    assert map_most(weifang()) == 600


def test_parts_that_are_not_shown_need_no_room():
    """Rows 8 to 5; search 48; card 18 + 20 + 4 + 4 x 26 + 22; downloads 44; 2 notes in 3 lines."""
    every = tuple(p for p in PARTS if p != "checks")

    def height(*without, rows=None):
        shown = tuple(p for p in every if p not in without)
        return embed_height(changed(embed=EmbedSpec(parts=shown, rows=rows)), 400, 1.0)

    assert height() - height(rows=5) == 3 * 28
    assert height() - height("search") == 48
    assert height() - height("card") == 176
    assert height() - height("downloads") == 44
    assert height() - height("notes") == 2 * 4 + 3 * 18
    assert height() - height("table", "search") == 48 + 34 + 9 * 28 + 32


def test_byline_and_credit_have_room():
    """At 400 px a line each: 4 + 22 and 4 + 18."""
    plain = embed_height(weifang(), 400, 1.0)
    assert embed_height(changed(byline="李"), 400, 1.0) - plain == 26
    assert embed_height(changed(credit="王"), 400, 1.0) - plain == 22
