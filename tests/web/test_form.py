"""Page and embed show all their parts, unless the map-maker says which."""

from __future__ import annotations

import pytest

from geo.base.markup import Rich
from geo.spec.page import PARTS, EmbedSpec, PageSpec
from geo.web.form import Form, form_of, has_links
from tests.weifang import changed, weifang


def test_all_parts_are_there_and_the_check_of_totals_is_closed():
    for article in (False, True):
        form = form_of(weifang().spec, article=article)
        assert form.parts == set(PARTS)
        assert (form.checks_open, form.alone, form.compact) == (False, False, False)


def test_only_an_embed_of_map_and_legend_is_compact():
    few = ("map", "legend")
    spec = changed(page=PageSpec(parts=few), embed=EmbedSpec(parts=few)).spec
    page, embed = form_of(spec, article=False), form_of(spec, article=True)
    assert (page.alone, page.compact) == (True, False)
    assert (embed.alone, embed.compact) == (True, True)
    card = changed(embed=EmbedSpec(parts=(*few, "card"))).spec
    assert not form_of(card, article=True).alone


def test_rows_suit_the_width_or_are_as_many_as_the_map_maker_says():
    page, embed = (form_of(weifang().spec, article=article) for article in (False, True))
    assert [page.shown_rows(30, beside=beside) for beside in (False, True)] == [24, 24]
    assert [embed.shown_rows(30, beside=beside) for beside in (False, True)] == [8, 24]
    own = form_of(changed(embed=EmbedSpec(rows=12)).spec, article=True)
    assert [own.shown_rows(30, beside=beside) for beside in (False, True)] == [12, 12]
    assert own.shown_rows(5, beside=False) == 5


def test_an_embed_links_to_the_page_where_that_is():
    there = changed(page=PageSpec(url="https://example.org/map.html")).spec
    assert has_links(there, article=True)
    assert not has_links(there, article=False)
    assert not has_links(weifang().spec, article=True)


def test_links_of_texts_that_are_shown_are_links():
    """Notes that a form does not show have none."""
    noted = changed(notes=(Rich("[a](https://a.org)"),), embed=EmbedSpec(parts=("map", "legend")))
    assert has_links(noted.spec, article=False)
    assert not has_links(noted.spec, article=True)
    assert has_links(changed(credit=Rich("[a](https://a.org)")).spec, article=True)


@pytest.mark.parametrize(
    ("n", "rows", "written"), [(400, None, 400), (401, None, 24), (401, 50, 50)]
)
def test_of_very_many_rows_only_those_shown_at_first_are_written(n, rows, written):
    form = Form(article=False, parts=frozenset(), checks_open=False, rows=rows)
    assert form.written_rows(n) == written
