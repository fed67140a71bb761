"""Names of places in running text: given ones, China's divisions, and what is formed like one."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.places import find_places
from geo.release.names.sought import names_for

#: A text, and the places in it: name, and what it belongs to.
FOUND = {
    "奎文区16个": "奎文区",
    "潍坊市奎文区16个": "奎文区 < 潍坊市",
    "山东省潍坊市奎文区16个": "奎文区 < 山东省 < 潍坊市",
    "青岛市南区16个": "市南区 < 青岛市",
    "潍坊市16个": "潍坊市",
    "潍坊市委书记": "",
    "云山县16个": "云山县",
    "云州市云山县16个": "云山县 < 云州市",
    "滨海经济技术开发区16个": "滨海经济技术开发区",
    "寿光市经济开发区16个": "寿光市经济开发区",
    "兰州新区16个": "兰州新区 < 兰州",
    "两江新区16个": "两江新区",
    "苏州工业园区16个": "苏州工业园区 < 苏州",
    "某工业园区16个": "",
    "蜀冈—瘦西湖风景名胜区5个": "蜀冈—瘦西湖风景名胜区",
    "项目分布—经济开发区5个": "经济开发区",
    "屈家岭管理区5个": "屈家岭管理区",
    "五家景区5个": "",
    "市河东新区5个": "河东新区",
    "市北新区5个": "市北新区",
    "市高新区5个": "高新区",
    "东营港经济开发区5个": "东营港经济开发区 < 东营",
    "走进寿光市经济开发区": "寿光市经济开发区",
    "湖南铺排省重点项目16个": "湖南",
    # mere words
    "大湾区16个": "",
    "市区16个": "",
    "社区16个": "",
    "超市16个": "",
    "三市共16个": "",
    "各县16个": "",
    "全市16个": "",
    "主城区16个": "",
    "城市16个": "",
    "和平16个": "",
    # a short name counts where its city makes sure of it
    "潍坊市：奎文16个": "潍坊市, 奎文",
    "太原市：万柏林16个": "太原市, 万柏林",
    "青岛、菏泽、聊城各63个": "青岛, 菏泽, 聊城",
}


def found(text: str, names=(), aliases=None) -> str:
    places = find_places(text, names_for(text, names, aliases or {}))
    return ", ".join(" < ".join([place.name, *place.parents]) for place in places)


@pytest.mark.parametrize(("text", "expected"), FOUND.items(), ids=list(FOUND))
def test_a_text_gives_its_places(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("printed", ["滨海区", "滨海", "潍坊滨海经济技术开发区"])
def test_a_given_name_is_found_in_all_its_forms(printed):
    aliases = {"滨海区": ("潍坊滨海经济技术开发区",)}
    assert found(f"{printed}20个", ("滨海区", "奎文区"), aliases) == "滨海区"


def test_two_given_names_with_one_stem_are_not_shortened():
    assert found("潍城16个", ("潍城区", "潍城县")) == ""
    assert found("潍城16个", ("潍城区", "奎文区")) == "潍城区"


def test_a_name_that_is_not_given_is_not_known():
    text = "奎文区16个，青州市15个"
    places = list(find_places(text, names_for(text, ("奎文区",), {})))
    assert [(place.name, place.known) for place in places] == [("奎文区", True), ("青州市", False)]
    assert [text[place.start : place.end] for place in places] == ["奎文区", "青州市"]


@pytest.mark.parametrize(
    ("written", "name", "known"),
    [
        ("潍坊市奎文区", "奎文区", True),
        ("山东省潍坊市奎文区", "奎文区", True),
        ("济南市奎文区", "济南市奎文区", False),
        ("广东省深圳市奎文区", "广东省深圳市奎文区", False),
    ],
)
def test_a_given_name_after_another_city_is_another_place(written: str, name: str, known: bool):
    text = f"{written}16个项目。"
    (found,) = find_places(text, names_for(text, ["奎文区", "潍城区"], {}))
    assert (found.name, found.known) == (name, known)


def test_a_government_s_own_level_is_a_part_beside_its_districts_unless_it_is_a_given_name():
    for text in ("市本级11个，奎文区16个。", "奎文区16个，潍坊市本级11个。"):
        release = extract(f"全市开工27个。其中，{text}")
        assert [row.name for row in release.rows] == ["奎文区"]
        assert {total.reading.printed for total in release.stated} == {"27个"}
        assert not release.conflicts
        assert all(check.ok for check in release.checks)
    given = extract("市本级11个，奎文区16个项目开工。", names=("市本级", "奎文区"))
    assert {row.name for row in given.rows} == {"市本级", "奎文区"}


def test_a_metropolitan_area_is_no_city():
    rows = extract("襄阳都市圈开工16个，总投资8亿元；襄阳市开工9个，总投资7亿元。").rows
    assert {row.name: row.cells[0].printed for row in rows}["襄阳市"] == "9个"
    (row,) = extract("宜荆荆都市圈开工16个项目。").rows
    assert row.name == "宜荆荆都市圈"


@pytest.mark.parametrize(("text", "units"), [("海门市", ["海门市"]), ("服务门市", [])])
def test_a_city_that_is_one_no_more_is_read_by_its_name(text, units):
    assert [row.name for row in extract(f"{text}开工项目31个。").rows] == units


@pytest.mark.parametrize("name", ["黔东南州本级", "潍坊市本级", "潍坊市区"])
def test_what_a_city_keeps_and_where_it_is_built_up_are_named_by_it(name):
    whole = f"全市开工项目47个。{name}开工项目多，3个项目总投资17.9亿元；奎文区开工13个。"
    totals = [total.reading.printed for total in extract(whole).stated]
    assert totals == ["47个"]
    (place,) = find_places(f"{name}项目3个", names_for(name, (), {}))
    assert place.name == name


def test_the_districts_of_a_city_are_not_its_built_up_part():
    for after in ("县", "域内"):
        (place,) = find_places(f"潍坊市区{after}项目3个", names_for("潍坊市", (), {}))
        assert place.name == "潍坊市"


def test_a_city_s_own_zone_is_a_name_in_a_list():
    text = "舒城县52个、市开发区39个"
    assert [place.name for place in find_places(text, names_for(text, [], {}))][-1] == "开发区"


def test_a_park_with_money_of_its_own_in_a_list_is_a_unit_and_a_word_for_parks_is_none():
    text = "全市完成投资30亿元。奎文区（13亿元）、滨北化工园区（7亿元）、潍城区（10亿元）。"
    assert [row.name for row in extract(text).rows] == ["奎文区", "滨北化工园区", "潍城区"]
    for told in ("产业园区7亿元", "现代农业产业园区12个"):
        assert list(find_places(told, names_for(told, (), {}))) == []


def test_what_says_whence_is_no_name_nor_are_sorts_of_unit():
    for told, names in (
        ("从某州市获悉", []),
        ("从化区3个", ["从化区"]),
        ("西部盟市3个", ["西部盟市"]),
    ):
        assert [place.name for place in find_places(told, names_for(told, (), {}))] == names
    for told in ("西部盟市开工项目59个，东部盟市39个", "西部盟市开工项目59个"):
        rows = extract(f"{told}。赤峰市10个，包头市8个。").rows
        assert [row.name for row in rows] == ["赤峰市", "包头市"]


def test_a_county_whose_name_joins_two_sorts_of_unit_is_none_behind_one_of_them():
    for told, names in (
        ("乡镇和县直部门3个", []),
        ("和县3个", ["和县"]),
        ("马鞍山市和县3个", ["和县"]),
    ):
        assert [place.name for place in find_places(told, names_for(told, (), {}))] == names
