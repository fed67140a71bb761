"""A line's clauses with what parts them, and a clause with its numbers in their column's unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from geo.release.extract import extract
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.parsing.clauses import Clause, read_phrase, split_clauses
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import scan
from geo.release.text.lines import read_lines


def clauses(text: str) -> list[Clause]:
    line = read_lines(text)[0]
    names = names_for(text, (), {})
    return [*split_clauses(line, 0, settle(scan(line.text, list(find_places(line.text, names)))))]


def test_a_clause_knows_what_parts_it_from_the_one_before():
    found = clauses("奎文区16个（总投资81.8亿元），亮点纷呈；潍城区15个。坊子区15个")
    texts = ["".join(token.text for token in clause.tokens) for clause in found]
    gaps = [clause.gap for clause in found]
    assert texts == ["奎文区16个", "总投资81.8亿元", "亮点纷呈", "潍城区15个", "坊子区15个"]
    assert gaps == [3, 0, 1, 2, 3]
    assert [clause.first for clause in found] == [True, False, False, True, True]


def test_a_clause_knows_its_sentence():
    text = "奎文区16个；潍城区15个。坊子区15个"
    spans = [clause.sentence for clause in clauses(text)]
    assert [text[slice(*span)] for span in spans] == [text[:14], text[:14], text[14:]]


def test_a_bullet_is_in_no_clause():
    assert [token.text for clause in clauses("1. 奎文区16个") for token in clause.tokens] == [
        "奎文区",
        "16个",
    ]


#: A clause, and its amounts: column, and the figures in the column's unit.
AMOUNTS = {
    "开工16个项目": [("projects", "16")],
    "总投资81.8亿元": [("investment", "81.8")],
    "总投资8180万元": [("investment", "0.8180")],
    "年度计划投资30亿元": [("planned", "30")],
    "16家企业": [("companies", "16")],
    "用地910亩": [("用地", "910")],
    "总投资分别为81.8、84.5亿元": [("investment", "81.8"), ("investment", "84.5")],
    "开工16个项目总投资81.8亿元": [("projects", "16"), ("investment", "81.8")],
    "81.8亿元": [("", "81.8")],
}


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items(), ids=list(AMOUNTS))
def test_a_clause_gives_its_amounts(text, expected):
    phrase = read_phrase(clauses(text)[0].tokens)
    found = [(a.plan.column, f"{f.value:f}") for a in phrase.amounts for f in a.figures]
    assert (found, phrase.refused) == (expected, None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("总投资81.8", "bare"), ("项目获评16个优秀", "unclear"), ("开工16个项目20个", "unclear")],
)
def test_a_clause_that_is_not_certain_is_refused(text, reason):
    assert read_phrase(clauses(text)[0].tokens).refused == reason


def test_an_approximate_figure_is_rounded_to_its_last_digit():
    (amounts,) = read_phrase(clauses("总投资约120亿元")[0].tokens).amounts
    assert amounts.figures[0].resolution == Decimal(20)


def test_what_is_said_behind_a_list_is_said_of_all_of_it():
    found = clauses("奎文区的3个项目、潍城区的2个项目获评优秀，坊子区16个、寒亭区15个。")
    texts = ["".join(token.text for token in clause.tokens) for clause in found]
    assert texts == [
        "奎文区的3个项目项目获评优秀",
        "潍城区的2个项目获评优秀",
        "坊子区16个",
        "寒亭区15个",
    ]


def test_what_was_done_already_of_the_projects_counted_is_a_clause_of_its_own():
    texts = ["".join(t.text for t in c.tokens) for c in clauses("奎文区45个项目已开工41个")]
    assert texts == ["奎文区45个项目", "已开工41个"]


def test_on_what_ground_is_no_part_of_what_is_said():
    stated = extract("按照《2025年市级重点项目计划》，全年安排项目528个。").stated
    assert [total.reading.printed for total in stated] == ["528个"]
    rows = extract("按照开工个数由多到少依次是：宣威市34个、会泽县29个。").rows
    assert [row.name for row in rows] == ["宣威市", "会泽县"]


def test_a_hundred_without_a_digit_is_a_bound_and_no_number_of_hundreds():
    (row,) = extract("庄河市项目近百个，总投资超千亿元。").rows
    assert [(cell.hedge, cell.figure.value) for cell in row.cells] == [("近", 100), ("超", 1000)]
    assert not extract("庄河市签约项目数百个。瓦房店市签约几百个。").rows
