"""How far the figures of a column were rounded, where some have fewer digits than the others.

78 among 81.8 and 84.5 may be 78.0 whose zero was dropped, exact to 0.05, or a figure rounded to
whole numbers, exact to 0.5. Three figures do not tell. Of many, one in ten ends in a zero: where
just so many lack the last digit, zeros were dropped, unless a mix of roundings looks so by chance.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from geo.tables.arithmetic import total
from geo.tables.printed import Printed

#: Units of things that are counted: whole numbers of them are not rounded.
COUNTED = frozenset("个项人家户件宗处座所台套辆次例名位笔起只头株条期") | {
    "projects", "people", "persons", "cases", "items", "units", "companies", "households",
}  # fmt: skip
#: More figures than this chance explains do not end in a zero: two standard deviations.
_PLAUSIBLE = Fraction(1, 40)
#: How often true figures may be called false: of random mixes of digits, and of any mix at all.
_FALSE_ALARM, _FALSE_ALARM_OF_ANY = 1e-6, 1e-3
#: Where Chernoff's bound is tried, in inverse largest slacks; any of them gives a bound.
_SCALES = [2 ** (i / 4) for i in range(-8, 29)]


def exact_count(figure: Printed, unit: str) -> Printed:
    """Return a whole number of what is counted as exact: 16个 is 16, 1.5万个 was rounded."""
    whole = figure.resolution == 1 and figure.value == figure.value.to_integral_value()
    return replace(figure, resolution=Decimal(0)) if whole and unit in COUNTED else figure


def as_rounded(parts: Sequence[Printed], unit: str, apart: Decimal = Decimal(0)) -> list[Printed]:
    """Give every part the rounding that its column's digits show.

    Parameters
    ----------
    parts : sequence of Printed
        Of one column. Only figures with the column's own unit tell of one another: 8180万元 says
        nothing of a column in 亿元, and keeps its own rounding, as do exact figures.
    unit : str
        Of the column. Whole numbers in a unit that is counted (``个``) are exact.
    apart : Decimal, default 0
        The slack of what their sum is compared with.

    Returns
    -------
    list of Printed
        All with the column's last digit, if its zeros were dropped beyond doubt; otherwise each as
        it is printed, which is the widest reading: nothing that it refutes can be true.

    Notes
    -----
    A true total is called false if the column looks like one of dropped zeros and is none, and
    errs by more than such a column can. For figures that are each at least as likely as not to
    lack the last digit, both together happen less than once in a million; the second alone,
    whatever the digits, less than once in a thousand.
    """
    parts = [exact_count(part, unit) for part in parts]
    own = [i for i, p in enumerate(parts) if p.scale == 1 and 0 < p.resolution <= 1]
    finest = min((parts[i].resolution for i in own), default=Decimal(1))
    short = sum(parts[i].resolution > finest for i in own)
    if not short or any(_ends_in_zero(parts[i]) for i in own):
        return parts
    even = list(parts)
    for i in own:
        even[i] = replace(parts[i], resolution=finest)
    so_even = _at_most(short, len(own), Fraction(1, 2))
    beyond = chance_beyond([*(p.slack for p in parts), apart], total(p.slack for p in even) + apart)
    plausible = 1 - _at_most(short - 1, len(own), Fraction(1, 10)) >= _PLAUSIBLE
    sure = beyond < _FALSE_ALARM_OF_ANY and so_even * beyond < _FALSE_ALARM
    return even if plausible and sure else parts


def _ends_in_zero(figure: Printed) -> bool:
    """Tell whether a zero was printed after the point: then zeros are not dropped here."""
    return figure.resolution < 1 and not int(figure.value / figure.resolution) % 10


def _at_most(k: int, n: int, p: Fraction) -> Fraction:
    """Return the chance of at most k in n, of which each has chance p."""
    ways = sum(math.comb(n, i) * p.numerator**i * (p.denominator - p.numerator) ** (n - i)
               for i in range(k + 1))  # fmt: skip
    return Fraction(ways, p.denominator**n)


def chance_beyond(slacks: Sequence[Decimal], limit: Decimal) -> float:
    """Bound the chance that rounding errors add up to more than a limit, to either side.

    Parameters
    ----------
    slacks : sequence of Decimal
        Every error is anywhere within plus or minus its slack, independently of the others.
    limit : Decimal

    Returns
    -------
    float
        Chernoff's bound: twice the least of ``exp(-a t) prod(sinh(a s) / (a s))`` over some a > 0.
    """
    groups = {float(slack): count for slack, count in Counter(slacks).items() if slack}
    if not groups:
        return 0.0
    bounds = [
        sum(count * _log_sinhc(a * slack) for slack, count in groups.items()) - a * float(limit)
        for a in (x / max(groups) for x in _SCALES)
    ]
    return min(2 * math.exp(min(*bounds, 0.0)), 1.0)


def _log_sinhc(x: float) -> float:
    """Return ``log(sinh(x) / x)``; sinh itself leaves the doubles at 710."""
    return x + math.log1p(-math.exp(-2 * x)) - math.log(2 * x)
