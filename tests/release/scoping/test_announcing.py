"""What an understood clause says of the figures behind it."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from geo.release.parsing.measures import read_measures


@pytest.mark.parametrize("heading", ["奎文区。", "奎文区常住人口。"])
def test_a_unit_alone_or_with_a_measure_heads_what_is_said_of_all_of_it(heading):
    text = f"{heading}全区常住人口为51.3万人；潍城区常住人口为40.2万人。"
    found = extract(text, measures=read_measures(["p=常住人口:万人"]))
    assert [row.name for row in found.rows] == ["奎文区", "潍城区"]
    assert not found.stated


def test_a_sentence_that_says_more_is_no_heading():
    text = "奎文区常住人口增长较快。全区常住人口为51.3万人。"
    found = extract(text, measures=read_measures(["p=常住人口:万人"]))
    assert not found.rows
