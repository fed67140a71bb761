"""Palettes run from light to dark, and the default passes every check of its readers' eyes."""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import pairwise

import pytest
from coloraide import Color

from geo.base.errors import MapError
from geo.symbology.legibility import ground_problems, measured_palette
from geo.symbology.palettes import palette, palette_names, ramp, sampled_default
from tools.make_palettes import palettes

USUAL = [2, 3, 4, 5, 6, 7]


def lightness(color: str) -> float:
    """Luma of a hex colour, near enough to tell light from dark."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return 0.3 * red + 0.59 * green + 0.11 * blue


def refusal(name: str, k: int) -> str:
    with pytest.raises(MapError) as error:
        palette(name, k)
    return str(error.value)


@pytest.mark.parametrize("k", USUAL)
def test_the_default_is_told_apart_on_screen_by_deficient_eyes_and_in_grey(k: int):
    colors = palette("default", k)
    assert measured_palette(colors).problems == ()
    light = [Color(color).convert("lab-d65")["lightness"] for color in colors]
    assert min(a - b for a, b in pairwise(light)) > 8


@pytest.mark.parametrize("k", USUAL)
def test_the_default_stands_out_from_paper_and_missing_data_and_carries_white_text(k: int):
    assert ground_problems(palette("default", k)) == ()


@pytest.mark.parametrize("k", range(2, 10))
def test_the_defaults_table_is_what_its_path_gives(k: int):
    assert palette("default", k) == sampled_default(k)


def test_a_single_class_of_the_default_is_its_middle():
    (only,) = palette("default", 1)
    light, dark = palette("default", 2)
    assert lightness(dark) < lightness(only) < lightness(light)


def test_colorbrewer_gives_the_published_colours():
    """colorbrewer2.org, Blues, five and three classes."""
    assert palette("Blues", 5) == ("#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c")
    assert palette("Blues", 3) == ("#deebf7", "#9ecae1", "#3182bd")
    assert palette("RdBu", 3) == ("#ef8a62", "#f7f7f7", "#67a9cf")


def test_the_committed_palettes_are_those_of_their_authors():
    """The file is what the tool makes of the packages branca and cmcrameri."""
    committed = files("geo") / "symbology" / "palettes.json"
    assert json.loads(committed.read_text(encoding="ascii")) == palettes()


def test_fewer_classes_than_colorbrewer_designed_for_take_the_ends():
    assert palette("Blues", 2) == ("#deebf7", "#3182bd")
    assert palette("Blues", 1) == ("#3182bd",)


def test_the_perceptually_uniform_ones_give_the_published_ends():
    """viridis begins at #440154 and ends at #fde725; batlow at #011959 and #faccfa."""
    assert palette("viridis", 2) == ("#fde725", "#440154")
    assert palette("batlow", 2) == ("#faccfa", "#011959")
    assert palette("viridis", 3)[1] == "#21918c"


@pytest.mark.parametrize("name", palette_names())
def test_every_palette_gives_as_many_colours_as_asked_for_light_ones_first(name: str):
    for k in (1, 2, 5, 8):
        colors = palette(name, k)
        assert len(colors) == len(set(colors)) == k
        assert all(len(c) == 7 and c[0] == "#" and int(c[1:], 16) >= 0 for c in colors)
        assert lightness(colors[0]) >= lightness(colors[-1]) - 64  # diverging ends are alike
    assert palette(name, 5, reverse=True) == palette(name, 5)[::-1]


def test_the_choice_holds_brewer_and_uniform_ones_and_no_unordered_or_cyclic_one():
    names = set(palette_names())
    assert {"default", "YlGnBu", "RdBu", "viridis", "cividis", "batlow", "vik"} <= names
    assert not {"Set1", "Paired", "romaO", "batlowS"} & names


def test_an_unknown_palette_is_named_with_its_nearest():
    assert refusal("Bleus", 5) == ("palette: no palette is named 'Bleus'. Did you mean Blues?")


def test_a_palette_with_too_few_colours_says_how_many_it_has():
    assert refusal("Blues", 10) == (
        "palette: palette 'Blues' has 9 colours at most, 10 are needed. "
        "Ask for fewer classes, or take a continuous palette such as viridis."
    )


def test_a_ramp_runs_through_the_palettes_own_colours():
    colors = palette("default", 3)
    assert ramp(colors, [0, 0.5, 1]) == colors
    (between,) = ramp(("#000000", "#ffffff"), [0.5])
    assert between == "#636363"  # OKLab's middle grey, lightness 0.5


def test_a_ramp_of_one_colour_is_that_colour():
    assert ramp(("#123456",), [0, 0.3]) == ("#123456", "#123456")
