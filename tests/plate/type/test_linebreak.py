"""Line breaking: Chinese rules hold for any text at any width."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.base.errors import MapError
from geo.plate.type.linebreak import NOT_FIRST, NOT_LAST, broken, paragraph, units
from geo.plate.type.packs import packaged

SANS = packaged("sans")
CHARACTERS = st.sampled_from(
    [*"潍坊市高新区项目投资重大开工，。、；：？！（）《》“”… AaTe1960.,%亿元个"]
)


def test_closing_punctuation_never_begins_a_line():
    assert broken("高新区总投资，居首", 6 * 10 * 0.3528, 10, SANS) == ["高新区总", "投资，居首"]


def test_opening_punctuation_never_ends_a_line():
    assert broken("潍坊市公布《规划》", 6 * 10 * 0.3528, 10, SANS) == ["潍坊市公", "布《规划》"]


def test_a_figure_stays_with_its_unit():
    assert "196.7亿元" in units("总投资196.7亿元居首")
    assert "196.7 亿元" in units("总投资196.7 亿元居首")
    assert "264个" in units("潍坊264个重大项目")
    assert "万平方公里" not in units("12万平方公里")
    assert units("12万平方公里") == ["12万平方公里"]


def test_names_of_districts_and_measures_are_not_parted():
    title, width = "高新区总投资居首", SANS.width("五个字宽度", 10)
    assert broken(title, width, 10, SANS) == ["高新区总", "投资居首"]
    assert broken(title, width, 10, SANS, ("总投资", "高新区")) == ["高新区", "总投资居首"]


def test_latin_words_break_at_spaces_alone():
    assert units("Weifang breaks ground") == ["Weifang ", "breaks ", "ground"]


def test_a_dash_of_two_signs_is_not_torn():
    assert units("投资——增长") == ["投", "资——", "增", "长"]


def test_lines_are_even_and_end_after_a_clause_where_they_can():
    lines = broken("潍坊264个重大项目集中开工，高新区总投资196.7亿元居首", 84, 13, SANS)
    assert lines == ["潍坊264个重大项目集中开工，", "高新区总投资196.7亿元居首"]


@settings(max_examples=150, deadline=None)
@given(st.text(CHARACTERS, min_size=1, max_size=60), st.floats(20, 120))
def test_nothing_is_lost_nothing_is_too_wide_and_the_rules_hold(text: str, width: float):
    text = text.strip()
    lines = broken(text, width, 9, SANS)
    if lines is None:  # one piece alone is wider than the line
        assert max(SANS.width(piece.rstrip(), 9) for piece in units(text)) > width
        return
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for line in lines:
        assert SANS.width(line, 9) <= width + 1e-6
    for line in lines[1:]:
        assert line[0] not in NOT_FIRST
    for line in lines[:-1]:
        assert line[-1] not in NOT_LAST


def test_a_word_wider_than_the_line_is_refused_with_its_width():
    with pytest.raises(MapError) as caught:
        paragraph(
            "Donaudampfschifffahrtsgesellschaft",
            20,
            9,
            SANS,
            "sans",
            "#000000",
            where="t",
            leading=1.4,
        )
    assert str(caught.value) == (
        "t: 'Donaudampfschifffahrtsgesellschaft' is wider than the 20 mm of a line at 9 pt. "
        "Choose a larger size, or write it shorter."
    )
