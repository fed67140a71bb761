"""Which area a list of names is about."""

from __future__ import annotations

import pytest

from geo.districts.sought import area_of_names


@pytest.mark.parametrize(
    ("words", "area"),
    [
        (["市南区", "崂山区", "胶州"], "370200"),
        (["东城区", "西城区", "朝阳区", "海淀区"], "110000"),  # 朝阳区 is in Changchun, too
        (["济南", "青岛市", "潍坊"], "370000"),
        (["北京", "上海", "新疆", "西藏"], "100000"),
        (["370202", "370203", "370212"], "370200"),
        (["France", "Germany", "Italy", "EU27"], "europe"),
        (["法国", "日本", "巴西"], "world"),
        (["Texas", "Ohio", "Iowa"], "us-states"),
        (["Harris", "Travis", "Bexar", "Dallas"], "US-TX"),
        (["01001", "48453", "06037"], "us-counties"),
        (["Bayern", "Hessen", "Sachsen", "Insgesamt"], "DE"),
    ],
)
def test_the_smallest_area_that_has_most_of_the_names_is_taken(words, area):
    found = area_of_names([["a", "b", "c"], words])
    assert found is not None
    assert found.key == area


@pytest.mark.parametrize(
    "words",
    [
        ["1", "2", "3", "4", "5"],  # FIPS codes and French departments, or a rank
        ["May", "June", "July"],
        ["Texas", "Ohio"],
        ["Texas", "Ohio", "Iowa", "Foo", "Bar", "Baz", "Qux"],
        [],
    ],
)
def test_too_few_names_and_bare_numbers_are_of_no_area(words):
    assert area_of_names([words]) is None
