"""The parts around a map: which, how wide, and redrawn at the final scale."""

from __future__ import annotations

import pytest

from geo.plate.packing import Corner, Frame
from geo.plate.page import page_of
from geo.plate.parts import variants
from geo.plate.sheet import Area, Words
from geo.plate.view import fitted
from tests.plate.marks.hand_made import small_ones, town


def parts(made, frame=Frame(175, None)):  # noqa: B008 - a value, not a call with effects
    full = frame.width / made.ground.bounds.width
    page = page_of(made.plate)
    return list(variants(made, page, frame, small_ones(made), full))


def test_every_arrangement_has_a_legend_and_a_scale_bar():
    for arrangement in parts(town((0.5, 0.5))):
        assert sum(part.column for part in arrangement) == 1
        assert sum(part.clear > 0 for part in arrangement) == 1


def test_legends_are_tried_in_several_widths_the_widest_first():
    widths = [next(p.block.width for p in a if p.column) for a in parts(town((0.5, 0.5)))]
    assert len(set(widths)) > 2
    assert widths == sorted(widths, reverse=True)


def test_insets_are_tried_in_several_sizes_and_none_at_all():
    tried = [next((p for p in a if p.cluster), None) for a in parts(town((0.5, 0.5), (0.55, 0.5)))]
    assert None in tried
    assert len({part.block.width for part in tried if part}) > 1
    assert all(part.toward == Corner(1, 1) for part in tried if part)


def test_bars_belong_to_large_pages_or_are_asked_for():
    for plate, count in (({"size": "a4"}, 2), ({}, 1), ({"bars": True}, 2)):
        assert max(sum(p.column for p in a) for a in parts(town((0.5, 0.5), **plate))) == count


def test_a_scale_bar_is_redrawn_at_the_final_scale_within_its_room():
    made = town((0.5, 0.5))
    scale_bar = next(part for part in parts(made)[0] if part.clear)
    texts = []
    for scale in (1e-3, 3e-4):
        block = scale_bar.drawn(fitted(made.ground.bounds, 0, 0, scale), 0)
        assert block.width <= scale_bar.block.width
        texts += [mark.text for mark in block.marks if isinstance(mark, Words)]
    assert texts[0] != texts[1]


def test_a_legend_is_the_same_at_every_scale():
    made = town((0.5, 0.5))
    legend = next(part for part in parts(made)[0] if part.column)
    assert legend.drawn(fitted(made.ground.bounds, 0, 0, 1e-3), 0) is legend.block


def test_a_cartogram_has_a_legend_of_sizes_for_the_scale_bar_and_enlarges_nothing():
    made = town((0.5, 0.5), (0.55, 0.5), cartogram="demers")
    for arrangement in parts(made):
        assert not any(part.clear > 0 or part.cluster for part in arrangement)
    last = parts(made)[0][-1]
    view = fitted(made.ground.bounds, 0, 0, 1e-3)
    words = [mark.text for mark in last.drawn(view, 0).marks if isinstance(mark, Words)]
    assert words[0] == "面积：总数（个）"
    largest = max(mark.rings[0][:, 0].max() - mark.rings[0][:, 0].min()
                  for mark in last.drawn(view, 0).marks if isinstance(mark, Area))  # fmt: skip
    # The largest round value is 3, the large district's is 1: sides as the roots.
    assert largest == pytest.approx(3**0.5 * 2 * made.cartogram.unit * 1e-3)
