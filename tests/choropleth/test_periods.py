"""Which period is in view, and what the texts of a map say of it."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.base.markup import Rich, to_html
from geo.choropleth.periods import (
    at_period,
    filled,
    for_plate,
    most_in_class,
    over_all,
    prepared,
    states_of,
)
from geo.spec.measure import MeasureSpec
from geo.spec.model import MapSpec, TableSpec
from geo.spec.plate import PlateSpec
from tests.small import timely_map

ROWS = [("A", "2001", 1), ("B", "2001", 9), ("A", "1999", 3), ("C", "2001", None), ("C", "1999", 5)]


def spec(title="T", dek="", **more):
    own = {"id": "m", "label": "l", "unit": "", "kind": "rate", "column": "a"}
    measures = [MeasureSpec(**own | each) for each in more.pop("measures", [{}])]
    table = TableSpec(period="year")
    return MapSpec(title=title, dek=dek, source="s", measures=measures, table=table, **more)


def shown(made: MapSpec, label="2007", measure=""):
    return filled(prepared(made, ["1952", "2007"]), label).heading(measure)[:2]


def test_a_map_opens_with_the_latest_period_and_shows_any_other_by_the_same_classes():
    m = timely_map(ROWS, classes=2)
    assert (m.period, [p.label for p in m.periods]) == ("2001", ["1999", "2001"])
    early = at_period(m, "1999")
    assert early.measure().figures == (3, None, 5)
    assert early.measure().symbology.classes.edges == m.measure().symbology.classes.edges
    assert early.spec.dek == "1999"
    assert at_period(m, "") is m


def test_a_measure_over_all_periods_says_what_is_largest_and_what_is_missing_in_any():
    m = timely_map(ROWS, scheme="own", breaks=[5, 10])
    assert [own.figures for own in over_all(m, "a")] == [(3, None, 5), (1, 9, None)]
    assert most_in_class(m, m.measure()) == 2  # 3 and 5, in 1999
    assert states_of(m, m.measure()) == {"value", "missing"}


def test_a_period_that_is_not_there_is_an_error_that_lists_those_that_are():
    with pytest.raises(MapError) as error:
        at_period(timely_map(ROWS), "2002")
    assert str(error.value) == "small: there is no period '2002'. There are 1999, 2001."


def test_the_period_stands_where_the_title_or_the_dek_has_a_place_for_it():
    assert shown(spec("In {period}", "of all")) == ("In 2007", "of all")
    assert shown(spec("T", "{period}, of all")) == ("T", "2007, of all")


def test_without_a_place_the_dek_begins_with_it():
    assert shown(spec("T", "of all")) == ("T", "2007 · of all")
    assert shown(spec("T")) == ("T", "2007")


def test_a_headline_of_a_measures_own_says_it_once():
    made = spec("T", "all", measures=[{}, {"id": "n", "title": "In {period}"}])
    assert shown(made, measure="n") == ("In 2007", "all")
    assert shown(made) == ("T", "2007 · all")


def test_a_change_says_its_own_two_periods_whichever_is_in_view():
    made = spec("In {period}", measures=[{}, {"id": "c", "change": {"since": "1952"}}])
    assert shown(made, "1952", "c") == ("In 1952–2007", "")
    assert shown(made, "1952") == ("In 1952", "")


def test_a_plate_with_a_title_of_its_own_says_it_too():
    made = spec("In {period}", plates=[PlateSpec(title="Short"), PlateSpec(name="b")])
    short, other = filled(prepared(made, ["1952", "2007"]), "2007").plates
    assert (short.title, short.dek) == ("Short", "2007")
    assert (other.title, other.dek) == ("", "")


def test_what_a_table_calls_a_period_is_no_markup():
    dek = filled(prepared(spec("T", "*so*"), ["[a](https://b.cn)*"]), "[a](https://b.cn)*").dek
    assert dek == "[a](https://b.cn)* · so"
    assert isinstance(dek, Rich)
    assert to_html(dek, framed=False) == "[a](https://b.cn)* · <em>so</em>"


def test_a_plate_of_an_earlier_period_has_its_figures_and_says_so():
    plates = [PlateSpec(), PlateSpec(name="early", title="In {period}", period="1999")]
    m = timely_map(ROWS, spec={"plates": plates})
    view, plate = for_plate(m, m.spec.plates[1])
    assert (view.measure().figures, plate.title) == ((3, None, 5), "In 1999")
    view, plate = for_plate(m, m.spec.plates[0])
    assert (view.period, plate) == ("2001", m.spec.plates[0])
