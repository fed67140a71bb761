"""The legend: blocks with counts, break values at their joints, states without value apart."""

from __future__ import annotations

import re

import numpy as np

from geo.base.catalogue import strings
from geo.web.legend import Block, Histogram, legend, needs_gaps
from geo.web.render import render
from tests.small import small_map
from tests.weifang import weifang


def of(values, **measure):
    return legend(small_map("ABCDEFGHI"[: len(values)], values, **measure).measure(), strings("zh"))


def test_every_class_has_its_count_and_says_its_range():
    view = of([1, 2, 3, 10, 20, 30], scheme="own", breaks=(3, 30), decimals=0)
    assert view.blocks == (
        Block("0", "", 3, "0–3 %：3 个地区"),
        Block("1", "", 3, "3–30 %：3 个地区"),
    )
    assert view.joints == ("0", "3", "30")
    assert (view.label, view.unit, view.description) == ("Rate", "%", "")
    assert view.zero is None
    assert view.histogram is None
    assert view.gaps == ()


def test_what_is_counted_begins_a_sentence_behind_a_description():
    plain, told = (
        legend(small_map("AB", [1, 2], description=text).measure(), strings("en")).counts
        for text in ("", "Per head.")
    )
    assert (plain[:7], told[:7]) == ("figures", "Figures")


def test_the_counts_of_a_legend_are_all_districts():
    for measure in weifang().measures:
        view = legend(measure, strings("zh"))
        assert sum(block.count for block in view.blocks) == 16
        assert len(view.joints) == len(view.blocks) + 1


def test_a_class_of_zeros_lies_apart_with_its_own_value():
    view = of([0, 0, 1, 2, 3], zero_class=True, classes=2, decimals=0)
    assert view.zero == Block("0", "", 2, "0 %：2 个地区")
    assert view.zero_text == "0"
    assert [block.key for block in view.blocks] == ["1", "2"][: len(view.blocks)]
    assert view.joints[0] == "0"


def test_states_without_value_come_last_each_with_its_name():
    view = of([1, 2, np.nan, np.nan])
    assert view.gaps == (Block("missing", "无数据", 2, "无数据：2 个地区"),)
    assert '<button class="missing" data-class="missing"' in render("legend.html", view)


def test_a_continuous_scale_has_ends_and_a_histogram_without_empty_bars():
    """Three of the four values lie in the first twelfth of the range."""
    view = of([0, 1, 2, 120], unclassed=True, decimals=0)
    assert view.blocks == ()
    assert view.joints == ("0", "120")
    assert isinstance(view.histogram, Histogram)
    assert [(bar.bin, round(bar.height, 1)) for bar in view.histogram.bars] == [(0, 28), (11, 9.3)]
    html = render("legend.html", view)
    assert re.findall(r'viewBox="([^"]*)"', html) == ["0 0 12 28"]
    assert '<path d="M11 28v-9.3h.92v9.3z"/>' in html
    assert "data-class" not in html


def test_blocks_touch():
    """A blank between two buttons would be drawn."""
    html = render("legend.html", of([1, 2, 3, 4]))
    assert not re.search(r"</button>\s+<button", html)


def test_only_what_has_gaps_needs_their_style_sheet():
    assert not needs_gaps(weifang())
    assert needs_gaps(small_map("ABC", [1, 2, np.nan]))
    assert needs_gaps(small_map("ABC", [1, 2, 3], unclassed=True))
    assert needs_gaps(small_map("ABC", [0, 2, 3], zero_class=True))
