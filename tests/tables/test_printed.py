"""A figure keeps its value, its unit, and how far it was rounded."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.base.text import normalize
from geo.tables.printed import FigureError, Printed, Stated, read_figure, split_unit


@pytest.mark.parametrize(
    ("text", "unit", "value", "resolution"),
    [
        ("81.8", "亿元", "81.8", "0.1"),
        ("78", "亿元", "78", "1"),
        ("1,480", "亿元", "1480", "1"),
        ("1，480.60", "亿元", "1480.60", "0.01"),
        ("８１．８", "亿元", "81.8", "0.1"),
        (" 81.8 亿元 ", "亿元", "81.8", "0.1"),
        ("1.3万亿元", "亿元", "13000", "1000"),
        ("1.3万亿", "亿元", "13000", "1000"),
        ("1.3", "万亿元", "1.3", "0.1"),
        ("1.3千亿元", "亿元", "1300", "100"),
        ("5百万元", "万元", "500", "100"),
        ("8,180,000元", "亿元", "0.0818", "0.00000001"),
        ("8180万元", "亿元", "0.8180", "0.0001"),
        ("3个", "个", "3", "1"),
        ("1.2万", "个", "12000", "1000"),
        ("3万", "万", "3", "1"),
        ("5％", "%", "5", "1"),
        (".5", "", "0.5", "0.1"),
        ("1.2E+3", "个", "1200", "100"),
        ("−3.5", "%", "-3.5", "0.1"),
        ("+3.5", "%", "3.5", "0.1"),
        ("2千克", "千克", "2", "1"),
    ],
)
def test_a_cell_is_read_where_it_is_unambiguous(text: str, unit: str, value: str, resolution: str):
    assert read_figure(text, unit) == Printed(Decimal(value), Decimal(resolution))


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "—", "——", "…", "……", "N/A", "NaN", "暂无", "/", "－"]
)
def test_a_blank_is_no_figure(text: str):
    assert read_figure(text, "亿元") is None


@pytest.mark.parametrize(
    ("text", "unit", "reason"),
    [
        ("12O.5", "亿元", "is not a number"),
        ("约81.8", "亿元", "is not a number: '约' is in the way"),
        ("81.8万美元", "亿元", "is in 万美元, not in 亿元"),
        ("81.8亿元", "", "is in 亿元, but the column has no unit"),
        ("3项", "个", "is in 项, not in 个"),
        ("1,48", "亿元", "is not a number: it has a decimal comma"),
        ("0,812", "亿元", "is not a number: it has a decimal comma"),
        ("00,125", "亿元", "is not a number: it has a decimal comma"),
        ("01,480.5", "亿元", "is not a number"),
        ("10³", "亿元", "could be a power of ten or have a footnote mark ³"),
        ("1×10⁶", "亿元", "could be a power of ten or have a footnote mark ⁶"),
        ("①", "亿元", "is not a number"),
        ("*", "亿元", "is not a number"),
        ("①81.8", "亿元", "is not a number: '①' is in the way"),
        ("8⒈5", "亿元", "is not a number"),
        ("8①.5", "亿元", "is not a number"),
        ("𝟖𝟏", "亿元", "is not a number"),
        ("81½", "亿元", "is in ½, not in 亿元"),
        ("81.8₁", "亿元", "is in ₁, not in 亿元"),
        ("81.8–", "亿元", "is not a number"),
        ("16（115）", "个", "is not a number"),
        ("5m²", "亿元", "is in m², not in 亿元"),
        ("1 480", "亿元", "is not a number"),
        ("1.480,5", "亿元", "is not a number: it has a decimal comma"),
        ("81.8.1", "亿元", "is not a number"),
        ("(81.8)", "亿元", "is not a number"),
        ("八十一", "亿元", "is not a number"),
        ("٨١", "亿元", "is not a number"),
        ("inf", "亿元", "is infinite"),
        ("-∞", "亿元", "is infinite"),
    ],
)
def test_a_cell_that_could_mean_two_things_is_refused(text: str, unit: str, reason: str):
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        read_figure(text, unit)


@pytest.mark.parametrize(
    ("unit", "parts"),
    [
        ("亿元", ("元", 10**8)),
        ("万亿元", ("元", 10**12)),
        ("万", ("", 10**4)),
        ("个", ("个", 1)),
        ("", ("", 1)),
        ("亿元/个", ("元/个", 10**8)),
    ],
)
def test_a_unit_is_a_base_times_a_multiple(unit: str, parts: tuple[str, int]):
    assert split_unit(unit) == parts


def test_the_truth_is_half_a_last_digit_away_at_most():
    assert Printed(Decimal("81.8"), Decimal("0.1")).slack == Decimal("0.05")
    assert Printed(Decimal(264)).slack == 0


def test_a_stated_total_without_unit_is_in_its_columns():
    assert Stated("event", "全市", "investment", Printed(Decimal(1480))).unit == ""


def test_full_width_forms_become_half_width():
    assert normalize(" ＡＢＣ　１２ ") == "ABC 12"


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from(["亿元", "个", "%", ""]))
def test_a_printed_decimal_comes_back_as_it_was(value: Decimal, unit: str):
    for text in (f"{value}", f"{value:,}", f"{value} {unit}"):
        assert read_figure(text, unit) == Printed(value, Decimal("0.01"))


@given(st.text(max_size=12))
def test_no_text_is_worse_than_refused(text: str):
    with contextlib.suppress(ValueError):
        assert read_figure(text, "亿元") is None or any(c.isdecimal() for c in normalize(text))


@pytest.mark.parametrize(
    ("text", "value", "mark"),
    [
        ("81.8①", "81.8", "①"),
        ("16²", "16", "²"),
        ("15¹", "15", "¹"),
        ("110³", "110", "³"),
        ("10①", "10", "①"),
        ("16¹⁾", "16", "¹⁾"),
        ("16 ①②", "16", "①②"),
        ("81.8ᵃ", "81.8", "ᵃ"),
        ("81.8ⓑ", "81.8", "ⓑ"),
        ("81.8⑴", "81.8", "⑴"),
        ("81.8㈠", "81.8", "㈠"),
        ("81.8㉑", "81.8", "㉑"),
        ("81.8❷", "81.8", "❷"),
        ("81.8*", "81.8", "*"),
        ("81.8＊＊", "81.8", "**"),
        ("81.8†", "81.8", "†"),
        ("81.8※", "81.8", "※"),
        ("81.8（1）", "81.8", "(1)"),
        ("81.8[1]", "81.8", "[1]"),
        ("81.8［注1］", "81.8", "[注1]"),
        ("81.8亿元①", "81.8", "①"),
        ("81.8亿元²", "81.8", "²"),
        ("1.3万亿①", "13000", "①"),
    ],
)
def test_a_footnote_mark_is_never_a_digit(text: str, value: str, mark: str):
    figure = read_figure(text, "亿元")
    assert figure is not None
    assert (figure.value, figure.mark) == (Decimal(value), mark)


@pytest.mark.parametrize("text", ["—①", "…②", "-*", "暂无¹"])
def test_a_blank_may_have_a_footnote(text: str):
    assert read_figure(text, "亿元") is None


@pytest.mark.parametrize(("text", "unit"), [("5m²", "m²"), ("5㎡", "m²"),
                                            ("5元/m²", "元/m²")])  # fmt: skip
def test_an_exponent_of_a_unit_is_no_footnote(text: str, unit: str):
    assert read_figure(text, unit) == Printed(Decimal(5), Decimal(1))


@pytest.mark.parametrize(
    ("text", "value"),
    [("81,8", "81.8"), ("0,812", "0.812"), ("1.234,5", "1234.5"), ("1.234", "1234"),
     ("1.234.567", "1234567"), ("−3,5 亿元", "-3.5"), ("81,8①", "81.8")],
)  # fmt: skip
def test_with_a_decimal_comma_points_part_thousands(text: str, value: str):
    figure = read_figure(text, "亿元", ",")
    assert figure is not None
    assert figure.value == Decimal(value)


@pytest.mark.parametrize("text", ["81.8", "1,234,567", "1.2.3"])
def test_with_a_decimal_comma_a_point_before_other_than_three_digits_is_refused(text: str):
    with pytest.raises(FigureError):
        read_figure(text, "亿元", ",")


@given(
    st.decimals(0, 10**6, places=1),
    st.characters(min_codepoint=0x80, categories=["No", "Lm", "So", "Nd", "Sk", "Ps", "Pe"]),
    st.integers(0, 8),
)
def test_no_character_but_a_digit_changes_a_value(value: Decimal, char: str, at: int):
    """Put anywhere into a number, a character is a mark, is refused, or is a full-width digit."""
    assume(not unicodedata.decomposition(char).startswith("<wide>"))
    text = str(value)
    written = text[:at] + char + text[at:]
    with contextlib.suppress(ValueError):
        figure = read_figure(written, "")
        assert figure is not None
        assert (figure.value, figure.mark) == (value, char)


@pytest.mark.parametrize("text", ["1e25", "-1e300", "9" * 300, "1e999", "10000000000000万亿"])
def test_a_figure_larger_than_any_statistic_is_refused(text: str):
    with pytest.raises(FigureError, match="is too large"):
        read_figure(text, "")


def test_a_figure_of_300_decimals_is_read_whole():
    figure = read_figure(f"0.{'3' * 300}", "")
    assert figure is not None
    assert len(str(figure.value)) == 302


def test_a_negative_zero_is_zero():
    assert str(read_figure("-0.0", "")) == str(Printed(Decimal(0), Decimal("0.1")))


@pytest.mark.parametrize(
    ("text", "mark"),
    [("约287.9", "约"), ("≈59.8", "≈"), (">5", ">"), ("近 5亿元", "近"), ("203.5 1)", "1)"),
     ("76.4 a", "a"), ("76.4 (a", "(a")],
)  # fmt: skip
def test_a_word_or_footnote_in_the_way_is_named(text: str, mark: str):
    with pytest.raises(FigureError) as error:
        read_figure(text, "亿元")
    assert str(error.value) == f"is not a number: {mark!r} is in the way"
    assert error.value.remedy == "Write only the number."


@pytest.mark.parametrize("text", ["#DIV/0!", "#REF!", "#NAME?"])
def test_an_error_of_a_spreadsheet_is_called_so(text: str):
    with pytest.raises(FigureError) as error:
        read_figure(text, "亿元")
    assert str(error.value) == "is an error of a spreadsheet's formula"
    assert error.value.remedy == "Correct the formula, or leave the cell empty for no data."


def test_a_decimal_point_where_the_spec_says_comma():
    with pytest.raises(FigureError) as error:
        read_figure("81.8", "亿元", ",")
    assert str(error.value) == 'is not a number with decimal = ","'
    assert error.value.remedy == 'Write a decimal comma, or decimal = "." in [table] of the spec.'
