"""Images of a sheet of a few marks."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from geo.plate.files.raster import to_image, to_png, to_tiff
from geo.plate.inks import Inks
from geo.plate.sheet import Area, Disc, Group, Sheet, Strokes, line, rectangle
from tests.plate.marks.hand_made import STYLE

RED, BLUE = "#cc0000", "#0000cc"
MARKS = (
    Area((rectangle(2, 2, 6, 6), rectangle(4, 4, 2, 2)[::-1]), RED),
    Disc(15, 5, 3, BLUE),
    Strokes((line((2, 12), (18, 12)),), "#000000", 3),
)
SHEET = Sheet(20, 15, 0, 0, (Group("Figure", MARKS),), "t", "a", "en")


@pytest.fixture(scope="module")
def image():
    """The sheet at 254 dpi: ten pixels a millimetre."""
    return to_image(SHEET, STYLE.faces, 254)


def test_it_has_its_size_and_its_marks_in_their_places(image):
    assert image.size == (200, 150)
    assert image.getpixel((30, 30)) == (0xCC, 0, 0)
    assert image.getpixel((50, 50)) == (255, 255, 255)  # the hole
    assert image.getpixel((150, 50)) == (0, 0, 0xCC)
    assert image.getpixel((100, 120)) == (0, 0, 0)
    assert image.getpixel((100, 140)) == (255, 255, 255)


def test_a_png_says_its_resolution_and_what_it_shows(image):
    read = Image.open(io.BytesIO(to_png(image, SHEET, 254, Inks())))
    assert read.info["dpi"] == pytest.approx((254, 254), abs=0.1)
    assert (read.info["Title"], read.info["Description"]) == ("t", "a")


@pytest.mark.parametrize(("model", "mode"), [("rgb", "RGB"), ("grey", "L"), ("cmyk", "CMYK")])
def test_a_tiff_is_in_the_inks_of_the_plate(image, model: str, mode: str):
    read = Image.open(io.BytesIO(to_tiff(image, SHEET, 254, Inks(model))))
    assert (read.mode, read.size) == (mode, (200, 150))
