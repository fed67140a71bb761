"""Periods as offices write them follow one another in time, whatever order the table has."""

from __future__ import annotations

import random

import pytest

from geo.base.errors import MapError
from geo.tables.periods import by_period, in_time, is_dated, span_of
from geo.tables.table import Table
from tests.frames import column

IN_TIME = [
    ("1952", "1957", "2007"),
    ("2023年", "2024年", "2025年度"),
    ("2023-11", "2023-12", "2024-1", "2024-02", "2024-10"),
    ("2023年11月", "2024年2月", "2024年10月份"),
    ("2023Q4", "2024Q1", "2024-Q2"),
    ("Q4 2023", "Q1 2024"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("2024年一季度", "2024年上半年", "2024年前三季度", "2024年"),
    ("1-2月", "1-3月", "1—6月", "1-12月"),
    ("2023年1-11月", "2024年1-2月", "2024年1-10月"),
    ("3月", "10月"),
    ("2023H2", "2024H1"),
    ("上半年", "下半年"),
    ("2024-03-31", "2024-10-01", "2024年12月1日"),
    ("2009/10", "2010/11", "2011-12", "2012-2013"),
    ("1999/00", "2000-2001"),
    ("Sept 2023", "Jan 2024", "October 2024"),
    ("12/2023", "1/2024"),
]


@pytest.mark.parametrize("labels", IN_TIME)
def test_periods_follow_one_another_in_time(labels):
    mixed = list(labels)
    random.Random(1).shuffle(mixed)
    assert in_time(mixed[::-1]) == in_time(mixed)
    assert in_time(mixed) == labels


@pytest.mark.parametrize(
    "label",
    [
        "before",
        "2024-13",
        "2024-2020",
        "13月",
        "6-1月",
        "2024Q5",
        "Foo 2024",
        "",
        "20245",
        "第五季度",
    ],
)
def test_what_is_no_period_in_a_known_form_is_in_no_time(label):
    assert span_of(label) is None
    assert not is_dated([label])


def test_periods_of_which_one_is_in_no_known_form_keep_the_order_of_the_table():
    assert in_time(["2024", "after the war", "1938"]) == ("2024", "after the war", "1938")


def of(*rows):
    keys, periods, numbers = zip(*rows, strict=True)
    lines = tuple(range(2, 2 + len(rows)))
    return Table(keys, lines, {"x": column(*numbers)}, "t.csv", (), periods)


def test_every_period_has_its_own_rows_with_their_numbers_in_the_file():
    found = by_period(of(("a", "2001", 1), ("a", "2000", 2), ("b", "2001", None)))
    assert list(found) == ["2000", "2001"]
    assert (found["2001"].keys, found["2001"].rows) == (("a", "b"), (2, 4))
    assert found["2001"].columns == {"x": column(1, None)}
    assert found["2000"].columns == {"x": column(2)}


def test_one_period_written_in_two_ways_is_an_error_that_names_both_rows():
    with pytest.raises(MapError) as error:
        by_period(of(("a", "2024", 1), ("a", "2023", 2), ("b", "2024年", 3)))
    assert str(error.value) == (
        "t.csv, row 4: period '2024年' is '2024' of row 2. Write one period in one way."
    )
