"""A venue says whose projects were begun there, a city's own 全市 included."""

# ruff: noqa: E501 - an example and what is read of it stay on one line
from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("在郑州会场，集中开工项目46个，总投资538亿元。", {"郑州 projects 46", "郑州 investment 538"}),
        ("济南市开工12个。青岛市分会场设在城阳区，97个重大项目集中开工。", {"济南市 projects 12", "青岛市 projects 97"}),
        ("在烟台分会场，全市共有86个重大项目参加集中开工。", {"烟台 projects 86"}),
        ("青岛市与城阳区，97个重大项目集中开工。", set()),
        ("主会场设在城阳区，97个重大项目集中开工。", set()),
    ],
)  # fmt: skip
def test_whose_venue_it_is_is_whose_projects(text, read):
    assert cells(text) == read


def test_the_whole_city_at_its_venue_does_not_contradict_the_province():
    release = extract(
        "全省集中开工项目1087个。济南市开工118个。在烟台分会场，全市共有86个项目开工。"
    )
    assert [(row.name, str(row.cells[0].figure.value)) for row in release.rows] == [
        ("济南市", "118"), ("烟台", "86")
    ]  # fmt: skip
    assert [str(total.reading.figure.value) for total in release.stated] == ["1087"]
    assert not release.conflicts


def test_the_whole_city_at_a_county_s_venue_is_the_city():
    release = extract("在高密市分会场，全市共有86个项目开工。")
    assert [row.name for row in release.rows] == []


def test_a_delegation_elsewhere_signs_for_the_unit_that_sent_it():
    assert cells("东兴区驻深圳分队签约项目4个；市中区驻上海招商局签约3个。") == {
        "东兴区 projects 4",
        "市中区 projects 3",
    }
    assert cells("东兴区驻深圳企业签约项目4个。") == set()


def test_a_unit_is_called_by_the_venue_in_it():
    assert cells("主会场所在的岳阳楼区开工项目14个。") == {"岳阳楼区 projects 14"}
    assert cells("总部所在的岳阳楼区开工项目14个。") == set()


@pytest.mark.parametrize(
    ("held", "units"),
    [("在某某公司项目现场举行", ["奎文区"]), ("后某某公司负责人表示", [])],
)
def test_an_occasion_at_a_firm_s_site_is_the_unit_s_that_it_names(held, units):
    text = f"奎文区重大项目集中开工仪式{held}，共开工项目26个，总投资137亿元。"
    assert [row.name for row in extract(text).rows] == units


@pytest.mark.parametrize(
    ("occasion", "figures"),
    [
        ("（第二批）集中开工活动举行", ["26个", "137亿元"]),
        ("集中开工和签约仪式举行", ["26个", "137亿元"]),
        ("（一期）集中开工后续举行", []),
    ],
)
def test_an_occasion_is_of_two_acts_or_has_a_bracket_in_its_name(occasion, figures):
    found = extract(f"滨海新港建设项目{occasion}，共开工项目26个，总投资137亿元。").stated
    assert [total.reading.printed for total in found] == figures


def test_where_an_occasion_was_held_is_not_whose_the_projects_are():
    assert extract("在深圳的招商推介会上签订框架协议项目9个，总投资7亿元。").rows == ()
    rows = extract("在奎文区签约项目6个。潍城区签约项目7个。").rows
    assert [row.name for row in rows] == ["奎文区", "潍城区"]
