"""One clause after the other: which of its numbers are taken, and why the others are not."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.parsing.clauses import split_clauses
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import scan
from geo.release.scoping.scopes import Scope
from geo.release.scoping.steps import Taken, refused, step
from geo.release.text.lines import read_lines


def clauses(text: str):
    (line,) = read_lines(text)
    places = list(find_places(line.text, names_for(text, (), {})))
    return list(split_clauses(line, 0, settle(scan(line.text, places))))


def outcomes(text: str) -> list[str]:
    """Write the outcome of every number of a line: its statement and column, or the reason."""
    scope, written = Scope(), []
    for clause in clauses(text):
        scope, found = step(scope, clause)
        for outcome in found:
            if isinstance(outcome, Taken):
                columns = [f"{c} {r[-1].printed}" for c, r in outcome.statement.readings.items()]
                written.append(f"{outcome.number}: {', '.join(columns)}")
            else:
                written.append(f"{outcome.printed} {outcome.reason}")
    return written


#: A line, and the outcome of each of its numbers.
OUTCOMES = {
    "奎文区16个，总投资81.8亿元": ["0: projects 16个", "0: projects 16个, investment 81.8亿元"],
    "奎文区16个；潍城区15个": ["0: projects 16个", "1: projects 15个"],
    "奎文区签约16个，开工10个": ["0: projects 16个", "1: projects 10个"],
    "奎文区16个，同比增长5%": ["0: projects 16个", "5% percent"],
    "奎文区16个，同比增加3个": ["0: projects 16个", "3个 change"],
    "奎文区16个（经开区3个）": ["0: projects 16个", "3个 part"],
    "奎文区、潍城区开工31个": ["31个 joint"],
    "奎文区、潍城区分别开工16个、15个、20个": ["16个 mismatch", "15个 mismatch", "20个 mismatch"],
    "16个项目获奖，奎文区15个": ["16个 unclear", "0: projects 15个"],
    "奎文区，项目总投资35亿元": ["35亿元 project"],
    "奎文区5G项目16个": ["5G code", "16个 unclear"],
    "今年，奎文区16个": ["0: projects 16个"],  # 今年 has no number to be refused
}


@pytest.mark.parametrize(("text", "expected"), OUTCOMES.items(), ids=list(OUTCOMES))
def test_every_number_has_one_outcome(text, expected):
    assert outcomes(text) == expected


def test_a_number_that_is_no_figure_keeps_the_reason_of_its_kind():
    (clause,) = clauses("2月26日奎文区16个")
    assert [(u.printed, u.reason) for u in refused(clause, "part")] == [
        ("2月26日", "date"),
        ("16个", "part"),
    ]


def test_numbers_that_were_taken_are_not_refused():
    (clause,) = clauses("奎文区16个总投资81.8亿元")
    count = next(token for token in clause.tokens if token.text == "16个")
    assert [u.printed for u in refused(clause, taken={count.start})] == ["81.8亿元"]


def test_a_time_in_a_later_clause_dates_that_clause():
    scope = Scope()
    for clause in clauses("奎文区16个，去年开工10个"):
        scope, _ = step(scope, clause)
    assert (scope.clause.times.year, scope.sentence.times.year) == ("last", "")


def test_a_second_occasion_has_nothing_of_the_first():
    text = (
        "首场活动于5月10日举行，签约项目26个，其中澄海区9个、潮阳区8个；"
        "第二场活动于5月28日举行，签约项目31个，其中澄海区11个。"
    )
    release = extract(text)
    found = [(row.name, row.cells[0].printed, release.events[row.event]) for row in release.rows]
    assert sorted(found) == [
        ("潮阳区", "8个", "5月10日"),
        ("澄海区", "11个", "第二场5月28日"),
        ("澄海区", "9个", "5月10日"),
    ]
    assert [total.reading.printed for total in release.stated] == ["26个", "31个"]


def test_that_projects_became_more_says_what_the_next_sentence_counts():
    text = "与去年同批次相比，本次集中开工项目数量增加19个。从区县看，长寿区22个、118亿元。"
    (row,) = extract(text).rows
    assert [(cell.column, cell.printed) for cell in row.cells] == [
        ("projects", "22个"),
        ("investment", "118亿元"),
    ]
    assert not extract("与去年相比，本市病床数量增加19个。从区县看，长寿区22个、118亿元。").rows


def test_a_kind_under_a_time_says_what_the_units_behind_it_have():
    rows = extract("前三季度，新开工亿元以上工业项目：无为市31个、南陵县28个。").rows
    assert [(row.name, row.cells[0].printed) for row in rows] == [
        ("无为市", "31个"),
        ("南陵县", "28个"),
    ]


def test_money_before_the_count_is_the_unit_s_behind_an_occasion():
    (row,) = extract("奎文区举行开工仪式，总投资86亿元的17个项目开工建设。").rows
    assert {cell.printed for cell in row.cells} == {"86亿元", "17个"}


def test_a_time_that_a_clause_is_about_is_not_that_of_its_figures():
    text = "截至4月底，全市新开工项目数量、投资额扭转了2018年以来下降的态势，新开工项目31个。"
    found = extract(text)
    assert found.events == ("截至4月底",)


def test_the_year_in_the_name_of_a_project_is_not_that_of_the_figures():
    found = extract("奎文区已开工甲公寓楼、2021年老旧小区改造等重大项目23个。")
    assert [(row.name, found.events[row.event]) for row in found.rows] == [("奎文区", "")]


def test_sorts_behind_those_of_an_act_have_the_act():
    found = extract("2024年，我县安排项目97个。27个未开工项目中，省重点项目11个，市重点项目16个。")
    told = {(found.events[t.event], t.label): t.reading.printed for t in found.stated}
    assert told["未开工", "省重点"] == "11个"
    assert told["未开工", "市重点"] == "16个"


@pytest.mark.parametrize("hope", ["到2035年将达到40个", "确保开工40个", "力争完成投资62亿元"])
def test_what_is_to_be_behind_a_unit_s_figures_says_nothing_of_the_next(hope):
    found = extract(f"奎文区开工14个，{hope}；潍城区开工13个。")
    told = [(found.events[r.event], r.name, len(r.cells)) for r in found.rows]
    assert told == [("开工", "奎文区", 1), ("开工", "潍城区", 1)]
