"""What a clause and a sentence begin with."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.places import Place
from geo.release.parsing.statements import Statement, Subject, Times
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import (
    FIRM,
    NO_TIMES,
    ClauseScope,
    SentenceScope,
    broken,
    divided_by,
)
from geo.release.text.lines import Line
from tests.release.readings import cells

KUIWEN = Subject("place", places=(Place(0, 3, "奎文区"),))
WEICHENG = Subject("place", places=(Place(10, 13, "潍城区"),))
LINE = Line("奎文区16个，总数不明潍城区15个", ((0, 100),), 3)


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


def test_a_unit_that_was_counted_alone_leaves_the_money_open_until_the_next():
    """奎文区5个、潍城区4个，总投资81.8亿元: of the two."""
    first = (
        Scope()
        .about(KUIWEN, LINE)
        .stated(Statement(KUIWEN, 0, Times(), readings={"projects": "16"}), opened=True)
    )
    joined, apart = (first.about(WEICHENG, LINE, joined=j).sentence for j in (True, False))
    assert (joined.uncosted, joined.enumerated) == (True, True)
    assert (apart.uncosted, apart.enumerated) == (True, False)
    whole = first.about(Subject("event"), LINE, joined=True).sentence
    fresh = Scope().about(WEICHENG, LINE, joined=True).sentence
    for other in (whole, fresh):
        assert (other.uncosted, other.enumerated) == (False, False)


def test_who_was_named_without_a_figure_is_who_was_mentioned_last():
    venue = Place(20, 23, "寿光市")
    scope = Scope().naming(venue)
    assert scope.across(3).sentence.mentioned == venue
    assert scope.about(KUIWEN, LINE).across(3).sentence.mentioned == KUIWEN.places[0]


@pytest.mark.parametrize("kind", ["省重点", "工业"])
def test_what_was_begun_so_far_is_the_whole_s_and_not_of_the_kind_told_last(kind):
    found = extract(f"全县重点项目50个。其中{kind}项目11个。截至5月底，已开工项目33个。")
    assert [(t.label, t.reading.printed) for t in found.stated][1:] == [
        (kind, "11个"),
        ("全县", "33个"),
    ]


def test_units_counted_together_may_be_told_apart_in_the_next_sentence():
    text = "奎文区、潍城区共开工43个。其中，{}16个、潍城区27个。"
    assert cells(text.format("奎文区")) == {"奎文区 projects 16", "潍城区 projects 27"}
    assert cells(text.format("坊子区")) == {"潍城区 projects 27"}


def test_the_next_unit_s_acts_begin_with_the_first_one_s():
    told = Scope()._replace(sentence=SentenceScope(act="竣工", acts=("开工", "竣工")))
    assert told.about(KUIWEN, LINE).sentence.act == "开工"
    assert told.about(Subject("event"), LINE).sentence.act == "竣工"
    single = Scope()._replace(sentence=SentenceScope(act="续建", acts=("开工",)))
    assert single.about(KUIWEN, LINE).sentence.act == "续建"


def test_counts_that_add_up_over_time_are_not_the_next_unit_s():
    new = Scope()._replace(sentence=SentenceScope(act="新增"))
    assert new.told("累计").sentence.act == "累计"
    said = new._replace(sentence=new.sentence._replace(statement=Statement(KUIWEN, 0, Times())))
    assert said.told("累计").sentence.act == "新增"


def test_what_a_sentence_said_first_of_the_whole_is_remembered_with_its_place():
    whole = Statement(Subject("event", "全市"), 0, Times())
    scope = Scope(statements=3, sentence=SentenceScope(subject=whole.subject, number=1, first=3))
    assert scope.stated(whole, opened=True).sentence.head == (whole, 3)
    assert scope.stated(whole, opened=False).sentence.head is None
