"""What goes with the embed: snippets, oEmbed, the picture, the example article."""

from __future__ import annotations

import dataclasses
import gzip
import html as markup
import json
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from geo.spec.model import EmbedSpec
from geo.spec.plate import PlateSpec
from geo.web.assets import script
from geo.web.embed import embed
from geo.web.reserve import Reserve
from geo.web.snippet import (
    embed_files,
    frame,
    height_at,
    oembed,
    picture,
    plate_file,
    reserving_style,
    snippets,
)
from tests.weifang import weifang

DOCS = Path(__file__).resolve().parents[2] / "docs"


@cache
def html() -> str:
    return embed(weifang())


def changed(**spec):
    """The map of Weifang with some of its spec changed."""
    old = weifang()
    return dataclasses.replace(old, spec=old.spec.model_copy(update=spec))


def test_three_files_go_out():
    files = embed_files(weifang())
    assert list(files) == ["weifang-embed.html", "weifang-embed.txt", "weifang-embed.json"]
    assert files["weifang-embed.html"].decode() == html()


def test_the_loader_has_less_than_one_kilobyte_gzipped():
    assert len(gzip.compress(script("loader").encode())) < 1024


def test_the_frame_has_title_lazy_loading_sandbox_and_a_height_for_old_browsers():
    found = re.search(r"<iframe (.*?)></iframe>", frame(weifang(), html()))
    attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', found[1]))
    height = int(attributes.pop("height"))
    assert attributes == {
        "src": "weifang-embed.html",
        "title": weifang().spec.title,
        "width": "100%",
        "frameborder": "0",
        "loading": "lazy",
        "sandbox": "allow-scripts allow-downloads",
    }
    assert 800 < height < 2000


def test_addresses_follow_the_folder_the_spec_names():
    there = changed(embed=EmbedSpec(url="https://maps.example.org/2024/", provider="Example"))
    assert 'src="https://maps.example.org/2024/weifang-embed.html"' in frame(there, html())
    text = snippets(there, html())
    assert 'href="https://maps.example.org/2024/weifang-embed.json"' in text
    assert "frame-src https://maps.example.org\n" in text
    data = json.loads(oembed(there, html()))
    assert data["provider_name"] == "Example"
    assert data["provider_url"] == "https://maps.example.org"


def test_a_title_with_markup_stays_text_in_every_form():
    wild = changed(title='<b>"Maps" & --> more')
    text = snippets(wild, html())
    assert "<b>" not in text
    assert text.count('title="&lt;b&gt;&quot;Maps&quot; &amp; --&gt; more"') == 3
    assert json.loads(oembed(wild, html()))["title"] == '<b>"Maps" & --> more'


def test_oembed_has_what_its_standard_requires_of_rich_content():
    data = json.loads(oembed(weifang(), html()))
    assert (data["version"], data["type"]) == ("1.0", "rich")
    assert data["html"] == frame(weifang(), html())
    assert isinstance(data["width"], int)
    assert isinstance(data["height"], int)
    assert "thumbnail_url" not in data  # its size would have to be given too


def test_oembed_names_the_social_card_with_its_size():
    card = changed(plates=(PlateSpec(), PlateSpec(name="card", size="social")))
    data = json.loads(oembed(card, html()))
    assert data["thumbnail_url"] == "weifang-card.png"
    assert (data["thumbnail_width"], data["thumbnail_height"]) == (1200, 630)


def test_the_picture_is_the_plate_with_its_facts_and_leads_to_the_page():
    text = picture(weifang())
    assert text.startswith(
        '<figure><a href="weifang.html"><picture>'
        '<source type="image/svg+xml" srcset="weifang.svg"><img src="weifang.png" alt="'
    )
    assert "高新区 196.7 亿元" in text


def test_without_an_image_of_a_plate_there_is_no_picture():
    none = changed(outputs=("html", "embed"))
    assert plate_file(none, "png") == ""
    assert picture(none) == ""
    assert "amp-img" not in snippets(none, html())
    vector = picture(changed(outputs=("embed", "svg")))
    assert '<picture><img src="weifang.svg"' in vector


def test_the_amp_form_can_grow_and_has_a_placeholder():
    text = snippets(weifang(), html())
    amp = text[text.index("<amp-iframe") : text.index("</amp-iframe>")]
    assert " resizable>" in amp
    assert '<amp-img src="weifang.png"' in amp
    assert '<div overflow tabindex="0" role="button" aria-label="显示整幅地图">' in amp


@pytest.mark.parametrize("language", ["zh", "en"])
def test_comments_of_the_text_file_end_where_they_should(language):
    text = snippets(changed(language=language), html())
    comments = re.findall(r"<!--(.*?)-->", text, flags=re.DOTALL)
    assert len(comments) == 5
    assert not any("--" in comment for comment in comments)
    assert "<!--" not in markup.unescape(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))


def test_one_range_of_widths_has_one_rule():
    room = (Reserve(280, 900, False), Reserve(900, 400, True))
    assert reserving_style(".m", room, 1.25) == (
        ".m{container-type:inline-size;width:100%}.m iframe{display:block;border:0}"
        "@container (min-width:0){.m iframe{height:0;"
        "min-height:calc(var(--rest) + min(600px,1.2500*(var(--column))));"
        "--column:100cqi;--rest:900px}}"
        "@container (min-width:900px){.m iframe{--rest:400px;--column:100cqi - 352px}}"
    )
    assert [height_at(w, room, 1.25) for w in (100, 400, 700, 900)] == [1025, 1400, 1500, 1000]


def test_the_article_in_the_docs_is_what_its_builder_makes(monkeypatch):
    monkeypatch.syspath_prepend(str(DOCS))
    make = __import__("make_article")
    made = make.article(weifang())
    assert made == make.article(weifang())
    assert "新区（196.7亿元）" in made
    assert "<!--" not in made
    assert (DOCS / "article.html").read_text(encoding="utf-8") == made
    sys.modules.pop("make_article")
