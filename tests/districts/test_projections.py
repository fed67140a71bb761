import pytest

from geo.base.errors import MapError
from geo.districts.projections import named_crs, names
from geo.geometry.extent import Extent

EUROPE = Extent(-10, 35, 30, 70)
WORLD = Extent(-180, -90, 180, 84)


@pytest.mark.parametrize("name", names())
def test_every_name_is_a_plane(name):
    assert named_crs(name, EUROPE).is_projected


@pytest.mark.parametrize("text", ["Equal Earth", "equal-earth", " EQUAL_EARTH "])
def test_names_are_read_as_people_write_them(text):
    assert "eqearth" in named_crs(text, WORLD).to_wkt().lower() or "Equal Earth" in str(
        named_crs(text, WORLD).coordinate_operation.method_name
    )


def test_the_world_is_cut_in_the_bering_strait_or_where_the_map_maker_says():
    assert "+lon_0=11" in named_crs("robinson", WORLD).srs
    assert "+lon_0=150" in named_crs("robinson", WORLD, 150).srs


def test_cones_stand_on_the_sixths_of_the_extent():
    assert "+lat_1=40.8333 +lat_2=64.1667 +lon_0=10.0000" in named_crs("Lambert", EUROPE).srs


def test_codes_and_proj_strings_are_taken_as_they_are():
    assert named_crs("EPSG:2154", EUROPE).to_epsg() == 2154
    assert (
        named_crs("+proj=sinu +lon_0=20", EUROPE).coordinate_operation.method_name == "Sinusoidal"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("robinsom", "map.projection: unknown projection 'robinsom'. Did you mean robinson? "
         "An EPSG code or a PROJ string does, too."),
        ("EPSG:4326", "map.projection: 'EPSG:4326' (WGS 84) has no plane. "
         'Write "equirectangular" for degrees as they are.'),
    ],
)  # fmt: skip
def test_what_is_no_plane_is_refused(text, message):
    with pytest.raises(MapError) as error:
        named_crs(text, EUROPE)
    assert str(error.value) == message


def test_a_cone_around_the_equator_is_refused():
    with pytest.raises(MapError) as error:
        named_crs("albers", Extent(10, -20, 40, 20))
    assert str(error.value) == (
        "map.projection: 'albers' cannot be a cone around the equator. "
        'Write "lambert azimuthal" or "equal earth".'
    )
