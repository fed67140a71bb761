import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.geometry.layout import Block, placed

#: Land with a bay in its south-west, 20 wide and 10 high.
LAND = np.array([shapely.box(0, 0, 100, 60) - shapely.box(0, 0, 22, 12)], dtype=object)


def test_an_inset_lies_in_the_bay_of_its_corner_and_the_map_does_not_grow():
    (found,) = placed(LAND, [Block(18, 9, "sw")], 1)
    assert shapely.box(0, 0, 22, 12).buffer(0.01).contains(found.polygon)


def test_without_a_bay_it_lies_outside_at_its_corner():
    land = np.array([shapely.box(0, 0, 100, 60)], dtype=object)
    (found,) = placed(land, [Block(18, 9, "se")], 1)
    assert found.north <= -1
    assert found.east == 100


@given(
    st.lists(
        st.tuples(st.floats(3, 40), st.floats(3, 40), st.sampled_from(["sw", "se", "nw", "ne"])),
        min_size=1,
        max_size=6,
    )
)
def test_no_inset_touches_land_or_another_one(sizes):
    found = placed(LAND, [Block(*size) for size in sizes], 1)
    for i, one in enumerate(found):
        assert not one.polygon.intersects(LAND[0])
        assert not any(one.polygon.intersects(other.polygon) for other in found[:i])


def test_outlines_are_looked_at_only_where_none_lies_wholly_in_a_place(monkeypatch):
    """Of a chequered land only the edge of a place has to be known closely, and that rarely."""
    land = np.array([shapely.box(x, y, x + 1, y + 1) for x in range(60) for y in range(60)])
    seen = []
    simplify = shapely.simplify
    monkeypatch.setattr(
        "geo.geometry.layout.shapely.simplify",
        lambda some, tolerance: seen.append(len(some)) or simplify(some, tolerance),
    )
    (found,) = placed(land, [Block(12, 12, "se")], 1)
    assert not shapely.intersects(found.polygon, land).any()
    assert sum(seen) < 120
