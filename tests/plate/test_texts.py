"""The texts around the map: where they are, and the frame that they leave for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geo.base.markup import Rich
from geo.plate.page import PAGES
from geo.plate.sheet import Words
from geo.plate.style import SOFT
from geo.plate.subject import Subject, subject_of
from geo.plate.texts import texts_above, texts_beside
from geo.spec.plate import PlateSpec
from tests.small import small_map

PAGE = PAGES["a4"]
CARD = PAGES["social"]


def subject(size: str, **said) -> Subject:
    """A plate of three squares; `said` is what its spec says."""
    made = small_map(["甲", "乙", "丙"], [1.5, 2, 3])
    spec = made.spec.model_copy(update={"dek": "2024年春季", **said})
    return subject_of(replace(made, spec=spec), PlateSpec(size=size), "plates[1]")


def lines(marks) -> list[Words]:
    return [mark for mark in marks if isinstance(mark, Words)]


def test_title_dek_and_map_come_one_under_the_other_between_the_margins():
    made = texts_above(subject("a4"), PAGE)
    title, dek = lines(made.title)[-1].box, lines(made.dek)[0].box
    assert PAGE.margin <= title.x
    assert title.bottom <= dek.y
    assert dek.bottom <= made.y
    assert (made.x, made.x + made.width) == (PAGE.margin, PAGE.width - PAGE.margin)


def test_map_and_footer_fill_the_page_to_its_lower_margin():
    made = texts_above(subject("a4"), PAGE)
    assert made.height is not None
    assert made.y + made.height + made.below == pytest.approx(PAGE.height)
    assert made.below == pytest.approx(PAGE.gap + made.footer.height + PAGE.margin)


def test_a_page_of_free_height_leaves_the_height_of_the_map_open():
    assert texts_above(subject("column"), PAGES["column"]).height is None


def test_a_long_title_is_set_smaller_before_it_crowds_out_the_map():
    short, long = (
        lines(texts_above(subject("a4", title=title), PAGE).title)[0].size
        for title in ("一张小图", "一张有很长很长的标题的小图" * 12)
    )
    assert long < short == PAGE.sizes.title


def test_texts_beside_the_map_are_left_of_it_with_the_legend():
    made = texts_beside(subject("social"), CARD)
    assert made is not None
    assert made.legend
    texts = lines((*made.title, *made.dek, *made.legend))
    assert max(line.box.right for line in texts) <= made.x
    assert (made.y, made.height) == (CARD.margin, CARD.height - 2 * CARD.margin)


def test_texts_that_do_not_fit_beside_the_map_are_not_set_there():
    assert texts_beside(subject("social", title="很长的标题" * 80), CARD) is None


def test_the_footer_names_the_source_and_says_that_the_approval_is_missing():
    (*_, group) = texts_above(subject("a4"), PAGE).groups((), PAGE.height - PAGE.margin)
    texts = [line.text for line in lines(group.marks)]
    assert texts == ["资料来源：s", "示意图（未审核）"]
    assert {line.ink for line in lines(group.marks)} == {SOFT}


def test_the_reading_order_is_title_dek_figure_footer():
    made = texts_above(subject("a4"), PAGE)
    assert [group.tag for group in made.groups((), 200)] == ["H1", "P", "Figure", "P"]


def test_byline_and_credit_are_set_without_their_markup():
    shown = subject("a4", byline=Rich("**李**明"), credit=Rich("制图：[王](https://a.org)"))
    found = texts_above(shown, PAGE)
    assert [line.text for line in lines(found.dek)] == ["2024年春季", "李明"]
    assert "制图：王" in [line.text for line in lines(found.footer.marks)]
