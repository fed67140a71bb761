"""Which small maps a map comes apart into, and what they share."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.choropleth.multiples import of_span, share_a_legend, small_maps
from tests.small import timely_map
from tests.weifang import weifang

ROWS = (
    ("A", "1990", "1"), ("B", "1990", "3"), ("A", "2000", "2"), ("B", "2000", "5"),
    ("A", "2010", None), ("B", "2010", "9"),
)  # fmt: skip


def test_all_periods_are_in_the_order_of_time_and_chosen_ones_in_the_order_of_the_spec():
    made = timely_map(ROWS)
    assert [m.label for m in small_maps(made, "periods")] == ["1990", "2000", "2010"]
    assert [m.label for m in small_maps(made, ("2010", "1990"))] == ["2010", "1990"]
    assert small_maps(made, "") == ()


def test_each_has_the_figures_of_its_period_and_says_them():
    first, last = small_maps(timely_map(ROWS), ("1990", "2010"))
    assert first.measure.values.tolist() == [1, 3]
    assert first.whole == "Unweighted mean 2 %"
    assert last.whole == "Unweighted mean (1 with data) 9 %"
    assert first.said == (
        "1990: Rate is highest in B (3 %) and lowest in A (1 %). Unweighted mean 2 %, districts "
        "with data: 2."
    )


def test_the_periods_of_a_measure_share_a_legend_and_weifangs_measures_do_not():
    assert share_a_legend(small_maps(timely_map(ROWS), "periods"))
    assert not share_a_legend(small_maps(weifang(), "measures"))


def test_measures_with_the_same_breaks_and_unit_share_one():
    measures = ({"id": "a", "label": "X"}, {"id": "b", "label": "Y"})
    made = timely_map(ROWS, measures=measures, scheme="own", breaks=(0, 3, 10))
    maps = small_maps(made, "measures")
    assert [m.label for m in maps] == ["X", "Y"]
    assert share_a_legend(maps)


def test_the_texts_name_the_first_and_the_last_period_shown():
    made = timely_map(ROWS, spec={"title": "Rates, {period}"})
    assert made.spec.title == "Rates, 2010"
    assert of_span(made, small_maps(made, ("1990", "2000"))).spec.title == "Rates, 1990–2000"
    assert of_span(made, small_maps(made, ("2000",))).spec.title == "Rates, 2010"


def test_an_unknown_period_is_named_with_those_that_are_there():
    with pytest.raises(MapError) as error:
        small_maps(timely_map(ROWS), ("1990", "1995"))
    assert str(error.value) == "small: there is no period '1995'. There are 1990, 2000, 2010."
