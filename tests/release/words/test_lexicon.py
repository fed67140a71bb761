"""The word list and the gazetteer; a misspelt kind or list is refused."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.release.words.kinds import Kind, WordList
from geo.release.words.lexicon import (
    Word,
    any_of,
    by_start,
    gazetteer,
    listed,
    parents,
    present_in,
    read_words,
    vocabulary,
    words_of,
)


def test_a_word_has_its_kind_and_value():
    words, lists = read_words(
        "# a comment\n\nACT=开工: 开工 动工\nNOT_CLASS: 人类\nNOT_CLASS: 各类"
    )
    assert [tuple(word) for word in words] == [
        ("开工", Kind.ACT, "开工"),
        ("动工", Kind.ACT, "开工"),
    ]
    assert lists == {(WordList.NOT_CLASS, ""): ("人类", "各类")}


def test_a_misspelt_kind_is_refused_with_its_line():
    with pytest.raises(ValueError) as error:  # noqa: PT011 - the message is compared whole
        read_words("ACT=开工: 开工\nACTT: 动工")
    assert str(error.value) == "words.txt, line 2: kinds.py has no kind or list 'ACTT'."


#: Lists by a value: ``UNITS_OF=台湾省: …``.
BY_VALUE = {WordList.UNIT_OF, WordList.UNITS_OF}


@pytest.mark.parametrize("name", [name for name in WordList if name not in BY_VALUE])
def test_every_list_has_words(name):
    assert listed(name)


def test_a_province_without_units_in_the_gazetteer_has_those_of_the_list():
    assert "台中市" in dict(gazetteer())["台湾省"]


def test_longer_words_come_first():
    words = vocabulary()
    assert words.word_at("1亿元", 1) == Word("亿元", Kind.UNIT, "")
    assert words.word_at("亿", 0) == Word("亿", Kind.UNIT, "")
    assert words.word_at("1亿元", 0) is None
    lengths = [len(word) for word in words_of(Kind.ACT)]
    assert lengths == sorted(lengths, reverse=True)
    assert min(lengths) == 2


@given(st.lists(st.text("甲乙.[^", min_size=1), min_size=1), st.text("甲乙.[^"))
def test_an_expression_for_words_finds_what_trying_them_one_by_one_finds(words, text):
    one_by_one = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    tail = "(?:甲|$)"  # and where the longest does not fit what follows, a shorter one
    assert any_of("千瓦", "千瓦时", "A.") == "(?=[A千])(?:A\\.|千瓦(?:时)?)"
    for behind in ("", tail):
        found = re.compile(f"(?:{any_of(*words)}){behind}").match(text)
        expected = re.compile(f"(?:{one_by_one}){behind}").match(text)
        assert (found and found[0]) == (expected and expected[0])


def test_a_unit_knows_the_cities_that_have_one_so_named():
    assert parents()["奎文区"] == {"潍坊市"}
    assert len(parents()["鼓楼区"]) > 1


def test_names_in_a_text_are_found_long_and_short():
    assert {"奎文区", "奎文", "潍坊"} <= present_in("潍坊奎文区")
    assert "万柏林" in by_start()["万柏"]
