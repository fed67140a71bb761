"""The plates of a map: which files, how large, nothing on top of anything else."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace

import pytest
from PIL import Image

from geo.base.errors import MapError
from geo.plate.page import PAGES
from geo.plate.plates import figure, plates
from geo.spec.plate import PlateSpec
from tests.plate.plates import PRESETS, file, outside, overlapping, sheet, with_plates
from tests.small import map_of
from tests.weifang import weifang

LONG = (
    "潍坊264个重大项目集中开工，高新区总投资196.7亿元居首；滨海、诸城、昌邑"
    "紧随其后，“磁悬浮”项目领跑（2024年春）。"
)
TITLES = [
    "潍",
    LONG[:60],
    "Weifang breaks ground on 264 projects worth 148 billion yuan",
    "2024 Weifang重大项目 breaks ground：264个projects，total 1,480.6亿元",
]


def test_a_spec_without_plates_gives_three_files():
    made = plates(weifang())
    assert sorted(made) == ["weifang.pdf", "weifang.png", "weifang.svg"]
    assert made["weifang.png"][:4] == b"\x89PNG"
    assert made["weifang.pdf"][:5] == b"%PDF-"
    assert made["weifang.svg"][:4] == b"<svg"


def test_a_plate_with_a_name_adds_it_to_the_file_names():
    several = with_plates(
        weifang(), PlateSpec(formats=("svg",)), PlateSpec(name="a3", size="a3", formats=("svg",))
    )
    assert sorted(plates(several)) == ["weifang-a3.svg", "weifang.svg"]


def test_only_the_wanted_formats_are_made():
    assert list(plates(weifang(), formats=("svg",))) == ["weifang.svg"]


def test_two_plates_of_one_name_would_overwrite_each_other():
    twice = with_plates(weifang(), *[PlateSpec(formats=("svg",))] * 2)
    with pytest.raises(MapError) as caught:
        plates(twice)
    assert str(caught.value) == (
        "weifang, plates[1].name: '' is the name of 2 plates. "
        "Give each plate a name of its own, or the files overwrite each other."
    )


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "tiff"])
def test_two_plates_of_one_map_are_the_same_bytes(ending: str):
    again = with_plates(weifang(), PlateSpec(size="column", formats=(ending,)))
    assert plates(again)[f"weifang.{ending}"] == file(ending, size="column")


def test_the_users_matplotlib_settings_change_nothing_and_are_left_alone():
    import matplotlib as mpl

    plain = file("png", size="column")
    with mpl.rc_context({"lines.scale_dashes": False, "path.sketch": (5, 10, 5)}):
        before = dict(mpl.rcParams)
        again = plates(with_plates(weifang(), PlateSpec(size="column", formats=("png",))))
        assert dict(mpl.rcParams) == before
    assert again["weifang.png"] == plain


def test_pyplot_is_never_imported():
    code = (
        "import sys; from geo.plate.plates import plates; from tests.weifang import weifang;"
        "plates(weifang()); sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("size", PRESETS)
def test_an_image_has_the_size_and_resolution_of_its_preset(size: str):
    page, image = PAGES[size], Image.open(io.BytesIO(file("png", size=size)))
    dpi = page.dpi
    assert image.width == round(page.width / 25.4 * dpi)
    height = page.height or sheet(size=size).height
    assert image.height == round(height / 25.4 * dpi)
    assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)


def test_a_social_card_has_1200_by_630_pixels():
    assert Image.open(io.BytesIO(file("png", size="social"))).size == (1200, 630)


def test_a_tiff_says_its_resolution():
    image = Image.open(io.BytesIO(file("tiff", size="column", dpi=150)))
    assert image.size[0] == round(90 / 25.4 * 150)
    assert image.info["dpi"] == (150, 150)


def test_a_width_of_ones_own_is_kept_and_the_height_follows_the_map():
    drawn = sheet(width_mm=140.0)
    assert drawn.width == 140
    assert 120 < drawn.height < 260


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("size", PRESETS)
def test_no_text_lies_on_another_or_leaves_the_page(size: str, title: str):
    drawn = sheet(size=size, title=title)
    assert overlapping(drawn.words) == []
    assert outside(drawn) == []
    assert min(w.size for w in drawn.words) >= 6


@pytest.mark.parametrize("size", PRESETS)
def test_every_district_is_named_with_its_value(size: str):
    """On the map, in the inset or on a leader line; bars do not count."""
    drawn = sheet(size=size, bars=False)
    said = " ".join(w.text for w in drawn.words)
    measure = weifang().measure("investment")
    for i, name in enumerate(weifang().districts["name"]):
        assert name in said
        assert measure.text(i) in said


@pytest.mark.parametrize("size", PRESETS)
def test_the_approval_line_is_the_last_one_at_the_lower_left(size: str):
    drawn, margin = sheet(size=size), PAGES[size].margin
    line = next(w for w in drawn.words if w.text == "示意图（未审核）")
    assert line.x == margin
    assert line.y == max(w.y for w in drawn.words)


def test_a_page_that_cannot_hold_its_text_is_refused_before_anything_is_written():
    notes = ("开发区边界为按公布面积的示意。" * 40,)
    spec = weifang().spec.model_copy(update={"notes": notes})
    crowded = with_plates(replace(weifang(), spec=spec), PlateSpec(size="social"))
    with pytest.raises(MapError) as caught:
        plates(crowded)
    assert str(caught.value) == (
        "weifang, plates[1]: 318 mm x 167 mm cannot hold the texts and leave room for a map. "
        "Choose a larger size, or shorten title and notes."
    )


def test_districts_without_a_value_are_hatched_and_counted_in_the_legend():
    import numpy as np

    gaps = map_of([_square(i) for i in range(4)], [1, 2, np.nan, np.nan])
    made = plates(with_plates(gaps, PlateSpec(formats=("svg",))))["small.svg"].decode()
    assert "无数据（2）" in made
    assert "C：无数据" in made


def test_an_english_map_speaks_english():
    plain = map_of([_square(i) for i in range(3)], [1, 2, 3], language="en")
    spec = plain.spec.model_copy(update={"approval": "GS 1"})
    reviewed = with_plates(replace(plain, spec=spec), PlateSpec(formats=("svg",)))
    made = plates(reviewed)["small.svg"].decode()
    assert "Map approval number: GS 1" in made
    assert "Source: 手工" in made


def test_a_figure_for_the_notebook_has_the_size_of_the_plate():
    made = figure(weifang(), PlateSpec(size="column"), dpi=100)
    assert made.get_size_inches()[0] == pytest.approx(90 / 25.4, abs=0.01)


def _square(i: int):
    import shapely

    return shapely.box(118 + i * 0.2, 36, 118.2 + i * 0.2, 36.2)
