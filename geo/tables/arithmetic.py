"""Arithmetic of printed figures: exact in decimals, rounded once, half up.

A double cannot hold 9.95, so whether it is shown as 9.9 or as 10 would depend on who rounds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache

#: Holds the sum of any two doubles without rounding: they span 309 digits before the point and
#: 324 after it.
_EXACT = Context(prec=700, rounding=ROUND_HALF_UP)
#: Quotients rarely end; twice the digits of any figure leave no doubt on which side of a half one
#: lies.
_QUOTIENT = Context(prec=50, rounding=ROUND_HALF_UP)


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round a number half up, away from zero, as statistics offices do.

    Parameters
    ----------
    number : Decimal
    decimals : int
        Digits after the point at most; a number that has fewer keeps its own.
    """
    if int(number.as_tuple().exponent) < -decimals:
        number = number.quantize(last_digit(decimals), context=_EXACT)
    return number if number else abs(number)  # not -0.0


@cache
def last_digit(decimals: int) -> Decimal:
    """Return the size of the last of so many digits after the point: 0.01 for 2, 100 for -2."""
    return Decimal(1).scaleb(-decimals)


def in_digits(number: Decimal) -> str:
    """Write a number without an exponent, and without zeros that no figure needs: ``8`` of 8.0."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def total(numbers: Iterable[Decimal]) -> Decimal:
    """Return the exact sum."""
    with localcontext(_EXACT):
        return sum(numbers, Decimal(0))


def product(a: Decimal, b: Decimal) -> Decimal:
    """Return the exact product."""
    return _EXACT.multiply(a, b)


def quotient(above: Decimal, below: Decimal) -> Decimal:
    """Return ``above / below`` to 50 digits; `below` is not zero."""
    return _QUOTIENT.divide(above, below)


def difference(a: Decimal, b: Decimal) -> Decimal:
    """Return the exact ``a - b``."""
    return _EXACT.subtract(a, b)
