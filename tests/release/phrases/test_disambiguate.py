"""What words mean beside their neighbours, and what they are in other company."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.tokens import Token, scan
from geo.release.words.kinds import Kind

#: A text, and its tokens: kind and text.
SETTLED = {
    # words that count only in company
    "共16个": "SUM 共, COUNT 16个",
    "共享": "WORD 共享",
    "多式联运": "WORD 多式联运",
    "约谈": "WORD 约谈",
    "将达16个": "COUNT 16个",
    # amounts with their hedges
    "约16个": "COUNT 约16个",
    "16个左右": "COUNT 16个左右",
    "约谈16个": "WORD 约谈, COUNT 16个",
    # the year's investment
    "今年计划投资30亿元": "MEASURE 今年计划投资, MONEY 30亿元",
    "计划今年完成投资30亿元": "MEASURE 计划今年完成投资, MONEY 30亿元",
    "去年计划投资30亿元": "MARK 去年, MEASURE 计划投资, MONEY 30亿元",
    "今年完成投资30亿元": "MARK 今年, MEASURE 完成投资, MONEY 30亿元",
    # thresholds: which projects, not how much
    "亿元以上项目": "THRESHOLD 亿元以上, PROJECT 项目",
    "10亿元以上项目": "THRESHOLD 10亿元以上, PROJECT 项目",
    "超10亿元项目": "THRESHOLD 超10亿元, PROJECT 项目",
    "总投资超10亿元的重大项目": "THRESHOLD 超10亿元, DE 的, PROJECT 重大项目",
    "总投资超10亿元": "MEASURE 总投资, MONEY 超10亿元",
    "亿元大关": "WORD 亿元大关",
    # batches
    "纳入全省春季集中开工的项目": "BATCH 纳入全省春季集中开工, PROJECT 项目",
    "省春季集中开工项目": "BATCH 省春季集中开工, PROJECT 项目",
    "纳入全省，": "WORD 纳入全省, COMMA ，",
    # classes of project
    "产业类项目": "CLASS 产业类, PROJECT 项目",
    "磁悬浮类项目": "CLASS 磁悬浮类, PROJECT 项目",
    "各类项目": "MOD 各类, PROJECT 项目",
    "人类": "WORD 人类",
    "产业带": "WORD 产业带",
    # lists
    "16个、15个": "COUNT 16个, SEP 、, COUNT 15个",
    "16、15个": "NUMBER 16, SEP 、, COUNT 15个",
    "16个，15个": "COUNT 16个, COMMA ，, COUNT 15个",
    "分别16个，15个": "EACH 分别, COUNT 16个, SEP ，, COUNT 15个",
    "分别16个。16个，15个": "EACH 分别, COUNT 16个, END 。, COUNT 16个, COMMA ，, COUNT 15个",
    "16个、81.8亿元": "COUNT 16个, AND 、, MONEY 81.8亿元",
    "奎文区、潍城区": "PLACE 奎文区, JOIN 、, PLACE 潍城区",
    "奎文区，潍城区": "PLACE 奎文区, COMMA ，, PLACE 潍城区",
}


def settled(text: str) -> list[Token]:
    return settle(scan(text, list(find_places(text, names_for(text, (), {})))))


@pytest.mark.parametrize(("text", "expected"), SETTLED.items(), ids=list(SETTLED))
def test_a_text_gives_its_tokens(text, expected):
    assert ", ".join(f"{token.kind} {token.text}" for token in settled(text)) == expected


def test_a_unit_in_brackets_is_the_measure_s():
    measure, amount = settled("总投资（亿元）81.8")
    assert (measure.kind, measure.unit, amount.kind) == (Kind.MEASURE, "亿元", Kind.NUMBER)


def test_the_tokens_given_stay_as_they_are():
    tokens = scan("分别约16个，15个，其中亿元以上产业类项目", ())
    before = list(tokens)
    settle(tokens)
    assert tokens == before


def test_projects_that_found_a_site_have_an_act_of_their_own():
    found = extract("全区签约项目57个。全区落地项目31个，总投资26亿元。")
    assert [found.events[t.event] for t in found.stated] == ["签约", "落地", "落地"]


def test_what_is_counted_may_be_of_a_sort():
    found = extract("奎文区16个为开工项目，潍城区9个为竣工项目。")
    assert [(row.name, found.events[row.event]) for row in found.rows] == [
        ("奎文区", "开工"),
        ("潍城区", "竣工"),
    ]
