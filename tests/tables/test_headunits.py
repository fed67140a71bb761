"""What of a column's head is its name, and what its unit."""

from __future__ import annotations

import pytest

from geo.tables.heads import split_head
from geo.tables.headunits import forms, parted


@pytest.mark.parametrize(
    ("head", "name", "unit"),
    [
        ("总投资（亿元）", "总投资", "亿元"),
        ("投资/亿元", "投资", "亿元"),
        ("Rate in %", "Rate", "%"),
        ("Arbeitslosenquote in Prozent", "Arbeitslosenquote", "Prozent"),
        ("Wert in Mio. Euro", "Wert", "Mio. Euro"),
        ("Umsatz in 1.000 Euro", "Umsatz", "1.000 Euro"),
        ("Fläche in km²", "Fläche", "km²"),
        ("GDP in billion US dollars", "GDP", "billion US dollars"),
        ("Valeur en millions d'euros", "Valeur", "millions d'euros"),
        ("Population (in thousands)", "Population", "thousands"),
        ("Population (2023, thousands)", "Population", "thousands"),
        ("Population (thousands, 1 January 2023)", "Population", "thousands"),
        ("Population (2021-22; in 1,000)", "Population", "1,000"),
        ("Anteil %", "Anteil", "%"),
        ("Income €", "Income", "€"),
        ("Change (% of GDP, 2023)", "Change", "% of GDP"),
    ],
)
def test_a_unit_is_read_from_the_head(head, name, unit):
    assert split_head(head) == (name, unit)


@pytest.mark.parametrize(
    "head",
    ["Change in population", "People in work", "Born in Hamburg", "Year in school",
     "Population (2023)", "人口（2023年）", "GDP (2023Q1)", "Rate", "%", "Made in Texas"],
)  # fmt: skip
def test_other_words_are_no_unit(head):
    assert split_head(head)[1] == ""


def test_brackets_that_only_say_when_may_be_left_out():
    assert ("Population", "") in list(forms("Population (2023)"))


@pytest.mark.parametrize(
    ("unit", "base", "multiple"),
    [
        ("亿元", "元", 10**8),
        ("Mio. Euro", "Euro", 10**6),
        ("Mrd. Euro", "Euro", 10**9),
        ("thousands", "", 1_000),
        ("Tsd.", "", 1_000),
        ("million people", "people", 10**6),
        ("miles", "", 1_000),
        ("milestones", "milestones", 1),
        ("%", "%", 1),
    ],
)
def test_multiples_are_parted_from_what_is_counted(unit, base, multiple):
    assert parted(unit) == (base, multiple)
