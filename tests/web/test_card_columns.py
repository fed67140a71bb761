"""Whether a card's columns have room, and the lines that figures take where they have not."""

from __future__ import annotations

import numpy as np
import pytest

from geo.choropleth.wording import difference_text
from geo.web.card_columns import figure_lines, name_lines, shown, stacked
from geo.web.lines import widest
from geo.web.table import card_height
from tests.small import small_map
from tests.weifang import changed, weifang

LONG = [9_876_543_210, 1_234_567_890, 12]


def test_columns_have_room_unless_figures_are_long():
    assert stacked(weifang()) is None
    found = stacked(small_map("ABC", LONG, kind="total", decimals=0, unit=""))
    assert found is not None
    assert 350 < found.below < 450
    assert found.heads == ('"位次 "', '"占合计 "', '"较平均 "')


def test_an_empty_column_takes_no_room_in_latin_script_and_its_own_in_others():
    latin, arabic = (
        stacked(small_map("ABC", [123_456_789, 2, 1], language=language, unit="", decimals=0))
        for language in ("en", "ar")
    )
    assert latin is not None
    assert arabic is not None
    assert latin.below + 48 < arabic.below


def test_what_stands_for_no_value_is_a_figure_too():
    known, gap = (
        stacked(small_map("ABC", [1_234_567_890, 2, end], language="de", decimals=0, unit=""))
        for end in (1, np.nan)
    )
    assert known is not None
    assert gap is not None
    assert gap.below >= known.below


@pytest.mark.parametrize(("language", "count"), [("zh", 2), ("en", 3)])
def test_figures_take_lines_where_they_stand_under_their_name(language, count):
    made = small_map("ABC", LONG, kind="total", decimals=0, unit="", language=language)
    assert figure_lines(made, made.measure()) == count
    assert name_lines(made.measure()) == 1


def test_the_card_keeps_their_room():
    one = small_map("ABC", LONG, kind="total", decimals=0, unit="", label="长" * 60)
    # Head, name of three lines at 14 pixels in 288, figures of two, note of how it is closed.
    assert name_lines(one.measure()) == 3
    assert card_height(one) == 30 + 20 + 18 + 20 * (3 + 2) + 9


def test_a_card_of_the_map_makers_own_shows_its_measures_alone():
    page = weifang().spec.page.model_copy(update={"card": ("density",)})
    assert [m.id for m in shown(changed(page=page))] == ["density"]
    assert shown(weifang()) == weifang().measures


@pytest.mark.parametrize("bold", [False, True])
def test_all_digits_are_as_wide(bold):
    """So that one text stands for all figures of its form."""
    assert len({widest(digit, 100, bold=bold) for digit in "0123456789"}) == 1


def test_equal_figures_are_worded_once_for_columns_and_lines(monkeypatch):
    asked = []
    monkeypatch.setattr(
        "geo.web.card_columns.difference_text",
        lambda measure, i, words: asked.append(i) or difference_text(measure, i, words),
    )
    made = small_map("ABCDE", [1, 2, 1, 3, 2])
    assert stacked(made) is None
    assert figure_lines(made, made.measure()) == 1
    assert sorted(asked) == [0, 1, 3]
