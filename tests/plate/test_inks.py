"""From screen to ink."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from geo.base.errors import MapError
from geo.plate.inks import Inks, check_profile, distinct_greys, fixed_cmyk, grey_value
from geo.plate.plates import plates
from geo.spec.plate import PlateSpec
from tests.plate.plates import file, with_plates
from tests.plate.press_profile import cmyk_profile, rgb_profile
from tests.weifang import weifang

COLORS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02x}{:02x}{:02x}".format(*c))


@pytest.fixture
def press(tmp_path):
    path = tmp_path / "press.icc"
    path.write_bytes(cmyk_profile())
    return path


@given(COLORS)
def test_fixed_inks_give_the_colour_back_and_newsprint_can_hold_them(color: str):
    """Next to black they need not give it back: nothing is seen there."""
    c, m, y, k = fixed_cmyk(color)
    wanted = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    assert c + m + y + k <= 2.4 + 1e-3
    if max(wanted) >= 0x99:
        back = [(1 - v) * (1 - k) * 255 for v in (c, m, y)]
        assert back == pytest.approx(wanted, abs=0.1)


def test_a_light_tint_has_next_to_no_black_in_it():
    assert fixed_cmyk("#e1f1fb")[3] < 0.001


def test_neutral_colours_are_black_ink_alone_and_type_is_solid():
    assert Inks("cmyk").cmyk("#1c1c1c") == (0, 0, 0, 1)
    assert Inks("cmyk").cmyk("#ffffff") == (0, 0, 0, 0)
    assert Inks("cmyk").cmyk("#b5b5b5")[:3] == (0, 0, 0)


def test_a_profile_decides_the_inks_of_colours_but_not_of_type(press):
    """The imaginary press makes blue of nothing but light; magenta of red."""
    by_profile = Inks("cmyk", press)
    assert by_profile.cmyk("#1c1c1c") == (0, 0, 0, 1)
    red = by_profile.cmyk("#d04040")
    assert red[1] > 0.4 > red[0]
    assert red != Inks("cmyk").cmyk("#d04040")


@pytest.mark.parametrize("with_profile", [False, True])
def test_an_image_is_separated_as_single_colours_are(press, with_profile: bool):
    inks = Inks("cmyk", press if with_profile else None)
    colors = ["#08519c", "#e1f1fb", "#1c1c1c", "#ffffff", "#d04040"]
    image = Image.new("RGB", (len(colors), 1))
    for x, color in enumerate(colors):
        image.putpixel((x, 0), tuple(int(color[i : i + 2], 16) for i in (1, 3, 5)))
    separated = inks.separate(image)
    assert separated.mode == "CMYK"
    for x, color in enumerate(colors):
        expected = [v * 255 for v in inks.cmyk(color)]
        assert separated.getpixel((x, 0)) == pytest.approx(expected, abs=0.6)


def test_a_tiff_in_cmyk_carries_the_profile_of_its_press(press):
    plate = PlateSpec(size="column", color="cmyk", profile=press, formats=("tiff",), dpi=72)
    made = plates(with_plates(weifang(), plate))["weifang.tiff"]
    image = Image.open(io.BytesIO(made))
    assert image.mode == "CMYK"
    assert image.info["icc_profile"] == press.read_bytes()
    assert image.getpixel((0, 0)) == (0, 0, 0, 0)


def test_a_cmyk_tiff_without_a_profile_is_cmyk_all_the_same():
    image = Image.open(io.BytesIO(file("tiff", size="column", color="cmyk", dpi=72)))
    assert image.mode == "CMYK"
    assert np.asarray(image).sum(axis=2).max() <= 2.4 * 255 + 4


def test_grey_images_have_one_channel():
    assert Image.open(io.BytesIO(file("png", size="column", color="grey", dpi=72))).mode == "L"
    assert Image.open(io.BytesIO(file("tiff", size="column", color="grey", dpi=72))).mode == "L"


def test_a_profile_that_is_not_cmyk_is_refused_by_the_name_of_its_colours(tmp_path):
    path = tmp_path / "screen.icc"
    path.write_bytes(rgb_profile())
    plate = PlateSpec(color="cmyk", profile=path, formats=("pdf",))
    with pytest.raises(MapError) as caught:
        plates(with_plates(weifang(), plate))
    assert str(caught.value) == (
        "weifang, plates[1].profile: screen.icc is a profile for RGB, not for CMYK. Ask the "
        "printing house for its profile, or leave `profile` out for fixed CMYK values."
    )


def test_a_profile_that_is_not_of_a_press_is_refused(tmp_path):
    """Scanners have profiles of inks, too: PDF/X-4 takes none of them for its output."""
    path = tmp_path / "scan.icc"
    path.write_bytes(cmyk_profile(b"scnr"))
    with pytest.raises(MapError) as caught:
        check_profile(path, "plates[1].profile")
    assert str(caught.value) == (
        "plates[1].profile: scan.icc is a profile of class 'scnr', not of a press ('prtr'). Ask "
        "the printing house for its profile, or leave `profile` out for fixed CMYK values."
    )


def test_a_file_that_is_no_profile_is_refused(tmp_path):
    path = tmp_path / "press.icc"
    path.write_bytes(b"not a profile")
    with pytest.raises(MapError) as caught:
        check_profile(path, "plates[1].profile")
    assert str(caught.value) == (
        "plates[1].profile: press.icc is not an ICC profile. Ask the printing house "
        "for its profile, or leave `profile` out for fixed CMYK values."
    )


def test_the_imaginary_press_is_a_profile_that_littlecms_reads(press):
    assert ImageCms.getOpenProfile(str(press)).profile.xcolor_space == "CMYK"


def test_too_many_greys_are_refused_unless_hatching_tells_them_apart():
    with pytest.raises(MapError) as caught:
        distinct_greys(9, "plates[1].color")
    assert str(caught.value) == (
        "plates[1].color: 9 greys are only 6.2 apart (CIEDE2000), less than 8. "
        "Use fewer classes, or add `hatch = true`."
    )
    assert len(distinct_greys(9, "x", hatched=True)) == 9


@pytest.mark.parametrize(
    ("color", "grey"), [("#000000", 0), ("#ffffff", 1), ("#777777", 0x77 / 255)]
)
def test_a_grey_keeps_its_value(color: str, grey: float):
    assert grey_value(color) == pytest.approx(grey, abs=1e-4)
