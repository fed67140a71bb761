"""What is remembered from clause to clause, and what a semicolon or a full stop ends."""

from __future__ import annotations

from geo.release.kinds import Kind
from geo.release.lines import Line
from geo.release.places import Place
from geo.release.scopes import FIRM, LOOSE, ClauseScope, Scope, SentenceScope, broken
from geo.release.statements import Statement, Subject, Times
from geo.release.tokens import Token

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
