"""Numbers as press releases print them: digits, Chinese numerals, multiples, approximations."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from geo.tables.printed import MULTIPLES, Printed, split_unit

#: Digits, thousands separated by commas or thin spaces; bounded: no digits are looked at twice.
#: A copied page may have a space behind the point: 16. 36亿元.
DIGITS = (
    r"(?:\d{1,3}(?:[,\u2009\u202f]\d{3}){1,3}(?!\d)|\d{1,12})(?:\.\d{1,6}|\. \d{1,4}(?=\s?[亿万]))?"
)
MULTIPLE = r"(?:万亿|千亿|百亿|千万|百万|[百千万亿])"
#: A number in digits with its multiples (8亿1800万, 1万4179), and one in Chinese numerals.
WESTERN = (
    rf"(?:{DIGITS} 亿 {DIGITS} 万(?= ?元)|{DIGITS}(?:\s?{MULTIPLE}(?:{DIGITS}{MULTIPLE}){{0,3}}"
    rf"(?:(?<=万)(?:\d,\d{{3}}|\d{{1,4}})(?![\d.,%年月日]|{MULTIPLE}))?)?)"
)
NUMERALS = r"[零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]{1,20}"

#: Behind 元 where it is the unit of a user's measure, and not that of all sums, 亿元.
OWN = "\u2060"

_PIECE = re.compile(rf"({DIGITS})\s?({MULTIPLE}?)")
_THOUSANDS = re.compile(r"[,\u2009\u202f]")
_SIMPLE = re.compile(rf"(\d+(?:\.\d+)?)({MULTIPLE}?)")
_TAIL = re.compile(r"(.*[^万亿])(万亿|[万亿])")
_ONE = Decimal(1)
_NUMERALS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "两": "2"}
#: The places that have a numeral of their own, highest first, as powers of ten.
_PLACES = (("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1))
_PLAIN = str.maketrans("〇两壹贰叁肆伍陆柒捌玖拾佰仟", "零二一二三四五六七八九十百千")


def read_number(printed: str) -> Printed | None:
    """Read a number with its multiples, in ones.

    Parameters
    ----------
    printed : str
        ``81.8``, ``1,480``, ``1.3万亿``, ``8亿1800万``, ``十六``, ``一百二十亿``, ``一点三万亿``.
        Full-width digits have been folded.

    Returns
    -------
    Printed or None
        The resolution is the size of the last printed digit, multiple included: 10**11 for
        ``1.3万亿``. None if it cannot be read for certain (``三四``, ``一千二``).
    """
    return _western(printed) if printed[0].isdigit() else _chinese(printed)


def _western(printed: str) -> Printed | None:
    if simple := _SIMPLE.fullmatch(printed):
        value = Decimal(simple[1]) * MULTIPLES[simple[2]]
        ones = Decimal(MULTIPLES[simple[2]])
        step = Decimal(1).scaleb(-len(simple[1].partition(".")[2])) * ones
        return Printed(value, step, scale=ones)
    total, step, before = Decimal(0), Decimal(0), None
    end = 0
    for match in _PIECE.finditer(printed):
        factor = MULTIPLES[match[2]]
        if match.start() != end or (before is not None and factor >= before):
            return None
        digits = _THOUSANDS.sub("", match[1])
        if digits.startswith("0") and digits != match[1]:
            return None  # 0,812 is no thousands
        value = Decimal(digits)
        if before is not None and value * factor >= before:
            return None
        total += value * factor
        step = Decimal(1).scaleb(int(value.as_tuple().exponent)) * factor
        before, end = factor, match.end()
    whole = Printed(total, step, scale=Decimal(before or 1))
    return whole if end == len(printed) else None


def _chinese(printed: str) -> Printed | None:
    """Read Chinese numerals; the multiple at their end (亿 of 一百二十亿) tells the resolution."""
    match = _TAIL.fullmatch(printed)
    number, factor = (match[1], MULTIPLES[match[2]]) if match else (printed, 1)
    whole, point, decimals = number.partition("点")
    if not point:
        value = chinese_integer(printed)
        if value is None and (value := chinese_integer(number)) is not None:
            value *= factor
        return (
            None
            if value is None
            else Printed(Decimal(value), Decimal(factor), scale=Decimal(factor))
        )
    value = chinese_integer(whole)
    if value is None or not decimals or any(c not in _NUMERALS for c in decimals):
        return None
    digits = "".join(_NUMERALS[c] for c in decimals)
    step = Decimal(1).scaleb(-len(digits)) * factor
    return Printed(Decimal(f"{value}.{digits}") * factor, step, scale=Decimal(factor))


def chinese_integer(numerals: str) -> int | None:
    """Read a whole number in Chinese numerals, or None if it is not written as numbers are.

    三四 (three or four), 一千二 (short for 1200) and 二百十 are refused: every digit has its place,
    and 零 is written exactly where places are skipped (一千零一, but 一千一百).
    """
    written = numerals.translate(_PLAIN)
    return _places_read(f"一{written}" if written.startswith("十") else written)


def _places_read(written: str) -> int | None:
    """Read numerals at their highest place: what is before it counts it, what follows is below."""
    for numeral, place in _PLACES:
        before, found, after = written.rpartition(numeral)
        if not found:
            continue
        count, rest = _places_read(before), _places_read(after.removeprefix("零")) if after else 0
        # Before 万 and 亿 there is a whole number (一万三千亿), before 千, 百 and 十 a digit.
        if not count or rest is None or count >= (10**place if place >= 4 else 10):
            return None
        skipped = after != "" and rest < 10 ** (place - 1)
        # 零 alone adds nothing, and what comes after a place is smaller than it.
        if rest >= 10**place or skipped != after.startswith("零") or (after and not rest):
            return None
        return count * 10**place + rest
    return int(_NUMERALS[written]) if written in _NUMERALS else None


def widen(figure: Printed) -> Printed:
    """Return a figure that was said to be approximate (约, 超, 近, 余, 多).

    The last digit that is not zero may be off by one to either side, so ``约120亿`` is 120 ± 10 and
    ``超1500亿`` is 1500 ± 100: the resolution becomes twice the place of that digit.
    """
    place = Decimal(1).scaleb(int(figure.value.normalize().as_tuple().exponent))
    return replace(figure, resolution=max(place * 2, figure.resolution))


def in_unit(figure: Printed, factor: int) -> Printed:
    """Bring a figure in ones to a unit of `factor` ones: as many decimals as were printed."""
    if factor == 1 and figure.resolution == 1:
        return figure
    value, resolution = figure.value / factor, figure.resolution / factor
    digits = value.quantize(resolution if resolution < 1 else _ONE)
    return Printed(digits, resolution, scale=figure.scale / factor)


def plain(value: Decimal) -> str:
    """Write a decimal without exponent and with the digits it has: ``78``, ``81.8``, ``13000``."""
    return f"{value:f}"


@cache
def same_base(unit: str, other: str) -> bool:
    """Tell whether two units are multiples of one: 元 and 亿元."""
    return split_unit(unit)[0] == split_unit(other)[0]
