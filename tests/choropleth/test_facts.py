"""The headline facts of a measure in one sentence."""

from __future__ import annotations

import pytest

from geo.base.catalogue import Catalogue, strings
from geo.base.languages import LANGUAGES
from geo.choropleth.facts import ends, facts
from tests.small import small_map
from tests.weifang import weifang


def test_they_name_most_least_and_the_whole():
    assert facts(weifang().measure(), weifang().names, strings("zh")) == (
        "总投资最高为高新区 196.7 亿元，最低为峡山区 6.9 亿元；16 个地区合计 1,480.6 亿元。"
    )


@pytest.mark.parametrize(
    ("values", "most", "least"),
    [
        ([5, 5, 1, 2, 3], "Ann, Bea (5)", "Cat (1)"),
        ([5, 1, 1, 1, 2], "Ann (5)", "Bea, Cat, Dan (1)"),
        ([5, 5, 5, 5, 2], "4 districts (Ann, Bea, Cat, …) (5)", "Eve (2)"),
    ],
)
def test_districts_that_share_an_end_are_all_named_or_counted(values, most, least):
    """Whoever named one of them as the highest would be wrong."""
    made = small_map(["Ann", "Bea", "Cat", "Dan", "Eve"], values, "en", label="Rate", unit="")
    said = facts(made.measure(), made.names, made.words)
    assert said.startswith(f"Rate is highest in {most} and lowest in {least}.")


def test_figures_that_are_printed_alike_are_alike():
    made = small_map(["Ann", "Bea", "Cat"], [5.04, 4.96, 1], "en", label="Rate", unit="")
    assert ends(made.measure()) == ([0, 1], [2])


def test_in_chinese_the_first_ones_stand_before_the_count():
    projects = weifang().measure("projects")
    assert facts(projects, weifang().names, Catalogue("zh")) == (
        "项目数最高为高新区、临朐县、滨海区等 7 个地区 20 个，最低为保税区 3 个；"
        "16 个地区合计 264 个。"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_a_capital_begins_a_sentence(language):
    """But in German, whose nouns have one everywhere."""
    made = small_map(["Ann", "Bea"], [5, 1], language, label="Rate", unit="")
    said = facts(made.measure(), made.names, made.words)
    before, after = said.split(made.words["overall_unweighted"])
    capital = made.words["overall_unweighted"][0].isupper()
    assert after.startswith(("3", " 3"))
    assert language == "de" or before.rstrip().endswith(".") == capital


def test_figures_of_a_period_say_which():
    made = small_map(["Ann", "Bea"], [5, 1], "en", label="Rate", unit="")
    said = facts(made.measure(), made.names, made.words, "2021")
    assert said.startswith("Rate (2021) is highest in Ann (5)")
