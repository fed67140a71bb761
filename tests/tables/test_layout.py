import pytest

from geo.base.errors import MapError
from geo.tables.layout import Layout, chosen, pivoted

HEADER = ("country", "year", "what", "value")
ROWS = [
    (2, ("Chad", "2000", "life", "48")),
    (3, ("Chad", "2005", "life", "50")),
    (4, ("Chad", "2005", "births", "46")),
    (5, ("Mali", "2005", "life", "54")),
]


def test_where_keeps_the_rows_of_one_year_or_of_several():
    one = chosen(ROWS, HEADER, Layout(where={"year": ("2005",)}), "t.csv")
    assert [line for line, _ in one] == [3, 4, 5]
    both = chosen(
        ROWS, HEADER, Layout(where={"year": ("2000", "2005"), "what": ("life",)}), "t.csv"
    )
    assert [line for line, _ in both] == [2, 3, 5]


def test_a_year_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(MapError) as error:
        chosen(ROWS, HEADER, Layout(where={"year": ("2010",)}), "t.csv")
    assert str(error.value) == "t.csv: no row has year '2010'. There are 2000, 2005."


def test_a_long_table_becomes_a_row_a_district_and_a_column_a_figure():
    header, rows = pivoted(ROWS[1:], HEADER, "country", Layout(names="what", values="value"), "t")
    assert header == ("country", "life", "births")
    assert rows == [(3, ("Chad", "50", "46")), (5, ("Mali", "54", ""))]


def test_two_figures_of_one_name_are_refused():
    with pytest.raises(MapError) as error:
        pivoted(ROWS, HEADER, "country", Layout(names="what", values="value"), "t.csv")
    assert str(error.value) == (
        "t.csv, row 3: 'Chad' has a second what 'life'. Choose among them with where."
    )


def test_what_the_file_has_to_have_is_known_before_it_is_read():
    layout = Layout(where={"year": ("2005",)}, names="what", values="value")
    assert layout.needed(("country", "life")) == ("country", "what", "value", "year")
    assert Layout().needed(("country", "life")) == ("country", "life")


def test_a_long_table_of_several_periods_has_a_row_for_each_district_and_period():
    rows = [
        (2, ("Chad", "2001", "gdp", "5")),
        (3, ("Chad", "2002", "gdp", "6")),
        (4, ("Chad", "2001", "people", "7")),
    ]
    layout = Layout(names="what", values="value", period="year")
    header = ("country", "year", "what", "value")
    assert pivoted(rows, header, "country", layout, "t") == (
        ("country", "year", "gdp", "people"),
        [(2, ("Chad", "2001", "5", "7")), (3, ("Chad", "2002", "6", ""))],
    )
