"""What a district is part of, where its name alone does not tell which one is meant."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from geo.base.languages import is_rtl
from geo.districts.ancestry import Ancestors, by_code
from geo.districts.divisions import english_name
from geo.districts.known import state_names

if TYPE_CHECKING:
    import geopandas as gpd

#: The United States and their territories east of 180°, degrees of longitude and latitude.
_AMERICA = (-180.0, -64.0, 13.0, 72.0)
_COUNTY_CODE = 5


def parents(districts: gpd.GeoDataFrame, language: str) -> list[str]:
    """Return the name of what each district is part of; empty where nobody knows.

    Parameters
    ----------
    districts : GeoDataFrame
        EPSG:4326, with ``code`` and, if the file says so, ``parent``.
    language : str
        Of the names.

    Returns
    -------
    list of str, length n
        The column's; else by GB/T 2260 (province and city) or, in America, by FIPS (state).
    """
    codes = [str(code) for code in districts["code"]]
    given = [str(parent) for parent in districts.get("parent", [""] * len(codes))]
    named = state_names() if _are_counties(districts, codes) else {}
    return [
        named.get(own, own) or named.get(code[:2], "") or _chinese(by_code(code), code, language)
        for own, code in zip(given, codes, strict=True)
    ]


def shown_names(districts: gpd.GeoDataFrame, language: str) -> tuple[str, ...]:
    """Return the districts' names in a language, as far as the data have them.

    A name that occurs twice has behind it what the district is part of: ``Dallas (Texas)``.

    Parameters
    ----------
    districts : GeoDataFrame
        See `parents`; with ``name`` and ``name_en``, the latter empty where unknown.
    language : str
        English has the English names. So have other languages than Chinese and Japanese, but in
        place of names that their readers cannot read: Niedersachsen is not Lower Saxony in German.
    """
    names = list(map(str, districts["name"]))
    if language[:2] not in {"zh", "ja"}:
        english = map(str, districts["name_en"])
        names = [
            own if not other or _is_read(own, language) else other
            for own, other in zip(names, english, strict=True)
        ]
    return tuple(_told_apart(districts, names, language))


def _is_read(name: str, language: str) -> bool:
    """Tell whether readers of a language other than English read a name's letters."""
    if language == "en":
        return False
    own = "ARABIC" if is_rtl(language) else "LATIN"
    letters = [unicodedata.name(c, "") for c in name if c.isalpha()]
    return all(letter.startswith(own) for letter in letters)


def _told_apart(districts: gpd.GeoDataFrame, names: list[str], language: str) -> list[str]:
    twice = {name for name, n in Counter(names).items() if n > 1}
    if not twice:
        return names
    above = parents(districts, language)
    times = Counter(zip(names, above, strict=True))
    codes = [str(code) for code in districts["code"]]
    return [
        name if name not in twice else _bracketed(name, parent, code, times[name, parent], language)
        for name, parent, code in zip(names, above, codes, strict=True)
    ]


def _bracketed(name: str, parent: str, code: str, times: int, language: str) -> str:
    chinese = language[:2] in {"zh", "ja"}
    comma, before, after = ("，", "（", "）") if chinese else (", ", " (", ")")
    inside = comma.join(filter(None, (parent, code if times > 1 or not parent else "")))
    return f"{name}{before}{inside}{after}"


def _chinese(above: Ancestors, code: str, language: str) -> str:
    if not above:
        return ""
    if language[:2] in {"zh", "ja"}:
        return "".join(above)
    # The city tells apart what the province does not; a city's name is the shorter one to read.
    return english_name(above[-1], f"{code[:4]}00")


def _are_counties(districts: gpd.GeoDataFrame, codes: list[str]) -> bool:
    """Tell whether codes are FIPS codes of counties: French communes have five digits, too."""
    known = state_names()
    if not all(len(code) == _COUNTY_CODE and code[:2] in known for code in codes):
        return False
    bounds = districts.geometry.bounds
    west, east, south, north = _AMERICA
    inside = (bounds.minx >= west) & (bounds.minx <= east) & bounds.miny.between(south, north)
    return bool(inside.mean() > 1 / 2)
