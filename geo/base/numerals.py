"""How numbers are written: as a language does (CLDR, by Babel), or as a house has it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from geo.base.languages import DIGITS, Digits, is_rtl, locale

if TYPE_CHECKING:
    from babel.numbers import NumberPattern

#: The digit zero of CLDR's numbering systems; the others follow it in Unicode.
_ZERO = {"latn": "0", "arab": "\N{ARABIC-INDIC DIGIT ZERO}"}
#: Numbers of four digits are whole in Spanish: 1234, but 12.345. It is CLDR's
#: minimumGroupingDigits, which Babel does not have.
_UNGROUPED = {"es": 4}
#: Powers of ten that are words in legends, the largest first: a Chinese reader takes 938.7万人 in
#: at a glance, 9,387,000人 not. Others write zeros, unless their house has millions.
_MULTIPLES = {"zh": (8, 4), "zh-CN": (8, 4), "zh-TW": (8, 4), "ja": (8, 4)}
_MILLIONS = (9, 6)
#: Keeps a sign on the left of its number where lines run from the right (Unicode, UAX 9).
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"


@dataclass(frozen=True, slots=True)
class OwnNumerals:
    """What of numbers a house writes its own way; None for the language's.

    Attributes
    ----------
    decimal, group, minus : str or None
        See `Numerals`.
    ungrouped : int or None
    digits : {"latn", "arab"}
    multiples : bool or None
        Whether legends have words for ten thousands or millions.
    """

    decimal: str | None = None
    group: str | None = None
    minus: str | None = None
    ungrouped: int | None = None
    digits: Digits | None = None
    multiples: bool | None = None


@dataclass(frozen=True, slots=True)
class Numerals:
    """How numbers are written.

    Attributes
    ----------
    decimal, group : str
        Between a number's integer and fractional part, and between thousands.
    minus, plus : str
        Before a number. The minus is U+2212, as long as the plus and never broken off its number.
    percent : str
        ``{}`` in it is the number.
    ungrouped : int
        Numbers of so many digits before the point or fewer have no thousands separated.
    digits : {"latn", "arab"}
        0 to 9, or those of Arabic.
    rtl : bool
        Lines run from the right.
    multiples : tuple of int
        Powers of ten that are words in legends, the largest first.
    """

    decimal: str
    group: str
    minus: str
    plus: str
    percent: str
    ungrouped: int = 3
    digits: Digits = "latn"
    rtl: bool = False
    multiples: tuple[int, ...] = ()

    @property
    def zero(self) -> str:
        """The digit zero, which the others follow in Unicode."""
        return _ZERO[self.digits]

    def number(self, value: float | Decimal, decimals: int, *, fixed: bool = False) -> str:
        """Write a number; see `geo.base.catalogue.number`."""
        text = _in_digits(value, decimals, fixed)
        negative = value < 0 and text.strip("0.,")
        whole = text.partition(".")[0]
        if len(whole) - whole.count(",") <= self.ungrouped:
            text = text.replace(",", "")
        if (self.group, self.decimal, self.digits) != (",", ".", DIGITS):
            text = text.translate(_marks(self.group, self.decimal, self.digits))
        return self.minus + text if negative else text

    def signed(self, value: float | Decimal, decimals: int, *, fixed: bool = False) -> str:
        """Write a difference: `number` with a plus before what is above zero."""
        text = self.number(value, decimals, fixed=fixed)
        return self.plus + text if value > 0 else text

    def per_cent(self, value: float | Decimal, decimals: int) -> str:
        """Write a number of per cent, all its decimals: ``13.3%``, ``13,3 %``."""
        return self.percent.format(self.number(value, decimals, fixed=True))


@lru_cache(maxsize=1 << 16)  # a figure is written for map, table, card and report
def _in_digits(value: float | Decimal, decimals: int, fixed: bool) -> str:
    text = f"{abs(value):,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if not fixed and "." in text else text


@cache
def numerals(language: str, own: OwnNumerals = OwnNumerals()) -> Numerals:
    """Return how a language writes numbers, with what a house writes its own way."""
    digits: Digits = own.digits or DIGITS
    cldr = locale(language)
    symbols, pattern = cldr.number_symbols[digits], cldr.percent_formats[None]
    affixes = (part.replace("%", symbols["percentSign"]) for part in _affixes(pattern))
    ahead = _LEFT_TO_RIGHT if is_rtl(language) else ""
    usual = _MULTIPLES.get(language, ())
    # Asked for, the others have millions; refused, nobody has any.
    multiples = usual if own.multiples is None else (usual or _MILLIONS) if own.multiples else ()
    return Numerals(
        decimal=symbols["decimal"] if own.decimal is None else own.decimal,
        group=symbols["group"] if own.group is None else own.group,
        minus=ahead + ("\N{MINUS SIGN}" if own.minus is None else own.minus),
        plus=f"{ahead}+",
        percent="{}".join(affixes),
        ungrouped=_UNGROUPED.get(language, 3) if own.ungrouped is None else own.ungrouped,
        digits=digits,
        rtl=is_rtl(language),
        multiples=multiples,
    )


def _affixes(pattern: NumberPattern) -> tuple[str, str]:
    """Return what stands before and after a positive number."""
    return pattern.prefix[0], pattern.suffix[0]


@cache
def _marks(group: str, decimal: str, digits: str) -> dict[int, str]:
    zero = ord(_ZERO[digits])
    return {ord(","): group, ord("."): decimal} | {ord("0") + n: chr(zero + n) for n in range(10)}
