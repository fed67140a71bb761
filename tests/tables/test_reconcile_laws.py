"""Whatever figures a source rounds and adds up: the verdict is never against the truth."""

from __future__ import annotations

import itertools
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from geo.tables.printed import Printed, read_figure
from geo.tables.reconcile import reconcile


def possible(parts: list[Printed], whole: Printed) -> bool:
    """Try all corners: is there a truth within every interval that adds up? The oracle."""
    ends = [(p.value - p.slack, p.value + p.slack) for p in parts]
    sums = {sum(corner, Decimal(0)) for corner in itertools.product(*ends)}
    low, high = whole.value - whole.slack, whole.value + whole.slack
    return min(sums) <= high and max(sums) >= low


ROUNDED = st.tuples(st.integers(0, 2), st.integers(1, 99_999))


@given(st.lists(ROUNDED, min_size=1, max_size=7), ROUNDED, st.integers(-4, 4))
def test_the_verdict_is_that_of_all_truths_within_the_rounding(parts, whole, off: int):
    """Each figure printed to 0, 1 or 2 digits, its last one not zero; totals true and false."""
    read = [_printed(digits, n) for digits, n in parts]
    read.append(Printed(Decimal("0.10"), Decimal("0.01")))  # a last zero: none is dropped
    digits, _ = whole
    near = sum((p.value for p in read), Decimal(0)).quantize(Decimal(1).scaleb(-digits))
    stated_total = Printed(near + off * Decimal("0.7"), Decimal(1).scaleb(-digits))
    check = reconcile(read, stated_total, "全市", "investment", "亿元")
    assert check.ok is possible(read, stated_total)


def _printed(digits: int, n: int) -> Printed:
    step = Decimal(1).scaleb(-digits)
    return Printed(n * step, step)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_dropping_zeros_never_makes_a_contradiction(hundredths: list[int]):
    exact = [Decimal(h) / 100 for h in hundredths]
    rounded = [x.quantize(Decimal("0.1")) for x in exact]
    texts = [f"{x:f}".removesuffix(".0") for x in rounded]
    parts = [p for text in texts if (p := read_figure(text, "亿元"))]
    whole = Printed(sum(exact, Decimal(0)).quantize(Decimal(1)), Decimal(1))
    assert reconcile(parts, whole, "全市", "investment", "亿元").ok


@given(st.lists(st.integers(0, 10**7), min_size=3, max_size=30))
def test_figures_that_are_rounded_one_by_one_never_make_a_contradiction(thousandths: list[int]):
    """In turn to 0, 1 and 2 digits."""
    exact = [Decimal(t) / 1000 for t in thousandths]
    steps = [Decimal(1).scaleb(-(i % 3)) for i in range(len(exact))]
    parts = [Printed(x.quantize(s), s) for x, s in zip(exact, steps, strict=True)]
    whole = Printed(sum(exact, Decimal(0)).quantize(Decimal("0.1")), Decimal("0.1"))
    assert reconcile(parts, whole, "全市", "investment", "亿元").ok


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=30))
def test_rounding_true_values_never_makes_a_contradiction(hundredths: list[int]):
    """Whatever the parts are, printing them to 0.1 and their sum to 1 stays within the slack."""
    exact = [Decimal(h) / 100 for h in hundredths]
    parts = [Printed(x.quantize(Decimal("0.1")), Decimal("0.1")) for x in exact]
    whole = Printed(sum(exact, Decimal(0)).quantize(Decimal(1)), Decimal(1))
    assert reconcile(parts, whole, "全市", "investment", "亿元").ok
