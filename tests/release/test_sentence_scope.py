"""What a clause and a sentence begin with."""

from __future__ import annotations

import pytest

from geo.release.sentence_scope import (
    FIRM,
    NO_TIMES,
    ClauseScope,
    SentenceScope,
    broken,
    divided_by,
)
from geo.release.statements import Statement, Subject


def test_a_broken_bond_says_why():
    assert broken("project") == ("broken", "project", False)
    assert broken("joint") != broken("project")


def test_a_clause_begins_firm_and_a_sentence_about_nobody():
    assert ClauseScope().bond == FIRM
    assert SentenceScope().subject is SentenceScope().statement is None


@pytest.mark.parametrize(
    ("role", "beside", "part", "act"),
    [
        ("event", False, False, "开工"),
        ("event", True, False, ""),
        ("event", False, True, ""),
        ("place", False, False, "签约"),
    ],
)
def test_what_is_divided_has_the_act_of_the_whole_if_it_is_one(role, beside, part, act):
    said = Statement(Subject(role), 0, NO_TIMES, "开工", beside=beside, part=part)
    assert divided_by(said, "签约") == act
