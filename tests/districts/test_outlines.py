"""The polygons that come with the package: whole, named, coded, and a coverage."""

from __future__ import annotations

import pytest
import shapely

from geo.base.errors import MapError
from geo.districts.areas import area_of
from geo.districts.outlines import area_districts
from geo.geometry.projection import areas_km2


def units(word: str, language: str = "en"):
    reading = area_districts(word, language=language)
    return reading.districts.set_index("code"), reading


def test_the_world_has_a_country_for_each_code_and_names_in_the_languages_of_maps():
    world, reading = units("world")
    assert world.index.is_unique
    assert {"FRA", "XKX", "TWN", "ESH", "PSE"} < set(world.index)
    assert "Antarctica" in reading.lost
    assert world.name["CIV"] == "Côte d’Ivoire"
    assert world.name["TTO"] == "Trinidad and Tobago"
    german, _ = units("world", "de")
    assert (german.name["FRA"], german.name_en["FRA"]) == ("Frankreich", "")
    chinese, _ = units("世界", "zh")
    assert (chinese.name["FRA"], chinese.name_en["FRA"]) == ("法国", "France")
    assert all(chinese.name)


def test_what_the_united_nations_count_to_a_country_is_part_of_it():
    world, _ = units("world")
    simferopol, nicosia_north = shapely.Point(34.1, 44.95), shapely.Point(33.3, 35.3)
    assert world.geometry["UKR"].contains(simferopol)
    assert world.geometry["CYP"].contains(nicosia_north)
    assert world.geometry["SOM"].contains(shapely.Point(45.0, 9.5))


def test_europe_ends_where_its_map_does():
    europe, _ = units("europe")
    _, _, east, north = europe.to_crs(3035).total_bounds
    assert (east, north) == (pytest.approx(7.0e6, abs=100), pytest.approx(5.45e6, abs=100))
    assert europe.geometry["RUS"].intersects(shapely.Point(37.6, 55.7))
    # The Canary Islands stay, Guyane and Svalbard go.
    assert europe.geometry["ESP"].bounds[1] < 29
    assert europe.geometry["FRA"].bounds[1] > 40
    assert europe.geometry["NOR"].bounds[3] < 72


def test_states_are_made_of_their_counties_and_have_the_areas_of_the_census():
    states, _ = units("us-states")
    assert len(states) == 52  # with the District of Columbia and Puerto Rico
    area = areas_km2(states)
    # U.S. Census Bureau, State Area Measurements, total area in km²; the file has coastlines,
    # the bureau counts coastal waters, so two states without any are compared.
    assert area[states.index.get_loc("08")] == pytest.approx(269_601, rel=0.003)
    assert area[states.index.get_loc("56")] == pytest.approx(253_335, rel=0.003)
    assert units("美国", "zh")[0].name["06"] == "加利福尼亚州"


def test_counties_of_the_country_and_of_a_state():
    counties, reading = units("us-counties")
    assert counties.name["48113"] == "Dallas"
    assert {"51610", "Falls Church"} <= set(reading.lost)
    texas, reading = units("Texas")
    assert len(texas) == 254
    assert reading.lost == ()


@pytest.mark.parametrize(("country", "number"), [("France", 101), ("DE", 16), ("Ukraine", 27)])
def test_regions_of_a_country(country: str, number: int):
    regions, _ = units(country)
    assert len(regions) == number
    assert shapely.coverage_is_valid(regions.geometry.to_numpy())


@pytest.mark.parametrize("word", ["world", "us-counties", "GB", "SI"])
def test_polygons_are_valid(word: str):
    districts, _ = units(word)
    assert districts.geometry.is_valid.all()
    assert districts.geom_type.isin(["Polygon", "MultiPolygon"]).all()


def test_what_is_no_area_of_the_package_is_for_the_atlas_and_its_options_are_for_it_alone():
    assert area_of("潍坊") is None
    assert len(area_districts("潍坊", language="zh").districts) == 12
    with pytest.raises(MapError) as caught:
        area_districts("world", language="en", level="city")
    assert str(caught.value) == (
        "--level: is for the atlas of China, and World is not from it. Leave it out."
    )
