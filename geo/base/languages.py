"""The languages of the interface, and how each writes numbers and counts: CLDR's data, by Babel."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from babel.core import Locale
    from babel.numbers import NumberPattern

Language = Literal["zh", "zh-CN", "zh-TW", "en", "de", "fr", "es", "ja", "ar"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

#: BCP 47, where the code of a language is not it: zh alone does not say which characters.
_TAGS = {"zh": "zh-CN"}
#: The names of CLDR where they differ from the code.
_CLDR = {"zh-CN": "zh", "zh-TW": "zh_Hant"}
#: The digits 0 to 9 in every language. CLDR leaves Arabic two systems; newsrooms' pages and
#: statistical tables in Arabic have these, and a reader compares them with the source's.
_DIGITS = "latn"
#: Numbers of four digits are whole in Spanish: 1234, but 12.345. It is CLDR's
#: minimumGroupingDigits, which Babel does not have.
_UNGROUPED = {"es": 4}
#: Keeps a sign on the left of its number where lines run from the right (Unicode, UAX 9).
_LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"


@dataclass(frozen=True, slots=True)
class Numerals:
    """How a language writes numbers.

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
    """

    decimal: str
    group: str
    minus: str
    plus: str
    percent: str
    ungrouped: int = 3

    def number(self, value: float | Decimal, decimals: int, *, fixed: bool = False) -> str:
        """Write a number; see `geo.base.catalogue.number`."""
        text = f"{abs(value):,.{decimals}f}"
        if not fixed and "." in text:
            text = text.rstrip("0").rstrip(".")
        negative = value < 0 and text.strip("0.,")
        if text.count(",") == 1 and text.index(",") <= self.ungrouped - 3:
            text = text.replace(",", "")
        if (self.group, self.decimal) != (",", "."):
            text = text.translate({ord(","): self.group, ord("."): self.decimal})
        return self.minus + text if negative else text

    def signed(self, value: float | Decimal, decimals: int, *, fixed: bool = False) -> str:
        """Write a difference: `number` with a plus before what is above zero."""
        text = self.number(value, decimals, fixed=fixed)
        return self.plus + text if value > 0 else text

    def per_cent(self, value: float | Decimal, decimals: int) -> str:
        """Write a number of per cent, all its decimals: ``13.3%``, ``13,3 %``."""
        return self.percent.format(self.number(value, decimals, fixed=True))


@cache
def numerals(language: str) -> Numerals:
    """Return how a language writes numbers."""
    locale = _locale(language)
    symbols, pattern = locale.number_symbols[_DIGITS], locale.percent_formats[None]
    affixes = (part.replace("%", symbols["percentSign"]) for part in _affixes(pattern))
    ahead = _LEFT_TO_RIGHT if is_rtl(language) else ""
    return Numerals(
        decimal=symbols["decimal"],
        group=symbols["group"],
        minus=ahead + "\N{MINUS SIGN}",
        plus=f"{ahead}+",
        percent="{}".join(affixes),
        ungrouped=_UNGROUPED.get(language, 3),
    )


def _affixes(pattern: NumberPattern) -> tuple[str, str]:
    """Return what stands before and after a positive number."""
    return pattern.prefix[0], pattern.suffix[0]


@cache
def plural_categories(language: str) -> tuple[str, ...]:
    """Return the categories that whole numbers of a language fall into, ``other`` last.

    Numbers from a million on have one of their own in French and Spanish; nothing on a map is
    counted that far.
    """
    rule = _locale(language).plural_form
    met = {rule(n) for n in range(1000)} - {"other"}
    return (*sorted(met), "other")


@cache
def plural(language: str, n: int) -> str:
    """Return the category of a number of things: ``one``, ``few``, ``other``."""
    category: str = _locale(language).plural_form(n)
    return category


@cache
def is_rtl(language: str) -> bool:
    """Whether lines of a language run from right to left."""
    return bool(_locale(language).text_direction == "rtl")


def tag(language: str) -> str:
    """Return the BCP 47 tag of a language: ``zh-CN``."""
    return _TAGS.get(language, language)


def intl_tag(language: str) -> str:
    """Return the tag by which a browser writes the same numbers: ``ar-u-nu-latn``."""
    return f"{tag(language)}-u-nu-{_DIGITS}" if is_rtl(language) else tag(language)


@cache
def territory_tag(language: str) -> str:
    """Return language and territory as Open Graph writes them: ``en_US``.

    The territory is the likely one of CLDR (Unicode TS 35, likely subtags): networks know no
    language alone, and take what has no territory for American English (https://ogp.me).
    """
    spoken, _, territory = _likely(language)
    return f"{spoken}_{territory}"


@cache
def script(language: str) -> str:
    """Return the script of a language by ISO 15924: ``Latn``, ``Hans``, ``Hant``, ``Jpan``."""
    return _likely(language)[1]


def _likely(language: str) -> list[str]:
    """Return language, script and territory, as CLDR takes them to be."""
    from babel.core import get_global  # as in `_locale`

    return str(get_global("likely_subtags")[str(_locale(language))]).split("_")


@cache
def territories(language: str) -> dict[str, str]:
    """Return the names of countries and territories by their codes of two letters (CLDR)."""
    return {code: name for code, name in _locale(language).territories.items() if len(code) == 2}


@cache
def _locale(language: str) -> Locale:
    # Babel and its data take a tenth of a second, which `geo --help` need not wait for.
    from babel.core import Locale

    return Locale.parse(_CLDR.get(tag(language), language))
