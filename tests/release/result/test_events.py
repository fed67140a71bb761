"""Statements sorted into events: which are of one, which lend their columns, which are dropped."""

from __future__ import annotations

from decimal import Decimal

import pytest

from geo.release.extract import extract
from geo.release.names.places import Place
from geo.release.parsing.statements import Statement, Subject, Times
from geo.release.result.events import gather
from geo.release.words.readings import Reading
from geo.tables.printed import Printed

TEXT = "奎文区\n潍城区\n"
KUIWEN, WEICHENG = Place(0, 3, "奎文区"), Place(4, 7, "潍城区")


def statement(place: Place, at: int, times=None, act="", bare=(), **columns: int) -> Statement:
    """Return a statement of one place; its numbers begin at `at`."""
    read = {
        column: (reading(column, value, at + i),)
        for i, (column, value) in enumerate(columns.items())
    }
    return Statement(
        Subject("place", places=(place,), names=((place.start, place.end),)),
        0,
        times or Times(),
        act,
        named=True,
        readings=read,
        bare=tuple(reading("", value, at + 10 + i) for i, value in enumerate(bare)),
    )


def reading(column: str, value: int, at: int) -> Reading:
    return Reading(
        column, "个", Printed(Decimal(value), Decimal(1)), str(value), at, at + 1, (0, 9)
    )


def cells(found) -> list[tuple]:
    return [(r.event, r.name, {c.column: int(c.figure.value) for c in r.cells}) for r in found.rows]


def test_statements_of_one_time_are_one_event():
    found = gather([statement(KUIWEN, 10, projects=16), statement(WEICHENG, 20, projects=15)], TEXT)
    assert cells(found) == [(0, "奎文区", {"projects": 16}), (0, "潍城区", {"projects": 15})]
    assert [(row.printed, row.line) for row in found.rows] == [("奎文区", 1), ("潍城区", 2)]


@pytest.mark.parametrize(("between", "events"), [("今年", [0, 1]), ("全市", [0, 0])])
def test_what_is_said_behind_this_year_is_none_of_last_year_s(between, events):
    last = statement(KUIWEN, 10, Times(year="last", label="去年"), projects=16)
    found = gather([last, statement(WEICHENG, 30, projects=15)], f"{'去' * 15}{between}\n")
    assert sorted(event for event, *_ in cells(found)) == events


def test_another_act_in_one_sentence_is_another_figure():
    """45个，已开工40个, whatever act the event around them has."""
    around = statement(WEICHENG, 5, act="开工", projects=30)
    of_one = [statement(KUIWEN, 10, projects=45), statement(KUIWEN, 20, act="开工", projects=40)]
    found = gather([around, *of_one], TEXT)
    assert not found.conflicts
    assert {cell for *_, row in cells(found) for cell in row.values()} == {30, 45, 40}


def test_a_part_of_what_a_user_counts_is_no_event_of_all():
    part = statement(KUIWEN, 10, act="隔离管控发现", cases=18)
    found = gather([part, statement(WEICHENG, 20, cases=28)], TEXT, ["cases"])
    assert [event for event, *_ in cells(found)] == [0, 1]


@pytest.mark.parametrize(
    ("times", "act"), [(Times(year="last", label="去年"), ""), (Times(), "签约")]
)
def test_another_time_or_act_is_another_event(times, act):
    statements = [
        statement(KUIWEN, 10, act="开工", projects=16),
        statement(KUIWEN, 20, Times(year="this") if times.year else None, "开工", projects=16),
        statement(KUIWEN, 30, times, act or "开工", projects=9),
    ]
    assert len(gather(statements, TEXT).events) == 2


def test_other_figures_for_one_cell_are_a_contradiction():
    found = gather([statement(KUIWEN, 10, projects=16), statement(KUIWEN, 20, projects=18)], TEXT)
    assert found.rows == []
    assert [conflict.name for conflict in found.conflicts] == ["奎文区, projects"]
    assert found.reasons == {10: "conflict", 20: "conflict"}


def test_money_without_measure_is_what_the_statement_before_says():
    statements = [
        statement(KUIWEN, 10, projects=16, investment=82),
        statement(WEICHENG, 20, projects=15, bare=(84,)),
    ]
    found = gather(statements, TEXT)
    assert cells(found)[1] == (0, "潍城区", {"projects": 15, "investment": 84})
    assert statements[1].readings.keys() == {"projects"}


def test_more_sums_than_the_statement_before_has_are_left_out():
    statements = [
        statement(KUIWEN, 10, projects=16, investment=82),
        statement(WEICHENG, 20, projects=15, bare=(84, 33)),
    ]
    found = gather(statements, TEXT)
    assert cells(found)[1] == (0, "潍城区", {"projects": 15})
    assert found.reasons == {30: "bare", 31: "bare"}


def test_what_was_begun_of_the_year_s_plan_is_beside_it():
    release = extract(
        "今年全省安排重点建设项目1280个，总投资286亿元。已开工1196个，完成投资35亿元。"
    )
    found = [(t.reading.printed, release.events[t.event]) for t in release.stated]
    assert found == [
        ("1280个", "今年"),
        ("286亿元", "今年"),
        ("1196个", "开工"),
        ("35亿元", "开工"),
    ]


def test_what_a_year_holds_is_not_of_the_kind_of_projects_told_before_it():
    release = extract(
        "80个计划开工项目已全部开工，完成投资31亿元；20个前期项目中，3个项目提前开工。\n"
        "据悉，我市2020年重点项目安排35项。"
    )
    found = {t.reading.printed: release.events[t.event] for t in release.stated}
    assert found["35项"] == "2020年"


def test_figures_without_an_act_are_of_what_the_text_came_back_to():
    release = extract(
        "一季度全省开工项目91个。两年来，共有183个项目建成投产。\n"
        "一季度开工的91个项目，按行业划分，工业项目52个。分州市看，楚雄31个、昆明24个。"
    )
    found = {row.name: release.events[row.event] for row in release.rows}
    assert found == {"楚雄": "一季度开工", "昆明": "一季度开工"}


def test_parts_of_two_counts_contradict_nothing():
    told = "今年，奎文区安排项目9个，其中续建项目6个。今年，奎文区列入{}30个，其中续建项目18个。"
    found = extract(told.format("区级重点项目"))
    assert [c.name for c in found.conflicts if "续建" in found.events[c.event]] == []


def test_figures_of_the_day_go_with_those_of_the_day():
    told = (
        "当天，潍坊市37个项目开工。截至目前，潍坊市已开工214个项目。"
        "当天，烟台市41个项目开工。截至目前，烟台市已开工226个项目。"
    )
    found = extract(told)
    assert {row.name: 0 for row in found.rows} == {"潍坊市": 0, "烟台市": 0}
    assert len(found.rows) == 4
    assert found.conflicts == ()


@pytest.mark.parametrize(
    "told",
    [
        "潍坊市储备项目314项。落地项目124项。",
        "潍坊市开工建设70项。潍坊市履约项目32项；开工项目26项。",
        "潍坊市签约项目9个。签约项目落地1个。",
        "潍坊市开工项目208项，完成投资421亿元。6月当月，全市完成投资87亿元。",
    ],
)
def test_a_total_of_fewer_or_of_another_time_is_no_contradiction(told):
    found = extract(told)
    assert found.conflicts == ()
    assert all(check.ok for check in found.checks)


def test_that_something_is_so_today_does_not_hide_what_was_done():
    for now in ("目前", "当前"):
        (event,) = extract(f"{now}，沂水县签约项目36个；蒙阴县签约项目82个。").events
        assert event == f"{now}签约"
