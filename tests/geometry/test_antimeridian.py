import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.geometry.antimeridian import jumps, untorn, windowed


def one(shape):
    return untorn(np.array([shape], dtype=object))[0]


def test_a_ring_across_180_is_cut_there_into_its_two_parts():
    ring = shapely.Polygon([(179, 0), (-178, 0), (-178, 1), (179, 1)])
    found = one(ring)
    assert sorted(part.bounds for part in found.geoms) == [(-180, 0, -178, 1), (179, 0, 180, 1)]
    assert len(jumps(found)) == 0


def test_a_ring_round_the_world_has_its_pole_inside():
    """Antarctica as spherical files have it: a coast, and nothing about the pole."""
    coast = shapely.Polygon([(lon, -70) for lon in range(-180, 181, 10)])
    found = one(coast)
    assert found.bounds == (-180, -90, 180, -70)
    assert found.area == 360 * 20


def test_a_hole_goes_with_its_shell_to_the_other_side():
    shell = [(175, 0), (-175, 0), (-175, 10), (175, 10)]
    hole = [(-178, 4), (-176, 4), (-176, 6), (-178, 6)]
    assert one(shapely.Polygon(shell, [hole])).area == 100 - 4


def test_an_edge_that_is_long_both_ways_is_left():
    ring = shapely.Polygon([(-120, 0), (120, 0), (120, 1), (-120, 1)])
    assert one(ring) is ring
    assert jumps(ring).tolist() == [240, -240]


def test_what_meets_at_an_old_cut_is_one_piece_in_another_window():
    """Russia's Chukotka, cut at 180°, on a map that is cut at 30°W."""
    parts = shapely.MultiPolygon([shapely.box(170, 60, 180, 70), shapely.box(-180, 60, -170, 70)])
    found = windowed(parts, -30)
    assert found.geom_type == "Polygon"
    assert found.bounds == (170, 60, 190, 70)


@given(st.floats(-180, 180), st.floats(-170, 150), st.floats(1, 20))
def test_a_window_keeps_the_area(west, lon, width):
    box = shapely.box(lon, 0, lon + width, 5)
    found = windowed(box, west)
    assert found.area == pytest.approx(box.area)
    assert west - 1e-9 <= found.bounds[0]
    assert found.bounds[2] <= west + 360 + 1e-9
