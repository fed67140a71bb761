import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.geometry.coverage import loose
from geo.geometry.repair import made_valid, noded, step_of


def array(*shapes):
    return np.array(shapes, dtype=object)


def test_the_step_of_quantized_data_is_found_and_none_where_there_is_no_grid():
    round_ = [shapely.Point(i, 0).buffer(1, quad_segs=40) for i in range(30)]
    quantized = shapely.set_precision(round_, 1 / 128)
    assert step_of(array(*quantized)) == 1 / 128
    assert step_of(array(*round_)) < 1e-4
    assert step_of(array(shapely.box(0, 0, 100, 100))) == 100 / 2000


def test_a_ring_that_touches_itself_is_taken_apart_and_its_area_stays():
    eight = shapely.Polygon([(0, 0), (4, 0), (4, 4), (2, 4), (2, 0), (2, 4), (0, 4)])
    found = made_valid(array(eight))
    assert shapely.is_valid(found.polygons[0])
    assert found.polygons[0].area == 16
    assert found.touched.tolist() == [True]
    assert found.seen.tolist() == [False]


def test_a_bow_tie_is_left_where_its_repair_would_be_seen_and_made_where_it_is_a_dot():
    bow = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    land = shapely.box(10, 0, 12, 2)
    found = made_valid(array(bow, land))
    assert found.seen.tolist() == [True, False]
    assert found.polygons[0] is bow
    world = shapely.box(100, 0, 9000, 9000)
    assert made_valid(array(bow, world)).seen.tolist() == [False, False]


def test_a_corner_on_a_neighbours_edge_becomes_a_vertex_of_both_and_no_vertex_moves():
    tall, low, high = shapely.box(0, 0, 1, 2), shapely.box(1, 0, 2, 1), shapely.box(1, 1, 2, 2)
    found = noded(array(tall, low, high), 1e-9)
    assert loose(found.polygons) == []
    assert [1.0, 1.0] in shapely.get_coordinates(found.polygons[0]).tolist()
    assert found.touched.tolist() == [False, False, False]
    assert shapely.area(found.polygons).tolist() == [2, 1, 1]


def test_a_hairline_gap_goes_to_one_neighbour_and_a_lake_to_none():
    left = shapely.Polygon([(0, 0), (1, 0), (1.001, 1), (1, 2), (0, 2)])
    right = shapely.Polygon([(1, 0), (2, 0), (2, 2), (1, 2)])
    lake = shapely.box(0.3, 0.5, 0.6, 0.8)
    found = noded(array(left.difference(lake), right), 0.01)
    assert loose(found.polygons) == []
    assert shapely.coverage_union_all(found.polygons).area == pytest.approx(4 - lake.area)
    assert found.touched.any()


@given(st.integers(0, 10_000))
def test_quantized_tiles_become_a_coverage(seed):
    """Two rows of tiles whose corners meet the other row's edges anywhere."""
    rng = np.random.default_rng(seed)
    cuts = np.sort(rng.uniform(0, 10, 6))
    tiles = [shapely.box(a, 0, b, 5) for a, b in zip([0, *cuts], [*cuts, 10], strict=True)]
    tops = np.sort(rng.uniform(0, 10, 4))
    tiles += [shapely.box(a, 5, b, 9) for a, b in zip([0, *tops], [*tops, 10], strict=True)]
    whole = array(*(t for t in tiles if t.area > 1e-3))
    found = noded(whole, 1e-6)
    assert loose(found.polygons) == []
    assert shapely.is_valid(found.polygons).all()
    assert shapely.area(found.polygons) == pytest.approx(shapely.area(whole), abs=1e-5)
