"""Rows give their cells by column, totals what is compared with them."""

from __future__ import annotations

from geo.release.words.readings import Total
from geo.tables.printed import Stated
from tests.release.readings import reading, row


def test_a_row_has_at_most_one_cell_a_column():
    count = reading("projects", "16")
    assert row("奎文区", count).cell("projects") == count
    assert row("奎文区", count).cell("investment") is None


def test_a_total_is_stated_in_its_unit():
    total = Total("batch", "省级", 0, reading("investment", "615", "亿元"))
    assert total.stated == Stated("batch", "省级", "investment", total.reading.figure, "亿元")
