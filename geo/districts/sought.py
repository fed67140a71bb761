"""Which of the areas that are at hand a list of names is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from geo.base.errors import MapError
from geo.base.text import folded
from geo.districts.areas import areas
from geo.districts.atlas import COUNTRY, Level, division_index
from geo.districts.known import countries
from geo.districts.lookup import Lookup
from geo.districts.names import stem
from geo.districts.outlines import outlines

if TYPE_CHECKING:
    import geopandas as gpd

#: Share of the words that have to be units of an area, and how many at least: two places are
#: called alike in many countries.
_SHARE, _FEWEST = 0.5, 3
#: Figures are no names; whole numbers of so many digits may be codes.
_FIGURE = re.compile(r"[\d\s.,%+−-]*")
_CODE = re.compile(r"\d{4,12}")


class Fit(NamedTuple):
    """How well an area fits a list of words.

    Attributes
    ----------
    named : int
        How many of its units the words name.
    key : str
        What a spec calls the area: ``europe``, ``US-TX``, ``370200``.
    name : str
        What people call it.
    size : int
        How many units it has.
    """

    named: int
    key: str
    name: str
    size: int


def area_of_names(columns: Sequence[Collection[str]]) -> Fit | None:
    """Return the area whose units the words of a column name.

    Parameters
    ----------
    columns : sequence of collection of str
        The different cells of each column of a table.

    Returns
    -------
    Fit or None
        That with most units named; of several the smallest, so that a list of Texas is not taken
        for one of the United States. None if no area has half of a column's words.
    """
    fits = [
        fit
        for column in columns
        if len(words := [w for w in column if _is_name(w)]) >= _FEWEST
        for fit in _fits(words)
        if fit.named >= max(_FEWEST, _SHARE * len(words))
    ]
    return max(fits, key=lambda fit: (fit.named, -fit.size), default=None)


def _is_name(word: str) -> bool:
    return bool(_CODE.fullmatch(word)) or not _FIGURE.fullmatch(word)


def _fits(words: Sequence[str]) -> Iterator[Fit]:
    chinese = [*_chinese(words)]
    yield from chinese
    # Where China has all the names nothing can have more.
    if max((fit.named for fit in chinese), default=0) < len(words):
        yield from _packaged(words)


def _packaged(words: Sequence[str]) -> Iterator[Fit]:
    """Yield how well those areas of the package fit that have some of the words."""
    plain = {folded(word): word for word in words}
    abroad = {word for word, said in plain.items() if countries().unit(said)}
    for area in areas():
        districts = outlines(area, "en").districts
        # Looking for a word that is no name takes a hundred times as long as finding one.
        some = plain.keys() & _words_of(districts)
        if len(some | abroad if area.units == "country" else some) < _FEWEST:
            continue
        lookup = Lookup(districts, {})
        found = {ways[0] for word in words if len(ways := lookup.find(word)[0]) == 1}
        yield Fit(len(found), area.key, area.english, len(districts))


def _words_of(districts: gpd.GeoDataFrame) -> frozenset[str]:
    """Return codes, names and other names of units, folded."""
    columns = (districts[c] for c in ("code", "name", "name_en", "aliases"))
    words = {word for column in columns for cell in column for word in str(cell).split(";")}
    return frozenset(map(folded, words - {""}))


def _chinese(words: Sequence[str]) -> Iterator[Fit]:
    """Yield how well each city and province of China fits, and the country, level by level."""
    try:
        listed = division_index()
    except MapError:  # the atlas is an extra
        return
    written = set(map(folded, words))
    known = {d.code: d.name for d in listed if d.level != "county"} | {COUNTRY: "全国"}
    named: defaultdict[tuple[str, Level], Counter[str]] = defaultdict(Counter)
    sizes: defaultdict[tuple[str, Level], int] = defaultdict(int)
    for division in listed:
        above = {COUNTRY, *({f"{division.code[:2]}0000", f"{division.code[:4]}00"} & known.keys())}
        # A province before its only city, which has the same districts: 110000 before 110100.
        for code in sorted(above - {division.code}):
            sizes[code, division.level] += 1
            forms = {folded(division.name), folded(stem(division.name)), division.code}
            named[code, division.level].update(written & forms)
    for at, found in named.items():
        # A name of several districts, 朝阳区, says nothing of the country and much of Beijing.
        once = sum(times == 1 for times in found.values())
        yield Fit(once, at[0], known[at[0]], sizes[at])
