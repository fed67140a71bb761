import geopandas as gpd
import numpy as np
import pytest
import shapely

from geo.base.errors import MapError
from geo.districts.plane import map_plane
from geo.districts.units import higher_borders, map_lines, units_of
from geo.geometry.plane import local_plane
from geo.spec.plane import PlaneSpec

BOXES = [shapely.box(i, 0, i + 1, 1) for i in range(4)]
FRAME = gpd.GeoDataFrame(
    {"code": ["01001", "01003", "02001", "02003"], "name": list("abcd"),
     "parent": ["x", "x", "x", "y"]},
    geometry=BOXES, crs=4326,
)  # fmt: skip


def test_units_go_by_digits_of_the_code_or_by_the_parent():
    assert units_of(FRAME, "2") == ("01", "01", "02", "02")
    assert units_of(FRAME, "state") == ("x", "x", "x", "y")
    assert units_of(FRAME, "") == ()


def test_more_digits_than_the_codes_have_are_refused():
    with pytest.raises(MapError) as error:
        units_of(FRAME, "5")
    assert str(error.value) == (
        "map.outline: the codes have no 5 digits in common: '01001'. "
        "Name a column, or fewer digits."
    )


def test_only_the_borders_between_units_are_drawn():
    found = higher_borders(np.array(BOXES), ("01", "01", "02", "02"))
    assert found.equals(shapely.LineString([(2, 0), (2, 1)]))


def test_graticule_and_outline_of_the_world_are_drawn_where_they_are_asked_for():
    lands = gpd.GeoDataFrame(
        {"code": list("ab"), "name": list("ab")},
        geometry=[shapely.box(-170, -60, -100, 60), shapely.box(60, -60, 175, 60)], crs=4326,
    )  # fmt: skip
    plane = local_plane(lands)
    assert map_lines(lands, plane, PlaneSpec()).below == ()
    grid, world = map_lines(lands, plane, PlaneSpec(graticule=True, sphere=True)).below
    assert np.isfinite(shapely.get_coordinates([grid, world])).all()
    outline = shapely.convex_hull(world)
    assert outline.buffer(1000).contains(shapely.union_all(plane.shapes(lands.geometry)))
    assert outline.area > 4e14


def test_the_outline_of_a_world_whose_poles_are_at_infinity_ends_as_a_square():
    """Mercator's: with its poles the page would be all sea."""
    lands = gpd.GeoDataFrame(
        {"code": list("ab"), "name": list("ab")},
        geometry=[shapely.box(-170, -60, -100, 60), shapely.box(60, -60, 175, 60)], crs=4326,
    )  # fmt: skip
    (world,) = map_lines(
        lands, map_plane(lands, PlaneSpec(projection="EPSG:3857")), PlaneSpec(sphere=True)
    ).below
    west, south, east, north = world.bounds
    assert north == pytest.approx(-south)
    assert (north - south) / (east - west) == pytest.approx(1, abs=1e-4)


def test_the_graticule_is_that_of_the_main_map_and_ends_with_it():
    shapes = [
        shapely.box(-5, 38, -3, 41),
        shapely.box(-8, 42, 0, 43),
        shapely.box(-18, 27.6, -17, 28.8),
    ]
    spain = gpd.GeoDataFrame({"code": list("abc"), "name": list("abc")}, geometry=shapes, crs=4326)
    plane = map_plane(spain, PlaneSpec())
    assert len(plane.insets) == 1
    (grid,) = map_lines(spain, plane, PlaneSpec(graticule=True)).below
    land = shapely.box(*shapely.total_bounds(plane.shapes(spain.geometry)[:2]))
    assert land.buffer(1).contains(grid)
    assert grid.length > 1e6
