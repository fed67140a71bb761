"""Colours that readers could mistake for one another are named as a pair with their distance."""

from __future__ import annotations

import pytest
from coloraide import Color

from geo.symbology.legibility import (
    check_faded,
    check_palette,
    ground_problems,
    measured_palette,
)
from geo.symbology.palettes import palette


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ],
)
def test_the_colour_library_measures_the_published_distances(one, other, distance: float):
    """Sharma, Wu & Dalal 2005, table 1: pairs 1, 17 and 34 of the CIEDE2000 test data."""
    a, b = Color("lab-d65", one), Color("lab-d65", other)
    assert a.delta_e(b, method="2000") == pytest.approx(distance, abs=1e-4)


def test_neighbours_too_near_are_named_with_their_distance():
    report = check_palette(palette("Blues", 6)[:3])
    assert not report.ok
    assert report.problems[:2] == (
        "classes 1 and 2 (#eff3ff, #c6dbef) are 8.7 apart in CIEDE2000, less than 10",
        "classes 2 and 3 (#c6dbef, #9ecae1) are 7.9 apart in CIEDE2000, less than 10",
    )


def test_red_and_green_are_one_to_a_reader_without_red_or_green_cones():
    assert Color("#a5641e").delta_e("#6e7a1e", method="2000") > 20  # for most eyes
    report = check_palette(("#a5641e", "#ffffff", "#6e7a1e"))
    assert report.problems == (
        "classes 1 and 3 (#a5641e, #6e7a1e) are 2.5 apart under deuteranopia, less than 8",
    )


def test_not_only_neighbours_are_compared_under_a_deficiency():
    (problem,) = check_palette(("#a5641e", "#ffffff", "#6e7a1e")).problems
    assert problem.startswith("classes 1 and 3 ")


@pytest.mark.parametrize("name", ["YlGnBu", "YlOrRd", "viridis", "cividis", "batlow"])
def test_ready_made_palettes_of_several_hues_pass_at_five_classes(name: str):
    assert check_palette(palette(name, 5)).ok


def test_no_blue_of_colorbrewer_passes_at_seven_classes():
    """Which is why the default is a palette of our own."""
    assert not any(check_palette(palette(name, 7)).ok for name in ("Blues", "PuBu", "GnBu"))


@pytest.mark.parametrize("k", range(2, 10))
@pytest.mark.parametrize("reverse", [False, True])
def test_what_is_known_of_the_default_palette_is_what_measuring_it_gives(k, reverse):
    """From eight classes on its neighbours are too near."""
    colors = palette("default", k, reverse)
    assert check_palette(colors) == measured_palette(colors)


def test_nothing_is_known_of_the_default_colours_in_another_order_or_in_a_grid():
    """Their first and second side by side, and the first again below them."""
    first, second, third, *_ = palette("default", 7)
    mixed = (first, second, first, third)
    assert check_palette(mixed, 2) == measured_palette(mixed, 2)
    assert not check_palette((first, first)).ok


def test_a_palette_of_one_colour_has_no_pairs():
    assert check_palette(("#3182bd",)).problems == ()


def test_a_class_as_light_as_the_paper_or_as_grey_as_missing_data_is_a_warning():
    assert ground_problems(("#f7f7f7", "#08519c")) == (
        "class 1 (#f7f7f7) is 1.6 apart from white paper (#ffffff) in CIEDE2000, less than 5",
        "class 1 (#f7f7f7) is 4.0 apart from missing data (#e4e4e4) in CIEDE2000, less than 5",
    )
    assert check_palette(("#f7f7f7", "#08519c")).ok


def test_a_darkest_class_too_light_for_white_text_is_a_warning():
    assert ground_problems(palette("YlGnBu", 3)) == (
        "white text on the darkest class (#2c7fb8) has a contrast of 4.3, less than 4.5",
    )


def test_of_two_measures_neighbours_lie_beside_and_above_each_other():
    """Two rows of two: 1 and 2, 3 and 4 beside, 1 and 3, 2 and 4 above; 2 and 3 are corners."""
    near = check_palette(("#eff3ff", "#c6dbef", "#102040", "#801010"), 2).problems
    assert near[0] == (
        "classes 1 and 2 (#eff3ff, #c6dbef) are 8.7 apart in CIEDE2000, less than 10"
    )
    across = check_palette(("#102040", "#c6dbef", "#eff3ff", "#801010"), 2).problems
    assert not [problem for problem in across if problem.endswith("less than 10")]


def test_of_what_fades_only_the_full_colours_have_to_be_told_apart():
    full = palette("default", 4)
    report = check_faded((*("#fdfdfd",) * 4, *full), 4)
    assert report.problems == ()
    assert report.warnings == (
        "class 1 (#e2f1fa) hardly fades: its palest step (#fdfdfd) is 7.2 apart in CIEDE2000, "
        "less than 10",
    )
