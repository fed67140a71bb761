"""What a map says, in one form whatever it is read from."""

from __future__ import annotations

from decimal import Decimal

from geo.choropleth.edition import Figure, Place, edition_of, folded_texts, limits
from tests.choropleth.editions import edition


def test_a_built_map_says_its_texts_districts_and_figures():
    made = edition_of(edition(title="Two  words", open="high"), "m.toml")
    (layer,) = made.layers
    assert made.texts["title"] == "Two words"
    assert made.places["Ann"] == Place("Ann", "", False)
    assert dict(layer.texts) == {"label": "Rate", "unit": "%", "kind": "rate"}
    assert layer.figures["Ann"] == Figure(Decimal("1.5"), 0)
    assert layer.figures["Dot"] == Figure(None, None, "missing")
    # The last class is open: readers are shown no number there, so none is compared.
    assert layer.edges == (Decimal(0), Decimal(2), Decimal(4), Decimal(10), None)


def test_an_own_heading_of_a_measure_is_said_with_it_and_others_are_not():
    (layer,) = edition_of(edition(label="R", dek="", notes=("n",)), "m.toml").layers
    assert dict(layer.texts) == {"label": "R", "unit": "%", "kind": "rate", "notes": "n"}


def test_white_space_is_folded_line_by_line():
    assert folded_texts({"a": " b \t c\nd "}) == {"a": "b c\nd"}
    assert limits((0.1, 2.0), ("0.1", "")) == (Decimal("0.1"), None)
