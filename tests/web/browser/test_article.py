"""The map in articles, in a real Chromium: room, height, isolation, policies, other listeners."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from geo.spec.page import EmbedSpec
from geo.web.csp import policies as policies_of
from geo.web.csp import source_hash
from geo.web.embed import embed
from geo.web.frame import Frame, frame
from tests.web.browser.contexts import new_tab
from tests.web.browser.local_site import serving
from tests.weifang import changed, weifang

sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "docs"))

pytestmark = pytest.mark.browser
ARTICLE, EMBED = "/docs/article.html", "/maps/weifang-embed.html"
SHIFTS = """
window.shifts = [];
if (window === top) new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""
WHOLE = "[innerHeight, location.hash, document.querySelector('main').innerHTML]"
SPARE = 24  # pixels of a map that is 1,500 high
MAIN_HEIGHT = 'document.querySelector("main").getBoundingClientRect().height'


@cache
def html() -> str:
    return embed(weifang()).html


def snippet() -> Frame:
    return frame(weifang(), embed(weifang()), EMBED)


def embed_policy() -> str:
    return policies_of(embed(weifang()), snippet(), "").embed


@cache
def article_page() -> str:
    from make_article import article

    return article(weifang())


@contextmanager
def opened(browser, pages, path, *, width=1280, height=900, policies=None, page_errors=()):
    """Open a page of a local site; what the browser complains about fails the test."""
    with serving(pages, policies) as (origin, asked):
        page = new_tab(browser, width, height)
        complaints: list[str] = []
        page.on("console", lambda m: m.type == "error" and complaints.append(m.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.add_init_script(SHIFTS)
        page.goto(origin + path)
        page.asked = asked
        try:
            yield page
        finally:
            page.close()
        assert [c for c in complaints if c not in page_errors] == []


@contextmanager
def article(
    browser, *, width=1280, height=900, policies=None, change=lambda text: text
) -> Iterator:
    pages = {ARTICLE: change(article_page()), EMBED: html()}
    with opened(browser, pages, ARTICLE, width=width, height=height, policies=policies) as page:
        yield page


def read_through(page) -> list:
    """Look at the top, then scroll to the end, so that lazy frames load; return the frames."""
    page.wait_for_timeout(700)  # what arrives meanwhile would move what the reader looks at
    for _ in range(60):
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(40)
        if page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 2"):
            break
    frames = page.frames[1:]
    for inner in frames:
        inner.wait_for_selector("[data-code][role=button]", state="attached")
    page.wait_for_timeout(300)
    return frames


def room(inner) -> float:
    """Return the pixels that a frame has beyond its content; less than 0 cuts it off."""
    return inner.evaluate("innerHeight") - inner.evaluate(MAIN_HEIGHT)


def fits(page, inner) -> bool:
    """Tell whether a frame comes to have room for its content, and hardly more."""
    for _ in range(50):  # a loaded machine lays a frame out some time after its window changed
        if 0 <= room(inner) <= SPARE:
            return True
        page.wait_for_timeout(100)
    return False


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (768, 1024), (375, 812)])
def test_nothing_in_the_article_moves_while_it_is_read(browser, width, height):
    with article(browser, width=width, height=height) as page:
        frames = read_through(page)
        assert len(frames) == 2
        assert page.evaluate("shifts") == []
        assert sorted(page.asked) == [ARTICLE, EMBED, EMBED]


def test_the_style_alone_reserves_what_the_map_needs_at_every_width(browser):
    scriptless = re.sub(r"<script>.*?</script>", "", snippet().html, flags=re.DOTALL)
    pages = {"/": f"<!DOCTYPE html><body style='margin:0'>{scriptless}", EMBED: html()}
    with opened(browser, pages, "/", width=320, height=2000) as page:
        [inner] = read_through(page)
        for width in (320, 360, 390, 430, 520, 600, 700, 850, 960, 1100, 1600):
            page.set_viewport_size({"width": width, "height": 2000})
            for measure in weifang().measures:
                inner.evaluate(f"location.hash = 'measure={measure.id}'")
                page.wait_for_timeout(100)
                assert fits(page, inner), (width, measure.id, room(inner))


def test_so_it_does_for_a_low_embed_of_map_and_legend(browser):
    low = changed(embed=EmbedSpec(parts=("map", "legend")))
    text = str(frame(low, embed(low), EMBED).html)
    scriptless = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    pages = {"/": f"<!DOCTYPE html><body style='margin:0'>{scriptless}", EMBED: embed(low).html}
    with opened(browser, pages, "/", width=320, height=2000) as page:
        [inner] = read_through(page)
        for width in (320, 375, 520, 700, 1100):
            page.set_viewport_size({"width": width, "height": 2000})
            page.wait_for_timeout(150)
            assert fits(page, inner), (width, room(inner))
            if width == 375:  # a phone, of which it takes half
                assert page.evaluate("document.querySelector('iframe').offsetHeight") <= 520


def test_without_scripts_the_map_fits_its_room_and_every_row_can_be_read(browser):
    """Rows share what is left of the room; where that is too little, they scroll in it."""
    pages = {"/": f"<!DOCTYPE html><body style='margin:0'>{snippet().html}", EMBED: html()}
    with serving(pages) as (origin, _):
        page = new_tab(browser, java_script_enabled=False)
        page.goto(f"{origin}/")
        page.wait_for_timeout(500)
        inner = page.frames[1]
        inner.wait_for_selector("#table tfoot")
        last, context_of = inner.locator("#table tfoot"), inner.locator(".context")
        for width in (320, 540, 768, 899, 900, 1280):
            page.set_viewport_size({"width": width, "height": 2000})
            page.wait_for_timeout(100)
            assert room(inner) == 0, width
            assert inner.evaluate("document.documentElement.scrollHeight - innerHeight") == 0, width
            last.scroll_into_view_if_needed()
            end = last.evaluate("row => row.getBoundingClientRect().bottom")
            assert end <= context_of.evaluate("c => c.getBoundingClientRect().top"), width
        page.close()


def seen(page, inner) -> None:
    """Scroll a frame into view: out of view a browser may leave it as it was."""
    number = page.frames.index(inner) - 1
    page.evaluate("n => document.querySelectorAll('iframe')[n].scrollIntoView()", number)
    page.wait_for_timeout(500)


def test_heights_follow_a_turned_tablet(browser):
    with article(browser, width=768, height=1024) as page:
        frames = read_through(page)
        upright = [inner.evaluate("innerHeight") for inner in frames]
        page.set_viewport_size({"width": 1024, "height": 768})
        page.wait_for_timeout(400)
        out_of_view = page.evaluate("document.querySelector('iframe').offsetHeight")
        assert out_of_view < upright[0] - 200  # the table is beside the map
        for inner in frames:
            seen(page, inner)
            assert 0 <= room(inner) <= SPARE
        assert page.evaluate("document.querySelector('iframe').offsetHeight") == out_of_view
        page.set_viewport_size({"width": 768, "height": 1024})
        for inner, height in zip(frames, upright, strict=True):
            seen(page, inner)
            assert inner.evaluate("innerHeight") == height


def test_heights_follow_the_readers_font_size(browser):
    with article(browser, width=375, height=812) as page:
        frames = read_through(page)
        before = [inner.evaluate(MAIN_HEIGHT) for inner in frames]
        for inner, height in zip(frames, before, strict=True):
            session = page.context.new_cdp_session(inner)  # a sandboxed frame is a process apart
            session.send("Page.setFontSizes", {"fontSizes": {"standard": 28, "fixed": 24}})
            seen(page, inner)
            assert inner.evaluate(MAIN_HEIGHT) > height + 150
            assert room(inner) >= 0


def test_two_maps_do_not_disturb_each_other(browser):
    with article(browser, width=375, height=812) as page:
        first, second = read_through(page)
        kept = second.evaluate(WHOLE)
        low = first.evaluate("innerHeight")
        first.click("#all-rows")
        first.click("label:has(input[value=projects])")
        page.wait_for_timeout(400)
        assert first.evaluate("innerHeight") > low + 100
        assert room(first) >= 0
        assert first.evaluate("location.hash") == "#measure=projects"
        assert kept[1] == "#measure=per_project"
        assert second.evaluate(WHOLE) == kept


def test_the_map_works_with_scripts_as_its_only_permission(browser):
    def strict(text: str) -> str:
        return re.sub('sandbox="allow-scripts[^"]*"', 'sandbox="allow-scripts"', text)

    with article(browser, change=strict) as page:
        first, _ = read_through(page)
        assert first.evaluate("origin") == "null"
        assert page.evaluate("document.querySelectorAll('[sandbox=allow-scripts]').length") == 2
        first.click("label:has(input[value=projects])")
        assert first.inner_text("#column") == "项目数 (个)"
        assert all(
            page.evaluate("[...document.querySelectorAll('iframe')].map(f => f.style.height)")
        )


def article_policy() -> str:
    """The strictest policy that lets in the article's own style and what the snippet needs."""
    own = source_hash(re.search(r"<style>(.*?)</style>", article_page(), re.DOTALL)[1])
    added = policies_of(embed(weifang()), snippet(), "").article
    added = added.replace("style-src", f"style-src {own}").replace("img-src", "img-src data:")
    return "default-src 'none'; " + added


def test_article_and_embed_live_under_policies_with_hashes(browser):
    policies = {ARTICLE: article_policy(), EMBED: embed_policy()}
    with article(browser, width=375, height=812, policies=policies) as page:
        first, _ = read_through(page)
        first.click("label:has(input[value=projects])")
        assert first.inner_text("#column") == "项目数 (个)"
        first.click('[data-row="370782"] button')
        assert first.inner_text("#card h2").startswith("诸城市")
        with page.expect_download() as saved:
            first.click("#downloads [value=png]")
        assert Path(saved.value.path()).read_bytes().startswith(b"\x89PNG")
        assert room(first) >= 0
        assert page.evaluate("shifts") == []


def test_a_policy_without_the_hash_of_the_embeds_script_stops_it(browser):
    """The policy of the test before this one is real: one digit off, and the script is refused."""
    wrong = re.sub(r"sha256-.", "sha256-0", embed_policy())
    refused: list[str] = []
    with serving({EMBED: html()}, {EMBED: wrong}) as (origin, _):
        page = new_tab(browser)
        page.on("console", lambda message: refused.append(message.text))
        page.goto(origin + EMBED)
        assert page.evaluate("document.documentElement.className") == ""
        page.close()
    assert any("Content Security Policy" in text for text in refused)
