"""What a spec says of its polygons."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geo.spec.boundaries import BoundariesSpec


def test_polygons_come_from_a_file_or_from_an_area_and_not_from_both():
    with pytest.raises(ValidationError, match="give either `file` or `code`, not both"):
        BoundariesSpec(file="d.shp", code="370700")


def test_a_condition_has_one_value_or_several():
    spec = BoundariesSpec.model_validate({"where": {"STATE": "Texas", "fips": [48, 19]}})
    assert spec.where == {"STATE": "Texas", "fips": (48, 19)}
