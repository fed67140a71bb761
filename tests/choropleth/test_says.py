"""What a map says is in its language, and every sentence has its figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.base.languages import LANGUAGES
from geo.choropleth.facts import facts
from geo.choropleth.says import paragraph, sayings
from geo.spec.page import PageSpec
from tests.small import small_map, timely_map
from tests.weifang import changed, weifang

ROW = {"columns": 12, "language": "en"}
NAMES = [f"D{i}" for i in range(12)]
HALVES = [1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8]


def texts(choropleth) -> list[str]:
    return [saying.text for saying in sayings(choropleth)]


def test_the_first_sentence_is_that_of_the_alternative_text():
    first = sayings(weifang())[0]
    assert first.text == facts(weifang().measure(), weifang().names, weifang().words)
    assert first.figures == ("高新区 196.7 亿元", "峡山区 6.9 亿元")


def test_half_of_a_total_lies_in_the_fewest_districts_that_hold_it():
    """Five of Weifang's sixteen have 731 of 1480.6 亿元, less than half; six have 828.9."""
    half = sayings(weifang())[1]
    assert half.text == "合计的 56.0% 在其中 6 个地区（共 16 个）。"
    assert half.figures[0] == "高新区 196.7 亿元"
    assert len(half.figures) == 6


def test_rates_do_not_add_up_and_debts_have_no_half():
    assert not any("of the total" in text for text in texts(small_map(NAMES, HALVES, **ROW)))
    debts = small_map(["A", "B"], [-1, 5], kind="total", unit="", allow_negative=True)
    assert len(sayings(debts)) == 1


def test_neighbours_that_are_alike_are_said_to_be_with_index_and_p():
    found = texts(small_map(NAMES, HALVES, **ROW))
    (said,) = [text for text in found if "Moran" in text]
    assert said.startswith("Neighbouring districts are more alike than by chance (Moran’s I 0.")
    mixed = texts(small_map(NAMES, [1, 2, 9, 3, 8, 1, 2, 9, 8, 3, 2, 1], **ROW))
    assert any("no more alike or unlike than by chance" in text for text in mixed)
    turns = texts(small_map(NAMES, [1, 9] * 6, **ROW))
    assert any("more unlike than by chance" in text for text in turns)


def test_who_stands_out_is_named_with_the_mean_around():
    found = dict(sayings(small_map(NAMES, [5, 6, 5, 7, 6, 50, 6, 5, 7, 5, 6, 5], **ROW)))
    said = "D5 (50 %) stands out above its neighbours, whose mean is 6 %."
    assert found[said] == ("D5 50 %", "D4 6 %", "D6 6 %")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_whole_sentences(language: str):
    made = small_map(
        NAMES, [*HALVES[:-1], 90], columns=12, language=language, kind="total", unit=""
    )
    for text in texts(made):
        assert "{" not in text
        assert text.endswith((".", "。"))


def test_a_paragraph_is_printed_only_if_the_spec_takes_it():
    assert paragraph(weifang()) == ""
    taken = changed(page=PageSpec(says=True))
    assert paragraph(taken) == "".join(texts(weifang()))
    small = small_map(NAMES, HALVES, **ROW)
    english = replace(small, spec=small.spec.model_copy(update={"page": PageSpec(says=True)}))
    assert ". Neighbouring" in paragraph(english)


def test_a_map_without_values_says_nothing():
    rows = [("A", "1999", 1), ("B", "1999", 2), ("A", "2001", None), ("B", "2001", None)]
    assert sayings(timely_map(rows)) == ()
