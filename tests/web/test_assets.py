"""What pages are made of: sizes shared by Python, style sheets and scripts, each in one place."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from geo.symbology.contrast import contrast
from geo.symbology.palettes import palette, palette_names
from geo.web import assets
from geo.web.assets import built, rem, sizes

SOURCES = Path(assets.__file__).parent / "src"


def test_the_sizes_are_read_once_typed_and_cannot_be_changed():
    assert sizes() is sizes()
    assert (sizes().beside_from, sizes().title.line, sizes().advances.narrow) == (900, 30, 0.33)
    with pytest.raises(FrozenInstanceError):
        sizes().side = 1


def test_a_character_is_narrow_or_wide_but_not_both():
    kinds = [re.compile(f"[{kind}]") for kind in (sizes().narrow, sizes().wide)]
    found = [[c for c in map(chr, range(32, 127)) if kind.match(c)] for kind in kinds]
    assert "".join(found[0]) == " !'(),.:;il|"
    assert "".join(found[1]) == "%@ABCDEFGHIJKLMNOPQRSTUVWXYZmw"


@pytest.mark.parametrize(
    "name",
    ["beside_from", "legend_most", "narrow_below", "card", "block_button", "side"],
)
def test_no_style_sheet_or_script_has_a_size_of_its_own_that_is_shared(name):
    """Sources name it: `$(card)px`; only what is built has the number."""
    number = getattr(sizes(), name)
    written = re.compile(rf"(?<![\w.(-]){number}(?:px)?(?![\w.%])")
    allowed = {"z-index: 900", "height: clamp(320px"}
    found = [
        (path.name, line.strip())
        for path in (*SOURCES.glob("*.js"), *SOURCES.glob("css/*.css"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if written.search(line) and not any(text in line for text in allowed)
    ]
    assert found == []


def test_the_style_sheets_are_built_with_the_sizes():
    assert f"(min-width:{rem(sizes().beside_from, 'em')})" in built("embed.css")
    assert f"nth-child(-n+{sizes().rows_in_article})" in built("embed.css")
    assert f"height:{rem(sizes().row)}" in built("page.css")
    assert "$" not in built("page.css") + built("embed.css") + built("gaps.css")


def test_lengths_grow_with_type_as_those_of_the_built_sheets():
    assert [rem(px) for px in (0, 4, 28, 1599)] == ["0rem", "0.25rem", "1.75rem", "99.9375rem"]
    assert rem(900, "em") == "56.25em"


@pytest.mark.parametrize(
    "sheet", ["embed", "compact", "cross", "gaps", "periods", "notes", "alone"]
)
def test_only_hairs_and_what_is_drawn_in_an_svg_element_keep_their_pixels(sheet):
    """A size of 4 pixels or more that did not grow with the type would spoil the reserved room."""
    fixed = r"(?:font-size|stroke-width|outline|outline-offset|box-shadow|border-radius):[^;}]*"
    kept = re.findall(r"(?<![\w.])(\d*\.?\d+)px", re.sub(fixed, "", built(f"{sheet}.css")))
    assert [px for px in kept if float(px) >= 4] == []


@pytest.mark.parametrize("sheet", ["embed.css", "page.css", "dark.css"])
def test_of_the_two_lines_of_an_outline_one_stands_out_from_any_colour(sheet):
    """They have the colours of text and background: WCAG 1.4.11 asks for 3:1."""
    text, ground = (re.search(rf"--{name}: ?(#\w+)", built(sheet))[1] for name in ("text", "bg"))
    assert contrast(text, ground) > 9
    colors = {color for name in palette_names() for color in palette(name, 5)}
    assert len(colors) > 200
    assert [c for c in colors if max(contrast(text, c), contrast(ground, c)) < 3] == []
