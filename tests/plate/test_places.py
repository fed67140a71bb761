"""The index of an atlas: every place once, in columns that the page has room for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.base.errors import MapError
from geo.plate.page import PAGES
from geo.plate.places import index_sheets
from geo.plate.sheet import Strokes, Words
from geo.plate.style import Style, faces_of
from geo.spec.plate import PlateSpec
from tests.boards import board
from tests.small import small_map

A4 = PAGES["a4"]


def sheets(dashboard, page=A4, language="en"):
    faces = faces_of(PlateSpec(), dashboard.maps[0].spec.house.fonts, "index", language)
    return index_sheets(dashboard, Style(faces, page.sizes, 5, dashboard.words, "index"), page)


def cells(sheet, kind: str) -> list[str]:
    return [w.text for w in sheet.words if w.cell == kind]


def test_rows_are_read_one_after_the_other_below_heads_with_the_page_of_each_map():
    (sheet,) = sheets(board())
    assert cells(sheet, "Column") == ["District", "p. 1", "p. 2"]
    assert cells(sheet, "More") == ["Rate (%)", "Share (%)"]
    assert cells(sheet, "TH") == ["Ann", "Bea", "Évora", "Zoe"]
    assert cells(sheet, "TD") == ["No data", "40", "–", "50", "2", "30", "1", "–"]
    assert [group.tag for group in sheet.groups] == ["Artifact", "H1", "P"]


def test_figures_end_under_their_head_and_nothing_leaves_the_page():
    (sheet,) = sheets(board())
    ends = [round(w.x + w.width, 3) for w in sheet.words if w.cell in {"TD", "More"}]
    assert len(set(ends)) == 2
    assert all(A4.margin <= w.x and w.box.right <= A4.width - A4.margin for w in sheet.words)


def test_a_long_list_goes_on_in_the_next_column_and_on_the_next_page():
    names = [f"P{i:03d}" for i in range(400)]
    made = sheets(board(small_map(names, range(400), "en", columns=20)))
    shown = [name for sheet in made for name in cells(sheet, "TH")]
    assert (shown, len(made)) == (names, 2)
    across = {round(w.x, 3) for w in made[0].words if w.cell == "TH"}
    assert len(across) == 4
    rules = [m for m in made[0].marks if isinstance(m, Strokes)]
    assert len(rules) == len(across)
    assert max(w.y for w in made[0].words if isinstance(w, Words)) < 297 - A4.margin


def test_more_maps_than_a_row_has_room_for_are_refused():
    one = small_map(["Ann"], [1], "en")
    with pytest.raises(MapError) as error:
        sheets(board(*[one] * 20))
    assert str(error.value) == (
        "both, index: takes 453 mm for the figures of 20 maps. "
        "The page has 186 mm. Choose a larger size, or show fewer maps."
    )


def test_a_name_that_no_font_can_set_is_named():
    with pytest.raises(MapError, match="has no glyph for"):
        sheets(board(small_map(["Ann\U0001f600"], [1], "en")))


def test_in_arabic_names_stand_at_the_right():
    made = board(small_map(["أ", "ب"], [1, 2], "ar"))
    (sheet,) = sheets(made, language="ar")
    (name, *_), (figure, *_) = ([w for w in sheet.words if w.cell == kind] for kind in ("TH", "TD"))
    assert name.x > figure.x
    assert replace(name, x=0).box.right <= A4.width
