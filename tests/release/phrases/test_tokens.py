"""Words and numbers of a line, each read by itself."""

from __future__ import annotations

import pytest

from geo.release.names.places import Place, find_places
from geo.release.names.sought import names_for
from geo.release.phrases.tokens import scan
from geo.release.words.kinds import Kind

#: A text, and its tokens: kind and text.
SCANNED = {
    "16个": "COUNT 16个",
    "1,480亿元": "MONEY 1,480亿元",
    "81.8亿": "MONEY 81.8亿",
    "十六个": "COUNT 十六个",
    "16项目": "COUNT 16, PROJECT 项目",
    "16项目标": "COUNT 16项, DO 目标",
    "3个月": "QUANTITY 3个月",
    "910亩": "QUANTITY 910亩",
    "5%": "PERCENT 5%",
    "3个百分点": "PERCENT 3个百分点",
    "百分之五": "PERCENT 百分之五",
    "2亿美元": "FOREIGN 2亿美元",
    "3亿吨": "QUANTITY 3亿吨",
    "3亿粒": "NUMBER 3亿, WORD 粒",
    "60元/人": "PRICE 60元/人",
    "2024年": "MARK 2024年",
    "2024 年度": "MARK 2024 年度",
    "2月26日": "DATE 2月26日",
    "15:30": "DATE 15:30",
    "0536-8236123": "CODE 0536-8236123",
    "13812345678": "CODE 13812345678",
    "5G": "CODE 5G",
    "16至20个": "RANGE 16至20个",
    "第16": "ORDINAL 第16",
    "第二批": "MARK 第二批",
    "统一": "ADVERB 统一",
    "磁悬浮": "WORD 磁悬浮",
    "总投资": "MEASURE 总投资",
    "产业，": "CLASS 产业, COMMA ，",
    "": "",
}


def written(text: str, places=()) -> str:
    return ", ".join(f"{token.kind} {token.text}" for token in scan(text, places))


@pytest.mark.parametrize(("text", "expected"), SCANNED.items(), ids=list(SCANNED))
def test_a_text_gives_its_tokens(text, expected):
    assert written(text) == expected


def test_no_word_is_found_inside_a_name():
    text = "三门峡市开工16个"
    places = list(find_places(text, names_for(text, (), {})))
    assert written(text, places) == "PLACE 三门峡市, ACT 开工, COUNT 16个"


def test_an_amount_keeps_number_and_unit_apart():
    (token,) = scan("80余亿元", ())
    assert (token.value, token.hedge, token.unit) == ("80亿", "余", "元")
    assert (token.kind, token.start, token.end) == (Kind.MONEY, 0, 5)


def test_a_token_cannot_be_changed():
    (token,) = scan("16个", ())
    with pytest.raises(AttributeError):
        token.kind = Kind.WORD


def test_every_token_is_where_it_says():
    text = "据了解，奎文区已开工项目16个；magnetic磁悬浮 5G。"
    for token in scan(text, ()):
        assert text[token.start : token.end] == token.text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("潍坊市举行重大项目集中开工仪式 此次全市集中开工项目16个。", True),
        ("潍坊市此次集中开工重大项目总投资 1480亿元左右。", False),
        ("潍坊市此次集中开工的重大项目 16个重大工程相继落地。", False),
        ("渝 北 区开工项目16个。", False),
    ],
)
def test_a_space_parts_two_phrases_of_a_headline_and_no_number_from_its_word(text, read):
    kinds = [token.kind for token in scan(text, [])]
    assert (Kind.BREAK in kinds) is read


def test_what_a_unit_is_called_in_quotation_marks_is_no_word_before_it():
    """“龙头”奎文区开工16个: only where a clause begins, and right before a name."""
    for text, words in {
        "“龙头”奎文区": [],
        "其中“龙头”奎文区": [],
        "龙头奎文区": ["龙头"],
        "“龙头”之奎文区": ["龙头", "之"],
        "咏叹“龙头”奎文区": ["咏叹", "龙头"],
    }.items():
        at = text.index("奎文区")
        found = scan(text, [Place(at, at + 3, "奎文区")])
        assert [token.text for token in found if token.kind is Kind.WORD] == words


@pytest.mark.parametrize("month", ["一月份", "十一月份", "一至三月", "一到三月份"])
def test_months_in_words_are_times(month):
    first = scan(f"{month}开工", [])[0]
    assert (first.kind, first.text) == (Kind.MARK, month)
    assert scan("三月街开工", [])[0].kind is not Kind.MARK


def test_a_month_in_words_ends_so_far():
    tokens = scan("截至六月，开工", [])
    assert [token.kind for token in tokens][:2] == [Kind.MARK, Kind.MARK]


def test_the_first_months_are_told_with_and_without_their_counter():
    for text in ("前4个月，", "前4月，", "前十一月份，", "前十一个月，"):
        first, _ = scan(text, [])
        assert (first.kind, first.text) == (Kind.MARK, text[:-1])
    assert [t.text for t in scan("目前4月份", [])][-1] == "4月份"


def test_a_number_before_a_unit_begins_an_item_of_a_list_in_a_line():
    text = "1.奎文区（12个）、2.潍城区（9个）、3、坊子区"
    known = names_for(text, (), {})
    kinds = [t.kind for t in scan(text, list(find_places(text, known))) if t.text[0] in "123"]
    assert kinds == [Kind.BULLET, Kind.COUNT, Kind.BULLET, Kind.NUMBER]


def test_a_plan_is_called_by_a_name_and_not_by_its_numbers():
    line = "实施“三年攻坚行动”和“三年攻坚”5个"
    assert [t.text for t in scan(line, []) if t.unit] == ["三年", "5个"]
