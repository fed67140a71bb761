"""How names of districts are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from geo.districts.pinyin import READINGS, syllables


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("潍城区", "wei cheng qu"),
        ("昌乐县", "chang le xian"),
        ("临朐县", "lin qu xian"),
        ("长宁区", "chang ning qu"),  # pypinyin's phrases read zhang
        ("重庆市", "chong qing shi"),
        ("吕梁市", "lv liang shi"),  # ü is typed v
    ],
)
def test_a_name_is_typed_as_its_people_say_it(name, typed):
    assert syllables(name) == typed.split()


def test_other_characters_stay_and_are_small():
    assert syllables("A区1") == ["a", "qu", "1"]


def test_characters_that_have_no_sound_stay():
    assert syllables("々〇é") == ["々", "〇", "é"]


@given(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF, categories=["Lo"]))
def test_single_characters_sound_as_pypinyin_reads_them(character):
    if character not in READINGS:
        assert syllables(character) == lazy_pinyin(character, v_to_u=False)
