"""The forms in which offices write one district."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.districts.names import division_code, folded, stem, without_city


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("奎文区", "奎文区"),
        (" 奎 文　区\n", "奎文区"),
        ("濰坊濱海經濟技術開發區", "潍坊滨海经济技术开发区"),
        ("臺北市", "台北市"),
        ("３７０７８１", "370781"),
        ("Kuiwen District", "kuiwendistrict"),
    ],
)
def test_width_space_script_and_case_make_no_difference(written: str, plain: str):
    assert folded(written) == plain


@given(st.text("青州市奎文區潍城县濱海", min_size=1), st.sampled_from(" \t\u3000\xa0\n"))
def test_white_space_anywhere_in_a_name_changes_nothing(name: str, space: str):
    assert folded(space.join(name)) == folded(name)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("滨海区", "滨海"),
        ("临朐县", "临朐"),
        ("恩施土家族苗族自治州", "恩施土家族苗族"),
        ("特克斯县", "特克斯"),
        ("达尔罕茂明安联合旗", "达尔罕茂明安联合"),
        ("城区", "城区"),
        ("沁县", "沁县"),
        ("滨海", "滨海"),
    ],
)
def test_a_stem_keeps_at_least_two_characters(name: str, short: str):
    assert stem(name) == short


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
    assert list(without_city(name)) == rests


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
