"""How tall the embed is: the parts that a reader sees, counted by hand."""

from __future__ import annotations

from dataclasses import replace

from geo.spec.page import PARTS, EmbedSpec
from geo.web.heights import embed_height, map_height, reserve_on_paper, row_height
from geo.web.table import card_height
from tests.pairs import pair_map
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

    Title 30, its switch 12 + 32 + 12; legend 19 + 64 + 18 + 12, map 400, the key to its letters
    24; 16 between; card 176; search 48, head, three rows and the foot 5 x 28; footer 24, source
    and approval 2 x 18, downloads 42.
    """
    plain = small_map("ABC", [1, 2, 3], kind="total", label="L")
    circles = 0  # the toggle is beside the only measure
    head = 30 + 12 + 32 + 12 + circles
    left, right = 19 + 64 + 18 + 12 + 400 + 24, 176 + 48 + 5 * 28
    assert embed_height(plain, 400, 1.0) == head + left + 16 + right + 24 + 2 * 18 + 42


def test_beside_the_map_the_taller_column_counts():
    made = small_map("ABC", [1, 2, 3], kind="total", label="L")
    left, right = 19 + 64 + 18 + 12 + (900 - 352) * 0.1, 176 + 48 + 5 * 28
    assert left < right
    assert embed_height(made, 900, 0.1) == 30 + 12 + 32 + 12 + right + 24 + 2 * 18 + 42


def test_paper_needs_room_for_the_rows_and_the_context_that_are_folded():
    """Weifang: 16 districts, 8 of them shown at first; a small map has nothing folded."""
    assert reserve_on_paper(small_map("ABC", [1, 2, 3])) == 0
    assert reserve_on_paper(weifang()) == 8 * 28 + 400


def test_the_longest_heading_of_all_measures_has_room():
    """At 400 px a title of 40 characters has three lines, one of 1 has one; a note has one line."""
    made = small_map("ABC", [1, 2, 3])
    first = made.spec.measures[0]
    measures = (made.measures[0], replace(made.measures[0], id="b"))

    def height(**heading):
        second = first.model_copy(update={"id": "b"} | heading)
        spec = made.spec.model_copy(update={"measures": (first, second)})
        return embed_height(replace(made, measures=measures, spec=spec), 400, 1.0)

    assert height(title="潍" * 40, notes=("潍", "坊")) - height() == 2 * 30 + 2 * 18


def test_parts_that_are_not_shown_need_no_room():
    """Rows 8 to 5; search 48; the card; downloads 42; 2 notes in 3 lines."""
    every = tuple(p for p in PARTS if p != "checks")

    def height(*without, rows=None):
        shown = tuple(p for p in every if p not in without)
        return embed_height(changed(embed=EmbedSpec(parts=shown, rows=rows)), 400, 1.0)

    assert height() - height(rows=5) == 3 * 28
    assert height() - height("search") == 48
    assert height() - height("card") == card_height(weifang())
    assert height() - height("downloads") == 42
    assert height() - height("notes") == 3 * 18
    assert height() - height("table", "search") == 48 + 10 * 28 + 24


def test_byline_and_credit_have_room():
    """At 400 px a line each: 4 + 22 and 18."""
    plain = embed_height(weifang(), 400, 1.0)
    assert embed_height(changed(byline="李"), 400, 1.0) - plain == 26
    assert embed_height(changed(credit="王"), 400, 1.0) - plain == 18


def test_the_square_of_two_measures_is_taller_than_blocks():
    """Title 19; axes 2 x 18, three rows of 28, break values 28."""
    one = pair_map([5, 25], [5, 25]).spec.measures
    made = pair_map([5, 25], [5, 25])
    alone = replace(made, measures=made.measures[1:], spec=made.spec.model_copy(
        update={"measures": one[1:]}
    ))  # fmt: skip
    square, blocks = 2 * 18 + 3 * 28 + 28, 64 + 18
    rows = card_height(made) - card_height(alone)
    assert embed_height(made, 900, 2.0) - embed_height(alone, 900, 2.0) == square - blocks
    assert rows >= 0


def test_the_files_to_download_wrap_in_a_very_narrow_frame():
    """A larger type makes one of 280 px as narrow as 187."""
    made = small_map("ABC", [1, 2, 3], kind="total", label="L")
    parts = tuple(p for p in PARTS if p not in ("checks", "downloads"))
    bare = replace(made, spec=made.spec.model_copy(update={"embed": EmbedSpec(parts=parts)}))
    assert embed_height(made, 280, 1.0) - embed_height(bare, 280, 1.0) == 42
    assert embed_height(made, 187, 1.0) - embed_height(bare, 187, 1.0) == 42 + 40


def test_the_name_of_a_measure_is_larger_than_what_stands_behind_it():
    """At 280 px: 10 characters of 14 px and 11 of 12 are one line, 13 of 12 two; each has 18."""

    def height(n):
        label = {"label": "潍" * 10, "unit": "", "description": "坊" * n}
        made = small_map("ABC", [1, 2, 3], **label)
        parts = EmbedSpec(parts=("map", "legend"))
        return embed_height(
            replace(made, spec=made.spec.model_copy(update={"embed": parts})), 280, 1
        )

    assert height(3) - height(2) in (0, 18)
    assert height(20) - height(2) == 18
