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
