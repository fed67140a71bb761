import numpy as np
import pytest
import shapely
from pyproj import CRS

from geo.geometry.flat import flattened, middle_of, shows_all
from geo.geometry.projection import to_plane


def array(*shapes):
    return np.array(shapes, dtype=object)


def crs(text):
    return CRS.from_user_input(f"{text} +datum=WGS84 +units=m +type=crs")


WORLD = crs("+proj=eqearth +lon_0=11")
LATITUDES = shapely.box(-180, -60, 180, 60)


def test_a_map_within_its_projection_is_that_projection():
    box = array(shapely.box(119, 36, 119.5, 36.5))
    plane = CRS.from_epsg(4549)
    assert shapely.equals_exact(flattened(box, plane), to_plane(box, plane), 0).all()


def test_a_country_on_the_cut_lies_on_both_sides_of_the_map_and_no_line_runs_across():
    """Alaska's Aleutians, on a map cut at 169°W."""
    chain = shapely.box(-175, 50, -160, 55)
    found = flattened(array(chain), WORLD)[0]
    assert len(found.geoms) == 2
    west, east = sorted(found.geoms, key=lambda part: part.bounds[0])
    assert west.bounds[2] < -9e6
    assert east.bounds[0] > 9e6


def test_two_parts_that_meet_at_180_are_one_where_the_map_goes_on():
    russia = shapely.MultiPolygon([shapely.box(170, 60, 180, 70), shapely.box(-180, 60, -170, 70)])
    assert flattened(array(russia), WORLD)[0].geom_type == "Polygon"


def test_a_long_edge_is_bent_as_the_parallel_is():
    """Between 120°W and 90°W the 49th parallel is far from straight in a cone."""
    cone = crs("+proj=aea +lat_1=29 +lat_2=46 +lon_0=-96")
    strip = flattened(array(shapely.box(-120, 48, -90, 49)), cone)[0]
    middle = to_plane([shapely.Point(-105, 49)], cone)[0]
    assert strip.boundary.distance(middle) < 20


def test_a_continent_around_a_pole_is_whole_from_above_it():
    """Antarctica as RFC 7946 has it: down along 180°, along the pole, and up again."""
    land = shapely.box(-180, -90, 180, -70)
    found = flattened(array(land), crs("+proj=laea +lat_0=-90"))[0]
    assert found.geom_type == "Polygon"
    assert not found.interiors
    assert found.is_valid
    assert found.distance(shapely.Point(0, 0)) == 0
    assert found.area == pytest.approx(15.4e12, rel=0.02)  # 2πR²(1 - sin 70°)


@pytest.mark.parametrize(
    ("text", "lon"), [("EPSG:3035", 10), ("EPSG:5070", -96), ("EPSG:4549", 120), ("EPSG:3857", 0)]
)
def test_the_meridian_in_the_middle_is_found_in_every_kind_of_plane(text, lon):
    assert middle_of(CRS.from_user_input(text)) == lon


def test_only_what_has_long_edges_gets_vertices_and_a_vertex_given_twice_goes():
    """Beside a wide strip: a small square, and another with its first corner twice."""
    strip = shapely.box(-120, 48, -90, 49)
    small = shapely.box(-89, 48, -88.5, 48.5)
    doubled = shapely.Polygon([(0, 0), (0, 0), (0.5, 0), (0.5, 0.5), (0, 0)])
    found = flattened(array(strip, small, doubled), crs("+proj=aea +lat_1=29 +lat_2=46"))
    assert shapely.get_num_coordinates(found).tolist() == [63, 5, 4]


def test_a_plane_has_a_place_for_what_lies_within_it_and_its_end_is_looked_at():
    """Long edges may leave the plane between their ends; half the world has no place in a view."""
    here, far = shapely.box(100, 30, 100.5, 30.5), shapely.box(179.8, 30, 180, 30.5)
    flat, view = crs("+proj=laea +lat_0=30 +lon_0=100"), crs("+proj=ortho +lat_0=30 +lon_0=100")
    assert shows_all(array(here, far), flat)
    assert shows_all(array(here), view)
    assert not shows_all(array(here, far), crs("+proj=laea +lat_0=30 +lon_0=-0.05"))
    assert not shows_all(array(shapely.box(100, 30, 102, 31)), flat)
    assert not shows_all(array(here, shapely.box(-80, -30, -79.5, -29.5)), view)
