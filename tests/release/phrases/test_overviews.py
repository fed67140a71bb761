"""What is said of all units before their figures, and what lists them."""

# ruff: noqa: E501 - a sentence and its cells stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures
from tests.release.readings import cells

READ = {
    "全市各区共开工36个项目，分别是奎文区（16个）、潍城区（20个）。": "奎文区 16; 潍城区 20",
    "奎文区、潍城区、坊子区新开工项目均在30个以上，依次为41个、36个、33个。": "奎文区 41; 潍城区 36; 坊子区 33",
    "奎文区、潍城区开工项目均超30个。": "奎文区 30; 潍城区 30",
    "全市签约项目67个，奎文区、潍城区分别以36个、31个的签约数量位居各县区前两位。": "奎文区 36; 潍城区 31",
    "此外，奎文区项目（梨园）8个，潍城区项目12个。此外，坊子区9个。": "潍城区 12; 坊子区 9",
    "开工项目涵盖先进制造、民生等多个领域，其中奎文区16个，潍城区15个。": "奎文区 16; 潍城区 15",
    "分县（市、区）看，奎文区开工16个，潍城区15个。": "奎文区 16; 潍城区 15",
}


@pytest.mark.parametrize(("text", "expected"), READ.items(), ids=[t[:16] for t in READ])
def test_lists_have_the_figures_and_what_announces_them_has_none(text, expected):
    wanted = {f"{name} projects {count}" for name, count in map(str.split, expected.split("; "))}
    assert cells(text) == wanted


def test_all_units_of_the_whole_are_the_whole():
    found = extract("全市各区36个项目集中开工，其中奎文区16个，潍城区20个。")
    assert [(t.scope, t.reading.printed) for t in found.stated] == [("event", "36个")]


def test_completed_is_investment_where_the_sentence_said_so():
    told = "奎文区完成投资127.4亿元、潍城区完成89.6亿元，排名前二。"
    assert cells(told) == {"奎文区 completed 127.4", "潍城区 completed 89.6"}


def test_what_should_be_begun_is_planned():
    found = extract("奎文区应开复工78个，已开复工71个；潍城区应开复工52个，已开复工49个。")
    assert [(found.events[r.event], r.cells[0].printed) for r in found.rows] == [
        ("计划开工复工", "78个"), ("计划开工复工", "52个"), ("开工复工", "71个"), ("开工复工", "49个"),
    ]  # fmt: skip


def test_what_an_office_allots_to_the_whole_is_the_whole_s():
    text = "省财政厅已下达我市专项债券82.6亿元，其中奎文区6.4亿元，潍城区7.8亿元。"
    found = extract(text, measures=read_measures(["bonds=专项债券:亿元"]))
    assert [(t.label, t.reading.printed) for t in found.stated] == [("我市", "82.6亿元")]
    assert [(r.name, r.cells[0].printed) for r in found.rows] == [
        ("奎文区", "6.4亿元"), ("潍城区", "7.8亿元"),
    ]  # fmt: skip


def test_projects_in_preparation_are_counted_apart():
    found = extract("全市安排项目317项（新开工89项、前期70项）。")
    assert [(found.events[t.event], t.reading.printed) for t in found.stated] == [
        ("", "317项"), ("新开工", "89项"), ("前期", "70项"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "奎文区与潍城区合作的项目12个，全部在潍城区落地，总投资156亿元。",
        "计划到2025年，奎文区项目总数突破120个，总投资600亿元；潍城区突破90个。",
        "本次开工项目中，奎文区项目（梨园、大虞）8个。",
        "全市十个区县、功能区共集中开工重大项目142个。",
        "除了奎文区、潍城区（两地合计开工23个）外，其他区市开工项目均在10个以上。",
        "功能区签约项目8个，总投资3亿元。",
        "十个县（市、区）和滨海区共83个项目开工，总投资375亿元。",
    ],
)
def test_what_is_to_be_or_of_others_is_in_no_cell(text):
    assert cells(text) == set()


def test_a_bracket_behind_the_word_project_says_that_they_are_but_some_of_a_units():
    text = "全市开工62个。其中汉南区12个，新洲区项目（阳逻）8个，黄陂区项目（前川和横店）3个，江夏区7个。"
    assert cells(text) == {"汉南区 projects 12", "江夏区 projects 7"}


def test_what_a_unit_only_completed_is_its_investment():
    read = cells("从完成投资来看，泗阳县完成42.6亿元，宿城区仅完成21.7亿元。")
    assert read == {"泗阳县 completed 42.6", "宿城区 completed 21.7"}


@pytest.mark.parametrize("part", ["其中", "当中"])
def test_what_units_have_of_those_counted_before_is_theirs(part):
    text = f"会上签约项目共41个。{part}，珠海占11个，投资额96亿元；中山占8个。"
    assert cells(text) == {"珠海 projects 11", "珠海 investment 96", "中山 projects 8"}


def test_of_which_projects_a_unit_has_so_many_must_be_said():
    assert cells("全市开工264个，其中产业项目219个，城关区占16个。") == set()


def test_sites_of_projects_are_counted_and_other_sites_are_not():
    read = cells("常德市开工项目412处、完成投资36.2亿元。常德市公园12处。")
    assert read == {"常德市 projects 412", "常德市 completed 36.2"}


COMPLETED = {
    "全市重点项目完成投资164亿元。其中，奎文区完成46亿元，潍城区完成71亿元。": {
        "奎文区 completed 46",
        "潍城区 completed 71",
    },
    "全市完成投资164亿元，增长8%。奎文区完成46亿元；潍城区仅完成7亿元。": {
        "奎文区 completed 46",
        "潍城区 completed 7",
    },
    "全市重点项目完成投资164亿元。税收方面，奎文区完成46亿元，潍城区完成71亿元。": set(),
    "全市完成投资164亿元，完成一般公共预算收入80亿元。其中，奎文区完成8亿元。": set(),
    "奎文区完成46亿元，潍城区完成71亿元。": set(),
}


@pytest.mark.parametrize(("text", "expected"), COMPLETED.items(), ids=[t[:16] for t in COMPLETED])
def test_what_units_completed_behind_completed_investment_is_investment(text, expected):
    assert cells(text) == expected
