"""Templates: what is put in stays text, what is missing is an error, line breaks are no blanks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError

from geo.base.catalogue import strings
from geo.web.render import render, trusted
from geo.web.table import CardView, Whole


@dataclass(frozen=True)
class Nothing:
    pass


def test_texts_are_escaped_and_never_read_as_templates():
    view = CardView("{{ 7*7 }}", (Whole('"><script>', "{#", "{% raw %}", "&"),))
    assert render("card.html", view, strings("zh")) == (
        "<h2>{{ 7*7 }}</h2><table><tbody>"
        '<tr><th scope="row">&#34;&gt;&lt;script&gt; <small>{#</small></th>'
        "<td>{% raw %}</td><td><b>&amp;</b></td></tr>"
        '</tbody></table><p class="script muted">点选地图或表格中的地区，查看详情。</p>'
    )


def test_what_is_trusted_goes_in_as_it_is():
    assert "<h2><i>a</i></h2>" in render(
        "card.html", CardView(trusted("<i>a</i>"), ()), strings("zh")
    )


def test_words_are_the_readers():
    assert "Choose from the map" in render("card.html", CardView("", ()), strings("en"))


def test_a_view_without_what_a_template_reads_is_an_error():
    with pytest.raises(UndefinedError, match="has no attribute 'title'"):
        render("card.html", Nothing(), strings("zh"))
