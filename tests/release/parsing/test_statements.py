"""Times that tell events apart, and statements."""

from __future__ import annotations

import pytest

from geo.release.parsing.statements import Statement, Subject, Times, times_of
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import scan
from tests.release.readings import cells

#: What a heading says, and its times.
TIMES = {
    "2024年": Times(year="2024", label="2024年"),
    "2024年3月": Times(year="2024", half="3-3", label="2024年3月"),
    "2024年春季": Times(year="2024", season="春", label="2024年春季"),
    "今春": Times(year="", season="春", label="今春"),
    "去年同期": Times(year="last", label="去年同期"),
    "去秋": Times(year="last", season="秋", label="去秋"),
    "今年上半年": Times(year="this", half="1-6", label="今年上半年"),
    "今年前两个月": Times(year="this", half="1-2", label="今年前两个月"),
    "5月16日，2024年二季度": Times(
        year="2024", half="4-6", date="5月16日", label="5月16日 2024年二季度"
    ),
    "第二批": Times(batch="第二批", label="第二批"),
    "全年": Times(whole_year=True, label="全年"),
    "二、签约情况": Times(act="签约", projects=True),
    "签约、开工情况": Times(projects=True),
    "基本情况": Times(),
}


@pytest.mark.parametrize(("text", "expected"), TIMES.items(), ids=list(TIMES))
def test_a_heading_gives_its_times(text, expected):
    assert times_of(settle(scan(text, ()))) == expected


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        (Times(year="2024"), Times(year="2023"), True),
        (Times(year="2024"), Times(year="this"), False),
        (Times(year="this"), Times(year="last"), True),
        (Times(year="2024"), Times(), False),
        (Times(season="春"), Times(season="秋"), True),
        (Times(date="2月26日"), Times(date="2月27日"), False),
        (Times(act="签约"), Times(act="开工"), True),
        (Times(act="签约"), Times(), False),
    ],
)
def test_two_times_are_one_event_unless_they_contradict(one, other, contradict):
    assert one.contradicts(other) is contradict
    assert other.contradicts(one) is contradict


def test_a_year_is_meant_as_a_whole_unless_a_part_of_it_is_named():
    assert Times(year="2024").yearly
    assert not Times(year="2024", season="春").yearly
    assert not Times().yearly


def test_what_is_said_goes_before_what_another_says():
    joined = Times(year="2024").joined(Times(year="2023", season="春"))
    assert joined == Times(year="2024", season="春")


def test_a_statement_without_a_column_is_another_statement():
    statement = Statement(Subject("event"), 0, Times(), readings={"projects": (), "planned": ()})
    assert list(statement.without(["planned"]).readings) == ["projects"]
    assert list(statement.readings) == ["projects", "planned"]


def test_a_list_of_a_unit_s_own_level_is_all_that_it_has():
    assert cells("临朐县聚焦产业，确定70个县级重点项目。") == {"临朐县 projects 70"}
    assert cells("临朐县聚焦产业，确定70个市级重点项目。") == set()
