"""A house style on a plate: inks, faces, logo; districts keep the colours of their classes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from geo.base.errors import MapError
from geo.plate.compose import compose
from geo.plate.house import in_inks, inks_of, logo_block
from geo.plate.sheet import Area, Group, Sheet, Words
from geo.plate.subject import subject_of
from geo.spec.dressing import read_style
from geo.spec.plate import PlateSpec
from geo.spec.style import StyleSpec
from tests.weifang import changed, weifang

STYLES = Path(__file__).resolve().parents[2] / "styles"


def composed(style=None, **plate):
    made = changed(house=read_style(STYLES / style)) if style else weifang()
    return compose(subject_of(made, PlateSpec(**plate), "plates[1]"))


def test_text_and_paper_have_the_house_s_colours_and_districts_their_own():
    plain, styled = composed(), composed("ledger.toml")
    assert styled.marks[0].fill == "#fbf4e6"
    inks = {mark.ink for mark in styled.words}
    assert {"#241f1a", "#655a4c"} <= inks
    assert not {"#1c1c1c", "#5a5a5a"} & inks

    def fills(sheet):
        return [m.fill for m in sheet.marks if isinstance(m, Area) and m.code]

    assert fills(plain) == fills(styled)


def test_grey_and_cmyk_plates_have_the_inks_of_the_press():
    style = read_style(STYLES / "ledger.toml")
    assert inks_of(style, PlateSpec(color="grey")) == {}
    assert inks_of(style, PlateSpec())["#ffffff"] == "#fbf4e6"
    assert inks_of(StyleSpec(), PlateSpec()) == {}
    sheet = composed()
    assert in_inks(sheet, {}) is sheet


def test_a_house_ink_too_weak_on_a_districts_fill_gives_way_there_alone():
    """Dark blue on dark blue: 1.4 to 1. Its paper keeps the house's ink."""
    on_fill = Words(0, 0, "a", 7, 1, "sans", "#1c1c1c", halo="#153e78")
    on_paper = Words(0, 0, "b", 7, 1, "sans", "#1c1c1c", halo="#ffffff")
    sheet = Sheet(10, 10, 0, 0, (Group("Figure", (on_fill, on_paper)),), "t", "a", "en")
    styled = in_inks(sheet, {"#1c1c1c": "#10284f"})
    assert [mark.ink for mark in styled.words] == ["#ffffff", "#10284f"]


def test_the_logo_stands_at_the_foot_and_no_text_runs_into_it():
    sheet = composed("civic.toml")
    shapes = [m for m in sheet.groups[-1].marks if isinstance(m, Area)]
    assert {"#0a7d78", "#ffffff", "#7aa7a9"} == {m.fill for m in shapes}
    left = min(ring[:, 0].min() for m in shapes for ring in m.rings)
    lines = [m for m in sheet.groups[-1].marks if isinstance(m, Words)]
    assert all(m.box.right < left for m in lines)
    assert max(ring[:, 0].max() for m in shapes for ring in m.rings) <= sheet.width - 5 + 1e-6


def test_a_circle_of_a_logo_is_round(tmp_path):
    path = tmp_path / "l.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="10 0 20 20">'
        '<circle cx="20" cy="10" r="10" fill="#abc"/></svg>'
    )
    block = logo_block(path, 5)
    (disc,) = block.marks
    assert (block.width, block.height, disc.fill) == (5, 5, "#aabbcc")
    (ring,) = disc.rings
    assert (((ring - 2.5) ** 2).sum(axis=1) ** 0.5).round(1).tolist() == [2.5] * len(ring)


@pytest.mark.parametrize(
    ("inner", "what", "advice"),
    [
        (
            '<path fill="red" d="M0 0h1v1z"/>',
            "has a fill that a plate cannot print, 'red'",
            "Fill its shapes with colours such as #1f6f78.",
        ),
        (
            '<path fill="#123456" d="M0 0h1v1 potato"/>',
            "has a shape that cannot be drawn, a <path>",
            "Save the logo again as plain SVG.",
        ),
        (
            '<g transform="scale(2)"><path fill="#123456" d="M0 0h1v1z"/></g>',
            "has a group that is moved or turned",
            "Save it as plain shapes without transforms of groups.",
        ),
    ],
)
def test_a_logo_that_a_plate_cannot_draw_is_named(tmp_path, inner, what, advice):
    path = tmp_path / "l.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2">{inner}</svg>')
    with pytest.raises(MapError) as error:
        logo_block(path, 5)
    assert str(error.value) == f"{path}: {what}. {advice}"


def test_a_png_is_for_screens(tmp_path):
    Image.new("RGB", (30, 10)).save(tmp_path / "l.png")
    assert logo_block(tmp_path / "l.png", 5).marks == ()
    assert logo_block(None, 5).marks == ()
