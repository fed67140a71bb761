"""In real Chromium: the districts move to their circles and back; all else goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely

from geo.districts.areas import letters_of
from geo.web.page import page
from tests.small import map_of
from tests.web.browser.pages import boxes, map_data
from tests.weifang import changed, weifang

pytestmark = pytest.mark.browser
HIGH_TECH = "370705-GX"
PATHS = "[...document.querySelectorAll('path[data-code]')].map(p => p.getAttribute('d'))"


def test_a_reader_switches_to_circles_and_back(show):
    made = changed(page=weifang().spec.page.model_copy(update={"cartogram": "dorling"}))
    tab = show(page(made), 1280)
    before = tab.evaluate(PATHS)
    tab.click(f'[data-row="{HIGH_TECH}"] button')
    # On the way an outline is neither the district's nor the circle's, and names wait.
    under_way, names = tab.evaluate(
        f"""() => {{ document.querySelector("input[name=cartogram]").click();
                    const names = getComputedStyle(document.getElementById("labels"));
                    return [{PATHS}, names.visibility]; }}"""
    )
    assert all("L" in path for path in under_way)
    assert names == "hidden"
    tab.wait_for_function(f"{PATHS}.every(d => d.includes('a'))")

    areas = {b["of"]: b["w"] ** 2 for b in boxes(tab, "path[data-code]")}
    total = dict(zip(made.districts["code"], made.measures[0].values, strict=True))
    for code, area in areas.items():
        share = total[code] / total[HIGH_TECH]
        assert (area / areas[HIGH_TECH]) ** 0.5 == pytest.approx(share**0.5, abs=0.02)
    assert tab.url.endswith(f"&district={HIGH_TECH}&cartogram=1")
    assert tab.locator("#circle-legend").inner_text().startswith("面积：总投资 亿元")
    assert not tab.locator("#border").is_visible()
    assert "a" in tab.get_attribute("#pinned", "d")  # what was chosen is still outlined
    # Keys go from circle to circle: the one above it is Binhai's.
    tab.focus(f'path[data-code="{HIGH_TECH}"]')
    tab.keyboard.press("ArrowUp")
    circles = dict(zip((d["code"] for d in map_data(tab)["districts"]),
                       map_data(tab)["cartogram"]["at"], strict=True))  # fmt: skip
    reached = tab.evaluate("document.activeElement.dataset.code")
    assert circles[reached][1] < circles[HIGH_TECH][1]
    assert tab.inner_text("#tooltip")

    # Circles over the map are another view: the districts are back in it.
    tab.check("#circles-toggle")
    tab.wait_for_function(f"before => `${{{PATHS}}}` === `${{before}}`", arg=before)
    assert not tab.is_checked("input[name=cartogram]")

    # Who asked for less motion has it at once, and so has an address.
    tab.emulate_media(reduced_motion="reduce")
    tab.evaluate("location.hash = '#cartogram=1'")
    tab.wait_for_function("document.querySelector('input[name=cartogram]').checked")
    assert all("L" not in path for path in tab.evaluate(PATHS))


def states(names: list[str], codes: list[str], across: int):
    """Squares in rows, with the codes of states."""
    squares = [
        shapely.box(-100 + i % across, 40 - i // across, -99 + i % across, 41 - i // across)
        for i in range(len(codes))
    ]
    made = map_of(squares, range(1, len(codes) + 1), names=names, language="en")
    districts = made.districts.assign(code=codes)
    spec = made.spec.model_copy(
        update={"page": made.spec.page.model_copy(update={"cartogram": "tiles"})}
    )
    return replace(made, districts=districts, spec=spec)


@pytest.mark.parametrize("width", [375, 1280])
def test_no_name_reaches_over_its_tile_and_letters_stand_in_for_long_ones(show, width):
    """On a phone two letters are wider than the tiles of 36 states: their type is smaller."""
    codes = [f"{k:02}" for k in range(1, 41) if k not in {3, 7, 11, 14}]
    posts = letters_of(codes)
    assert (posts[0], posts[-1], "MN" in posts) == ("AL", "OK", True)
    names = ["Ohio", *(f"A very long name of a state {k}" for k in range(35))]
    tab = show(page(states(names, codes, 18)), width, fragment="#cartogram=1")
    tab.wait_for_function("document.querySelector('input[name=cartogram]').checked")
    tiles = {b["of"]: b for b in boxes(tab, "path[data-code]")}
    texts = [b for b in boxes(tab, "#labels text") if not b["text"].isdigit()]
    assert sorted(b["text"] for b in texts) == sorted(posts)
    for b in texts:
        tile = tiles[codes[posts.index(b["text"])]]
        assert tile["x"] <= b["x"], b
        assert b["x"] + b["w"] <= tile["x"] + tile["w"], b
        assert tile["y"] <= b["y"] + 1, b
    # Who has no letters is told by pointing at: no name, but for that of the highest.
    bare = page(states(names[:12], [f"T{k}" for k in range(12)], 4))
    tab = show(bare, width, fragment="#cartogram=1")
    said = {b["text"] for b in boxes(tab, "#labels text") if not b["text"].isdigit()}
    assert said == {"Ohio", names[11]}
    short = page(states([f"S{k}" for k in range(12)], codes[:12], 4))
    tab = show(short, width, fragment="#cartogram=1")
    said = {b["text"] for b in boxes(tab, "#labels text")}
    assert {f"S{k}" for k in range(12)} <= said
