"""Who a clause is about, by what it names and by what was said before."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.hierarchy import Levels
from geo.release.names.places import Place, find_places
from geo.release.names.sought import names_for
from geo.release.parsing.clauses import read_phrase
from geo.release.parsing.forms import Form
from geo.release.parsing.measures import read_measures
from geo.release.parsing.statements import Subject, Times
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.run import Run
from geo.release.phrases.tokens import scan
from geo.release.scoping.scopes import Scope
from geo.release.scoping.sentence_scope import SentenceScope, broken
from geo.release.scoping.subjects import subject_of, topic, whole_of

KUIWEN = Subject("place", places=(Place(0, 3, "奎文区"),))
EVENT, PLAN = Subject("event", "全市"), Subject("portfolio", "2024年")


def tokens(text: str):
    return Run(settle(scan(text, list(find_places(text, names_for(text, (), {}))))))


def phrase_of(text: str):
    return read_phrase(tokens(text))


def subject(text: str, sentence: SentenceScope | None = None, *, first: bool = True) -> str:
    """Write the subject that a clause brings: role, then label or name."""
    scope = Scope(Levels(frozenset({"潍坊市"})), sentence=sentence or SentenceScope())
    found = subject_of(scope, read_phrase(tokens(text)), first=first)
    if found is None:
        return "the last"
    return f"{found.role} {found.label or '、'.join(p.name for p in found.places)}".strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("奎文区开工16个项目", "place 奎文区"),
        ("潍坊市开工264个项目", "event 潍坊市"),
        ("产业类项目219个", "type 产业类"),
        ("全市开工264个项目", "event 全市"),
        ("合计", "event"),
        ("开工264个项目", "event"),
        ("总投资81.8亿元", "the last"),
    ],
)
def test_a_clause_is_about_what_it_names(text, expected):
    assert subject(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence", "expected"),
    [
        ("开工16个项目", SentenceScope(subject=KUIWEN), "the last"),
        ("产业类项目10个", SentenceScope(subject=KUIWEN), "part sort"),
        ("产业类项目10个", SentenceScope(subject=EVENT), "type 产业类"),
        ("其中开工10个项目", SentenceScope(parts=True, parent=KUIWEN), "place 奎文区"),
        (
            "其中新建10个项目",
            SentenceScope(subject=PLAN, parts=True, parent=PLAN),
            "portfolio 2024年",
        ),
        ("其中新建10个项目", SentenceScope(parts=True, parent=PLAN), "part"),
        ("其中潍坊市开工10个项目", SentenceScope(subject=EVENT), "batch 潍坊市"),
        ("其中产业类10个", SentenceScope(parts=True, parent=Subject("part")), "part sort"),
        ("其中总投资81.8亿元", SentenceScope(parts=True, parent=KUIWEN), "place 奎文区"),
        ("潍城区5个", SentenceScope(parts=True, parent=EVENT), "place 潍城区"),
    ],
)
def test_and_about_a_part_of_what_was_spoken_of(text, sentence, expected):
    assert subject(text, sentence) == expected


@pytest.mark.parametrize(("first", "expected"), [(False, "part place"), (True, "place 潍城区")])
def test_a_division_of_the_same_level_is_no_part_behind_a_semicolon(first, expected):
    parts = SentenceScope(parts=True, parent=KUIWEN)
    assert subject("潍城区5个", parts, first=first) == expected


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("开工10个项目", EVENT, "event"),
        ("开工10个项目", KUIWEN, None),  # of 奎文区, or of all?
        ("开工10个项目", Subject("part"), None),
        ("共开工10个项目", KUIWEN, "event"),
    ],
)
def test_a_count_without_a_name_is_of_all_unless_the_sentence_before_was_of_less(
    text, before, expected
):
    found = subject_of(Scope(sentence=SentenceScope(before=before)), phrase_of(text), first=True)
    assert (found and found.role) == expected


def test_what_other_parts_are_counted_in_is_no_act_of_the_unit():
    """其中，30个重大项目新开工6个，续建20个: the twenty are of the thirty."""
    scope = Scope(sentence=SentenceScope(parts=True, parent=KUIWEN)).bound(broken("unclear"))
    assert subject_of(scope, phrase_of("续建20个"), first=False) is None


def test_a_place_named_after_words_that_broke_the_bond_is_that_of_a_project():
    phrase = phrase_of("在奎文区开工16个项目")
    found = subject_of(Scope().bound(broken("unclear")), phrase, first=False)
    assert found == Subject("project")


def test_a_year_s_plan_is_the_portfolio_and_a_part_of_the_province_s_a_batch():
    year = Times(year="2024", label="2024年")
    assert whole_of(Form(plans=True), year, "全市") == Subject("portfolio", "2024年")
    assert whole_of(Form(part=True), Times(), "全省") == Subject("batch", "全省")
    assert whole_of(Form(), Times(), "全省") == Subject("event", "全省")


def test_a_topic_is_a_unit_several_units_or_the_whole():
    assert topic(tokens("奎文区聚焦主业"), Levels()).role == "place"
    both = topic(tokens("奎文区、潍城区聚焦主业"), Levels())
    assert [place.name for place in both.places] == ["奎文区", "潍城区"]
    assert topic(tokens("奎文区聚焦主业"), Levels(frozenset({"奎文区"}))) == Subject(
        "event", "奎文区"
    )
    assert topic(tokens("全市聚焦主业"), Levels()) == Subject("event", "全市")
    assert topic(tokens("磁悬浮"), Levels()) is None


def test_all_of_the_district_may_be_the_district_just_named():
    of_city = "亳州：谯城区产业园内一片繁忙。放眼全区，今年实施的工业项目已达46个。"
    assert not extract(of_city).stated
    assert len(extract("保税区开工16个。全区共开工86个。").stated) == 1


def test_what_is_counted_of_a_unit_this_time_is_no_total():
    text = "奎文区开工58个，总投资613亿元。其中列入本次集中开工的项目29个，总投资502亿元。"
    release = extract(text)
    assert not release.stated
    assert [cell.printed for row in release.rows for cell in row.cells] == ["58个", "613亿元"]


@pytest.mark.parametrize(("place", "units"), [("赣州", ["赣州"]), ("赣榆区", [])])
def test_this_city_is_the_city_just_named_also_by_its_short_name(place, units):
    release = extract(f"{place}：项目建设热火朝天\n该市共实施大项目48个，总投资46亿元。")
    assert [row.name for row in release.rows] == units


def test_a_sentence_that_begins_with_parts_may_name_units_beside_the_one_before():
    measures = read_measures(["gdp"])
    text = "烟台地区生产总值871.6亿元，居首位。其中，潍坊地区生产总值612.3亿元。"
    assert [row.name for row in extract(text, measures=measures).rows] == ["烟台", "潍坊"]
    text = "潍坊市临朐全县14个乡镇、2.1万人受灾，全县生产总值2.3亿元。"
    assert [row.name for row in extract(text, measures=measures).rows] == ["临朐"]


def test_what_an_occasion_sums_up_is_not_that_of_the_units_with_venues():
    text = "奎文区、潍城区分别设立分会场。本次集中开工项目{}71个。其中，奎文区13个，潍城区9个。"
    assert [t.reading.printed for t in extract(text.format("共")).stated] == ["71个"]
    assert extract(text.format("")).stated == ()
