"""The kinds of token: every one is used, and a number is a figure or has a reason why not."""

from __future__ import annotations

from geo.release.phrases.tokens import NOT_FIGURES, scan
from geo.release.words.kinds import FIGURES, SEPARATORS, UNPARSED, Kind, WordList
from geo.release.words.lexicon import vocabulary


def test_a_kind_is_written_as_words_txt_and_the_grammar_write_it():
    assert [kind for kind in (*Kind, *WordList) if kind != kind.name] == []


def test_a_figure_needs_no_reason_and_every_other_number_has_one():
    assert FIGURES.isdisjoint(NOT_FIGURES)
    (figure,) = scan("16个", ())
    (price,) = scan("5元/人", ())
    assert (figure.kind in FIGURES, NOT_FIGURES[price.kind]) == (True, "price")


def test_no_word_of_the_vocabulary_is_a_number_or_a_name():
    kinds = {word.kind for words in vocabulary().words.values() for word in words}
    assert kinds.isdisjoint(FIGURES | NOT_FIGURES.keys() - {Kind.MARK} | {Kind.PLACE})


def test_signs_part_clauses_before_one_is_parsed_but_a_list_is_left_to_the_grammar():
    assert sorted(SEPARATORS - UNPARSED) == [Kind.AND]
