"""Former figures and units that are left out, and what only looks like them."""

# ruff: noqa: E501 - an example and what is read of it stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("奎文区开工项目由12个增加到19个。", {"奎文区 projects 19"}),
        ("奎文区开工项目由去年的12个减少到9个。", {"奎文区 projects 9"}),
        ("奎文区项目16个，总投资由95亿元提高至138亿元。", {"奎文区 projects 16", "奎文区 investment 138"}),
        ("各县项目数稳步上升：奎文区从12个增至19个，潍城区由9个升至14个。", {"奎文区 projects 19", "潍城区 projects 14"}),
        ("奎文区签约项目由12个增加7个。", set()),
        ("奎文区开工项目同比增加5个，达到23个。", {"奎文区 projects 23"}),
        ("奎文区开工项目同比增长5%，达到23个；总投资增加32亿元，达147亿元。", {"奎文区 projects 23", "奎文区 investment 147"}),
        ("奎文区开工项目16个，同比增长5%，达到历史最高。", {"奎文区 projects 16"}),
        ("奎文区总投资增长5%，达到23个。", set()),
        ("奎文区开工项目比潍城区多5个，达到23个。", set()),
        ("奎文区项目库由120个扩充到180个。", set()),
        ("由奎文区牵头的12个项目增加到19个。", set()),
        ("奎文区开工率由85.2%提高到91%，潍城区开工12个。", {"潍城区 projects 12"}),
    ],
)  # fmt: skip
def test_the_later_figure_is_the_value(text, read):
    assert cells(text) == read


def test_the_former_figure_is_listed_as_a_change():
    unused = extract("奎文区开工项目由12个增加到19个。").unused
    assert [(number.printed, number.reason) for number in unused] == [("由12个增加到", "change")]


def test_what_is_without_some_units_is_no_total_of_all_and_its_parts_have_rows():
    release = extract(
        "除奎文区外，全市其余11个县市区共开工132个。其中，潍城区开工31个，坊子区开工18个。"
    )
    assert [(t.scope, t.reading.printed) for t in release.stated] == [("batch", "132个")]
    assert [(row.name, row.cells[0].printed) for row in release.rows] == [
        ("潍城区", "31个"),
        ("坊子区", "18个"),
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("除奎文区外，潍城区开工项目12个。", {"潍城区 projects 12"}),
        ("本次集中开工除奎文区外，其他城区均有项目参加，其中潍城区13个，总投资86亿元。", {"潍城区 projects 13", "潍城区 investment 86"}),
        ("除奎文区开工16个外，潍城区开工12个。", {"潍城区 projects 12"}),
        ("项目解除查封，奎文区16个。", set()),
    ],
)  # fmt: skip
def test_a_unit_that_is_left_out_has_no_figure(text, read):
    assert cells(text) == read


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("奎文区未开工项目5个，潍城区尚未开工项目7个。", ["未开工"]),
        ("奎文区今年将新开工项目80个，坊子区已新开工12个。", ["今年计划新开工", "今年新开工"]),
        ("奎文区预计陆续竣工项目8个，坊子区竣工12个。", ["计划竣工", "竣工"]),
    ],
)
def test_what_is_not_done_or_still_to_come_is_an_act_of_its_own(text, acts):
    assert sorted(extract(text).events, key=acts.index) == acts


def test_a_kind_of_projects_that_became_more_or_less_is_not_all_there_are():
    release = extract("全市停缓建项目由12个减至5个，总投资32亿元。")
    assert [(u.printed, u.reason) for u in release.unused][:2] == [
        ("由12个减至", "change"),
        ("5个", "subset"),
    ]
    assert not release.stated


@pytest.mark.parametrize("told", ["，包括新建23个、续建20个", "（含新建项目23个、续建项目20个）"])
def test_what_a_count_includes_of_each_act_are_its_parts(told):
    found = extract(f"奎文区安排重点项目43个{told}；潍城区31个。")
    assert {(found.events[row.event], row.cells[0].printed) for row in found.rows} == {
        ("", "43个"), ("", "31个"), ("新建", "23个"), ("续建", "20个"),
    }  # fmt: skip
