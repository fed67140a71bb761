"""What is above a district: from its code, its neighbours' names, its host; and 山东潍坊奎文区."""

from __future__ import annotations

import pytest

from geo.districts.ancestry import ancestors, belongs, stripped

WEIFANG = ("山东省", "潍坊市")


@pytest.mark.parametrize(
    ("code", "name", "above"),
    [
        ("370705", "奎文区", WEIFANG),
        ("370705000000", "奎文区", WEIFANG),
        ("370700", "潍坊市", ("山东省",)),
        ("370000", "山东省", ()),
        ("110105", "朝阳区", ("北京市",)),
        ("429006", "天门市", ("湖北省",)),
        ("A1", "奎文区", WEIFANG),  # the only one in China
        ("A1", "朝阳区", None),  # Beijing has one, Changchun too
        ("A1", "火星区", None),
        ("990101", "火星区", None),
    ],
)
def test_a_code_tells_where_a_district_is_and_else_its_name(code: str, name: str, above):
    assert ancestors([code], [name]) == [above]


def test_the_other_names_of_a_map_tell_which_city_is_meant():
    found = ancestors(["1", "2", "3"], ["朝阳区", "东城区", "火星区"])
    assert found == [("北京市",), ("北京市",), None]


def test_a_zone_is_where_its_host_is_in_whatever_order_they_come():
    names, hosts = ["保税区", "高新区", "奎文区"], ["高新区", "奎文区", ""]
    found = ancestors(["Z", "Y", "370705"], names, hosts)
    assert found == [(*WEIFANG, "奎文区", "高新区"), (*WEIFANG, "奎文区"), WEIFANG]


def test_zones_in_one_another_are_nowhere():
    assert ancestors(["Z", "Y"], ["甲甲区", "乙乙区"], ["乙乙区", "甲甲区"]) == [None, None]


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("潍坊市奎文区", WEIFANG),
        ("山东省潍坊市奎文区", WEIFANG),
        ("山东潍坊奎文区", WEIFANG),
        ("山东奎文区", WEIFANG),
        ("潍坊地区奎文区", WEIFANG),
        ("北京市市辖区奎文区", ("北京市",)),
        ("恩施州奎文区", ("湖北省", "恩施土家族苗族自治州")),
        ("广西自治区奎文区", ("广西壮族自治区",)),
    ],
)
def test_cities_and_provinces_are_taken_off_in_every_form(name: str, above: tuple[str, ...]):
    assert "奎文区" in set(stripped(name, above))


@pytest.mark.parametrize("name", ["吉林市朝阳区", "济南市朝阳区", "长春县朝阳区", "朝阳区"])
def test_another_kind_is_another_city(name: str):
    """吉林市 is not 吉林省, which 长春市 is in."""
    assert "朝阳区" not in set(stripped(name, ("吉林省", "长春市")))


@pytest.mark.parametrize(
    ("parents", "true"),
    [(["潍坊"], True), (["山东省", "潍坊市"], True), (["山东省潍坊市"], True), (["济南市"], False),
     (["山东省", "济南市"], False), ([], True)],
)  # fmt: skip
def test_all_parents_have_to_be_the_districts_own(parents: list[str], true: bool):
    assert belongs(parents, WEIFANG) is true
