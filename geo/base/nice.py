"""Round numbers: steps of 1, 2 or 5 times a power of ten, computed in decimals.

Class breaks, the scale bar and the legend of circles take theirs from here, so that the page and
the plate cannot differ. Results are decimals: 0.3 is 0.3, not 0.30000000000000004.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

Number = float | Decimal
#: No figure of a map is larger: a legend of 300 digits helps nobody, and sums of the largest
#: doubles overflow.
LARGEST = 10**24
#: Any double or sum of doubles over any step: they span 309 digits before the point, 324 after it.
_EXACT = Context(prec=700)
#: Digits of a round number, ascending and below ten.
STEPS: tuple[Number, ...] = (1, 2, 5)
#: The largest circle of a legend may be less round, so that it comes close to the largest value.
_TOPS: tuple[Number, ...] = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8)
#: A smaller circle shows a third of the next larger one's value at most: its radius is then less
#: than 0.58 of the other's, and nested circles keep clear of each other.
_WELL_BELOW = 3
#: Heckbert's limits between rounding to 1, 2, 5 and 10; about the geometric means.
_NEAREST = (Decimal("1.5"), Decimal(3), Decimal(7))


def nice_below(value: Number, steps: Sequence[Number] = STEPS) -> Decimal:
    """Return the largest of `steps` times a power of ten that is not above `value`.

    Parameters
    ----------
    value : float or Decimal
        Above 0 and finite. A float counts as the shortest decimal that gives it.
    steps : sequence of float or Decimal, default (1, 2, 5)
        Ascending, the first is 1, all below 10.

    Raises
    ------
    ValueError
        If `value` is not above 0 or not finite.
    """
    number = _positive(value)
    power = _power(number)
    return max(at for at in (decimal_of(step) * power for step in steps) if at <= number)


def nice_above(value: Number, steps: Sequence[Number] = STEPS) -> Decimal:
    """Return the smallest of `steps` times a power of ten that is not below `value`.

    Parameters and errors are those of `nice_below`.
    """
    number = _positive(value)
    power = _power(number)
    return min(at for at in (decimal_of(s) * power for s in (*steps, 10)) if at >= number)


def nice_near(value: Number) -> Decimal:
    """Return the 1, 2 or 5 times a power of ten that is nearest to `value` as a ratio.

    Raises
    ------
    ValueError
        If `value` is not above 0 or not finite.

    Notes
    -----
    P. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990.
    """
    number = _positive(value)
    power = _power(number)
    for step, limit in zip((1, 2, 5), _NEAREST, strict=True):
        if number < limit * power:
            return step * power
    return 10 * power


def nice_edges(low: Number, high: Number, k: int) -> tuple[Decimal, ...]:
    """Return multiples of one nice step that enclose ``[low, high]`` in about `k` intervals.

    Parameters
    ----------
    low, high : float or Decimal
        ``low < high``.
    k : int
        At least 2.

    Returns
    -------
    tuple of Decimal
        Ascending; the first is `low` or below, the last is `high` or above.

    Notes
    -----
    P. Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990, as in mapclassify.
    """
    bottom, top = decimal_of(low), decimal_of(high)
    step = nice_near(nice_above(top - bottom) / (k - 1))
    first, last = _multiple(bottom, step, ROUND_FLOOR), _multiple(top, step, ROUND_CEILING)
    return tuple(_EXACT.multiply(step, i) for i in range(first, last + 1))


def roundest(low: Number, high: Number, near: Number, *, closed: bool = False) -> Decimal:
    """Return the roundest number in ``[low, high)``, of several the one nearest to `near`.

    Parameters
    ----------
    low, high : float or Decimal
        ``low < high``; with `closed`, also ``low == high``.
    near : float or Decimal
    closed : bool, default False
        `high` itself is allowed too.

    Returns
    -------
    Decimal
        A multiple of the largest 1 or 5 times a power of ten that has one there; 0 before all.

    Raises
    ------
    ValueError
        If the interval is empty.
    """
    bottom, top, wanted = decimal_of(low), decimal_of(high), decimal_of(near)
    if bottom > top or (bottom == top and not closed):
        raise ValueError(f"no number in [{bottom}, {top})")
    if bottom <= 0 and (top > 0 or (top == 0 and closed)):
        return Decimal(0)
    exponent = max(bottom.adjusted(), top.adjusted()) + 1
    while True:
        for digit in (5, 1):
            step = digit * Decimal(1).scaleb(exponent)
            first, last = _multiple(bottom, step, ROUND_CEILING), _multiple(top, step, ROUND_FLOOR)
            last -= _EXACT.multiply(last, step) == top and not closed
            if first <= last:
                best = _multiple(wanted, step, ROUND_HALF_EVEN)
                return _EXACT.multiply(min(max(best, first), last), step)
        exponent -= 1


def circle_values(largest: Number, decimals: int) -> tuple[Decimal, ...]:
    """Return the values of a legend of proportional circles.

    Parameters
    ----------
    largest : float or Decimal
        The largest absolute value on the map, 0 or above.
    decimals : int
        Of the measure: a count has 0, and its legend no half.

    Returns
    -------
    tuple of Decimal
        Descending: a round number near `largest`, and two well below it. Fewer where the smaller
        ones need more decimals than the measure has; none if `largest` is 0.
    """
    unit = Decimal(1).scaleb(-decimals)
    limit = decimal_of(largest)
    if limit < unit:
        return ()
    top = nice_below(limit, _TOPS)
    if _EXACT.remainder(top, unit):  # 1.5 of a measure without decimals
        top = nice_below(limit)
    middle = nice_below(top / _WELL_BELOW)
    values = (top, middle, nice_below(middle / _WELL_BELOW))
    return tuple(value for value in values if value >= unit)


def decimal_of(value: Number) -> Decimal:
    """Return `value` as a decimal: of a float, the shortest one that reads back as it."""
    return value if isinstance(value, Decimal) else Decimal(repr(float(value)))


def _positive(value: Number) -> Decimal:
    number = decimal_of(value)
    if not (number.is_finite() and number > 0):
        raise ValueError(f"{number} is not above 0")
    return number


def _power(number: Decimal) -> Decimal:
    return Decimal(1).scaleb(number.adjusted())


def _multiple(number: Decimal, step: Decimal, rounding: str) -> int:
    return int(_EXACT.divide(number, step).to_integral_value(rounding))
