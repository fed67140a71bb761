"""Two measures in one: each keeps its classes, and every colour can be told from the others."""

from __future__ import annotations

import json
from importlib.resources import files

import numpy as np
import pytest
from coloraide import Color
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.symbology.bivariate import bivariate_palette, bivariate_palettes
from geo.symbology.legibility import check_palette
from tests.pairs import faded_map, pair_map
from tools.make_bivariate import palettes

NAMES = bivariate_palettes()
FREE = {"scheme": "fisher-jenks", "breaks": ()}


def refusal(*columns, **specs):
    with pytest.raises(MapError) as error:
        pair_map(*columns, **specs)
    return str(error.value)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [3, 4])
def test_neighbours_and_deficient_eyes_can_tell_every_class_apart(name: str, size: int):
    """As of one measure: 10 in CIEDE2000 side by side and above, 8 for any two under a deficiency,
    5 from paper and missing data, white text on the darkest."""
    report = check_palette(bivariate_palette(name, size, size), size)
    assert (report.problems, report.warnings) == ((), ())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size", [3, 4])
def test_more_of_either_measure_is_darker(name: str, size: int):
    light = [Color(c).convert("oklab")["lightness"] for c in bivariate_palette(name, size, size)]
    grid = np.array(light).reshape(size, size)
    assert (np.diff(grid, axis=0) < 0).all()
    assert (np.diff(grid, axis=1) < 0).all()


def test_the_file_holds_what_the_tool_makes():
    text = files("geo").joinpath("symbology", "bivariate.json").read_text(encoding="utf-8")
    assert json.loads(text) == palettes()


def test_fewer_classes_keep_the_ends_of_the_palette():
    full = bivariate_palette("default", 3, 3)
    assert bivariate_palette("default", 2, 3) == (full[0], full[2], full[3], full[5], *full[6::2])
    assert bivariate_palette("default", 1, 1) == full[:1]


def test_an_unknown_palette_is_named_with_what_there_is():
    with pytest.raises(MapError) as error:
        bivariate_palette("blue-golf", 3, 3)
    assert str(error.value) == (
        "palette: no palette of two measures is named 'blue-golf'. Did you mean blue-gold?"
    )


def test_a_district_has_the_colour_of_its_column_and_row():
    """A is low in both, B high in income alone, C high in jobs alone, D high in both."""
    both = pair_map([5, 25, 5, 25], [5, 5, 25, 25]).measure("both")
    colors = bivariate_palette("default", 3, 3)
    assert both.symbology.classes.ids == (0, 2, 6, 8)
    assert both.symbology.fills == (colors[0], colors[2], colors[6], colors[8])
    assert both.symbology.classes.counts == (1, 0, 1, 0, 0, 0, 1, 0, 1)


numbers = st.lists(
    st.tuples(st.integers(0, 60), st.one_of(st.integers(0, 60), st.just(float("nan")))),
    min_size=6,
    max_size=9,
)


@settings(max_examples=25, deadline=None)
@given(numbers, st.sampled_from([3, 4]), st.booleans())
def test_each_measure_has_the_classes_it_has_alone(figures, size, zeros):
    """Classes, edges and ids are those of the measure's own map at that number of classes."""
    a, b = ([pair[i] for pair in figures] for i in (0, 1))
    if np.isnan(b).all():
        b[0] = 1
    one = FREE | {"classes": size, "zero_class": zeros}
    made = pair_map(a, b, one=one, other=one, both={"classes": size})
    grid = made.measure("both").symbology.grid
    assert grid is not None
    for axis, own in ((grid.x, made.measure("a")), (grid.y, made.measure("b"))):
        assert axis.classes == own.symbology.classes
        assert axis.break_texts == own.symbology.break_texts


def test_a_district_that_lacks_one_of_the_two_has_no_colour():
    both = pair_map([5, np.nan, 25], [5, 5, np.nan]).measure("both")
    assert both.states == ("value", "missing", "missing")
    assert both.symbology.fills[1:] == (None, None)
    assert (both.ranks, both.ranked, both.total, both.overall) == ((None,) * 3, 0, None, None)
    assert [both.text(i) for i in range(3)] == ["5 / 5", "", ""]
    assert both.order == (0,)


def test_a_measure_with_more_breaks_of_its_own_is_refused():
    own = {"breaks": (5, 10, 20, 30)}
    assert refusal([5, 25], [5, 25], one=own) == (
        "small, measure both: 'a' has 4 classes of its own, more than 3. "
        "Give it 3 breaks, or a scheme that keeps to a number of classes."
    )
    made = pair_map([5, 25], [5, 25], one=own, both={"classes": 4})
    assert made.measure("both").symbology.grid.x.size == 4


def test_two_measures_that_no_district_has_together_are_refused():
    assert refusal([5, np.nan], [np.nan, 5]) == (
        "small, measure both: no district has a value of both 'a' and 'b'. Cross two others."
    )


def test_a_measure_keeps_its_figures_and_full_colours_where_it_is_sure():
    """A and B have the same income; of B little is known."""
    plain = pair_map([15, 15, 25], [25, 5, 25]).measure("a")
    faded = faded_map([15, 15, 25], [25, 5, 25]).measure("a")
    assert (faded.figures, faded.ranks, faded.total) == (plain.figures, plain.ranks, plain.total)
    assert faded.symbology.own_classes == plain.symbology.classes != faded.symbology.classes
    assert faded.symbology.fills[0] == plain.symbology.fills[0]
    assert faded.symbology.fills[2] == plain.symbology.fills[2]
    apart = [Color(m.symbology.fills[1]).delta_e("#ffffff", method="2000") for m in (plain, faded)]
    assert apart[1] < apart[0] / 2


@pytest.mark.parametrize("steps", [3, 4])
def test_colours_fade_in_even_steps_to_a_quarter_of_their_own(steps: int):
    faded = faded_map([15, 15, 25], [25, 5, 25], alpha_classes=steps).measure("a")
    grid, colors = faded.symbology.grid, faded.symbology.colors
    assert grid is not None
    light = [Color(c).convert("oklab")["lightness"] for c in colors]
    for column in range(grid.x.size):
        own = light[column :: grid.x.size]
        assert own == pytest.approx(list(np.linspace(own[0], own[-1], grid.y.size)), abs=0.01)
        assert 1 - own[0] == pytest.approx((1 - own[-1]) / 4, abs=0.01)


def test_a_district_that_does_not_say_how_sure_it_is_is_the_palest():
    faded = faded_map([15, 25, 25], [5, np.nan, 25]).measure("a")
    grid = faded.symbology.grid
    assert grid is not None
    assert faded.states == ("value",) * 3
    assert faded.symbology.fills[1] == faded.symbology.colors[grid.cell(2, 0)]
