"""The snippet for a web page: frame, reserved height, loader."""

from __future__ import annotations

import gzip
import re

from geo.spec.page import EmbedSpec, PageSpec
from geo.spec.plate import PlateSpec
from geo.web.assets import built, rem
from geo.web.embed import embed
from geo.web.frame import frame, frame_title, reserving_style, sandbox
from geo.web.reserve import Reserve, height_at
from tests.weifang import changed, weifang


def framed(choropleth, src=""):
    return frame(choropleth, embed(weifang()), src)


def test_the_loader_has_less_than_one_kilobyte_gzipped():
    assert len(gzip.compress(framed(weifang()).loader.encode())) < 1024


def test_the_frame_has_title_lazy_loading_sandbox_and_heights_for_old_browsers_and_bare_sites():
    """Without its sheet it is as high as the map at its highest, whatever a theme says."""
    made = framed(weifang())
    found = re.search(r"<iframe (.*?)></iframe>", made.html)
    attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', found[1]))
    height = int(attributes.pop("height"))
    assert attributes == {
        "src": "weifang-embed.html",
        "title": weifang().spec.title,
        "width": "100%",
        "style": made.inline[1],
        "frameborder": "0",
        "loading": "lazy",
        "sandbox": "allow-scripts allow-downloads",
    }
    assert 800 < height < 2000
    highest = max(height_at(width, made.room, made.ratio) for width in range(320, 1281, 20))
    low = f"font:medium sans-serif;min-height:{rem(highest, 'em')};min-height:max(calc("
    assert made.inline[1].startswith(low)
    assert f'<div style="{made.inline[0]}"><iframe' in made.html


def test_its_style_and_loader_are_those_in_the_snippet():
    """They are hashed for the site's policy: one character more and the browser refuses them."""
    found = framed(weifang())
    assert re.findall(r"<style>(.*?)</style>", found.html) == [found.style]
    assert re.findall(r"<script>(.*?)</script>", found.html, re.DOTALL) == [found.loader]
    assert found.loader == f"<!--\n{built('loader.js')}\n//-->"


def test_a_site_that_drops_the_tags_and_keeps_their_text_shows_none_of_it():
    bare = re.sub(r"</?(style|script|iframe)\b.*?>", "", framed(weifang()).html)
    assert re.sub(r"<!--.*?-->|<.*?>", "", bare, flags=re.DOTALL).strip() == ""


def test_paper_gets_a_plate_a_sharp_one_if_it_can():
    assert '<img src="weifang.svg" alt="' in framed(weifang()).html
    assert ' loading="lazy" hidden></div>' in framed(weifang()).html
    assert '<img src="../maps/weifang.svg"' in framed(weifang(), "../maps/a.html#measure=b/c").html
    small = changed(outputs=("embed", "png"))
    assert '<img src="weifang.png"' in framed(small).html
    assert "<img" not in framed(changed(outputs=("html", "embed"))).html


def test_paper_shows_the_measure_that_the_frame_shows_or_the_frame():
    """A plate of another measure would contradict the text around it."""
    asked = "weifang-embed.html#measure=density"
    assert "<img" not in framed(weifang(), asked).html
    plates = (PlateSpec(), PlateSpec(name="dense", measure="density"))
    found = framed(changed(plates=plates), asked).html
    assert '<img src="weifang-dense.svg"' in found
    assert "每平方公里投资" in re.search(r'<img [^>]* alt="([^"]*)"', found)[1]
    social = changed(plates=(PlateSpec(size="social"),))
    assert "<img" not in framed(social).html


def test_the_address_is_the_specs_or_the_one_asked_for():
    there = changed(embed=EmbedSpec(url="https://maps.example.org/2024/"))
    assert 'src="https://maps.example.org/2024/weifang-embed.html"' in framed(there).html
    assert 'src="a.html#measure=projects"' in framed(there, "a.html#measure=projects").html


def test_the_ratio_is_that_of_the_map_with_the_room_for_its_circles():
    html = embed(weifang()).html
    width, height = re.search(
        r'<svg id="map-svg"[^>]* viewBox="\S+ \S+ (\d+) (\d+)"', html
    ).groups()
    assert framed(weifang()).ratio == int(height) / int(width)


def test_one_range_of_widths_has_one_rule():
    room = (Reserve(280, 900, False, 600), Reserve(900, 400, True, 600, 300))
    assert reserving_style(".m", room, 1.25, 300) == (
        "<!--.m{width:100%}"
        '.m::before{content:". .";display:block;height:0;overflow:hidden;visibility:hidden;'
        "font-size:0;word-spacing:min(640px,86vw)}"
        '.m::after{content:"";display:block;width:min(280px,60vw);max-width:100%}'
        ".m>div{container-type:inline-size;min-width:0!important}"
        ".m>div,.m :is(iframe,geo-map){font:medium sans-serif!important}"
        ".m :is(iframe,geo-map){display:block;border:0;width:100%}"
        ".m>img{display:none}"
        "@container (min-width:0){.m iframe{height:0!important}.m :is(iframe,geo-map){"
        "min-height:calc(1px + var(--rest) + var(--more,0px) + "
        "max(var(--side,0px),min(37.5em,1.2500*(var(--column)))))!important;"
        "--column:100cqi - 0em;--rest:56.25em}}"
        "@container (min-width:56.25em){.m :is(iframe,geo-map)"
        "{--rest:25em;--side:18.75em;--column:100cqi - 22em}}"
        "@media print{.m>div:not(:last-child){display:none}.m>img{display:block!important;"
        "width:auto;max-width:100%;height:auto;max-height:65vh}"
        ".m iframe{height:0!important;--more:18.75em}}-->"
    )


def test_two_frames_of_one_map_have_two_names():
    """The first measure's is the map's title; another without a title of its own is named."""
    title = weifang().spec.title
    assert frame_title(weifang(), "a.html") == title
    assert frame_title(weifang(), "a.html#measure=investment") == title
    assert frame_title(weifang(), "a.html#measure=nothing") == title
    asked = "a.html#district=370705-GX&measure=density"
    assert frame_title(weifang(), asked) == f"{title}：每平方公里投资"
    *others, density = weifang().spec.measures
    own = density.model_copy(update={"title": "保税区投资最密"})
    assert frame_title(changed(measures=(*others, own)), asked) == "保税区投资最密"


def test_a_frame_may_open_the_page_that_its_embed_links_to():
    """Without a link it may not: a sandbox allows no more than is needed."""
    there = changed(page=PageSpec(url="https://example.org/map.html"))
    assert sandbox(there) == (
        "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
    )
    assert f'sandbox="{sandbox(there)}"' in framed(there).html
    assert sandbox(weifang()) == "allow-scripts allow-downloads"


def test_a_compact_embed_reserves_its_own_height():
    low = changed(embed=EmbedSpec(parts=("map", "legend")))
    made = frame(low, embed(low))
    assert height_at(375, made.room, made.ratio) <= 520
    most = made.room[0].most
    assert f"min(clamp({rem(most, 'em')},100cqi - {rem(375 - most, 'em')},37.5em),1." in made.style
