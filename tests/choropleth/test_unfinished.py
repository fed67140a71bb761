"""Of a source only what names nobody can be known."""

from __future__ import annotations

import dataclasses

import pytest

from geo.base.languages import LANGUAGES
from geo.choropleth.spec_words import words_for
from geo.choropleth.unfinished import unfinished
from geo.cli.report import publish_problems
from tests.weifang import weifang

REMEDY = "Readers see it under every map: write who published the figures, and when."


def remarks(source: str) -> list[str]:
    return [str(p) for p in unfinished(weifang().spec.model_copy(update={"source": source}))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_draft_has_for_a_source_is_no_source(language):
    text = words_for(language)["source_text"]
    assert remarks(text) == [f"source: {text!r} was left as the draft has it. {REMEDY}"]


@pytest.mark.parametrize("source", ["—", "TBD", "?", "来源", "N/A", "Source:"])
def test_a_blank_in_other_words_names_nobody(source):
    assert remarks(source) == [f"source: {source!r} names nobody. {REMEDY}"]


@pytest.mark.parametrize("source", ["figures.xlsx", "2024年各区.CSV", "data/release 3.txt"])
def test_a_file_is_where_figures_lie_not_whose_they_are(source):
    assert remarks(source) == [f"source: {source!r} is the name of a file. {REMEDY}"]


@pytest.mark.parametrize(
    "source",
    ["潍坊市统计局", "Eurostat (demo_r_pjangrp3)", "https://example.org/a.csv",
     "U.S. Census Bureau, 2020", "[Gapminder](https://example.org/data.csv), CC BY"],
)  # fmt: skip
def test_who_published_them_is_a_source(source):
    assert remarks(source) == []


def test_the_report_says_so_and_nothing_is_to_be_published():
    spec = weifang().spec.model_copy(
        update={"source": "来源待填写", "approval": "鲁SG（2024）001号"}
    )
    drafted = dataclasses.replace(weifang(), spec=spec)
    assert drafted.notes[0].what == "'来源待填写' was left as the draft has it"
    assert publish_problems(drafted) == [drafted.notes[0]]
