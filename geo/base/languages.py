"""The languages of the interface, and how each counts: CLDR's data, by Babel."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from babel.core import Locale

Language = Literal["zh", "zh-CN", "zh-TW", "en", "de", "fr", "es", "ja", "ar"]
#: By the names of CLDR: 0123456789, ٠١٢٣٤٥٦٧٨٩.
Digits = Literal["latn", "arab"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

#: BCP 47, where the code of a language is not it: zh alone does not say which characters.
_TAGS = {"zh": "zh-CN"}
#: The names of CLDR where they differ from the code.
_CLDR = {"zh-CN": "zh", "zh-TW": "zh_Hant"}
#: The digits 0 to 9, which are CLDR's for every language here; for Arabic in Egypt, Saudi Arabia or
#: Iraq it has others, which a house style can choose.
DIGITS: Digits = "latn"


@cache
def plural_categories(language: str) -> tuple[str, ...]:
    """Return the categories that whole numbers of a language fall into, ``other`` last.

    Numbers from a million on have one of their own in French and Spanish; nothing on a map is
    counted that far.
    """
    rule = locale(language).plural_form
    met = {rule(n) for n in range(1000)} - {"other"}
    return (*sorted(met), "other")


@cache
def plural(language: str, n: int) -> str:
    """Return the category of a number of things: ``one``, ``few``, ``other``."""
    category: str = locale(language).plural_form(n)
    return category


@cache
def is_rtl(language: str) -> bool:
    """Whether lines of a language run from right to left."""
    return bool(locale(language).text_direction == "rtl")


def tag(language: str) -> str:
    """Return the BCP 47 tag of a language: ``zh-CN``."""
    return _TAGS.get(language, language)


def intl_tag(language: str, digits: str = DIGITS) -> str:
    """Return the tag by which a browser writes the same numbers: ``ar-u-nu-latn``."""
    plain = digits == DIGITS and not is_rtl(language)
    return tag(language) if plain else f"{tag(language)}-u-nu-{digits}"


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
    from babel.core import get_global  # as in `locale`

    return str(get_global("likely_subtags")[str(locale(language))]).split("_")


@cache
def territories(language: str) -> dict[str, str]:
    """Return the names of countries and territories by their codes of two letters (CLDR)."""
    return {code: name for code, name in locale(language).territories.items() if len(code) == 2}


@cache
def locale(language: str) -> Locale:
    """Return what CLDR has of a language."""
    # Babel and its data take a tenth of a second, which `geo --help` need not wait for.
    from babel.core import Locale

    return Locale.parse(_CLDR.get(tag(language), language))
