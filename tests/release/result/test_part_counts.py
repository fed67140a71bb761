"""Figures of the same act of which one is a part."""

from __future__ import annotations

import pytest

from geo.release.result.part_counts import without_parts
from tests.release.readings import reading

WHOLE, PART = reading("projects", "30", at=3), reading("projects", "13", at=9)


@pytest.mark.parametrize(
    ("stated", "said_of", "kept"),
    [
        ([WHOLE, PART], PART, [WHOLE]),
        ([WHOLE, PART], WHOLE, [WHOLE, PART]),
        ([WHOLE], WHOLE, [WHOLE]),
    ],
)
def test_a_smaller_figure_behind_that_is_called_a_part_is_one(stated, said_of, kept):
    reasons = {}
    found = without_parts(stated, {r.start: r is said_of for r in stated}, reasons)
    assert found == kept
    assert reasons == ({} if found == stated else {9: "part"})
