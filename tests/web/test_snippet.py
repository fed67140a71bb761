"""The files of the embed: the embed, oEmbed, and the text file of snippets; the example article."""

from __future__ import annotations

import html as markup
import json
import re
import sys
from pathlib import Path

import pytest

from geo.spec.page import EmbedSpec
from geo.web.csp import policies
from geo.web.embed import embed
from geo.web.frame import frame
from geo.web.snippet import embed_files, snippets
from tests.weifang import changed, weifang

DOCS = Path(__file__).resolve().parents[2] / "docs"


def text_of(choropleth):
    made = embed(weifang())
    return snippets(choropleth, made, frame(choropleth, made))


def test_four_files_go_out():
    files = embed_files(weifang())
    made = embed(weifang())
    assert list(files) == [
        "weifang-embed.html", "weifang-embed.txt", "weifang-embed.json", "weifang-map.js",
    ]  # fmt: skip
    assert files["weifang-embed.html"].decode() == made.html
    assert files["weifang-embed.txt"].decode() == text_of(weifang())
    assert json.loads(files["weifang-embed.json"])["html"] == frame(weifang(), made).html


def test_addresses_follow_the_folder_the_spec_names():
    text = text_of(changed(embed=EmbedSpec(url="https://maps.example.org/2024/")))
    assert '<amp-iframe src="https://maps.example.org/2024/weifang-embed.html"' in text
    assert 'href="https://maps.example.org/2024/weifang-embed.json"' in text
    assert "frame-src https://maps.example.org; img-src https://maps.example.org\n" in text


def test_a_title_with_markup_stays_text_in_every_form():
    text = text_of(changed(title='<b>"Maps" & --> more'))
    assert "<b>" not in text
    assert text.count('title="&lt;b&gt;&#34;Maps&#34; &amp; --&gt; more"') == 3


def test_the_amp_form_can_grow_and_has_a_placeholder():
    text = text_of(weifang())
    amp = text[text.index("<amp-iframe") : text.index("</amp-iframe>")]
    assert " resizable>\n" in amp
    assert '\n<amp-img src="weifang.png"' in amp
    assert '\n<div overflow tabindex="0" role="button" aria-label="显示整幅地图">' in amp


def test_without_an_image_there_is_neither_placeholder_nor_figure():
    text = text_of(changed(outputs=("html", "embed")))
    assert "amp-img" not in text
    assert "<figure" not in text


def test_the_policies_are_those_of_the_files():
    """Under them the browser runs the embed and the article: see the tests in a browser."""
    made = embed(weifang())
    found = policies(made, frame(weifang(), made), weifang().spec.embed.url)
    text = text_of(weifang())
    assert f"{found.article}\n" in text
    assert f"{found.element}\n嵌入文件自身可用： {found.embed}\n-->\n" in text
    assert "'sha256-" in found.embed


@pytest.mark.parametrize("language", ["zh", "en"])
def test_comments_of_the_text_file_end_where_they_should(language):
    text = text_of(changed(language=language))
    code = r"<(style|script)>.*?</\1>"  # has a comment's marks of its own
    text = re.sub(code, "", text, flags=re.DOTALL)
    comments = re.findall(r"<!--(.*?)-->", text, flags=re.DOTALL)
    assert len(comments) == 6
    assert not any("--" in comment or "&#" in comment for comment in comments)
    assert "<!--" not in markup.unescape(re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL))


def test_the_article_in_the_docs_is_what_its_builder_makes(monkeypatch):
    monkeypatch.syspath_prepend(str(DOCS))
    make = __import__("make_article")
    made = make.article(weifang())
    assert made == make.article(weifang())
    assert "新区（196.7亿元）" in made
    assert "{{" not in made
    assert (DOCS / "article.html").read_text(encoding="utf-8") == made
    sys.modules.pop("make_article")
