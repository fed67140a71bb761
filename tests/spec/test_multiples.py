"""What a spec may ask for in small maps, and what it is told otherwise."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from geo.spec.measure import ChangeSpec, MeasureSpec
from geo.spec.multiples import shows_measures, wrong_choice
from geo.spec.plate import PlateSpec

MEASURES = (
    MeasureSpec(id="rate", label="Rate", unit="%", kind="rate", column="r"),
    MeasureSpec(
        id="change", label="C", unit="%", kind="rate", column="r", change=ChangeSpec(since="1990")
    ),
)


@pytest.mark.parametrize(
    ("chosen", "measures"),
    [("measures", True), ("periods", False), (("rate",), True), (("rate", "1990"), False)],
)
def test_a_list_is_one_of_measures_if_all_of_it_are(chosen, measures):
    assert shows_measures(chosen, ["rate", "change"]) is measures


@pytest.mark.parametrize(
    ("chosen", "options", "said"),
    [
        ("", {"timely": False}, []),
        ("periods", {"timely": True}, []),
        (("1990", "2000"), {"timely": True}, []),
        (("rate", "change"), {"timely": False}, []),
        (
            "periods",
            {"timely": False},
            ['plates[1].small_multiples = "periods" needs periods. Name the column that says when '
             "as `period` in [table]"],
        ),
        (
            ("rate", "chnage"),
            {"timely": False},
            ["plates[1].small_multiples 'chnage' is not a measure. Did you mean change?"],
        ),
        (
            ("1990", "1990"),
            {"timely": True},
            ["plates[1].small_multiples: a map is named twice"],
        ),
        (
            "measures",
            {"timely": True, "measure": "rate"},
            ["plates[1].small_multiples are of measures: leave `measure` out"],
        ),
        (
            "periods",
            {"timely": True, "period": "1990"},
            ["plates[1].small_multiples are of periods: leave `period` out"],
        ),
        (
            "periods",
            {"timely": True, "measure": "change"},
            ["plates[1].small_multiples: a change is the same in all periods. Choose another "
             "measure"],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_said(chosen, options, said):
    assert wrong_choice("plates[1]", chosen, MEASURES, **options) == said


@pytest.mark.parametrize("key", ["circles", "bars", "north_arrow", "histogram", "inset"])
def test_small_maps_refuse_what_they_have_no_room_for(key):
    with pytest.raises(ValidationError, match=f"a plate of `small_multiples` has no `{key}`"):
        PlateSpec(small_multiples="measures", **{key: "a" if key == "circles" else True})
