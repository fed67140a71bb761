"""What is remembered from clause to clause, and what a semicolon or a full stop ends."""

from __future__ import annotations

from geo.release.extract import extract
from geo.release.names.places import Place
from geo.release.parsing.statements import LISTED, TALK, Statement, Subject, Times
from geo.release.phrases.tokens import Token
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import FIRM, LOOSE, ClauseScope, SentenceScope, broken
from geo.release.text.lines import Line
from geo.release.words.kinds import Kind

KUIWEN = Subject("place", places=(Place(0, 3, "奎文区"),))
LINE = Line("奎文区16个", ((0, 100),), 3)
YEAR = Token(Kind.MARK, "今年", 0, 2, "this")
HEADED = Scope(heading=Times(act="开工"))


def test_a_line_begins_with_the_times_of_the_heading():
    scope = HEADED.in_line()
    assert (scope.sentence.times.act, scope.clause.times.act) == ("开工", "开工")


def test_the_places_of_a_subject_are_found_in_the_plain_text():
    assert HEADED.about(KUIWEN, LINE).sentence.subject.names == ((100, 103),)


def test_a_comma_ends_nothing_a_semicolon_the_clause_a_full_stop_the_sentence():
    scope = HEADED.in_line().about(KUIWEN, LINE, LOOSE)
    subject = scope.sentence.subject
    assert scope.across(1) is scope
    assert (scope.across(2).sentence.subject, scope.across(2).clause.bond) == (subject, FIRM)
    ended = scope.across(3).sentence
    assert (ended.subject, ended.before, ended.times.act) == (None, subject, "开工")


def test_a_sentence_whose_figures_were_nobody_s_ends_with_a_part():
    ended = Scope().bound(broken("unclear")).across(3).sentence
    assert ended.before == Subject("part")


def test_a_date_inside_a_sentence_is_of_its_clause_alone():
    inside = Scope().dated([YEAR], whole_sentence=False)
    assert (inside.clause.times.year, inside.sentence.times.year) == ("this", "")
    assert Scope().dated([YEAR], whole_sentence=True).sentence.times.year == "this"


def test_what_is_broken_is_not_loosened_until_another_is_spoken_of():
    scope = Scope().bound(broken("project")).bound(LOOSE)
    assert scope.clause.bond == broken("project")
    assert scope.about(KUIWEN, LINE).clause.bond == FIRM


def test_a_project_has_no_numbers_of_a_unit():
    assert Scope().about(Subject("project"), LINE).clause.bond == broken("project")


def test_another_subject_begins_anew_but_parts_stay_parts():
    statement = Statement(KUIWEN, 0, Times())
    scope = Scope().of_parts(KUIWEN).distributed().stated(statement, opened=True)
    after = scope.about(Subject("event"), LINE).sentence
    assert (scope.sentence.each, scope.sentence.statement) == (True, statement)
    assert (after.each, after.statement, after.parts, after.parent) == (False, None, True, KUIWEN)
    assert scope.of_whole().sentence.parts is False


def test_a_statement_is_counted_when_it_is_opened_and_binds_what_was_loose():
    statement = Statement(KUIWEN, 0, Times())
    opened = Scope().bound(LOOSE).stated(statement, opened=True)
    added = opened.bound(LOOSE).stated(statement, opened=False)
    assert (opened.statements, opened.clause.bond) == (1, FIRM)
    assert (added.statements, added.clause.bond) == (1, LOOSE)


def test_a_scope_is_never_changed_in_place():
    scope = HEADED.in_line()
    before = scope
    scope.about(KUIWEN, LINE).of_parts(KUIWEN).distributed().off_topic().bound(LOOSE).across(3)
    assert scope == before == HEADED.in_line()


def test_a_line_begins_with_the_headings_times_whichever_of_the_others_differ():
    dated, heading = Times(year="this"), HEADED.heading
    for sentence, clause in ((dated, heading), (heading, dated), (dated, dated)):
        scope = Scope((), heading, SentenceScope(sentence), ClauseScope(clause)).in_line()
        assert (scope.sentence.times, scope.clause.times) == (heading, heading)


def test_a_subject_that_knows_where_its_names_are_keeps_them():
    """They were written in the sentence before."""
    named = KUIWEN._replace(names=((7, 10),))
    assert Scope().about(named, LINE).sentence.subject.names == ((7, 10),)


def test_the_whole_has_neither_parts_nor_a_parent():
    for part in (Scope().of_parts(None), Scope(sentence=SentenceScope(parent=KUIWEN))):
        sentence = part.of_whole().sentence
        assert (sentence.parts, sentence.parent) == (False, None)


def test_a_sentence_about_something_else_is_so_until_it_ends():
    scope = Scope().off_topic()
    assert scope.sentence.off_topic
    assert scope.about(KUIWEN, LINE).sentence.off_topic
    assert not scope.across(3).sentence.off_topic


def said(act: str, **readings: str) -> Statement:
    return Statement(KUIWEN, 0, Times(), act, readings=readings)


def test_what_brackets_add_to_a_statement_stays_and_what_is_of_another_act_does_not():
    """16个（总投资81.8亿元） goes on with both; 16个（续建8个） with the 16."""
    before = said("开工", projects="16")
    scope = Scope().about(KUIWEN, LINE).stated(before, opened=True).bracketed(inside=True)
    more, other = said("开工", projects="16", investment="81.8"), said("续建", projects="8")
    less, again = said("开工", investment="81.8"), said("开工", projects="17")
    for inside, after in ((more, more), (other, before), (less, before), (again, again)):
        behind = scope.stated(inside, opened=False).bracketed(inside=False)
        assert (behind.sentence.statement, behind.around) == (after, None)


def test_a_statement_that_begins_in_brackets_goes_on_behind_them():
    """奎文区（16个），总投资81.8亿元."""
    scope = Scope(statements=4).about(KUIWEN, LINE).bracketed(inside=True)
    first = said("开工", projects="16")
    behind = scope.stated(first, opened=True).bracketed(inside=False).sentence
    assert (behind.statement, behind.number) == (first, 4)
    assert scope.bracketed(inside=False).sentence.statement is None


def test_another_subject_in_brackets_is_forgotten_behind_them():
    scope = Scope().about(KUIWEN, LINE, LOOSE).bracketed(inside=True)
    inside = scope.about(Subject("event"), LINE).stated(said("开工"), opened=True)
    behind = inside.bracketed(inside=False)
    assert behind.sentence.subject == scope.sentence.subject
    assert (behind.sentence.statement, behind.clause.bond) == (None, LOOSE)


def test_brackets_that_are_open_or_closed_already_change_nothing():
    scope = Scope().about(KUIWEN, LINE)
    inside = scope.bracketed(inside=True)
    assert scope.bracketed(inside=False) is scope
    assert inside.bracketed(inside=True) is inside


def test_who_acts_without_figures_is_who_the_next_sentence_is_about():
    """奎文区举行开工仪式。县委书记宣布开工。此次共开工16个."""
    acted = Scope().about(KUIWEN, LINE).acting()
    actor = acted.sentence.subject
    assert acted.across(3).sentence.actor == actor
    assert acted.across(3).across(3).sentence.actor == actor
    assert acted.across(3).about(Subject("event"), LINE).across(3).sentence.actor is None


def test_who_has_figures_or_does_nothing_is_no_actor_of_the_next_sentence():
    acted = Scope().about(KUIWEN, LINE).acting()
    assert acted.stated(said("开工"), opened=True).across(3).sentence.actor is None
    assert Scope().about(KUIWEN, LINE).across(3).sentence.actor is None


def test_the_money_of_a_whole_is_measured_if_it_was_said_before_its_parts():
    for readings, measured in (({"investment": "81.8"}, True), ({"projects": "16"}, False)):
        scope = Scope().stated(said("", **readings), opened=True).of_parts(KUIWEN)
        assert (scope.sentence.measured, scope.sentence.parent) == (measured, KUIWEN)
    # 其中 at the start of a sentence: what is said of the whole was said before
    assert Scope().of_parts(None).sentence.measured is True


def test_mere_words_dangle_until_a_clause_is_understood():
    scope = Scope().bound(LOOSE)
    assert scope.settled() is scope
    assert (scope.hanging().clause.dangling, scope.hanging().clause.bond) == (True, LOOSE)
    assert scope.hanging().settled() == scope


def test_counts_below_a_line_that_spoke_of_projects_need_not_name_them():
    scope = HEADED.of_projects()
    assert (scope.heading.projects, scope.heading.act) == (True, "开工")


def test_the_act_that_was_named_last_is_remembered_until_the_sentence_ends():
    scope = Scope().told("开工")
    assert (scope.sentence.act, scope.told("续建").sentence.act) == ("开工", "续建")
    assert scope.told("") is scope
    assert scope.told("开工") is scope
    assert (scope.about(KUIWEN, LINE).sentence.act, scope.across(3).sentence.act) == ("开工", "")


def test_what_is_listed_of_those_not_done_is_not_done_either():
    text = "安丘市开工41个，昌邑市开工38个。尚未开工的35个项目中，安丘市6个、昌邑市4个。"
    release = extract(text)
    found = [(row.name, row.cells[0].printed, release.events[row.event]) for row in release.rows]
    assert found[2:] == [("安丘市", "6个", "未开工"), ("昌邑市", "4个", "未开工")]


WEICHENG = Subject("place", places=(Place(10, 13, "潍城区"),))
BOTH = Subject("place", places=KUIWEN.places + WEICHENG.places)
LONG = Line("奎文区16个，总数不明潍城区15个", ((0, 100),), 3)


def counted(subject: Subject = KUIWEN, **readings: str) -> Statement:
    return Statement(subject, 0, Times(), "开工", readings=readings or {"projects": "16"})


def test_the_units_of_a_sentence_are_remembered_one_by_one_for_the_next():
    scope = Scope().about(KUIWEN, LONG).about(Subject("event"), LONG).about(WEICHENG, LONG)
    names = [place.name for place, _ in scope.sentence.named]
    assert (names, scope.sentence.units) == (["奎文区", "潍城区"], 2)
    assert scope.across(3).sentence.earlier == scope.sentence.named
    # Of several at once none is remembered, nor are then the others: not all would be told.
    joint = scope.about(BOTH, LONG)
    assert (joint.sentence.named, joint.across(3).sentence.earlier) == (scope.sentence.named, ())


def test_no_more_than_forty_units_of_a_sentence_are_remembered():
    scope = Scope()
    for _ in range(42):
        scope = scope.about(KUIWEN, LINE)
    assert (len(scope.sentence.named), scope.sentence.units) == (40, 42)


def test_a_sentence_about_one_unit_is_told_from_one_about_several_or_about_parts():
    one = Scope().about(KUIWEN, LONG)
    assert one.across(3).sentence.alone is True
    for other in (Scope(), one.about(WEICHENG, LONG), one.of_parts(None)):
        assert other.across(3).sentence.alone is False


def test_a_sentence_of_one_statement_that_counts_projects_is_gone_on_with():
    """全市共开工16个。总投资81.8亿元。"""
    whole = counted(Subject("event"))
    for said in (whole, counted()):
        scope = Scope(statements=3).across(3).about(said.subject, LINE).stated(said, opened=True)
        assert scope.across(3).sentence.counted == (said, 3)
        assert scope.of_parts(None).across(3).sentence.counted is None
        assert scope.bound(LOOSE).across(3).sentence.counted is None
        assert scope.stated(said, opened=True).across(3).sentence.counted is None
    for said in (counted(BOTH), counted(investment="81.8")):
        assert Scope().stated(said, opened=True).across(3).sentence.counted is None
    assert Scope().across(3).sentence.counted is None


def test_a_heading_that_acts_is_one_until_something_was_said_of_it():
    headed = Scope().about(KUIWEN, LINE).acting(headed=True)
    assert headed.across(3).sentence.headed is True
    assert headed.stated(counted(), opened=True).across(3).sentence.headed is False
    assert Scope().about(KUIWEN, LINE).acting().across(3).sentence.headed is False


def test_vague_words_end_a_sentence_with_talk_of_projects_in_general():
    ended = Scope().bound(broken("unclear", vague=True)).across(3).sentence
    assert ended.before == Subject("part", TALK)


def test_the_act_of_a_unit_s_part_is_not_the_next_unit_s():
    """奎文区16个，其中新建8个；潍城区15个: the 15 are not new ones."""
    for parent, act in ((KUIWEN, "开工"), (Subject("event"), "新建"), (None, "新建")):
        assert Scope().told("开工").of_parts(parent).told("新建").sentence.act == act
    unit = Scope().told("开工").of_parts(KUIWEN).of_whole()
    assert unit.told("新建").sentence.act == "新建"


def test_how_cases_were_found_is_not_another_kind_of_case():
    cases = Scope().told("新增确诊病例").sentence.act
    assert Scope().told(cases).told("隔离管控").sentence.act == cases
    assert Scope().told(cases).told("无症状感染者").sentence.act == "无症状感染者"


def test_several_acts_of_the_whole_are_divided_anew_but_not_one_or_a_unit_s():
    several = counted(Subject("event"))._replace(beside=True)
    one, unit = several._replace(beside=False), counted()._replace(beside=True)
    for said, act in ((several, ""), (one, "开工"), (unit, "开工")):
        scope = Scope().told("开工").stated(said, opened=True).of_all_acts()
        assert scope.sentence.act == act
    assert Scope().told("开工").of_all_acts().sentence.act == "开工"


def test_projects_that_are_listed_stay_so_to_the_end_of_the_sentence():
    listed = counted()._replace(act=LISTED)
    scope = Scope().stated(listed, opened=True)
    assert scope.sentence.listed
    assert scope.stated(counted(), opened=True).sentence.listed
    assert not Scope().stated(counted(), opened=True).sentence.listed


def test_a_line_ends_brackets_that_were_left_open():
    scope = Scope().about(KUIWEN, LINE).bracketed(inside=True)
    assert scope.in_line().around is None


def test_words_that_dangle_go_on_dangling():
    scope = Scope().hanging()
    assert scope.hanging() is scope
