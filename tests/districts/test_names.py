"""The forms in which one division is written."""

from __future__ import annotations

import pytest

from geo.districts.atlas import divisions
from geo.districts.names import division_code, on_maps, stem, strip_parents


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("滨海区", "滨海"),
        ("临朐县", "临朐"),
        ("恩施土家族苗族自治州", "恩施"),
        ("恩施州", "恩施"),
        ("鄂温克族自治旗", "鄂温克"),
        ("鄂温克旗", "鄂温克"),
        ("鄂伦春自治旗", "鄂伦春"),
        ("东乡族自治县", "东乡"),
        ("玉龙纳西族自治县", "玉龙"),
        ("陵水黎族自治县", "陵水"),
        ("喀喇沁左翼蒙古族自治县", "喀喇沁左翼"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("龙胜各族自治县", "龙胜"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("内蒙古自治区", "内蒙古"),
        ("西藏自治区", "西藏"),
        ("新疆维吾尔自治区", "新疆"),
        ("香港特别行政区", "香港"),
        ("海西蒙古族藏族自治州直辖", "海西"),
        ("梅里斯达斡尔族区", "梅里斯"),
        ("管城回族区", "管城"),
        ("恩施土家族苗族", "恩施"),
        ("六枝特区", "六枝"),
        ("神农架林区", "神农架"),
        ("万柏林区", "万柏林"),
        ("清新区", "清新"),
        ("井陉矿区", "井陉矿"),
        ("阿里地区", "阿里"),
        ("kuiwendistrict", "kuiwen"),
        ("特克斯县", "特克斯"),
        ("达尔罕茂明安联合旗", "达尔罕茂明安联合"),
        ("城区", "城区"),
        ("沁县", "沁县"),
        ("滨海", "滨海"),
    ],
)
def test_a_stem_keeps_at_least_two_characters(name: str, short: str):
    assert stem(name) == short


SAME_BUT_FOR_KIND = [["临夏县", "临夏市"], ["伊宁县", "伊宁市"], ["和田县", "和田市"]]
NATION = [
    (level, d) for level in ("province", "city", "county") for d in divisions("100000", level)
]


def test_no_stem_of_the_atlas_ends_in_a_kind_or_a_people():
    stems = {stem(d.name) for _, d in NATION if len(d.name) > 2}
    assert [s for s in sorted(stems) if len(s) > 2 and s[-1] in "省市区县旗盟族"] == []


def test_stems_tell_the_divisions_of_a_city_apart():
    groups: dict[tuple[str, str], dict[str, set[str]]] = {}
    for level, d in NATION:
        parent = d.code[:4] if level == "county" else d.code[:2] if level == "city" else ""
        same = groups.setdefault((level, parent), {}).setdefault(stem(d.name), set())
        same.add(d.name)
    shared = [sorted(names) for by in groups.values() for names in by.values() if len(names) > 1]
    assert sorted(shared) == SAME_BUT_FOR_KIND


@pytest.mark.parametrize(
    ("name", "rests"),
    [
        ("山东省潍坊市奎文区", ["潍坊市奎文区", "奎文区"]),
        ("潍坊市奎文区", ["奎文区"]),
        ("内蒙古自治区阿拉善盟额济纳旗", ["阿拉善盟额济纳旗", "额济纳旗"]),
        ("奎文区", []),
        ("市中区", []),
    ],
)
def test_what_may_be_left_without_the_city_comes_longest_first(name: str, rests: list[str]):
    assert list(strip_parents(name)) == rests


def test_a_text_has_no_parents_however_long_it_is():
    """A name after each of 100,000 characters took minutes: an outline in a cell of a table."""
    text = "山东省" + "POLYGON ((6.37 50.32, 6.38 50.33)), " * 3000 + "市"
    assert len(list(strip_parents(text))) == 1


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("370705", "370705"),
        ("370705000000", "370705"),
        ("370705.0", "370705"),
        ("370705001000", "370705001000"),
        ("370705-GX", "370705-GX"),
        ("奎文区", "奎文区"),
    ],
)
def test_a_division_has_six_digits_however_they_are_written(key: str, code: str):
    assert division_code(key) == code


def test_maps_say_provinces_as_atlases_do_and_all_else_as_it_is():
    names = {
        "810000": "香港特别行政区", "450000": "广西壮族自治区", "130000": "河北省",
        "110000": "北京市", "370700": "潍坊市", "370702": "潍城区", "130001": "河北省",
        "DEU-1591": "巴伐利亚州", "460000": "Hainan County",
    }  # fmt: skip
    assert on_maps(list(names), list(names.values())) == (
        "香港", "广西", "河北", "北京", "潍坊市", "潍城区", "河北省", "巴伐利亚州",
        "Hainan County",
    )  # fmt: skip
