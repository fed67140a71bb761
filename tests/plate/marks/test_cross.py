"""The grid of classes on paper: where each stands, and what is beside it."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.plate.marks.cross import cross
from geo.plate.marks.legend import legend, narrowest
from geo.plate.sheet import Area, Words
from geo.plate.subject import subject_of
from geo.spec.plate import PlateSpec
from tests.pairs import faded_map, pair_map
from tests.plate.plates import subject

PLACES = ([5, 25, 5, 25], [5, 5, 25, 25])


def drawn(made, measure_id="both"):
    measure, style = made.measure(measure_id), subject(size="column").style
    return measure, cross(measure, measure.symbology.grid, style)


def middles(block):
    return {m.fill: m.rings[0].mean(axis=0) for m in block.marks if isinstance(m, Area)}


@pytest.mark.parametrize("made", [pair_map(*PLACES), pair_map(*PLACES, both={"classes": 4})])
def test_more_of_x_is_further_right_and_more_of_y_further_up(made):
    measure, block = drawn(made)
    grid, places = measure.symbology.grid, middles(block)
    for number, color in enumerate(measure.symbology.colors):
        column, row = grid.place(number)
        if column:
            left = places[measure.symbology.colors[number - 1]]
            assert left[0] < places[color][0]
            assert left[1] == pytest.approx(places[color][1])
        if row:
            under = places[measure.symbology.colors[number - grid.x.size]]
            assert under[1] > places[color][1]


def test_axes_have_arrows_and_every_break():
    _, block = drawn(pair_map(*PLACES))
    texts = [mark.text for mark in block.marks if isinstance(mark, Words)]
    assert texts[0] == "↑ Jobs"
    assert texts[-1] == "Income（kr） →"
    assert texts[1:10] == ["1", "0", "1", "0", "0", "0", "1", "0", "1"]
    assert texts[10:18] == ["0", "10", "20", "30"] * 2


def test_the_lowest_value_beside_the_grid_is_clear_of_the_first_one_below_it():
    wide = {"scheme": "pretty", "breaks": ()}
    values = [1020, 1130, 1260, 1390]
    _, block = drawn(pair_map(values, values, one=wide, other=wide))
    boxes = [mark.box for mark in block.marks if isinstance(mark, Words) and "1," in mark.text]
    beside = min(boxes, key=lambda box: box.x)
    below = min((box for box in boxes if box.bottom > beside.bottom), key=lambda box: box.x)
    assert below.x < beside.right  # the one would reach under the other
    assert beside.bottom <= below.y


def test_nothing_reaches_beyond_the_block():
    for made, measure in ((pair_map(*PLACES), "both"), (faded_map(*PLACES), "a")):
        _, block = drawn(made, measure)
        for mark in block.marks:
            if isinstance(mark, Words):
                assert mark.box.x >= -1e-9
                assert mark.box.right <= block.width + 1e-9
                assert -1e-9 <= mark.box.y <= mark.box.bottom <= block.height + 1e-9


def test_the_legend_takes_the_grid_and_its_width():
    made, style = pair_map(*PLACES), subject(size="column").style
    measure, block = drawn(made)
    assert narrowest(measure, style) == block.width
    whole = legend(measure, measure.symbology.colors, style, 60, histogram=True)
    assert set(measure.symbology.colors) <= set(middles(whole))


@pytest.mark.parametrize("how", [{"color": "grey"}, {"hatch": True}])
def test_greys_and_hatching_cannot_show_two_measures(how):
    (key,) = how
    with pytest.raises(MapError) as error:
        subject_of(pair_map(*PLACES), PlateSpec(measure="both", **how), "plates[1]")
    assert str(error.value) == (
        f"plates[1].{key}: 'both' shows two measures at once, which neither greys nor lines can. "
        "Show each on a plate of its own."
    )
