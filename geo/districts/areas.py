"""Areas whose polygons come with the package: what they are called and made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from geo.base.errors import MapError, Problem
from geo.base.languages import territories
from geo.base.packaged import packaged
from geo.base.text import folded
from geo.districts.known import countries
from geo.districts.regions import regions

#: Of these the atlas has the official divisions.
_CHINESE = {"CN", "HK", "MO", "TW"}
#: Names of countries that newspapers print otherwise than CLDR has them.
_PRINTED = {
    "en": {"CD": "DR Congo", "CG": "Congo", "HK": "Hong Kong", "MM": "Myanmar", "MO": "Macao",
           "PS": "Palestine"},
    "zh": {"HK": "中国香港", "MO": "中国澳门", "TW": "中国台湾", "PS": "巴勒斯坦"},
}  # fmt: skip
#: Countries of which the package has the regions.
_WITH_REGIONS = (
    "AL", "AD", "AT", "BE", "BG", "BA", "BY", "CH", "CY", "CZ", "DE", "DK", "ES", "EE", "FI", "FR",
    "GB", "GR", "HR", "HU", "IE", "IS", "IT", "XK", "LI", "LT", "LU", "LV", "MD", "MK", "MT", "ME",
    "NL", "NO", "PL", "PT", "RO", "RS", "SK", "SI", "SE", "TR", "UA",
)  # fmt: skip
#: Far territories of the United States, which maps of it leave out, by FIPS.
ISLANDS = frozenset({"60", "66", "69", "78"})
_WORLD_PARTS = {
    "africa": ("Africa", "非洲"),
    "asia": ("Asia", "亚洲"),
    "north-america": ("North America", "北美洲"),
    "south-america": ("South America", "南美洲"),
    "oceania": ("Oceania", "大洋洲"),
}


class Area(NamedTuple):
    """A part of the world whose units are in the package.

    Attributes
    ----------
    key : str
        As a spec writes it: ``world``, ``us-counties``, ``FR``, ``US-TX``.
    english, chinese : str
    units : str
        What it is made of: a unit of the catalogue of texts.
    """

    key: str
    english: str
    chinese: str
    units: str

    @property
    def made_of(self) -> str:
        """The units in English: ``countries``."""
        plurals = {"country": "countries", "county": "counties"}
        return plurals.get(self.units, f"{self.units}s")

    def name(self, language: str) -> str:
        """Return its name for a language: Chinese or English."""
        return self.chinese if language.startswith("zh") else self.english


@cache
def areas() -> tuple[Area, ...]:
    """Return every area of the package, the large ones first."""
    names, chinese = territories("en"), chinese_states()
    small = [
        Area(two, _english(two), territories("zh")[two], "region")
        for two in sorted(_WITH_REGIONS, key=lambda two: names[two])
    ]
    return (
        Area("world", "World", "世界", "country"),
        Area("europe", "Europe", "欧洲", "country"),
        *(Area(key, *both, "country") for key, both in _WORLD_PARTS.items()),
        Area("us-states", "United States", "美国", "state"),
        Area("us-counties", "Counties of the United States", "美国各县", "county"),
        Area("uk-regions", "Regions of the United Kingdom", "英国各大区", "region"),
        *small,
        *(
            Area(f"US-{post}", name, chinese[fips], "county")
            for fips, post, name in postal_codes()
            if fips not in ISLANDS
        ),
    )


def area_of(word: str) -> Area | None:
    """Return the area that a key or name means; None if it is for the atlas of China to say.

    Parameters
    ----------
    word : str
        A key, a name in English or Chinese, or any name or code of a country; a part of one with
        the country behind a comma, too: ``Texas, USA``.

    Raises
    ------
    MapError
        If a country and a state have the name, the package has no units of the country, or it is
        a region of which the package has no parts.
    """
    part, _, whole = word.rpartition(",")
    home = countries().unit(whole.strip()) if part else ""
    if home and home not in _CHINESE:
        return _part_of(home, part.strip())
    plain = folded(word)
    listed = areas()
    found = [area for area in listed if _is_called(area, plain)]
    country = "" if plain.isdigit() else countries().unit(word)
    if (
        len(found) == 1
        and found[0].key.startswith("US-")
        and country
        and plain != folded(found[0].key)
    ):
        what = f"{word!r} is a country and a state of the United States"
        remedy = f"Write {found[0].key} for the counties of the state."
        raise MapError(Problem("boundaries", what, remedy))
    if found:
        return found[0]
    if country == "US":
        return next(a for a in listed if a.key == "us-states")
    if not country and plain in _homes():
        home = countries().unit(_homes()[plain])
        what = f"the package has no parts of {word!r}, a region of {_english(home)}"
        remedy = f"Write {home} for all regions of the country, or give a polygon file."
        raise MapError(Problem("boundaries", what, remedy))
    if not country or country in _CHINESE:
        return None
    if area := next((a for a in listed if a.key == country), None):
        return area
    what = f"the package has no units of {_english(country)}"
    remedy = "`geo boundaries --list` names those it has. Or give a polygon file."
    raise MapError(Problem("boundaries", what, remedy))


def _part_of(country: str, word: str) -> Area | None:
    """Return the part of a country that a name means; Georgia, USA is not the country."""
    plain, parts = folded(word), (a for a in areas() if a.key.startswith(f"{country}-"))
    return next((area for area in parts if _is_called(area, plain)), None) or area_of(word)


def _is_called(area: Area, plain: str) -> bool:
    return plain in {folded(area.key), folded(area.english), folded(area.chinese)}


@cache
def country_names(language: str) -> dict[str, str]:
    """Return the names of countries by their codes of two letters, as newspapers print them."""
    known = territories(language)
    if language == "en":
        known = {code: name.replace(" & ", " and ") for code, name in known.items()}
    return known | _PRINTED.get(language, {})


@cache
def _homes() -> dict[str, str]:
    """Return the countries of the regions of Europe, in three letters, by their names, folded."""
    homes: dict[str, str] = {}
    for code, region in regions().items():
        for word in region.words:
            # In Chinese some are called as places in China are: 滨海.
            if word != region.chinese:
                homes.setdefault(folded(word), code[:3])
    return homes


def _english(two: str) -> str:
    return country_names("en")[two]


def postal_codes() -> tuple[tuple[str, str, str], ...]:
    """Return FIPS code, postal code and name of every state and territory of the United States."""
    rows = (line.split(" ", 2) for line in packaged("districts", "states.txt").splitlines())
    return tuple((fips, post, name) for fips, post, name in rows)


def letters_of(codes: Iterable[str]) -> list[str]:
    """Return two or three letters that readers know each unit by, ``TX`` or ``DEU``; else nothing.

    Parameters
    ----------
    codes : iterable of str
        FIPS of a state, or ISO 3166-1 of a country, two or three letters.
    """
    posts = {fips: post for fips, post, _ in postal_codes()}
    return [posts.get(code) or (code if _is_country(code) else "") for code in codes]


def _is_country(code: str) -> bool:
    return bool(re.fullmatch("[A-Z]{2,3}", code) and countries().unit(code))


def chinese_states() -> dict[str, str]:
    """Return the Chinese name of every state by its FIPS code."""
    return dict(line.split() for line in packaged("districts", "states_zh.txt").splitlines())
