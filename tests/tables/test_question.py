"""A question says which columns are read, and how each is best read."""

from __future__ import annotations

from geo.tables.conditions import read_condition
from geo.tables.counted import Measure
from geo.tables.question import Question

SUM, DISTINCT = Measure("sum", "price", "元"), Measure("distinct", "seller")


def test_columns_of_one_use_are_read_as_what_they_are():
    wanted = Question(measures=(SUM, Measure("mean", "price"), DISTINCT), group_by=("year",)).wanted
    assert wanted.columns == ("lon", "lat", "price", "seller", "year")
    assert (wanted.figures, wanted.angles, wanted.words) == ({"price"}, {"lon", "lat"}, {"year"})
    assert wanted.points


def test_columns_of_two_uses_are_read_as_text():
    """A price that is compared with "0.0" is not 0."""
    where = read_condition('price != "0.0" and lon > 5')
    wanted = Question(measures=(SUM,), group_by=("lat",), where=where).wanted
    assert wanted.columns == ("lon", "lat", "price")
    assert not wanted.figures | wanted.angles | wanted.words


def test_with_a_decimal_comma_no_column_is_read_as_a_number():
    wanted = Question("code", measures=(SUM,), decimal=",").wanted
    assert (wanted.figures, wanted.words, wanted.points) == (set(), {"code"}, False)
