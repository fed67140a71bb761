"""Writes numbers in Chinese numerals, independently of the reader."""

from __future__ import annotations

from decimal import Decimal

DIGITS = "零一二三四五六七八九"


def spelled(number: int | Decimal) -> str:
    """Write a number below 10**16: ``1480.6`` is 一千四百八十点六."""
    whole, _, decimals = str(number).partition(".")
    point = "点" + "".join(DIGITS[int(d)] for d in decimals) if decimals else ""
    words = _whole(int(whole)) or "零"
    return (words[1:] if words.startswith("一十") else words) + point


def _whole(number: int) -> str:
    for numeral, place in (("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1)):
        count, rest = divmod(number, 10**place)
        if count:
            gap = "零" if 0 < rest < 10 ** (place - 1) else ""
            return f"{_whole(count)}{numeral}{gap}{_whole(rest)}"
    return DIGITS[number] if number else ""
