"""What a map-maker may write in ``[[plates]]``, and what is said to what may not be."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from geo.base.errors import MapError
from geo.plate.page import PAGES, page_of
from geo.spec.file import read_spec
from geo.spec.plate import PlateSpec
from tests.plate.plates import PRESETS

SPEC = """
title = "t"
source = "s"
[boundaries]
code = "370700"
[table]
file = "t.csv"
[[measures]]
id = "v"
label = "l"
unit = "个"
kind = "total"
column = "v"
[[plates]]
"""


def read(tmp_path: Path, plate: str):
    (tmp_path / "t.csv").write_text("district,v\nA,1\n")
    path = tmp_path / "m.toml"
    path.write_text(SPEC + plate)
    return read_spec(path)


def test_every_preset_has_a_page():
    assert tuple(PAGES) == PRESETS
    assert all(PlateSpec(size=size).size == size for size in PRESETS)


def test_an_unknown_preset_is_told_the_known_ones(tmp_path):
    with pytest.raises(MapError) as caught:
        read(tmp_path, 'size = "b5"')
    assert str(caught.value) == (
        f"{tmp_path}/m.toml, plates[1].size: 'b5' is not one of 'column', 'two-columns', 'a4', "
        "'a4-landscape', 'a3', 'a3-landscape', 'social'."
    )


def test_an_unknown_key_is_told_the_nearest(tmp_path):
    with pytest.raises(MapError) as caught:
        read(tmp_path, 'siz = "a4"')
    assert str(caught.value) == (
        f"{tmp_path}/m.toml, plates[1].siz: unknown key 'siz'. Did you mean size?"
    )


def test_a_profile_stands_beside_the_spec(tmp_path):
    (tmp_path / "press.icc").write_bytes(b"x")
    spec = read(tmp_path, 'color = "cmyk"\nprofile = "press.icc"')
    assert spec.plates[0].profile == (tmp_path / "press.icc").resolve()


def test_a_profile_that_is_not_there_is_missed_by_name(tmp_path):
    with pytest.raises(MapError) as caught:
        read(tmp_path, 'color = "cmyk"\nprofile = "press.icc"')
    assert str(caught.value).startswith(
        f"{tmp_path}/m.toml, plates[1].profile: no such file 'press.icc'."
    )


@pytest.mark.parametrize(
    ("plate", "message"),
    [
        ({"size": "a4", "width_mm": 100}, "give either `size` or `width_mm`, not both"),
        ({"profile": "x.icc"}, '`profile` is for color = "cmyk"'),
        ({"color": "cmyk", "formats": ("png",)},
         'color = "cmyk" needs pdf or tiff among the formats'),
        ({"formats": ("png", "png")}, "a format is given twice"),
        ({"cartogram": "dorling", "circles": "v"},
         "`circles` over the areas of a `cartogram`: leave one of them out"),
        ({"cartogram": "demers", "north_arrow": True},
         "on a `cartogram` no direction is true: leave `north_arrow` out"),
        ({"width_mm": 59}, "Input should be greater than or equal to 60"),
        ({"title": "长" * 61}, "String should have at most 60 characters"),
        ({"dpi": 30}, "Input should be greater than or equal to 72"),
        ({"formats": ()}, "Tuple should have at least 1 item after validation, not 0"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(plate: dict[str, object], message: str):
    with pytest.raises(ValidationError) as caught:
        PlateSpec(**plate)
    assert caught.value.errors()[0]["msg"].removeprefix("Value error, ") == message


def test_a_width_of_ones_own_has_the_type_of_the_nearest_preset():
    assert page_of(PlateSpec(width_mm=100)).sizes == PAGES["column"].sizes
    assert page_of(PlateSpec(width_mm=190)).sizes == PAGES["two-columns"].sizes
    assert page_of(PlateSpec(width_mm=400)).sizes == PAGES["a3"].sizes
    assert page_of(PlateSpec(width_mm=100)).width == 100


def test_a_title_is_one_line():
    assert PlateSpec(title="a\n b").title == "a b"
