"""The formulas of WCAG, by the values its readers know."""

from __future__ import annotations

import pytest

from geo.symbology.contrast import contrast, luminance


@pytest.mark.parametrize(
    ("a", "b", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#000000", 21),
        ("#767676", "#ffffff", 4.54),  # the palest grey that is AA on white
        ("#ff0000", "#ffffff", 4.00),
    ],
)
def test_contrast_is_that_of_wcag(a, b, ratio):
    assert contrast(a, b) == pytest.approx(ratio, abs=0.005)


def test_green_is_the_lightest_of_the_three_primaries():
    primaries = [luminance(c) for c in ("#ff0000", "#00ff00", "#0000ff")]
    assert primaries == pytest.approx([0.2126, 0.7152, 0.0722])
