"""The measures of every period, and the totals that are stated of each."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.choropleth.datafiles import to_csv
from geo.tables.printed import Stated
from tests.frames import figure
from tests.small import timely_map

ROWS = [("A", "1999", 1), ("B", "1999", 9), ("A", "2001", 3), ("B", "2001", 5)]


def refusal(rows=ROWS, **given) -> str:
    with pytest.raises(MapError) as error:
        timely_map(rows, **given)
    return str(error.value)


def test_classes_are_found_over_the_values_of_all_periods():
    m = timely_map(ROWS, scheme="equal-interval", classes=2)
    assert m.measure().symbology.classes.edges == (1, 5, 9)
    counts = [p.measures[0].symbology.classes.counts for p in m.periods]
    assert counts == [(1, 1), (2, 0)]
    assert [p.measures[0].ranks for p in m.periods] == [(2, 1), (2, 1)]
    assert [p.measures[0].overall for p in m.periods] == [5, 4]
    assert {p.measures[0].reach for p in m.periods} == {(1, 9)}


def test_a_change_is_the_same_in_every_period_and_centred_on_zero():
    m = timely_map(ROWS, measures=({}, {"id": "c", "change": {"since": "1999"}}), classes=3)
    early, late = (p.measures[1] for p in m.periods)
    assert early is late
    assert late.figures == (2, -4)
    edges = late.symbology.classes.edges
    assert [-e for e in reversed(edges)] == list(edges)
    assert (late.symbology.palette, late.symbology.centred) == ("RdBu", True)


def test_a_change_of_periods_that_there_are_not_or_backwards_is_refused():
    assert refusal(change={"since": "1998"}) == (
        "small, measure a, change: there is no period '1998'. There are 1999, 2001."
    )
    assert refusal(change={"since": "2001", "until": "1999"}) == (
        "small, measure a: change goes from 2001 to 1999. Give the earlier one as since."
    )


def test_an_id_that_the_geojson_needs_for_a_period_is_refused():
    assert refusal(measures=({}, {"id": "a_1999"})) == (
        "small, measure a_1999: is the name of 'a' of 1999 in the GeoJSON. Give it another id."
    )


def test_a_total_is_compared_with_the_sum_of_its_own_period():
    stated = [
        Stated("event", "All", "a", figure(text, ""), "", year)
        for year, text in (("1999", "10"), ("2001", "12"))
    ]
    m = timely_map(ROWS, kind="total", totals=stated)
    assert [(c.label, c.ok) for c in m.checks] == [("1999, All", True), ("2001, All", False)]


def test_a_row_of_totals_is_compared_in_its_own_period():
    m = timely_map([*ROWS, ("Total", "1999", 10)], names=("A", "B"), kind="total")
    assert [(c.label, c.ok, c.count) for c in m.checks] == [("1999, Total", True, 2)]


def test_a_total_of_a_period_that_there_is_not_is_refused():
    stated = [Stated("event", "All", "a", figure("10", ""), "", "2000")]
    assert refusal(totals=stated) == (
        "totals, All: there is no period '2000'. There are 1999, 2001."
    )


def test_two_measures_are_crossed_in_every_period_by_the_classes_of_all():
    """A grows from 1 to 3, which is the same class of 0 to 5; of C nothing is known in 1999."""
    both = {"id": "m", "label": "M", "kind": "bivariate", "x": "a", "y": "b"}
    rows = [*ROWS, ("C", "1999", None), ("C", "2001", 30)]
    own = {"scheme": "own", "breaks": (5, 20, 30)}
    m = timely_map(rows, measures=(both, own, own | {"id": "b", "alpha": "a"}))
    crossed = [period.measures[0].symbology for period in m.periods]
    assert [one.classes.ids for one in crossed] == [(0, 4, None), (0, 0, 8)]
    assert crossed[0].colors == crossed[1].colors
    faded = [period.measures[2].symbology for period in m.periods]
    assert [one.own_classes.ids for one in faded] == [(0, 1, None), (0, 0, 2)]
    assert [one.classes.ids for one in faded] == [(0, 4, None), (0, 0, 8)]
    assert "m_class" in to_csv(m).decode("utf-8-sig").splitlines()[0]


def test_two_measures_that_lack_a_whole_period_are_shown_in_the_others():
    both = {"id": "m", "label": "M", "kind": "bivariate", "x": "a", "y": "b"}
    rows = [("A", "1999", None), ("B", "1999", None), ("A", "2001", 3), ("B", "2001", 9)]
    m = timely_map(rows, measures=(both, {}, {"id": "b"}))
    early, late = (period.measures[0] for period in m.periods)
    assert early.states == ("missing", "missing")
    assert late.states == ("value", "value")
