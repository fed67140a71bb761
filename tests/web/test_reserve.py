"""How much room an article keeps free; test_article in a browser sees whether it is right."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from geo.spec.page import EmbedSpec
from geo.web.heights import embed_height, map_height, map_limit, map_most
from geo.web.reserve import WIDTHS, Reserve, height_at, inline_height, reserves
from tests.small import small_map
from tests.weifang import changed, weifang


def test_the_room_changes_at_the_very_width_where_a_line_is_saved():
    """Twenty characters of 22 px are one line from 440 px on."""
    made = small_map("ABC", [1, 2, 3], title="潍" * 20, kind="total", label="L")
    found = reserves(made)
    at = {r.width: r for r in found}
    below = [r for r in found if r.width < 440][-1]
    assert [w for w in at if w >= 280] == [440, 512, 900]  # up to 511 px a key to letters
    assert at[440].rest == below.rest - 30
    assert embed_height(made, 439, 1.0) - map_height(439, 1.0) == below.rest
    assert embed_height(made, 440, 1.0) - map_height(440, 1.0) == at[440].rest
    assert at[900].side == 176 + 48 + 5 * 28 - (19 + 64 + 18 + 12)


def test_the_room_is_what_is_needed_and_at_most_a_little_more_at_every_width():
    found = reserves(weifang())
    assert found[0].width == WIDTHS[0]
    assert len(found) < 25
    assert all((a.rest, a.beside) != (b.rest, b.beside) for a, b in pairwise(found))
    for width in range(280, 1300, 7):
        spare = height_at(width, found, 1.07) - embed_height(weifang(), width, 1.07)
        assert -1 < spare <= 7
    assert isinstance(found[-1], Reserve)
    assert found[-1].beside


def test_a_height_is_that_of_the_range_the_width_is_in():
    room = (Reserve(280, 900, False, 600), Reserve(900, 400, True, 600))
    assert [height_at(w, room, 1.25) for w in (100, 400, 700, 900)] == [1025, 1400, 1500, 1000]


def test_a_compact_embed_and_its_snippet_are_520_pixels_at_375():
    """The map takes what the texts leave, and no less than 180 where they leave nothing."""

    def low(**spec):
        return changed(embed=EmbedSpec(parts=("map", "legend")), **spec)

    assert height_at(375, reserves(low()), 1.07) == 519
    assert map_most(low(title="潍坊" * 200)) == 180
    assert map_most(weifang()) == 600


def test_the_map_of_a_compact_embed_grows_with_its_frame_as_far_as_others_do():
    assert [map_height(width, 2.0, 250) for width in (320, 375, 475, 700, 800)] == [
        250, 250, 350, 575, 600,
    ]  # fmt: skip
    assert map_height(475, 0.5, 250) == 237.5  # all of it
    assert map_limit(250) == "clamp(15.625rem,100cqi - 7.8125rem,37.5rem)"
    assert map_limit(600, "em") == "37.5em"


def css_value(length: str, width: float, window: float, type_size: int = 16) -> float:
    """Work out a length of `calc`, `min`, `max` and `clamp` as a browser does."""
    text = length.replace("100cqi", str(width)).replace("100vw", str(window))
    text = re.sub(r"([\d.]+)em", lambda em: str(float(em[1]) * type_size), text)
    text = text.replace("px", "").replace("calc", "")
    names = {"min": min, "max": max, "clamp": lambda low, x, high: max(low, min(x, high))}
    return eval(text, {"__builtins__": {}}, names)


def test_the_length_for_a_style_attribute_is_the_room_at_every_width():
    room = reserves(weifang())
    length = inline_height(room, 1.07)
    for width in range(280, 1500):
        assert abs(css_value(length, width, 1600) - 1 - height_at(width, room, 1.07)) <= 1, width


@pytest.mark.parametrize("type_size", [12, 20, 24])
def test_with_another_size_of_type_the_room_is_enlarged_as_a_whole(type_size):
    room, by = reserves(weifang()), type_size / 16
    length = inline_height(room, 1.07)
    for width in range(280, 2100, 3):
        enlarged = by * height_at(width / by, room, 1.07)
        assert abs(css_value(length, width, 2400, type_size) - 1 - enlarged) <= by, width


def test_a_length_that_knows_no_width_but_the_windows_never_cuts_a_map_in_a_column():
    """Where `container-type` is stripped the frame may be narrower than it is told."""
    room = reserves(weifang())
    length = inline_height(room, 1.07)
    for width in range(600, 900, 20):
        assert css_value(length, 1280, 1280) >= height_at(width, room, 1.07)


def test_a_map_with_nothing_beside_it_has_one_row_of_steps():
    room = (Reserve(280, 900, False, 600), Reserve(500, 850, False, 600))
    assert inline_height(room, 1.25) == (
        "calc(1px + 56.25em - clamp(0px,(100cqi - 31.25em + .02px)*99999,3.125em)"
        " + min(37.5em,1.2500*(100cqi - 0em)))"
    )
