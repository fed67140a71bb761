"""Divisions written with what they lie in, as people and lists write them."""

from __future__ import annotations

import pytest

from geo.districts.placed import latin, written_with_parents

NAMES = {
    "110000": "北京市", "110100": "北京市", "110105": "朝阳区",
    "220000": "吉林省", "220100": "长春市", "220104": "朝阳区",
    "320000": "江苏省", "320100": "南京市",
    "530000": "云南省", "533100": "德宏傣族景颇族自治州", "533102": "瑞丽市",
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("江苏省南京市", ["320100"]),
        ("江苏南京", ["320100"]),
        ("江苏省 南京", ["320100"]),
        ("中国江苏南京", ["320100"]),
        ("Nanjing, Jiangsu", ["320100"]),
        ("Jiangsu Nanjing", ["320100"]),
        ("Nanjing, China", ["320100"]),
        ("吉林省长春市朝阳区", ["220104"]),
        ("长春朝阳", ["220104"]),
        ("北京朝阳区", ["110105"]),
        ("云南省德宏州瑞丽市", []),  # 德宏州 is neither the whole name nor the stem
        ("德宏瑞丽", ["533102"]),
        ("南京市", []),  # alone it is a name
        ("长春南京", []),
        ("江苏省", []),
    ],
)
def test_what_is_written_with_its_parents_is_found_in_them_alone(word, codes):
    assert written_with_parents(word, NAMES) == codes


def test_latin_letters_are_compared_without_marks_between_them():
    assert latin("Xi'an") == latin("Xi An") == "xian"
    assert latin("Lüliang") == "lvliang"
