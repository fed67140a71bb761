import pytest
from pydantic import ValidationError

from geo.spec.plane import InsetSpec, PlaneSpec


def test_a_map_has_the_plane_that_suits_it_unless_the_spec_says_more():
    assert PlaneSpec().insets == "auto"
    assert not PlaneSpec().projection


@pytest.mark.parametrize("bounds", [(10, 0, 0, 5), (0, 5, 10, 0), (0, -91, 10, 0), (-190, 0, 0, 5)])
def test_an_inset_is_a_box_of_degrees(bounds):
    with pytest.raises(ValidationError, match="west, south, east, north"):
        InsetSpec(bounds=bounds)


def test_a_box_may_reach_across_180():
    assert InsetSpec(bounds=(172, 51, 230, 72)).bounds[2] == 230
