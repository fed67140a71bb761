"""Pages and the type that goes with them."""

from __future__ import annotations

import pytest

from geo.plate.page import PAGES, SMALLEST_PT, page_of
from geo.spec.plate import PlateSpec


@pytest.mark.parametrize(
    ("width", "model"), [(100.0, "column"), (150.0, "two-columns"), (300.0, "a3")]
)
def test_a_width_of_ones_own_has_the_type_of_a_preset_of_its_kind(width: float, model: str):
    page = page_of(PlateSpec(width_mm=width))
    assert (page.width, page.height) == (width, None)
    assert page.sizes == PAGES[model].sizes


def test_no_type_is_smaller_than_six_points():
    for page in PAGES.values():
        sizes = page.sizes
        assert min(sizes.title, sizes.dek, sizes.body, sizes.label, sizes.note) >= SMALLEST_PT
        assert SMALLEST_PT <= sizes.smallest <= sizes.label


def test_furniture_grows_with_the_body_type():
    assert PAGES["two-columns"].sizes.enlargement == 1
    assert PAGES["a3"].sizes.enlargement == pytest.approx(12 / 8.5)
