"""In real Chromium: addresses, frames, and on the page pan and zoom without a trap."""

from __future__ import annotations

import json

import pytest

from tests.web.browser.pages import FORMS, WIDTHS, boxes, choose, map_data

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("form", FORMS)
HIGH_TECH = "370705-GX"


def view_of(tab):
    return tab.evaluate(
        """() => [document.querySelector("input[name=measure]:checked").value,
                  document.querySelector("tr.on[data-row]")?.dataset.row ?? ""]"""
    )


@both
def test_an_address_restores_a_view(show, form):
    tab = show(form, fragment=f"#measure=density&district={HIGH_TECH}")
    assert view_of(tab) == ["density", HIGH_TECH]
    assert tab.inner_text("#card h2").startswith("高新区")


@both
@pytest.mark.parametrize(
    "fragment", ["#measure=none&district=0", "#%E0%A4%A", "#<img>", "#circles="]
)
def test_a_wrong_address_shows_the_first_view(show, form, fragment):
    assert view_of(show(form, fragment=fragment)) == ["investment", ""]


@both
def test_a_visit_is_one_entry_of_the_history_and_its_address_the_view(show, form):
    """Four switches and four pins were eight presses of the back button."""
    tab = show(form)
    before = tab.evaluate("history.length")
    choose(tab, "projects")
    tab.click(f'[data-row="{HIGH_TECH}"] button')
    assert tab.url.endswith(f"#measure=projects&district={HIGH_TECH}")
    assert tab.evaluate("history.length") == before
    tab.evaluate("location.hash = '#measure=density'")
    tab.wait_for_function("document.querySelector('input[value=density]').checked")


FRAME = """<!DOCTYPE html><title>t</title><body><script>
  const got = [];
  addEventListener("message", (event) => got.push(event.data));
</script><iframe title="map" src="{form}.html{query}" style="width:600px;height:50px"></iframe>"""


def framed(show, form, query=""):
    tab = show(FRAME.format(form=form, query=query))
    tab.wait_for_function("got.length >= 4")
    return tab


@both
def test_a_frame_tells_its_height_in_the_forms_newsrooms_listen_for(show, form):
    tab = framed(show, form, "?childId=pym-0")
    frame = tab.frames[1]
    height = frame.evaluate(
        "Math.ceil(document.querySelector('main').getBoundingClientRect().height)"
    )
    got = tab.evaluate("got.slice(-4)")
    assert got[0] == {"datawrapper-height": {"weifang": height}}
    assert got[1] == {"sentinel": "amp", "type": "embed-size", "height": height}
    medium = json.loads(got[2])
    assert (medium["context"], medium["height"]) == ("iframe.resize", height)
    assert medium["src"].endswith(f"{form}.html?childId=pym-0")
    assert got[3] == f"pymxPYMxpym-0xPYMxheightxPYMx{height}"


@both
def test_the_height_follows_the_width_and_the_font_size(show, form):
    tab = framed(show, form)
    first = tab.evaluate("got.at(-3).height")
    tab.evaluate("got.length = 0; document.querySelector('iframe').style.width = '340px'")
    tab.wait_for_function("got.length >= 4")
    narrow = tab.evaluate("got.at(-3).height")
    assert narrow != first
    tab.evaluate("got.length = 0")
    tab.frames[1].evaluate("document.querySelector('.dek').style.fontSize = '60px'")
    tab.wait_for_function("got.length >= 4")
    assert tab.evaluate("got.at(-3).height") > narrow


@both
def test_in_an_article_the_back_button_leaves_the_article(show, form):
    tab = framed(show, form)
    before = tab.evaluate("history.length")
    choose(tab.frames[1], "projects")
    tab.frames[1].click(f'[data-row="{HIGH_TECH}"] button')
    assert tab.evaluate("history.length") == before
    assert tab.frames[1].evaluate("location.hash") == f"#measure=projects&district={HIGH_TECH}"


def scale(tab):
    return boxes(tab, "#map-svg")[0]["h"]


def over_the_map(tab):
    box = boxes(tab, "#stage")[0]
    tab.mouse.move(box["x"] + box["w"] / 2, box["y"] + min(box["h"], 400) / 2)


def test_the_wheel_scrolls_the_page_and_zooms_the_map_only_with_ctrl(show):
    tab = show("page", 1280, 700)
    before = scale(tab)
    over_the_map(tab)
    tab.wait_for_timeout(900)  # who scrolls past the map has not just moved the pointer on it
    tab.mouse.wheel(0, 100)
    tab.wait_for_function("scrollY > 50")
    assert scale(tab) == before
    assert not tab.is_visible("#map-hint")
    tab.mouse.move(405, 355)
    tab.mouse.move(425, 375)
    tab.mouse.wheel(0, 100)
    tab.wait_for_function("scrollY > 150")
    assert tab.inner_text("#map-hint") == "按住 Ctrl 键滚动可缩放地图"
    tab.evaluate("scrollTo(0, 0)")
    over_the_map(tab)
    tab.keyboard.down("Control")
    tab.mouse.wheel(0, -200)
    tab.keyboard.up("Control")
    tab.wait_for_timeout(500)
    assert scale(tab) > before * 1.2
    assert tab.evaluate("scrollY") == 0


def fingers(tab, *paths):
    """Move one finger or more along straight lines, each from (x, y) to (x, y), in ten steps."""
    session = tab.context.new_cdp_session(tab)

    def send(kind, part):
        points = [
            {"x": x + (to_x - x) * part, "y": y + (to_y - y) * part, "id": i}
            for i, ((x, y), (to_x, to_y)) in enumerate(paths)
        ]
        touches = [] if kind == "touchEnd" else points
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        tab.wait_for_timeout(16)

    send("touchStart", 0)
    for i in range(1, 11):
        send("touchMove", i / 10)
    send("touchEnd", 1)
    tab.wait_for_timeout(500)


def test_one_finger_scrolls_the_page_and_two_zoom_the_map(show):
    tab = show("page", 375, 700, touch=True)
    before = boxes(tab, "#map-svg")[0]
    fingers(tab, ((180, 500), (180, 300)))
    scrolled = tab.evaluate("scrollY")
    after = boxes(tab, "#map-svg")[0]
    assert scrolled > 100
    # Leaflet, which a finger starts, rounds to pixels.
    assert (after["x"], after["w"]) == pytest.approx((before["x"], before["w"]), abs=0.5)
    assert after["y"] == pytest.approx(before["y"] - scrolled, abs=1)
    y = after["y"] + 200
    fingers(tab, ((150, y), (100, y)), ((200, y), (250, y)))
    assert scale(tab) > before["h"] * 1.3
    assert tab.evaluate("scrollY") == scrolled


def test_a_tap_pins_and_the_card_sticks_to_the_edge_of_the_screen(show):
    tab = show("page", 375, 700, touch=True)
    tab.evaluate("scrollTo(0, 200)")
    box = boxes(tab, '[data-code="370783"]')[0]
    tab.touchscreen.tap(box["x"] + box["w"] * 0.4, box["y"] + box["h"] / 2)
    assert tab.inner_text("#card h2").startswith("寿光市")
    card = boxes(tab, "#card")[0]
    assert card["y"] + card["h"] <= 701
    assert card["y"] > 300
    assert not tab.locator("#tooltip").is_visible()


def test_buttons_zoom_and_reset_and_the_mouse_pans(show):
    tab = show("page")
    before = boxes(tab, "#map-svg")[0]
    assert tab.locator("#reset").is_disabled()
    tab.click("#zoom-in")
    tab.wait_for_timeout(500)
    assert scale(tab) == pytest.approx(2 * before["h"], rel=0.01)
    width = tab.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('[data-code]')).strokeWidth)"
    )
    assert width == pytest.approx(0.8)
    zoomed = boxes(tab, "#map-svg")[0]
    over_the_map(tab)
    tab.mouse.down()
    tab.mouse.move(600, 500, steps=4)
    tab.mouse.up()
    tab.wait_for_timeout(400)
    assert boxes(tab, "#map-svg")[0]["x"] != zoomed["x"]
    assert view_of(tab)[1] == ""  # a drag chooses nothing
    tab.click("#reset")
    tab.wait_for_timeout(300)
    after = boxes(tab, "#map-svg")[0]
    assert [after[key] for key in "xywh"] == pytest.approx([before[k] for k in "xywh"], abs=0.5)


def test_the_districts_fit_any_window_and_stay_fitted(show):
    tab = show("page", WIDTHS[0])
    for size in (*WIDTHS, 500, *reversed(WIDTHS)):
        tab.set_viewport_size({"width": size, "height": 900})
        tab.wait_for_timeout(150)
        stage, drawn = boxes(tab, "#stage")[0], boxes(tab, "#border")[0]
        assert stage["x"] <= drawn["x"]
        assert drawn["x"] + drawn["w"] <= stage["x"] + stage["w"]
        assert stage["y"] <= drawn["y"]
        assert drawn["y"] + drawn["h"] <= stage["y"] + stage["h"]
        assert max(drawn["w"] / stage["w"], drawn["h"] / stage["h"]) > 0.85


def test_a_district_out_of_sight_is_brought_back_when_it_is_chosen(show):
    tab = show("page")
    for _ in range(2):
        tab.click("#zoom-in")
        tab.wait_for_timeout(450)
    tab.click('[data-row="370782"] button')
    tab.wait_for_timeout(600)
    stage, star = boxes(tab, "#stage")[0], boxes(tab, "#labels text")
    named = next(b for b in star if b["text"] == "诸城市")
    assert stage["y"] < named["y"] < stage["y"] + stage["h"]


def test_tiles_lie_beneath_the_districts_and_carry_their_attribution(show):
    from geo.web.page import page
    from tests.web.test_page import with_basemap

    tab = show("<title>t</title>")
    asked = []
    tab.route(
        "**://*/**",
        lambda route: (
            asked.append(route.request.url)
            or route.fulfill(status=200, content_type="image/png", body=b"")
        ),
    )
    tab.set_content(page(with_basemap("tianditu")), wait_until="commit")
    tab.wait_for_selector(".leaflet-tile", state="attached")
    tab.wait_for_timeout(200)
    assert any("tianditu.gov.cn" in url for url in asked)
    assert tab.locator(".leaflet-control-attribution").inner_text().count("天地图") == 1
    assert "Leaflet" not in tab.inner_text("body")
    assert len(boxes(tab, "[data-code]")) == 16
    assert map_data(tab)["name"] == "weifang"


@both
@pytest.mark.parametrize("width", [320, 1280])
def test_the_tooltip_stays_inside_the_map_beside_every_district(show, form, width):
    """Its side is chosen without measuring it, also with the longest text and circles on."""
    tab = show(form, width, fragment="#measure=density&circles=1")
    tab.evaluate("document.querySelector('#stage').scrollIntoView()")
    for district in boxes(tab, "[data-code]"):
        inside = tab.evaluate(
            """code => {
                 const shape = document.querySelector(`[data-code="${code}"]`);
                 const box = shape.getBoundingClientRect();
                 const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
                 shape.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, ...at }));
                 const outer = document.querySelector("#stage").getBoundingClientRect();
                 const tip = document.querySelector("#tooltip").getBoundingClientRect();
                 return [tip.left - outer.left, tip.top - outer.top,
                   outer.right - tip.right, outer.bottom - tip.bottom, tip.width];
               }""",
            district["of"],
        )
        assert min(inside) > -0.5, district["of"]
        assert inside[4] > 40


def test_the_print_shows_the_whole_map_wherever_the_reader_has_zoomed_to(show):
    """Of a window wider than the paper; the map's buttons stay on the screen."""
    tab = show("page", 1280)
    tab.click("#zoom-in")
    tab.wait_for_timeout(400)
    tab.set_viewport_size({"width": 718, "height": 1000})  # A4 without its margins
    tab.emulate_media(media="print")
    tab.wait_for_timeout(200)
    outer = boxes(tab, "#stage")[0]
    for district in boxes(tab, "[data-code]"):
        assert outer["x"] <= district["x"] + 1
        assert district["x"] + district["w"] <= outer["x"] + outer["w"] + 1
        assert outer["y"] <= district["y"] + 1
        assert district["y"] + district["h"] <= outer["y"] + outer["h"] + 1
    assert not tab.locator("#zoom").is_visible()
