"""JSON that others wrote is taken as decimals, and never for more than it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from geo.base.errors import MapError
from geo.choropleth.blocks import checked, parsed


def test_numbers_keep_the_digits_they_are_written_with():
    assert parsed("[1.10, 2, 1e3]", "f") == [Decimal("1.10"), Decimal(2), Decimal("1E3")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[NaN]", "NaN is no number of JSON"),
        ("[1e999999999]", "1e999999999 is out of range"),
        ("[", "Expecting value: line 1 column 2 (char 1)"),
    ],
)
def test_what_is_no_json_is_refused(text: str, why: str):
    with pytest.raises(MapError) as error:
        parsed(text, "f.html")
    assert str(error.value) == (
        f"f.html: holds data that cannot be read: {why}. Build or download it again."
    )


def test_brackets_without_end_are_refused_and_no_traceback():
    with pytest.raises(MapError, match="holds data that cannot be read"):
        parsed("[" * 100_000, "f.html")


def test_data_of_another_shape_are_refused_with_the_key():
    assert checked(dict[str, int], {"a": 1}, "f") == {"a": 1}
    with pytest.raises(MapError) as error:
        checked(dict[str, int], {"a": "x"}, "f.html")
    assert str(error.value).startswith("f.html: holds no data of a map: a: input should be a valid")
