"""The legend: contiguous blocks, break values at the joints, counts and bars over them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import shapely

from geo.plate.marks.legend import legend, narrowest
from geo.plate.sheet import Area, Block, Words
from geo.plate.style import EDGE
from geo.symbology.measures import Measure
from geo.symbology.symbolize import Symbology
from tests.plate.plates import overlapping, subject
from tests.small import map_of


def shown(values, **measure: object) -> Measure:
    boxes = [shapely.box(118 + i / 10, 36, 118.1 + i / 10, 36.1) for i in range(len(values))]
    return map_of(boxes, values, **measure).measures[0]


def drawn(values, *, width: float = 80, histogram: bool = True, **measure: object):
    taken = shown(values, **measure)
    style = subject(size="column").style
    return taken.symbology, legend(taken, taken.symbology.colors, style, width, histogram=histogram)


def rectangles(block: Block, symbology: Symbology) -> list[list[tuple[float, float, float, float]]]:
    """Per class: the rectangles in its colour as west, north, east, south; the widest first."""
    found = []
    for color in symbology.colors:
        boxes = [
            (*m.rings[0].min(axis=0), *m.rings[0].max(axis=0))
            for m in block.marks
            if isinstance(m, Area) and m.fill == color
        ]
        found.append(sorted(boxes, key=lambda b: b[0] - b[2]))
    return found


OWN = {"scheme": "own", "breaks": [10, 100, 1000], "classes": 3}


def test_blocks_are_contiguous_and_of_one_width():
    symbology, block = drawn([5, 50, 60, 500], **OWN)
    blocks = [found[0] for found in rectangles(block, symbology)]
    for left, right in pairwise(blocks):
        assert left[2] == pytest.approx(right[0])
        assert left[2] - left[0] == pytest.approx(right[2] - right[0])


def test_break_values_stand_under_the_joints_with_thousands_separated():
    symbology, block = drawn([5, 50, 60, 500], **OWN)
    blocks = [found[0] for found in rectangles(block, symbology)]
    joints = [blocks[0][0], *(b[2] for b in blocks)]
    words = {w.text: w for w in block.marks if isinstance(w, Words)}
    for text, x in zip(("0", "10", "100", "1,000"), joints, strict=True):
        assert words[text].x + words[text].width / 2 == pytest.approx(x)
        assert words[text].y > blocks[0][3]


def test_bars_are_as_high_as_their_classes_are_full_and_carry_the_count():
    symbology, block = drawn([5, 50, 60, 500], **OWN)
    bars = [found[1] for found in rectangles(block, symbology)]
    heights = np.array([b[3] - b[1] for b in bars])
    assert heights / heights[1] == pytest.approx([0.5, 1, 0.5])
    for bar, count in zip(bars, (1, 2, 1), strict=True):
        above = [
            w.text for w in block.marks
            if isinstance(w, Words) and abs(w.x + w.width / 2 - (bar[0] + bar[2]) / 2) < 1e-6
            and w.y < bar[1]
        ]  # fmt: skip
        assert above == [str(count)]


def test_without_a_histogram_there_are_counts_but_no_bars():
    symbology, block = drawn([5, 50, 60, 500], histogram=False, **OWN)
    assert [len(found) for found in rectangles(block, symbology)] == [1, 1, 1]
    assert {"1", "2"} <= {w.text for w in block.marks if isinstance(w, Words)}


def test_name_and_unit_stand_over_it_once():
    _, block = drawn([5, 50, 60, 500], **OWN)
    assert [w.text for w in block.marks if isinstance(w, Words) and "总数" in w.text] == [
        "总数（个）"
    ]


@pytest.mark.parametrize("times", [1, 1.5, 3])
def test_long_break_values_never_touch(times: float):
    """A density: its unit cannot be counted in 万, so the numbers stay long."""
    values = [10.0**k for k in range(3, 9)]
    own = {"scheme": "own", "breaks": values[1:], "classes": 5, "unit": ""}
    style = subject(size="column").style
    width = times * narrowest(shown(values, **own), style)
    lines = [m for m in drawn(values, width=width, **own)[1].marks if isinstance(m, Words)]
    assert "100,000,000" in {line.text for line in lines}
    assert overlapping(lines) == []
    assert min(line.x for line in lines) >= -0.01
    assert max(line.x + line.width for line in lines) <= width + 0.01


def test_long_numbers_are_counted_in_wan_as_on_the_page():
    _, block = drawn([50_000, 900_000, 9_400_000], scheme="own", breaks=[1e5, 1e6, 1e7], unit="人")
    texts = [m.text for m in block.marks if isinstance(m, Words)]
    assert texts[0] == "总数（人）"
    assert texts[-4:] == ["0", "10 万", "100 万", "1,000 万"]


def test_a_class_of_zeros_is_set_apart_with_its_value_under_its_middle():
    own = {"scheme": "own", "breaks": [10, 100], "zero_class": True, "classes": 3}
    symbology, block = drawn([0, 0, 5, 50], **own)
    assert symbology.classes.counts == (2, 1, 1)
    zero, first, second = (found[0] for found in rectangles(block, symbology))
    assert first[0] - zero[2] > 1
    assert second[0] == pytest.approx(first[2])
    lines = [m for m in block.marks if isinstance(m, Words)][-4:]
    middles = [(m.text, m.x + m.width / 2) for m in lines]
    joints = [(zero[0] + zero[2]) / 2, first[0], first[2], second[2]]
    assert middles == [
        (text, pytest.approx(x)) for text, x in zip(("0", "0", "10", "100"), joints, strict=True)
    ]


def test_an_unclassed_map_has_a_ramp_from_its_lowest_to_its_highest_colour():
    symbology, block = drawn([1, 2, 3, 4], unclassed=True)
    fills = [m.fill for m in block.marks if isinstance(m, Area) and m.fill]
    assert len(fills) > 40
    assert (fills[0], fills[-1]) == (symbology.colors[0], symbology.colors[-1])
    texts = [w.text for w in block.marks if isinstance(w, Words)]
    assert texts == ["总数（个）", symbology.break_texts[0], symbology.break_texts[-1]]


def test_the_end_without_a_limit_has_no_text():
    """An empty line has no letters, of which no picture can be made."""
    _, block = drawn([5, 50, 60, 500], scheme="own", breaks=[10, 100], open="high")
    words = [w.text for w in block.marks if isinstance(w, Words)]
    assert "100" in words
    assert "" not in words


def test_a_class_that_is_lost_on_the_paper_has_a_line_around_it():
    taken = shown([1, 2, 3], scheme="own", breaks=[1, 2, 3])
    style = subject(size="column").style
    colors = ("#f7f7f7", "#888888", "#222222")
    marks = legend(taken, colors, style, 80, histogram=True).marks
    strokes = {m.fill: m.stroke for m in marks if isinstance(m, Area)}
    assert strokes == {"#f7f7f7": EDGE, "#888888": "", "#222222": ""}
    marks = legend(taken, colors, style, 80, histogram=True, paper="#808080").marks
    assert {m.fill for m in marks if isinstance(m, Area) and m.stroke} == {"#888888"}
    scale = shown([1, 2, 3], unclassed=True)
    frames = [
        m.stroke
        for m in legend(scale, colors, style, 80, histogram=True).marks
        if isinstance(m, Area) and not m.fill
    ]
    assert frames == [EDGE]
