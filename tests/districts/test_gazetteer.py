"""China's prefectures and their units, by code and by name."""

from __future__ import annotations

from geo.districts.gazetteer import groups, groups_by_unit, names_by_code


def test_a_city_has_its_units_and_a_province_with_cities_none():
    by_code = {group.code: group for group in groups()}
    assert "奎文区" in by_code["370700"].units
    assert by_code["370000"].units == ()
    assert names_by_code()["370700"] == "潍坊市"


def test_counties_of_a_province_itself_have_no_city_above():
    group = next(g for g in groups_by_unit()["天门市"])
    assert (group.code, group.name) == ("429000", "")


def test_a_name_of_two_cities_is_in_both():
    assert {group.name for group in groups_by_unit()["朝阳区"]} == {"北京市", "长春市"}
