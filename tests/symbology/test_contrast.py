"""The formulas of WCAG, by the values its readers know."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.symbology.contrast import contrast, ink_on, luminance, nearest_with, text_on

#: Fills with the ink of a name on them; the two greys are either side of where both are equal.
INKS = [
    ("#ffffff", "#000"),
    ("#e2f1fa", "#000"),
    ("#98c3e2", "#000"),
    ("#757575", "#fff"),
    ("#767676", "#000"),
    ("#153e78", "#fff"),
    ("#000000", "#fff"),
    ("#ff0000", "#000"),
    ("#0000ff", "#fff"),
]


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000000", 21),
        ("#767676", "#ffffff", 4.54),  # the palest grey that is AA on white
        ("#ff0000", "#ffffff", 4.00),
    ],
)
def test_contrast_is_that_of_wcag(a, b, ratio):
    assert contrast(a, b) == pytest.approx(ratio, abs=0.005)


def test_green_is_the_lightest_of_the_three_primaries():
    primaries = [luminance(c) for c in ("#ff0000", "#00ff00", "#0000ff")]
    assert primaries == pytest.approx([0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize(("fill", "ink"), INKS)
def test_a_name_has_the_ink_that_stands_out_more(fill, ink):
    assert ink_on(fill) == ink


def test_where_the_dark_ink_is_enough_it_is_taken_although_the_light_one_has_more():
    fill = "#707070"  # 4.24 to black, 4.95 to white
    assert ink_on(fill) == "#fff"
    assert ink_on(fill, enough=4.2) == "#000"
    assert ink_on(fill, enough=4.3) == "#fff"


@given(st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02x}{:02x}{:02x}".format(*c)))
def test_every_fill_has_an_ink_that_text_can_be_read_in(fill):
    assert contrast(text_on(fill, "#1c1c1c", "#ffffff"), fill) >= 4.5


def test_the_plates_own_ink_gives_way_on_middle_tones_alone():
    assert text_on("#98c3e2", "#1c1c1c", "#ffffff") == "#1c1c1c"
    assert text_on("#153e78", "#1c1c1c", "#ffffff") == "#ffffff"
    assert contrast("#1c1c1c", "#7f7f7f") < 4.5 < contrast("#000000", "#7f7f7f")
    assert text_on("#7f7f7f", "#1c1c1c", "#ffffff") == "#000000"


def test_a_short_colour_is_the_long_one():
    assert contrast("#05a", "#fff") == contrast("#0055aa", "#ffffff")


def test_the_nearest_colour_that_can_be_read_is_darker_on_white_and_lighter_on_black():
    """#767676 is the lightest grey that has 4.5 to 1 on white, as every table of WCAG says."""
    assert nearest_with("#999999", "#ffffff", 4.5) == "#767676"
    lighter = nearest_with("#333333", "#000000", 4.5)
    assert contrast(lighter, "#000000") >= 4.5
    assert lighter < "#7a7a7a"
    assert nearest_with("#000000", "#ffffff", 4.5) == "#000000"
    assert nearest_with("#777777", "#777777", 21) == ""
