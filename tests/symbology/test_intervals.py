"""Between which values a figure lies: by hand, and for any true values behind the printed ones."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from geo.spec.measure import MeasureSpec
from geo.symbology.figures import taken
from geo.symbology.intervals import interval
from geo.tables.printed import read_figure
from geo.tables.table import Column


def column(*texts: str, unit: str = "亿元") -> Column:
    cells = tuple(read_figure(text, unit) for text in texts)
    return Column(unit, cells, tuple("value" if c else "missing" for c in cells))


def measure(**given) -> MeasureSpec:
    return MeasureSpec(**{"id": "m", "label": "m", "unit": "亿元", "kind": "rate"} | given)


def test_a_printed_figure_is_half_its_last_digit_off_at_most():
    """81.8 is 81.75 to 81.85."""
    found = interval(measure(column="a"), [{"a": column("81.8", "7.5", "")}])
    assert found.low == (Decimal("81.75"), Decimal("7.45"), None)
    assert found.high == (Decimal("81.85"), Decimal("7.55"), None)


def test_counts_are_exact():
    found = interval(measure(column="a", unit="个"), [{"a": column("16", "3", unit="个")}])
    assert found.low == found.high == (Decimal(16), Decimal(3))


def test_a_ratio_is_least_with_the_least_above_and_the_most_below():
    """2.0 / 4.0: from 1.95 / 4.05 to 2.05 / 3.95."""
    columns = {"a": column("2.0"), "b": column("4.0")}
    found = interval(measure(numerator="a", denominator="b"), [columns])
    assert [round(end[0], 6) for end in found] == [
        round(Decimal("1.95") / Decimal("4.05"), 6),
        round(Decimal("2.05") / Decimal("3.95"), 6),
    ]


def test_a_column_that_is_twice_in_a_formula_is_one_value_both_times():
    """(a - b) / b of 3.0 and 2.0: b is never 1.95 above the line and 2.05 below it."""
    columns = {"a": column("3.0"), "b": column("2.0")}
    found = interval(measure(formula="(a - b) / b"), [columns])
    assert round(found.low[0], 4) == round(Decimal("2.95") / Decimal("2.05") - 1, 4)
    assert round(found.high[0], 4) == round(Decimal("3.05") / Decimal("1.95") - 1, 4)


def test_a_change_is_off_by_the_rounding_of_both_periods():
    spec = measure(column="a", change={"since": "1", "until": "2"})
    found = interval(spec, [{"a": column("1.0")}, {"a": column("2.0")}])
    assert (found.low, found.high) == ((Decimal("0.90"),), (Decimal("1.10"),))


def test_more_columns_than_can_be_looked_at_are_not():
    columns = {f"c{i}": column("1.5") for i in range(9)}
    assert interval(measure(formula=" + ".join(columns)), [columns]) is None


@given(
    st.lists(st.decimals("0.1", "99.9", places=1), min_size=2, max_size=2),
    st.lists(st.decimals("-0.05", "0.05", places=4), min_size=2, max_size=2),
    st.sampled_from(["a + b", "a - b", "a * b", "a / b", "(a - b) / b * 100"]),
)
def test_whatever_the_true_values_are_the_figure_lies_within(printed, errors, formula):
    spec = measure(formula=formula)
    columns = {k: column(str(p)) for k, p in zip("ab", printed, strict=True)}
    true = {k: column(str(p + e)) for k, p, e in zip("ab", printed, errors, strict=True)}
    found = interval(spec, [columns])
    (value,) = taken(spec, true)[0].numbers
    tiny = Decimal("1e-30")  # quotients have 50 digits
    assert found.low[0] - tiny <= value <= found.high[0] + tiny
