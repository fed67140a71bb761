"""What stands between a unit, its verb and its count, and changes none of them."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells

#: Text, and its totals: column, number.
TOTALS = {
    "全省16市的196个重大项目集中开工。": "projects 196个",
    "今天，我市56个项目参加全省扩大投资集中开工活动，总投资118亿元。": (
        "projects 56个; investment 118亿元"
    ),
    "全市安排项目154个。其中，20个项目列入省重点项目盘子，总投资86亿元。": (
        "projects 154个; projects 20个; investment 86亿元"
    ),
    "全市安排项目154个。目前，已开工86个。": "projects 154个; projects 86个",
    "此次开工的一季度重大项目共154个，总投资86亿元。": "projects 154个; investment 86亿元",
    "2024年市政府共安排重点项目154项。": "projects 154项",
    "市委、市政府安排重点项目154项。": "projects 154项",
    "全市协同联动开工重大项目154个。": "projects 154个",
    "全市154个项目集中开工活动在奎文区举行，总投资86亿元。": "projects 154个; investment 86亿元",
    "全市154个项目集中开工仪式日前举行。": "projects 154个",
    "全市154个项目集中开工仪式，奎文区举行。": "",
    "市政府大楼共安排重点项目154项。": "",
}


@pytest.mark.parametrize(("text", "expected"), TOTALS.items(), ids=list(TOTALS))
def test_totals_are_read_around_it(text, expected):
    told = [f"{t.reading.column} {t.reading.printed}" for t in extract(text).stated]
    assert "; ".join(told) == expected


@pytest.mark.parametrize(
    "text",
    [
        "临朐县首批17个重点项目近期集中开工。",
        "临朐县确定2024年实施17个重点建设项目。",
        "临朐县举行2024现代产业项目签约仪式，签约项目17个。",
        "临朐县按照“1558”发展思路，开工重大项目17个。",
    ],
)
def test_units_are_too(text):
    assert cells(text) == {"临朐县 projects 17"}


def test_what_is_planned_stays_a_plan():
    found = extract("临朐县计划2月开工项目17个。")
    assert all("计划" in found.events[row.event] for row in found.rows)


def test_what_a_unit_has_in_a_headline_is_not_on_a_list_of_all():
    found = extract("山东18个项目列入省重大名单\n全省共98个项目入选。")
    assert "98个" in [total.reading.printed for total in found.stated]


@pytest.mark.parametrize(
    "text",
    [
        "2月5日，临朐县举行一季度总投资6亿元的17个项目集中开工仪式。",
        "临朐县17个项目进行集中开工，总投资6亿元。",
        "临朐县投资6亿元的17个重点项目已相继开工建设。",
    ],
)
def test_an_occasion_held_for_counted_projects_is_of_their_unit(text):
    assert cells(text) == {"临朐县 projects 17", "临朐县 investment 6"}


def test_it_is_not_of_a_unit_that_takes_part():
    assert cells("临朐县参加潍坊市举行的17个项目集中开工仪式。") == set()


def test_a_list_is_named_behind_what_is_on_it():
    [place] = extract("奎文区17个项目列入省级重点项目名单。").unused
    assert (place.printed, place.reason) == ("17个", "subset")


def test_a_year_s_plan_is_one_without_a_verb():
    found = cells("临朐县项目17个，总投资118亿元，年度计划48亿元。")
    assert found == {"临朐县 projects 17", "临朐县 investment 118", "临朐县 planned 48"}
