"""Templates: what is put in stays text, what is missing is an error, line breaks are no blanks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from jinja2 import UndefinedError

from geo.base.catalogue import strings
from geo.base.packaged import packaged_json
from geo.web import render as rendering
from geo.web.render import compiled, render, trusted
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


def test_the_templates_are_committed_as_the_python_that_jinja2_makes_of_them():
    """After a change of a template: `make front`."""
    assert packaged_json("web", "dist", "templates.json") == compiled()


@pytest.fixture
def anew():
    """A page's environment made for one test."""
    rendering._environment.cache_clear()
    yield
    rendering._environment.cache_clear()


VIEW = CardView("a", ())


@pytest.mark.usefixtures("anew")
def test_what_was_made_of_an_older_template_is_not_taken(monkeypatch):
    monkeypatch.setattr(rendering, "_source", lambda name: f"{name} {{{{ view.title }}}}")
    assert render("card.html", VIEW, strings("zh")) == "card.html a"


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("version", [rendering.jinja2.__version__, "9.9"])
def test_what_another_jinja2_made_is_not_taken(monkeypatch, version):
    made = compiled()
    code = dict.fromkeys(made["code"], "raise RuntimeError('taken')")
    monkeypatch.setattr(rendering, "_made", lambda: {"jinja2": version, "code": code})
    if version == "9.9":
        assert "<h2>a</h2>" in render("card.html", VIEW, strings("zh"))
    else:
        with pytest.raises(RuntimeError, match="taken"):
            render("card.html", VIEW, strings("zh"))
