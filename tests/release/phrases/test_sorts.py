"""The names of kinds of projects: after 全市, and two side by side."""

from __future__ import annotations

import pytest

from geo.release.extract import extract

KINDS = {
    "全市A类项目83项（续建51项）。B类项目97项（续建60项）。": {"A类", "B类"},
    "全市开工31个。从行业看，工业16个、房地产10个、酒店业5个。": {"工业", "房地产", "酒店业"},
    "全市开工61个。从项目结构看，交通设施项目26个、养老项目35个。": {"交通设施", "养老"},
    "全市开工61个。从领域看，新型工业化项目26个、农业现代化项目35个。": {
        "新型工业化",
        "农业现代化",
    },
    "全市签约71个。芯片产业项目27个；工业项目44个。": {"芯片产业", "工业"},
    "全市开工71个。交通水利项目27个，工业项目44个。": {"交通水利", "工业"},
}


@pytest.mark.parametrize(("text", "kinds"), KINDS.items(), ids=list(KINDS))
def test_a_kind_has_its_whole_name(text, kinds):
    found = extract(text)
    assert {total.label for total in found.stated if total.scope == "type"} == kinds
    assert all(check.ok for check in found.checks)


def test_two_levels_with_one_count_have_both_in_their_name():
    found = extract("全县重点项目50个，其中省、市重点项目11个。")
    assert [total.label for total in found.stated] == ["全县", "省、市重点"]


def test_two_kinds_behind_an_act_have_one_figure():
    text = "共开工产业发展及科技创新项目14个。在竣工项目中，产业发展及科技创新项目9个。"
    found = extract(text)
    assert found.conflicts == ()
    assert [found.events[t.event] for t in found.stated] == ["开工", "竣工"]
    (both, _) = extract("全市开工民生及科技创新项目14个；竣工民生及科技创新项目9个。").stated
    assert both.reading.printed == "14个"


@pytest.mark.parametrize("before", ["全市", "", "其中，", "全市29个"])
def test_three_kinds_or_more_with_one_count_are_all_in_their_name(before):
    found = extract(f"{before}科技创新、文化旅游、对外开放及公共服务项目已开工27个。")
    labels = {total.label for total in found.stated if total.reading.printed == "27个"}
    assert labels == {"科技创新、文化旅游、对外开放及公共服务"}


def test_units_are_no_kinds_beside_a_kind():
    found = extract("云岭区、青川区、昌平镇及公共服务项目27个。")
    assert all("云岭区" not in total.label for total in found.stated)
