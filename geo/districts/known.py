"""Units with codes and names that the world knows: countries, states of the United States."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from geo.base.packaged import packaged
from geo.base.text import folded

#: Languages whose names of countries are known, by their codes of CLDR.
_LANGUAGES = (
    "en", "zh", "zh_Hant", "de", "fr", "es", "it", "pt", "nl", "ru", "ja", "ko", "ar", "pl", "sv",
    "da", "nb", "fi", "cs", "tr", "uk", "el", "hu", "ro", "vi", "id", "hi", "th", "he", "fa",
)  # fmt: skip
#: What files and tables call countries besides the names of CLDR.
_OTHER_NAMES = {
    "AE": "UAE", "BA": "Bosnia and Herz.|Bosnia", "BN": "Brunei Darussalam", "BO": "Bolivia",
    "CD": "Dem. Rep. Congo|DR Congo|Congo, Dem. Rep.|Democratic Republic of the Congo|Zaire",
    "CF": "Central African Rep.", "CG": "Congo|Republic of the Congo|Congo, Rep.",
    "CI": "Ivory Coast|Cote d'Ivoire", "CV": "Cape Verde", "CZ": "Czech Republic|Czech Rep.",
    "DO": "Dominican Rep.", "EH": "W. Sahara", "FK": "Falkland Is.",
    "FM": "Micronesia|Micronesia, Fed. Sts.",
    "GB": "UK|Great Britain|United Kingdom", "GM": "Gambia, The", "GQ": "Eq. Guinea",
    "HK": "Hong Kong, China|Hong Kong",
    "IR": "Iran, Islamic Rep.", "KG": "Kyrgyz Republic",
    "KP": "Korea, Dem. Rep.|Dem. Rep. Korea", "KR": "Korea, Rep.|Republic of Korea|Korea",
    "LA": "Lao PDR|Lao", "MK": "Macedonia|Macedonia, FYR", "MM": "Burma",
    "MO": "Macau|Macao|Macao, China",
    "PS": "Palestine|West Bank and Gaza", "RU": "Russian Federation", "SB": "Solomon Is.",
    "SK": "Slovak Republic", "SS": "S. Sudan", "SY": "Syrian Arab Republic",
    "SZ": "Swaziland|eSwatini", "TF": "Fr. S. Antarctic Lands", "TL": "East Timor|Timor-Leste",
    "TR": "Turkey|Türkiye", "TZ": "United Republic of Tanzania", "US":
    "USA|United States of America|United States|America", "VA": "Vatican", "VE": "Venezuela, RB",
    "ST": "Sao Tome and Principe", "VC": "Saint Vincent and the Grenadines", "CW": "Curacao",
    "VI": "Virgin Islands (U.S.)|U.S. Virgin Is.", "FO": "Faeroe Islands|Faeroe Is.",
    "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia", "BS": "Bahamas, The", "RE": "Reunion",
    "VN": "Viet Nam", "YE": "Yemen, Rep.", "TW": "Taiwan|中国台湾", "EG": "Egypt, Arab Rep.",
}  # fmt: skip
#: Eurostat's own codes of two letters.
_NUTS = {"EL": "GR", "UK": "GB"}
#: Share of the districts whose names are of one kind, from which the map is one of that kind.
_MOST = 0.6
_FEWEST = 3
#: ``0500000US01001`` and ``US-CA``: what offices put before the code.
_PREFIX = re.compile(r"(?:\d{7})?us-?", re.IGNORECASE)


class Kind(NamedTuple):
    """Units of one kind: the unit of every code, and of every name, folded."""

    by_code: dict[str, str]
    by_name: dict[str, str]

    def unit(self, word: str) -> str:
        """Return the unit that a code or name means; empty if none."""
        plain = folded(word)
        return self.by_name.get(plain) or self.by_code.get(plain) or ""


@cache
def countries() -> Kind:
    """Return the countries of ISO 3166-1: alpha-2, alpha-3, number, names in thirty languages."""
    # Names of all countries in a language take longer to read than a map of one city takes.
    from babel import Locale

    rows = [line.split() for line in packaged("districts", "countries.txt").splitlines()]
    codes = {folded(code): row[0] for row in rows for code in row}
    codes |= {number.lstrip("0"): two for two, _, number in rows}
    codes |= {folded(code): two for code, two in _NUTS.items()}
    known = {two for two, _, _ in rows} | {"XK"}  # Kosovo has no code of its own in the standard
    names: dict[str, str] = {}
    for language in _LANGUAGES:
        for two, name in Locale.parse(language).territories.items():
            if two in known:
                names.setdefault(folded(name), two)
                # CLDR writes an ampersand, offices the word.
                names.setdefault(folded(name.replace(" & ", " and ")), two)
    for two, others in _OTHER_NAMES.items():
        names |= {folded(name): two for name in others.split("|")}
    return Kind(codes, names)


@cache
def states() -> Kind:
    """Return the states and territories of the United States: FIPS, postal code, name."""
    rows = [line.split(" ", 2) for line in packaged("districts", "states.txt").splitlines()]
    codes = {folded(code): fips for fips, post, _ in rows for code in (fips, post)}
    codes |= {fips.lstrip("0"): fips for fips, _, _ in rows}
    names = {folded(name): fips for fips, _, name in rows}
    names |= {folded("Commonwealth of the Northern Mariana Islands"): "69",
              folded("United States Virgin Islands"): "78"}  # fmt: skip
    names |= dict.fromkeys(map(folded, ("D.C.", "Washington, D.C.", "Washington DC")), "11")
    return Kind(codes, names)


@cache
def state_names() -> dict[str, str]:
    """Return the name of each state by its FIPS code."""
    rows = (line.split(" ", 2) for line in packaged("districts", "states.txt").splitlines())
    return {fips: name for fips, _, name in rows}


def units(codes: Sequence[str], names: Sequence[str]) -> tuple[Kind, list[str]] | None:
    """Return the kind that a map's districts are of, and the unit of each.

    Parameters
    ----------
    codes, names : sequence of str, length n

    Returns
    -------
    tuple of Kind and list of str, or None
        A unit is empty where it is not known. None if most names are of no kind: the codes alone
        decide nothing, since CA is California and Canada.
    """
    for kind in (states, countries):
        known = kind()
        found = [known.by_name.get(folded(name), "") for name in names]
        if sum(map(bool, found)) >= max(_FEWEST, _MOST * len(names)):
            return known, [
                unit or known.by_code.get(folded(code), "")
                for unit, code in zip(found, codes, strict=True)
            ]
    return None


def without_prefix(key: str) -> str:
    """Return a code of the United States without what the census puts before it."""
    return _PREFIX.sub("", key, count=1) if _PREFIX.match(key) else key
