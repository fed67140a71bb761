"""Tables with a column for each period: read as one of them all, found out as such."""

from __future__ import annotations

import pytest

from geo.base.errors import MapError
from geo.tables.guess import Figures, Guess
from geo.tables.wide import by_years, read_wide

NAMES = ("investment_{period}", "population")


def read(folder, text, periods=("2023", "2024"), **options):
    path = folder / "t.csv"
    path.write_text(text, encoding="utf-8")
    columns = {NAMES[0]: "亿元", NAMES[1]: ""}
    return read_wide(path, key="district", columns=columns, periods=periods, **options)


def test_each_period_has_a_row_for_every_district_and_what_has_no_period_is_of_all(tmp_path):
    table = read(
        tmp_path,
        "district,population,investment_2024,investment_2023\nA,10,1.5,1\nB,20,—,2\n",
    )
    assert table.keys == ("A", "B", "A", "B")
    assert table.rows == (2, 3, 2, 3)
    assert table.periods == ("2023", "2023", "2024", "2024")
    assert [str(n) for n in table.columns[NAMES[0]].numbers] == ["1", "2", "1.5", "None"]
    assert [int(n) for n in table.columns[NAMES[1]].numbers] == [10, 20, 10, 20]
    assert table.columns[NAMES[0]].states[3] == "missing"


def test_years_alone_may_be_the_names_of_columns(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("District,1990,1995\nA,1,2\nB,3,4\n", encoding="utf-8")
    table = read_wide(path, key="District", columns={"{period}": ""}, periods=("1990", "1995"))
    assert [int(n) for n in table.columns["{period}"].numbers] == [1, 3, 2, 4]


def test_faults_name_the_column_of_their_period(tmp_path):
    text = "district,population,investment_2023,investment_2024\nA,10,1,12O.5\nB,2,-3,4\n"
    with pytest.raises(MapError) as error:
        read(tmp_path, text)
    assert str(error.value).splitlines() == [
        f"{tmp_path / 't.csv'}, row 2: investment_2024 '12O.5' is not a number. Write it in 亿元, "
        "for example 120.5.",
        f"{tmp_path / 't.csv'}, row 3: investment_2023 '-3' is negative. Correct it, or set "
        "allow_negative = true for the measure.",
    ]
    fine = read(tmp_path, text.replace("12O.5", "5"), allow_negative={NAMES[0]})
    assert int(fine.columns[NAMES[0]].numbers[1]) == -3


def test_a_period_without_its_column_is_missed(tmp_path):
    with pytest.raises(MapError, match="has no column 'investment_2022'"):
        read(tmp_path, "district,population,investment_2023\nA,1,2\n", periods=("2022", "2023"))


def guessed(*columns):
    figures = (Figures(c, u, d, rate=False, negative=False) for c, u, d in columns)
    return Guess("district", tuple(figures), frozenset({0, 1}))


def test_columns_that_differ_by_a_year_alone_are_one_of_several_periods():
    found, periods = by_years(
        guessed(("GDP 2024", "亿元", 1), ("GDP 2023", "亿元", 2), ("2024年人口", "", 0),
                ("2023年人口", "", 0))
    )  # fmt: skip
    assert periods == ("2023", "2024")
    assert [(f.column, f.unit, f.decimals) for f in found.figures] == [
        ("GDP {period}", "亿元", 2), ("{period}年人口", "", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "columns",
    [
        [("GDP 2024", "", 0)],
        [("GDP 2023", "", 0), ("GDP 2024", "", 0), ("Area", "", 0)],
        [("GDP 2023", "", 0), ("GDP 2024", "", 0), ("Pop 2024", "", 0)],
        [("GDP 2023", "亿元", 0), ("GDP 2024", "万元", 0)],
        [("2019-2020", "", 0), ("2020-2021", "", 0)],
        [("No 120231", "", 0), ("No 120241", "", 0)],
    ],
)
def test_what_is_not_certain_stays_as_it_is(columns):
    read = guessed(*columns)
    assert by_years(read) == (read, ())
