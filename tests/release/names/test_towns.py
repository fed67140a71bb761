"""Towns and streets have the rows of a county's own release, and none beside counties."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.places import find_places
from geo.release.names.sought import names_for
from geo.release.names.towns import towns_in, with_counties
from tests.release.readings import cells

TOWNS = {"磨山镇 projects 6", "白浪乡 projects 9", "南桥街道 projects 3"}


@pytest.mark.parametrize(
    "text",
    [
        "全县开工项目18个。其中，磨山镇6个、白浪乡9个、南桥街道3个。",
        "磨山镇开工项目6个；白浪乡开工9个；南桥街道开工3个。",
        "磨山镇、白浪乡、南桥街道分别开工6个、9个、3个。",
        "位于磨山镇的项目6个，位于白浪乡的项目9个，南桥街道项目3个。",
        "清河县磨山镇签约6个，清河县白浪乡签约9个，清河县南桥街道签约3个。",
        "乡镇\t项目数（个）\n磨山镇\t6\n白浪乡\t9\n南桥街道\t3",
    ],
)
def test_several_towns_with_a_figure_each_have_the_rows(text: str):
    assert cells(text) == TOWNS


def test_their_county_is_the_whole():
    found = extract("清河县开工18个。其中，磨山镇6个、白浪乡9个、南桥街道3个。")
    assert [(t.scope, t.label, t.reading.printed) for t in found.stated] == [
        ("event", "清河县", "18个")
    ]


def test_beside_counties_with_figures_towns_are_parts():
    text = "威县开工23个，清河县开工18个，其中磨山镇6个、白浪乡9个、南桥街道3个。"
    assert cells(text) == {"威县 projects 23", "清河县 projects 18"}


@pytest.mark.parametrize(
    "text",
    [
        "恐龙小镇投资30亿元，冰雪小镇投资20亿元，康养小镇投资10亿元。",
        "城镇新增就业3万人，乡镇卫生院12个，古镇项目2个，返乡3万人。",
        "小城镇5个，各乡镇7个，重点镇3个，城乡4个，三个街道12个。",
        "新乡开工3个，桐乡开工4个，宁乡开工5个。",  # cities
        "磨山镇6个，白浪乡9个。",  # two may be parts of anything
        "磨山镇、白浪乡、南桥街道和北桥街道进展顺利，共开工18个。",
    ],
)
def test_words_that_end_alike_and_towns_without_figures_are_not_looked_for(text: str):
    assert towns_in(text) == frozenset()


def test_projects_in_towns_are_no_figures_of_the_towns():
    text = "磨山镇的冷链项目投资5亿元；白浪乡的矿泉水项目投资3亿元；南桥街道的管网项目投资1亿元。"
    assert cells(text) == set()


def test_a_town_behind_its_county_is_one_place_with_it():
    text = "清河县磨山镇6个，清河县白浪乡9个，清河县南桥街道3个"
    names = names_for(text, (), {})
    places = with_counties(find_places(text, names), names)
    assert [(place.name, place.parents) for place in places] == [
        ("磨山镇", ("清河县",)), ("白浪乡", ("清河县",)), ("南桥街道", ("清河县",)),
    ]  # fmt: skip
    assert text[places[0].start : places[0].end] == "清河县磨山镇"


def test_names_may_end_as_those_words_do():
    text = "海城镇6个、李集镇9个、清水乡3个、杨家乡2个。"
    assert towns_in(text) == {"海城镇", "李集镇", "清水乡", "杨家乡"}
