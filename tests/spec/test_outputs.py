"""What a map can be made into is listed once."""

from __future__ import annotations

from geo.spec.model import MapSpec
from geo.spec.outputs import OUTPUTS, PLATE_FORMATS, USUAL


def test_formats_of_plates_are_outputs_too():
    assert set(PLATE_FORMATS) < set(OUTPUTS)
    assert set(OUTPUTS) - set(PLATE_FORMATS) == {"html", "embed", "data", "prov"}


def test_a_spec_asks_for_everything_by_default():
    assert (
        MapSpec.model_fields["outputs"].default == USUAL == tuple(o for o in OUTPUTS if o != "prov")
    )
