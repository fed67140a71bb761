from decimal import Decimal

from geo.base.formula import read_formula
from geo.tables.formula import computed, of_the_whole
from tests.frames import column

A, B = column(1, "81.8", None, 5), column(4, 0, 2, 10)


def test_a_formula_is_computed_exactly_and_gaps_have_their_reasons():
    """0.1 + 0.2 is 0.3; a missing cell is missing, a division by zero not applicable."""
    found = computed(read_formula("a / b * 100"), {"a": A, "b": B}, "%")
    assert found.numbers == (25, None, None, 50)
    assert found.states == ("value", "inapplicable", "missing", "value")
    sums = computed(read_formula("a + b - 0.3"), {"a": column("0.1"), "b": column("0.2")}, "")
    assert sums.numbers == (Decimal(0),)


def test_the_whole_is_the_formula_of_the_sums_of_districts_that_have_all():
    formula = read_formula("(a - b) / b * 100")
    whole = of_the_whole(formula, {"a": column(3, 2, None), "b": column(1, 3, 100)})
    assert whole == 25  # 5 of 4, not the mean of 200 % and -33 %
    assert of_the_whole(formula, {"a": column(1), "b": column(0)}) is None
    assert of_the_whole(formula, {"a": column(None), "b": column(1)}) is None
