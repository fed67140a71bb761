"""News of several units on one page: 此次 is the occasion of the unit told right before."""

from __future__ import annotations

import pytest

from geo.release.extract import extract
from tests.release.readings import cells

FIRST = "慈溪市集中开工活动在工地现场举行。此次开工项目16个，总投资134.2亿元。\n"
SECOND = "仙居县14个项目集中开工，以此动员全县。\n此次集中开工的{}个项目，总投资73.7亿元。"


def test_as_many_projects_as_the_unit_before_had_are_its_own():
    text = FIRST + SECOND.format(14)
    assert extract(text).stated == ()
    assert "仙居县 investment 73.7" in cells(text)


@pytest.mark.parametrize(("before", "count"), [(FIRST, 33), ("", 14)], ids=["another", "alone"])
def test_another_count_or_that_of_the_only_unit_is_the_whole_s(before, count):
    text = before + SECOND.format(count)
    assert count in [total.reading.figure.value for total in extract(text).stated]
    assert "仙居县 investment 73.7" not in cells(text)
