import numpy as np
import pytest
import shapely
from pyproj import CRS

from geo.geometry.extent import Extent
from geo.geometry.plane import Panel, Plane, flattened, has_constant_scale, middle_of
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


@pytest.mark.parametrize(
    ("plane", "box", "constant"),
    [
        (WORLD, LATITUDES, False),
        (CRS.from_epsg(5070), shapely.box(-124, 25, -67, 49), True),
        (CRS.from_epsg(3857), shapely.box(0, 0, 10, 70), False),
        (CRS.from_epsg(4549), shapely.box(118, 35, 120, 37), True),
    ],
)
def test_a_scale_bar_is_for_a_plane_whose_scale_is_constant(plane, box, constant):
    fine = shapely.segmentize(box, 1)
    assert has_constant_scale(Plane((Panel(plane),)), array(fine)) is constant


def inset() -> Plane:
    main = Panel(CRS.from_epsg(5070))
    far = Panel(
        CRS.from_epsg(3338), (Extent(172, 51, 230, 72),), 0.5, x=-2e6, y=1e5,
        frame=Extent(-3.2e6, 2e5, -1.1e6, 1.5e6),
    )  # fmt: skip
    return Plane((main, far))


def test_parts_go_to_their_panels_at_their_scale():
    alaska, kansas = shapely.box(-155, 62, -150, 64), shapely.box(-100, 37, -96, 40)
    whole = inset().shapes(array(shapely.MultiPolygon([alaska, kansas])))[0]
    own = to_plane([alaska], CRS.from_epsg(3338))[0].area / 4
    assert sorted(part.area for part in whole.geoms)[0] == pytest.approx(own, rel=0.01)


def test_points_come_back_from_the_panel_they_lie_in():
    lon, lat = np.array([-152.0, -98.0, 178.0]), np.array([63.0, 38.0, 52.0])
    plane = inset()
    back = plane.degrees(plane.points(lon, lat))
    assert back[:2] == pytest.approx(np.column_stack([lon, lat])[:2])


def test_a_box_may_reach_beyond_180():
    far = inset().insets[0]
    assert far.has(np.array([178.0, -179.0, -100.0]), np.array([52.0, 52.0, 52.0])).tolist() == [
        True, True, False]  # fmt: skip
