"""Parts of units by names that nobody knows."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.scoping.below import ends_as_part
from geo.release.words.numbers import plain


@pytest.mark.parametrize("name", ["柳河镇", "南苑街道", "东岸片区", "永昌集团", "青山乡"])
def test_a_name_that_ends_as_a_part_s_is_one(name):
    assert ends_as_part(name)


@pytest.mark.parametrize("name", ["", "城镇", "乡镇", "城乡", "各镇", "特色小镇", "园区道路"])
def test_other_words_are_no_part(name):
    assert not ends_as_part(name)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("奎文区南苑街道举行开工仪式，开工项目14个。", ""),
        ("奎文区东岸物流园举行开工仪式，开工项目14个。", ""),
        ("奎文区物流园项目举行开工仪式，开工项目14个。", "奎文区 14"),
        ("奎文区工业园建设提速，开工项目14个。", "奎文区 14"),
        ("奎文区各镇街举行开工仪式，开工项目14个。", "奎文区 14"),
        ("奎文区举行开工仪式，开工项目14个。", "奎文区 14"),
        ("奎文区开工项目14个；柳河镇开工项目3个、续建项目6个。", "奎文区 14"),
        ("奎文区开工项目14个，南苑街道3个。", "奎文区 14"),
        ("奎文区开工项目14个；城镇开工项目3个。", "奎文区 14"),
    ],
)
def test_what_a_part_has_is_not_the_unit_s(text, rows):
    # with another unit, so that the first is no whole
    found = extract(f"{text}潍城区开工项目9个。").rows
    told = [f"{row.name} {plain(c.figure.value)}" for row in found for c in row.cells]
    assert "; ".join(told) == "; ".join([*filter(None, [rows]), "潍城区 9"])
