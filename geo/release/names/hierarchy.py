"""Which places of a text are wholes: a province above its cities, a city above its districts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence, Set
from typing import NamedTuple

from geo.districts.names import stem
from geo.release.names.divisions import (
    CITY,
    COUNTY,
    PROVINCE,
    deep,
    divided,
    division,
    forms_of,
    is_county,
    islands_cities,
    municipal,
)
from geo.release.names.figured import figured_in, outside_brackets
from geo.release.names.places import Names, Place
from geo.release.words.kinds import WordList
from geo.release.words.lexicon import any_of, listed

#: 其中 in the same sentence, or at the start of the next: what follows is of what the name says.
_PARTS = re.compile(r"[^。；;\n]{0,60}?。?其中")
#: A group's name, and its sort: 地区, 片区, 市 of 五市.
_FEW_DISTRICTS = 3
_OF_PROVINCE = re.compile(r"(?<![居列占在前])全省[^，。；;,\d第]{0,16}\d")
_ALL_OF = re.compile("全[省市区县州旗盟]")
_GROUP = re.compile(rf".*?(?=(?:{any_of(*listed(WordList.GROUP))})$)[两三四五六七八]?(.*)")


class Levels(NamedTuple):
    """The places of a text by what their figures are.

    Attributes
    ----------
    wholes : frozenset of str
        Totals: a city whose districts have the rows.
    groups : frozenset of str
        Those wholes of which there are several side by side: 苏南地区, or provinces in a list.
    parts : frozenset of str
        Districts of cities that have the rows: no rows.
    only : frozenset of str
        The names of a unit beside which there is no other: 全县 is that one.
    """

    wholes: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()


def levels_of(texts: Sequence[str], placed: Sequence[Sequence[Place]], names: Names) -> Levels:
    """Return the levels of the places in a text.

    Parameters
    ----------
    texts : sequence of str
        The lines.
    placed : sequence of sequence of Place
        The places of each line.
    names : Names
        The given ones are never wholes, and what they are in always is.

    Notes
    -----
    The rows are of the level with most names that have a figure beside them; of two, the lower.
    Towns have them where no level above has two. What has units of that level is a whole.
    """
    lines = [(text, list(places)) for text, places in zip(texts, placed, strict=True)]
    figured = {p.name: p for text, places in lines for p in figured_in(text, places)}
    named = _grouped(lines)
    if names.given:
        above = {word for name in names.given for word in names.above.get(name) or ()}
        wholes = _both(above | _above(names.given)) | named
        return Levels(frozenset(wholes - names.given), frozenset(named - names.given))
    depths = _depths(figured.values())
    if names.towns and all(len({stem(n) for n in found}) < 2 for found in depths.values()):
        over = {p.name for _, found in lines for p in found if division(p.name, p.parents)}
        return Levels(frozenset(_both(over)))
    named |= _regions_of(figured.keys()) if len(depths[CITY]) > 1 else set()
    depths[PROVINCE] -= (over := _over_regions(figured.keys() - named, depths[PROVINCE]))
    outside = [place for text, places in lines for place in outside_brackets(text, places)]
    row_level = _row_level(depths, outside)
    rows = [figured[name] for name in depths[row_level]] or list(figured.values())
    above = _above(place.name for place in rows) | {n for place in rows for n in place.parents}
    wholes = _both(above) - depths[row_level]
    sides = [{name for name in wholes & figured.keys() if deep(name) == d} for d in (1, 2)]
    # 漳州 beside districts of another city has no row, though none of its own is named.
    beside = {n for d, found in depths.items() if d < row_level for n in found} - wholes
    higher = {name for name in beside if divided(name) and _above([name]) & above}
    over |= _all_of_one(lines) | _over_districts(figured.keys())
    several = {n for side in sides if len({stem(name) for name in side}) > 1 for n in side}
    if row_level == COUNTY and (
        sides[0] or any(map(_OF_PROVINCE.search, texts))
    ):  # 全省28例，其中云州市27例: no whole beside it
        several |= sides[1]
    of_rows = {place.name for place in rows}
    deeper = {name for depth, found in depths.items() if depth > row_level for name in found}
    below = {name for name in deeper if _both(_above([name])) & of_rows}
    if row_level == PROVINCE and depths[PROVINCE]:  # a resort is in one of them
        below |= {name for name in figured if name.endswith(("区", "园")) and not division(name)}
    return Levels(
        frozenset(wholes | named | higher | over),
        frozenset(several | named | higher),
        names.towns.union(below),
        _only_unit(lines, figured.keys(), wholes | named | higher | over),
    )


def _only_unit(
    lines: Sequence[tuple[str, Sequence[Place]]], figured: Collection[str], above: Collection[str]
) -> frozenset[str]:
    """Return the names of the only unit of a text; empty if there are several, or zones."""
    named = {place.name for _, places in lines for place in places} - set(above)
    units = {name for name in named if name in figured or division(name)}
    return frozenset(units) if len({stem(name) for name in units}) == 1 else frozenset()


def _all_of_one(lines: Sequence[tuple[str, Sequence[Place]]]) -> set[str]:
    """Return the one place that is named as a whole: 新疆全区; of several each has a row."""
    found = {p.name for text, places in lines for p in places if _ALL_OF.match(text, p.end)}
    found = {name for name in found if not is_county(name)}
    return _both(found) if len({stem(name) for name in found}) == 1 else set()


def _over_districts(names: Set[str]) -> set[str]:
    """Return the city of Taiwan whose districts have the rows: 台南市 beside 北区 and 安平区."""
    cities = names & islands_cities()
    districts = [name for name in names if name.endswith("区")]
    return _both(cities) if len(cities) == 1 and len(districts) >= _FEW_DISTRICTS else set()


def _depths(places: Iterable[Place]) -> dict[int, set[str]]:
    """Return the names of divisions by how deep they are.

    One that several share is as deep as most of the others in the text: 朝阳区 beside 海淀区.
    """
    depths: dict[int, set[str]] = {PROVINCE: set(), CITY: set(), COUNTY: set()}
    shared: dict[str, frozenset[int]] = {}
    for place in places:
        if found := division(place.name, place.parents):
            if len(found.depths) == 1:
                depths[found.depth].add(place.name)
            elif not municipal().isdisjoint(map(stem, place.parents)):
                depths[CITY].add(place.name)
            else:
                shared[place.name] = found.depths
    sizes = {depth: len(names) for depth, names in depths.items()}
    for name, either in shared.items():
        depths[max(either, key=lambda depth: (sizes[depth], depth))].add(name)
    return depths


def _row_level(depths: dict[int, set[str]], outside: Iterable[Place]) -> int:
    """Return the level of the rows; that of units outside brackets, if there are several.

    杭州市52个（萧山区9个、余杭区11个），宁波市47个（慈溪市6个）: the cities have the rows.
    """
    named = _depths(outside)
    for found in (named, depths):
        # 四川 and 四川省 are one province.
        sizes = {depth: len({stem(name) for name in names}) for depth, names in found.items()}
        level = max(sizes, key=lambda depth: (sizes[depth], depth))
        if sizes[level] > 1:
            break
    return level


def _regions_of(names: Collection[str]) -> set[str]:
    """Return the regions, if there are several: those of cities that have figures, too.

    西部盟市 are leagues and cities, and no unit beside one of them.
    """
    regions = {name for name in names if division(name) is None and _GROUP.fullmatch(name)}
    return regions if len(regions) > 1 else {name for name in regions if name.endswith("盟市")}


def _over_regions(names: Collection[str], provinces: Collection[str]) -> set[str]:
    """Return the province whose regions have the rows: 湖南 beside 湘南片区 and 湘西片区."""
    one = len({stem(name) for name in provinces}) == 1
    return set(provinces) if one and _regions_of(names) else set()


def _grouped(lines: Sequence[tuple[str, Sequence[Place]]]) -> set[str]:
    """Return the named groups that the text goes on to divide, and those of their sort.

    苏北三市 beside 苏南五市，其中南京 has no row either.
    """
    found = [
        (place.name, match[1], bool(_PARTS.match(text, place.end)))
        for text, places in lines
        for place in places
        if division(place.name) is None and (match := _GROUP.fullmatch(place.name))
    ]
    sorts = {sort for _, sort, divided in found if divided}
    return {name for name, sort, _ in found if sort in sorts}


def _above(names: Iterable[str]) -> set[str]:
    found = (division(name) for name in names)
    return {above for place in found if place for above in place.above}


def _both(names: Iterable[str]) -> set[str]:
    """Return names with their short forms: 潍坊市 and 潍坊."""
    return {form for name in names for form in (name, stem(name), *forms_of(name))}
