"""The legend: blocks with counts, break values at their joints, states without value apart."""

from __future__ import annotations

import re

import numpy as np

from geo.choropleth.periods import at_period
from geo.web.legend import (
    Block,
    Histogram,
    bar_heights,
    bin_heights,
    counted_blocks,
    crowded,
    joint_rows,
    legend,
    needs_gaps,
)
from geo.web.render import render
from tests.small import small_map, timely_map
from tests.weifang import weifang


def of(values, **measure):
    made = small_map("ABCDEFGHI"[: len(values)], values, **measure)
    return legend(made, made.measure())


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
    made = [small_map("AB", [1, 2], language="en", description=text) for text in ("", "Per head.")]
    plain, told = (legend(one, one.measure()).counts for one in made)
    assert (plain[:7], told[:7]) == ("figures", "Figures")


def test_the_counts_of_a_legend_are_all_districts():
    for measure in weifang().measures:
        view = legend(weifang(), measure)
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


TIMELY = [("A", "1", 1), ("B", "1", 2), ("C", "1", 3), ("A", "2", 1), ("B", "2", None)]


def test_a_gap_of_any_period_has_its_place_in_the_legend_of_each():
    m = timely_map(TIMELY, scheme="own", breaks=[2, 4])
    early = at_period(m, "1")
    assert [(g.key, g.count) for g in legend(early, early.measure()).gaps] == [("missing", 0)]
    assert [(g.key, g.count) for g in legend(m, m.measure()).gaps] == [("missing", 2)]
    assert needs_gaps(early)


def test_bars_of_all_periods_are_to_one_scale():
    """Two of three are in the first class in period 1, one in period 2."""
    m = timely_map(TIMELY, scheme="own", breaks=[2, 4])
    assert bar_heights(at_period(m, "1"), at_period(m, "1").measure()) == [28, 14]
    assert bar_heights(m, m.measure()) == [14, 0]
    blocks = counted_blocks(m, m.measure())
    assert [(block.key, block.count, px) for block, px in blocks] == [
        ("0", 1, 14), ("1", 0, 0), ("missing", 2, 0)
    ]  # fmt: skip


def test_bars_over_a_continuous_scale_are_those_of_the_reach_of_all_periods():
    m = timely_map([("A", "1", 0), ("B", "1", 120), ("A", "2", 60)], unclassed=True)
    assert [
        i for i, px in enumerate(bin_heights(at_period(m, "1"), at_period(m, "1").measure())) if px
    ] == [0, 11]
    assert [i for i, px in enumerate(bin_heights(m, m.measure())) if px] == [6]


def test_only_a_legend_with_long_break_values_breaks_their_line():
    """Each by its own values: beside millions a rate keeps one line."""
    letters = [1, 2, 3, 4, 5, 6]
    assert not of(letters, scheme="own", breaks=(2, 3, 4, 6)).tight
    millions = [n * 1_234_567 for n in letters]
    long = tuple(1_234_567 * n for n in (2, 3, 4, 6))
    assert of(millions, scheme="own", breaks=long, unit="个").tight
    assert not of(millions, unclassed=True).tight


def test_break_values_have_less_room_where_a_block_of_no_data_lies_beside_the_classes():
    whole = small_map("ABC", [1_000_000, 2_500_000, 20_000_000], language="en")
    limit = max(crowded(whole))
    assert limit
    assert [joint_rows(whole, width) for width in (limit, limit + 1)] == [2, 1]
    gaps = small_map("ABC", [1_000_000, 20_000_000, np.nan], language="en")
    wide = max(crowded(gaps)) + 1
    assert joint_rows(gaps, wide) > 1
    assert joint_rows(gaps, wide + 120) == 1
