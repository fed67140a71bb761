"""The divisions of China by their names."""

from __future__ import annotations

import pytest

from geo.release.names.divisions import Division, beside, divided, division, is_county


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("贵州省", Division(1, frozenset(), frozenset({1}))),
        ("贵阳市", Division(2, frozenset({"贵州省"}), frozenset({2}))),
        ("黔南州", Division(2, frozenset({"贵州省"}), frozenset({2}))),
        ("福州", Division(2, frozenset({"福建省"}), frozenset({2}))),
        ("奎文区", Division(3, frozenset({"山东省", "潍坊市"}), frozenset({3}))),
        ("浦东新区", Division(2, frozenset({"上海市"}), frozenset({2}))),
        ("高新区", None),
        ("本溪县", Division(3, frozenset({"辽宁省", "本溪市"}), frozenset({3}))),
    ],
)
def test_a_name_is_somewhere_among_the_divisions(name, expected):
    assert division(name) == expected


def test_divisions_of_one_level_are_beside_one_another():
    assert beside("太原市", "大同市")
    assert not beside("太原市", "小店区")
    assert not beside("太原市", "综改区")


def test_a_county_that_is_no_more_is_not_its_city_by_another_name():
    assert division("芜湖县").above == {"芜湖市", "安徽省"}
    assert division("芜湖").depth < division("芜湖县").depth
    assert division("酉阳县").depth == division("万州区").depth


def test_a_county_is_told_by_its_short_name_and_a_city_without_districts_is_not_divided():
    assert [is_county(name) for name in ("临朐", "云山县", "潍坊", "山东省")] == [
        True,
        True,
        False,
        False,
    ]
    assert [divided(name) for name in ("潍坊市", "黄冈", "天门市")] == [True, True, False]
