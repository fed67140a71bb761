"""Figures as readers are told them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import numpy as np
import pytest

from geo.base.catalogue import Catalogue, strings
from geo.base.numerals import OwnNumerals, numerals
from geo.choropleth.wording import (
    blanks,
    circle_steps,
    difference_text,
    figure_text,
    kind_label,
    legend_scale,
    share_text,
    summary,
    value_text,
    whole_label,
    with_unit,
)
from geo.spec.measure import MeasureSpec
from geo.symbology.measures import measured
from geo.tables.printed import Printed
from tests.frames import column
from tests.small import small_map
from tests.weifang import weifang

ZH = strings("zh")


def measure(edges, unit, texts=None):
    classes = SimpleNamespace(edges=tuple(map(float, edges)))
    texts = tuple(texts or (f"{e:,}" for e in edges))
    return SimpleNamespace(unit=unit, symbology=SimpleNamespace(classes=classes, break_texts=texts))


def test_a_legend_of_many_people_is_in_wan():
    """Breaks that end in thousands read better as 12.5万人."""
    scale = legend_scale(measure([0, 125_000, 940_000], "人"), strings("zh"))
    assert (scale.breaks, scale.unit) == (("0", "12.5 万", "94 万"), "人")


def test_a_legend_of_very_many_is_in_yi():
    scale = legend_scale(measure([0, 25 * 10**8], "元"), strings("zh"))
    assert (scale.breaks, scale.unit) == (("0", "25 亿"), "元")


@pytest.mark.parametrize(
    ("edges", "unit", "language"),
    [
        ([0, 25_000], "人", "zh"),  # short enough
        ([0, 125_001], "人", "zh"),  # 12.5001万 would be longer
        ([0, 125_000], "万元", "zh"),  # the unit has its multiple
        ([0, 125_000], "people", "en"),  # English has none
        ([0, 125_000], "", "zh"),
    ],
)
def test_otherwise_the_breaks_stay_as_they_are(edges, unit, language):
    scale = legend_scale(measure(edges, unit), strings(language))
    assert (scale.breaks, scale.unit) == (tuple(f"{e:,}" for e in edges), unit)


def figure(value, resolution):
    return Printed(Decimal(value), Decimal(resolution))


def test_a_stated_figure_is_as_precise_as_it_was_printed():
    assert figure_text(figure("13000.0", "1000.0"), "亿元", strings("zh")) == "1.3 万亿元"
    assert figure_text(figure("13000.0", "1000.0"), "亿元", strings("en")) == "13,000 亿元"
    assert figure_text(figure("1480", "1"), "亿元", strings("zh")) == "1,480 亿元"
    assert figure_text(figure("99.2", "0.1"), "亿元", strings("zh")) == "99.2 亿元"
    assert figure_text(figure("1527", "1"), "个", strings("zh")) == "1,527 个"


def test_the_whole_is_a_sum_for_totals_and_the_ratio_of_sums_for_rates():
    assert [summary(m) for m in weifang().measures][:3] == ["1,480.6", "264", "5.61"]


def test_names_and_kinds_are_in_the_language_of_the_map_as_far_as_known():
    english = replace(weifang(), spec=weifang().spec.model_copy(update={"language": "en"}))
    assert (weifang().names[0], english.names[0]) == ("潍城区", "Weicheng")
    assert (kind_label("县级市", strings("en")), kind_label("县级市", strings("zh"))) == (
        "county-level city",
        "县级市",
    )
    assert kind_label("Stadtbezirk", strings("en")) == "Stadtbezirk"


@pytest.mark.parametrize(
    ("states", "total", "language", "label"),
    [
        (["value", "value"], 3.0, "zh", "合计"),
        (["value", "value"], None, "en", "Mean"),
        (["value", "missing", "value"], 3.0, "zh", "合计（2 个地区）"),
        (["value", "inapplicable"], None, "en", "Mean (1 with data)"),
    ],
)
def test_a_sum_of_some_districts_says_of_how_many(states, total, language, label):
    assert (
        whole_label(
            SimpleNamespace(kind="total", states=tuple(states), total=total, mean="ratio"),
            strings(language),
        )
        == label
    )


def of(*figures, **spec):
    given = {"id": "a", "label": "a", "unit": "个", "kind": "total", "column": "a"} | spec
    return measured(MeasureSpec(**given), {"a": column(*figures)}, np.array([]))


@pytest.mark.parametrize(
    ("largest", "decimals", "texts"),
    [
        ("196.7", 1, ["150", "50", "10"]),
        ("20", 0, ["20", "5", "1"]),  # never 1.5 projects
        ("1", 0, ["1"]),
        ("264", 0, ["250", "50", "10"]),
        ("9400000", 0, ["800 万", "200 万", "50 万"]),
    ],
)
def test_the_circles_of_a_legend_are_round_and_within_the_data(largest, decimals, texts):
    steps = circle_steps(of("1", largest, decimals=decimals), strings("zh"))
    assert [step.text for step in steps] == texts
    assert max(step.value for step in steps) <= float(largest)


def test_nothing_positive_has_no_circles():
    assert circle_steps(of("0", "-3", None), strings("zh")) == ()


def test_a_value_has_a_space_before_its_unit_in_every_language():
    m = of("1480.6", None, unit="亿元")
    assert [value_text(m, i) for i in range(2)] == ["1,480.6 亿元", ""]
    assert with_unit("12", "") == "12"


def test_shares_have_one_decimal_and_differences_a_sign():
    m = of("16", "20", "15", "2", None, decimals=0)  # 53, mean 13.25
    assert [share_text(m, i, ZH) for i in range(5)] == ["30.2%", "37.7%", "28.3%", "3.8%", ""]
    assert [difference_text(m, i, ZH) for i in range(5)] == ["+3", "+7", "+2", "−11", ""]
    assert difference_text(of("5", "5"), 0, ZH) == "0"


def test_a_class_without_a_limit_is_said_as_more_or_less_than_its_break():
    made = small_map(
        ["A", "B", "C"], [1, 5, 31], scheme="own", breaks=(2, 10), open="both", language="en"
    )
    scale = legend_scale(made.measure(), made.words)
    assert scale.breaks == ("", "2", "10", "")
    assert [scale.span(i) for i in range(3)] == ["≤ 2 %", "2–10 %", "> 10 %"]


def test_a_mean_of_rates_says_whether_it_is_weighted():
    made = small_map(["A", "B"], [1, 5], language="en")
    assert whole_label(made.measure(), made.words) == "Unweighted mean"


@pytest.mark.parametrize(
    ("values", "decimals", "language", "ends"),
    [
        ([84.5, 78, 1204.25], 2, "zh", ["0", ".00", ""]),
        ([84.5, 78, np.nan], 1, "de", ["", ",0", ""]),
        ([84.5, 78, 6], 2, "en", ["", ".0", ".0"]),  # no value has two
        ([84, 78, 6], 1, "en", ["", "", ""]),
    ],
)
def test_what_a_value_lacks_of_the_decimals_of_others_is_left_blank(
    values, decimals, language, ends
):
    made = small_map(["A", "B", "C"], values, language=language, decimals=decimals, kind="total")
    assert list(blanks(made.measure())) == ends


@pytest.mark.parametrize(
    ("language", "unit", "breaks"),
    [
        ("zh-TW", "人", ("0", "12.5 萬", "94 萬")),
        ("ja", "人", ("0", "12.5 万", "94 万")),
        ("ja", "億円", ("0", "125,000", "940,000")),  # the unit has its multiple
        ("de", "Personen", ("0", "125.000", "940.000")),
        ("ar", "نسمة", ("0", "125,000", "940,000")),
    ],
)
def test_long_numbers_are_in_the_multiples_of_the_language(language, unit, breaks):
    made = measured(
        MeasureSpec(id="a", label="a", unit=unit, kind="total", column="a", scheme="own",
                    breaks=(125_000, 940_000)),
        {"a": column("0", "125000", "940000")}, np.array([]), numerals(language),
    )  # fmt: skip
    scale = legend_scale(made, strings(language))
    assert (scale.breaks, scale.unit) == (breaks, unit)


@pytest.mark.parametrize(
    ("language", "asked", "breaks"),
    [
        ("en", True, ("0", "3 million", "12.5 million")),
        ("en", None, ("0", "3,000,000", "12,500,000")),
        ("de", True, ("0", "3 Mio.", "12,5 Mio.")),
        ("zh", False, ("0", "3,000,000", "12,500,000")),
    ],
)
def test_a_house_has_millions_in_its_legends_or_none(language, asked, breaks):
    written = numerals(language, OwnNumerals(multiples=asked))
    made = measured(
        MeasureSpec(id="a", label="a", unit="x", kind="total", column="a", scheme="own",
                    breaks=(3_000_000, 12_500_000)),
        {"a": column("0", "3000000", "12500000")}, np.array([]), written,
    )  # fmt: skip
    assert legend_scale(made, Catalogue(language, written=written)).breaks == breaks


def test_a_rounded_trillion_is_said_in_the_word_of_the_language():
    stated = figure("13000.0", "1000.0")
    assert [
        figure_text(stated, unit, strings(code))
        for code, unit in (("zh-TW", "億元"), ("ja", "億円"))
    ] == [
        "1.3 兆元",
        "1.3 兆円",
    ]
    assert figure_text(stated, "亿元", strings("de")) == "13.000 亿元"


def test_shorter_figures_have_their_blanks_before_them_in_arabic():
    made = small_map(["A", "B", "C", "D"], [1234.5, 78, 6.9, float("nan")], language="ar")
    assert blanks(made.measure()) == ("", "1,2", "1,23", "")
