import pytest

from geo.base.formula import read_formula


@pytest.mark.parametrize(
    ("text", "columns", "adds_up"),
    [
        ("investment / population * 10000", ("investment", "population"), False),
        ("(a - b) / b * 100", ("a", "b"), False),
        ("a + 2 * b - c / 10", ("a", "b", "c"), True),
        ("-a", ("a",), True),
        ("a * b", ("a", "b"), False),
        ("a + 1", ("a",), False),
        ("投资 / 人口", ("投资", "人口"), False),
        ('"人口（万）" / area_km2', ("人口（万）", "area_km2"), False),
    ],
)
def test_columns_of_a_formula_are_known_and_whether_it_adds_up(text, columns, adds_up):
    found = read_formula(text)
    assert (found.columns, found.adds_up) == (columns, adds_up)


@pytest.mark.parametrize(
    "text",
    ["a ** 9", "a if b else c", "__import__('os')", "a.b", "a[0]", "f(a)", "a == b", "a and b",
     "[a]", "True * a", "a // b", "a % b", "(a := 1)", "lambda: a", "f'{a}'", "~a", "+a", "1j * a"],
)  # fmt: skip
def test_what_is_more_than_arithmetic_is_refused(text):
    with pytest.raises(ValueError, match="more than columns, numbers"):
        read_formula(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [("a +", "is no formula"), ("1 + 2", "names no column"),
     ("(" * 200 + "a" + ")" * 200, "no formula|characters"),
     ("a" * 301, "301 characters")],
)  # fmt: skip
def test_what_is_no_formula_is_refused(text, why):
    with pytest.raises(ValueError, match=why):
        read_formula(text)
