"""The rules, each by a line that it changes and one that it leaves."""

from __future__ import annotations

import pytest

from geo.release.names.places import Place
from geo.release.phrases import disambiguate
from geo.release.phrases.disambiguate import settle
from geo.release.phrases.rules import PASSES
from geo.release.phrases.tokens import scan
from geo.release.words.kinds import Kind

#: A kind, a text that has a token of it, and one that has not.
HOLDS = [
    (Kind.THRESHOLD, "亿元以上项目", "亿元大关"),
    (Kind.THRESHOLD, "10亿元以上的重大项目", "10亿元以上"),
    (Kind.THRESHOLD, "10亿元以上的3个", "约10亿元的3个"),
    (Kind.THRESHOLD, "超10亿元项目", "约10亿元项目"),
    (Kind.THRESHOLD, "超亿元项目", "超亿元"),
    (Kind.BATCH, "纳入全省春季集中开工的项目", "纳入全省春季，项目"),
    (Kind.BATCH, "省春季集中开工项目", "省春季集中开工"),
    (Kind.CLASS, "基础设施类项目", "各类项目"),
    (Kind.CLASS, "产业项目", "产业带"),
    (Kind.UNITS, "全省21个市（州）", "全省21个市场"),
    (Kind.UNITS, "全省12个县（市、区）", "全省12个县（市、区和镇）"),
    (Kind.SEP, "16、15个", "16个、81.8亿元"),
    (Kind.SEP, "分别16个，15个", "16个，15个"),
]


@pytest.mark.parametrize(("kind", "holds", "fails"), HOLDS)
def test_a_rule_holds_where_it_should_and_nowhere_else(kind, holds, fails):
    found = [kind in {token.kind for token in settle(scan(text, ()))} for text in (holds, fails)]
    assert found == [True, False]


def test_an_amount_far_from_the_noun_chooses_no_projects():
    near, far = "超10亿元的新重大项目", "超10亿元的新的新的新重大项目"
    kinds = [{token.kind for token in settle(scan(text, ()))} for text in (near, far)]
    assert [Kind.THRESHOLD in found for found in kinds] == [True, False]


def test_a_class_is_no_longer_than_nine_characters():
    kinds = [
        {token.kind for token in settle(scan(f"{name}类项目", ()))}
        for name in ("磁悬浮与无人机器", "磁悬浮与无人机器人")
    ]
    assert [Kind.CLASS in found for found in kinds] == [True, False]


def test_every_rule_can_be_found_by_its_first_kind():
    for one in PASSES:
        for kind, listed in one.rules.items():
            assert all(kind in rule.kinds[0] for rule in listed)


def test_a_list_of_numbers_counts_what_its_heading_says():
    def kinds(text: str) -> list[Kind]:
        places = [Place(at, at + 2, "甲市") for at, char in enumerate(text) if char == "甲"]
        tokens = settle(scan(text, places))
        return [token.kind for token in tokens if token.kind in (Kind.COUNT, Kind.NUMBER)]

    assert kinds("项目数：甲市46、甲市31。") == [Kind.COUNT, Kind.COUNT]
    assert kinds("项目：甲市46、甲市31。") == [Kind.NUMBER, Kind.NUMBER]
    assert kinds("项目数：甲市46、31、甲市4。") == [Kind.NUMBER] * 3


#: Sentences of the forms that passes with `needs` are for, and the same without what they need.
NEEDED = (
    "全市交出了开工61个、总投资342亿元的成绩单。全省12个县（市、区）共36个项目遍布各县市区。",
    "开工项目由12个增加到16个。从去年的9家增至15家。武汉市项目（阳逻）8个。",
    "产业类项目16个，从行业看，冶金项目9个；按性质划分，工业项目7个。",
    "开工61个，总投资342亿元，超亿元项目12个，其中民生项目3个。",
)


def test_a_pass_left_out_for_want_of_its_characters_would_have_changed_nothing(monkeypatch):
    places = [
        [Place(at, at + 3, "武汉市") for at in (text.find("武汉市"),) if at >= 0] for text in NEEDED
    ]
    found = [scan(text, where) for text, where in zip(NEEDED, places, strict=True)]
    settled = [settle(tokens) for tokens in found]
    assert any(one.needs for one in PASSES)
    monkeypatch.setattr(disambiguate, "PASSES", [one._replace(needs="") for one in PASSES])
    assert [settle(tokens) for tokens in found] == settled
