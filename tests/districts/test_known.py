import pandas as pd
import pytest

from geo.districts.known import countries, states, units, without_prefix
from geo.districts.lookup import Lookup


def lookup(names: dict[str, str]) -> Lookup:
    return Lookup(pd.DataFrame({"code": list(names), "name": list(names.values())}), {})


WORLD = lookup({"250": "France", "276": "Germany", "156": "China", "n/a": "W. Sahara",
                "410": "South Korea", "792": "Turkey"})  # fmt: skip


@pytest.mark.parametrize(
    ("key", "name"),
    [("FRA", "France"), ("fr", "France"), ("法国", "France"), ("Frankreich", "France"),
     ("Allemagne", "Germany"), ("DEU", "Germany"), ("中国", "China"), ("ESH", "W. Sahara"),
     ("Western Sahara", "W. Sahara"), ("Korea, Rep.", "South Korea"), ("韩国", "South Korea"),
     ("Türkiye", "Turkey"), ("Германия", "Germany"), ("フランス", "France")],
)  # fmt: skip
def test_countries_are_found_by_codes_and_by_names_in_many_languages(key, name):
    found, way = WORLD.find(key)
    assert [WORLD.names[d] for d in found] == [name]
    assert way == "list of countries or states"


def test_a_map_in_any_language_takes_english_names_with_and_or_an_ampersand():
    found = [countries().unit(f"Trinidad {sign} Tobago") for sign in ("and", "&")]
    assert found == ["TT", "TT"]


def test_numbers_of_countries_may_have_lost_their_zeros():
    found, _ = lookup({"004": "Afghanistan", "008": "Albania", "012": "Algeria"}).find("4")
    assert found == [0]


AMERICA = lookup({"x": "Texas", "y": "California", "z": "Georgia", "w": "Ohio"})


@pytest.mark.parametrize(
    ("key", "d"), [("TX", 0), ("48", 0), ("US-TX", 0), ("CA", 1), ("06", 1), ("6", 1), ("GA", 2)]
)
def test_states_are_found_by_fips_and_postal_codes(key, d):
    assert AMERICA.find(key)[0] == [d]


def test_the_capital_is_found_as_newspapers_write_it():
    found = lookup({"x": "Texas", "y": "District of Columbia", "z": "Ohio", "w": "Utah"})
    assert [found.find(key)[0] for key in ("D.C.", "Washington, D.C.", "Washington DC")] == [
        [1]
    ] * 3


def test_georgia_is_what_the_rest_of_the_map_is():
    assert units(["a", "b", "c"], ["Georgia", "Armenia", "Turkey"])[0] is countries()
    assert units(["a", "b", "c"], ["Georgia", "Ohio", "Texas"])[0] is states()
    assert units(["CA", "DE", "IN"], ["x", "y", "z"]) is None


def test_what_the_census_puts_before_a_code_is_not_part_of_it():
    assert without_prefix("0500000US48113") == "48113"
    counties = lookup({"48113": "Dallas", "48001": "Anderson", "48003": "Andrews"})
    assert counties.find("0500000US48113")[0] == [0]


def test_a_map_of_something_else_finds_nothing_in_the_lists():
    assert lookup({"1": "奎文区", "2": "潍城区", "3": "坊子区"}).find("FR")[0] == []
