"""Which places of a text are wholes, groups side by side, or parts without a row."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.names.hierarchy import levels_of
from geo.release.names.places import find_places
from geo.release.names.sought import names_for


def levels(text: str, names=()):
    known = names_for(text, names, {})
    return levels_of([text], [list(find_places(text, known))], known)


def test_the_province_above_the_cities_with_figures_is_a_whole():
    found = levels("贵州省开工78个。贵阳市30个；遵义市48个。")
    assert "贵州省" in found.wholes
    assert not {"贵阳市", "遵义市"} & found.wholes


def test_cities_beside_two_districts_of_one_of_them_have_the_rows():
    found = levels("贵阳市30个；遵义市48个；安顺市9个；播州区开工3个；红花岗区2个。")
    assert "遵义市" not in found.wholes
    assert found.parts == {"播州区", "红花岗区"}


def test_a_city_beside_one_of_its_districts_is_the_whole():
    assert "潍坊市" in levels("潍坊市开工264个。奎文区16个。").wholes


def test_what_brackets_name_under_several_cities_is_a_part():
    found = levels("贵阳市30个（清镇市4个、开阳县3个、息烽县2个）；遵义市48个（播州区9个）。")
    assert not {"贵阳市", "遵义市"} & found.wholes
    assert found.parts == {"清镇市", "开阳县", "息烽县", "播州区"}
    assert "潍坊市" in levels("潍坊市开工264个（奎文区16个、潍城区15个）。").wholes


def test_a_name_alone_in_a_heading_has_the_figures_behind_it():
    texts = ["潍坊市开工264个。", "（一）奎文区。开工16个。"]
    known = names_for("".join(texts), (), {})
    places = [list(find_places(text, known)) for text in texts]
    assert "潍坊市" in levels_of(texts, places, known).wholes


def test_a_city_that_is_only_in_an_address_has_no_figure():
    found = levels("活动在遵义市播州区举行。贵阳市30个；安顺市9个。")
    assert not {"贵阳市", "安顺市"} & found.wholes


def test_wholes_side_by_side_are_groups():
    found = levels("吉林省1340例，其中长春市997例、吉林市333例；山东省2例，其中济南市2例。")
    assert {"吉林省", "山东省"} <= found.groups


def test_a_named_region_that_is_divided_is_a_group():
    found = levels("苏南地区719个，其中南京市107个；东部片区16个。")
    assert found.groups == {"苏南地区"}


def test_a_province_beside_its_regions_is_the_whole():
    found = levels("湖南开工项目1327个。湘南片区338个、湘西片区329个。")
    assert (found.wholes, found.groups) == ({"湖南"}, frozenset())
    assert levels("湖南开工项目1327个。湘南片区338个。").wholes == frozenset()


def test_a_group_beside_one_of_its_sort_that_is_divided_has_no_row_either():
    found = levels("苏南五市667个，其中南京市107个；苏中三市308个；东部片区16个。")
    assert found.groups == {"苏南五市", "苏中三市"}


def test_what_given_names_are_in_is_a_whole_and_they_never_are():
    found = levels("潍坊市开工264个。奎文区16个。", names=("奎文区", "潍城区", "坊子区"))
    assert "潍坊市" in found.wholes
    assert (
        "潍坊市" not in levels("潍坊市开工264个。奎文区16个。", names=("潍坊市", "青岛市")).wholes
    )


def test_a_city_beside_districts_of_another_has_no_row_unless_it_is_of_another_province():
    found = levels("晋江市11个、石狮市6个、南安市9个；漳州市36个。")
    assert "漳州市" in found.wholes
    assert "三门峡市" not in levels("奎文区16个；三门峡市15个。").wholes


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("北京市朝阳区9个，海淀区6个，丰台区5个，通州区8个。", "朝阳区 海淀区 丰台区 通州区"),
        ("朝阳区9个，海淀区6个。", "朝阳区 海淀区"),
        ("普陀区9个，青浦区6个，宝山区5个。", "普陀区 青浦区 宝山区"),
        ("朝阳区9个，南关区6个，宽城区5个。", "朝阳区 南关区 宽城区"),
    ],
)
def test_a_name_of_districts_of_a_municipality_and_of_a_city_is_as_deep_as_those_beside_it(
    text, rows
):
    found = levels(text)
    assert not set(rows.split()) & (found.wholes | found.parts)


def test_regions_beside_their_cities_have_no_rows_and_alone_they_have():
    regions = "全省新开工512个。其中，长株潭地区298个；洞庭湖地区214个。"
    cities = "具体到市州，长沙市147个；岳阳市92个。"
    assert [row.name for row in extract(regions).rows] == ["长株潭地区", "洞庭湖地区"]
    release = extract(regions + cities)
    assert [row.name for row in release.rows] == ["长沙市", "岳阳市"]
    assert all(check.ok for check in release.checks)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("临朐县签约36个。全县开工16个。", {"临朐县"}),
        ("临朐县签约36个，昌乐县9个。", set()),
        ("临朐县签约36个，高新区9个。", set()),
        ("山东省潍坊市签约36个。", {"潍坊市"}),
    ],
)
def test_a_unit_may_be_the_only_one(text, only):
    assert levels(text).only == only


def test_a_city_of_taiwan_is_the_whole_of_its_districts():
    found = levels("台南市新增48例。北区16例，安平区15例，永康区9例。")
    assert "台南市" in found.wholes
    assert "台南市" not in levels("台南市新增48例。北区16例，安平区15例。").wholes
    assert "台南市" not in levels("台南市48例，高雄市9例，北区16例，安平区15例，永康区9例。").wholes


def test_a_city_without_districts_has_a_row_beside_counties_and_all_of_a_county_is_no_whole():
    assert "天门市" not in levels("红安县5人，英山县3人，天门市2人。").wholes
    assert "黄石市" in levels("红安县5人，英山县3人，黄石市2人。").wholes
    assert "临朐县" not in levels("潍坊市临朐县全县受灾，损失2.3亿元。").wholes


def test_a_city_beside_its_province_is_one_of_several_wholes_of_counties():
    found = levels("山东省47例，其中潍坊市31例：奎文区22例、寿光市9例。")
    assert {"山东省", "潍坊市"} <= found.wholes
    assert "潍坊市" in found.groups
    assert "潍坊市" in levels("全省47例，其中潍坊市31例：奎文区22例、寿光市9例。").groups
    assert "潍坊市" not in levels("潍坊市31例：奎文区22例、寿光市9例。").groups
