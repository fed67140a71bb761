"""Which district a written name means."""

from __future__ import annotations

import pytest

from geo.districts.lookup import Lookup
from tests.frames import districts

NAMES = {"370702": "潍城区", "370705": "奎文区", "370772": "滨海区", "370781": "青州市"}
WEIFANG = districts(NAMES, name_en=["Weicheng", "Kuiwen", "Binhai", "Qingzhou"])
LOOKUP = Lookup(WEIFANG, {"滨海区": ["潍坊滨海经济技术开发区"]})


@pytest.mark.parametrize(
    ("key", "found", "way"),
    [
        ("370705", [1], "code"),
        ("奎文区", [1], "name"),
        ("潍坊滨海经济技术开发区", [2], "alias"),
        ("Kuiwen", [1], "alias"),
        ("奎 文　区", [1], "form"),
        ("370705000000", [1], "form"),
        ("濰坊濱海經濟技術開發區", [2], "form"),
        ("滨海", [2], "suffix"),
        ("Kuiwen District", [1], "suffix"),
        ("山东省潍坊市奎文区", [1], "city"),
        ("火星", [], "name"),
    ],
)
def test_the_first_way_that_finds_a_district_decides(key: str, found: list[int], way: str):
    assert LOOKUP.find(key) == (found, way)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("恩施土家族苗族自治州", "恩施州"),
        ("峨边彝族自治县", "峨边县"),
        ("管城回族区", "管城区"),
        ("延边朝鲜族自治州", "延边"),
        ("鄂温克族自治旗", "鄂温克旗"),
        ("六枝特区", "六枝"),
        ("神农架林区", "神农架"),
        ("梅里斯达斡尔族区", "梅里斯"),
    ],
)
def test_a_division_named_after_a_people_is_known_by_its_short_name(name: str, written: str):
    assert Lookup(districts({"1": name}), {}).find(written) == ([0], "suffix")


def test_a_name_that_two_districts_share_finds_both():
    gulou = Lookup(districts({"320106": "鼓楼区", "350102": "鼓楼区"}), {})
    assert gulou.find("鼓楼区") == ([0, 1], "name")
    assert gulou.find("鼓楼") == ([0, 1], "suffix")


def test_another_kind_is_another_district():
    assert Lookup(districts({"1": "吉安县"}), {}).find("吉安市") == ([], "name")


def test_an_alias_of_no_district_is_a_problem():
    (problem,) = Lookup(WEIFANG, {"滨海趋": ["北海"]}).problems
    assert str(problem) == "aliases: '滨海趋' names no district. Did you mean 滨海区?"


def test_messages_call_a_district_by_name_and_code():
    assert LOOKUP.title(1) == "奎文区 (370705)"


def test_an_unknown_key_is_offered_the_nearest_names():
    assert LOOKUP.suggestion("奎文趋") == "Did you mean 奎文区?"
    assert LOOKUP.suggestion("火星") == ""


BEIJING = Lookup(districts({"110101": "东城区", "110105": "朝阳区"}), {})


@pytest.mark.parametrize(
    ("lookup", "key"),
    [
        (BEIJING, "长春市朝阳区"),
        (BEIJING, "上海市朝阳区"),
        (BEIJING, "吉林省长春市朝阳区"),
        (LOOKUP, "济南市奎文区"),
        (LOOKUP, "广东省深圳市奎文区"),
        (LOOKUP, "山东省济南市奎文区"),
        (LOOKUP, "济南市滨海"),
    ],
)
def test_a_district_of_another_city_is_not_that_of_the_map(lookup: Lookup, key: str):
    assert lookup.find(key) == ([], "name")
    assert lookup.misplaced(key) is not None


@pytest.mark.parametrize(
    ("lookup", "key", "found"),
    [
        (BEIJING, "北京市朝阳区", [1]),
        (BEIJING, "北京朝阳", [1]),
        (BEIJING, "北京市市辖区朝阳区", [1]),
        (LOOKUP, "潍坊市奎文区", [1]),
        (LOOKUP, "山东潍坊奎文区", [1]),
        (LOOKUP, "潍坊滨海", [2]),
    ],
)
def test_the_districts_own_city_may_come_before_it(lookup: Lookup, key: str, found: list[int]):
    assert lookup.find(key) == (found, "city")


def test_the_city_tells_two_districts_of_one_name_apart():
    gulou = Lookup(districts({"320106": "鼓楼区", "350102": "鼓楼区"}), {})
    assert gulou.find("福州市鼓楼区") == ([1], "city")


def test_where_nobody_knows_the_place_the_city_is_not_checked():
    own = Lookup(districts({"1": "朝阳区", "2": "火星区"}), {})
    assert own.find("长春市朝阳区") == ([0], "unchecked city")
    assert own.misplaced("长春市朝阳区") is None


def test_the_city_of_all_districts_is_the_whole():
    assert LOOKUP.is_whole("潍坊市")
    assert LOOKUP.is_whole("山东省")
    assert not LOOKUP.is_whole("济南市")
    assert not Lookup(districts({"370705": "奎文区", "1": "火星区"}), {}).is_whole("潍坊市")
