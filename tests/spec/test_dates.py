"""An edition is named by a date that there is, in a form that sorts."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from geo.spec.dates import Edition

EDITION = TypeAdapter(Edition)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("", ""),
        ("2024", "2024"),
        (2024, "2024"),
        ("2024Q1", "2024Q1"),
        ("2024-02", "2024-02"),
        ("2024-02-29", "2024-02-29"),
        (date(2024, 2, 9), "2024-02-09"),
        ("2024-02-26-2", "2024-02-26-2"),
    ],
)
def test_a_year_a_quarter_a_month_a_day_and_a_second_edition_of_it(given: object, text: str):
    assert EDITION.validate_python(given) == text


@pytest.mark.parametrize(
    "given", ["2023-02-29", "2024-13", "2024Q5", "26.2.2024", "../2024", "2024-02-26-0", "٢٠٢٤"]
)
def test_what_is_no_date_is_refused_with_the_forms_there_are(given: str):
    with pytest.raises(ValidationError) as error:
        EDITION.validate_python(given)
    assert error.value.errors()[0]["msg"] == (
        f"Value error, {given!r} is no date. "
        "Write it as 2024, 2024Q1, 2024-02, 2024-02-26 or 2024-02-26-2"
    )


def test_a_time_of_day_names_no_file():
    with pytest.raises(ValidationError):
        EDITION.validate_python(datetime(2024, 2, 26, 8))
