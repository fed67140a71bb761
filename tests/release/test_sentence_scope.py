"""What a clause and a sentence begin with."""

from __future__ import annotations

from geo.release.sentence_scope import FIRM, ClauseScope, SentenceScope, broken


def test_a_broken_bond_says_why():
    assert broken("project") == ("broken", "project", False)
    assert broken("joint") != broken("project")


def test_a_clause_begins_firm_and_a_sentence_about_nobody():
    assert ClauseScope().bond == FIRM
    assert SentenceScope().subject is SentenceScope().statement is None
