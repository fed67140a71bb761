"""The divisions of China by their names: what each is in, and how deep."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from geo.districts.gazetteer import groups
from geo.districts.names import stem
from geo.release.names.sought import short_forms
from geo.release.words.lexicon import units_of

PROVINCE, CITY, COUNTY = 1, 2, 3
#: How the names of divisions below a city end.
_OF_COUNTIES = ("县", "区", "旗")


class Division(NamedTuple):
    """A division: what it is in, and how deep; districts of Beijing are as deep as cities.

    `depths` has several where divisions share the name: 朝阳区 of Beijing and of Changchun.
    """

    depth: int
    above: frozenset[str]
    depths: frozenset[int]


@cache
def municipal() -> frozenset[str]:
    """Return the short names of the cities that are provinces: 北京."""
    found = (group.name for group in groups() if group.code[2:] == "0000")
    return frozenset(stem(name) for name in found if name.endswith("市"))


def division(name: str, parents: Collection[str] = ()) -> Division | None:
    """Return where a name is among the divisions of China; None for zones and others.

    Parameters
    ----------
    name : str
        Long or short (黔南州, 福州).
    parents : collection of str, optional
        The names before it, which tell 朝阳区 from 朝阳市.
    """
    known = _divisions()
    if name in known:
        return known[name]
    short = _short_divisions().get(stem(name))
    if parents or short is None:
        return None
    cities = _cities(stem(name)) if name.endswith(_OF_COUNTIES) and name != stem(name) else ()
    if cities and short.depth == CITY:
        # 芜湖县, which is no more: a county of 芜湖市, and no other name of it
        return Division(COUNTY, short.above.union(cities), frozenset({COUNTY}))
    return short


@cache
def islands_cities() -> frozenset[str]:
    """Return the cities of Taiwan, whose districts the gazetteer has not."""
    units = next(units_of(group) for group in groups() if group.name == "台湾省")
    return frozenset(unit for unit in units if unit.endswith("市"))


def beside(name: str, other: str) -> bool:
    """Tell whether two divisions are of one level: neither is a part of the other."""
    found, second = division(name), division(other)
    return bool(found and second) and deep(name) == deep(other) and name != other


def is_city(name: str) -> bool:
    """Tell whether a name is that of a city with districts and counties of its own."""
    found = division(name)
    return found is not None and found.depth == CITY and bool(found.above)


def is_county(name: str) -> bool:
    """Tell whether a name is that of a county, long or short, and of nothing above it."""
    return name.endswith("县") or deep(name) == COUNTY


def is_province(name: str) -> bool:
    """Tell whether a name is that of a province or an autonomous region, and of no city."""
    return deep(name) == PROVINCE and stem(name) not in municipal()


def deep(name: str) -> int:
    """Return how deep a division is; 0 if it is none."""
    found = division(name)
    return found.depth if found else 0


def divided(name: str) -> bool:
    """Tell whether a city has districts and counties of its own; 天门市 has none."""
    return stem(name) in _divided()


@cache
def _divided() -> frozenset[str]:
    return frozenset(stem(group.name) for group in groups() if group.name and units_of(group))


def forms_of(name: str) -> tuple[str, ...]:
    """Return how an autonomous prefecture is written: 黔南州."""
    return (f"{stem(name)}州",) if name.endswith("自治州") else ()


@cache
def _cities(short: str) -> frozenset[str]:
    """Return the full names of the cities with a short name."""
    return frozenset(g.name for g in groups() if g.name and stem(g.name) == short)


@cache
def _divisions() -> dict[str, Division]:
    """Return every division by its full name; one that several share is in all of their cities."""
    found: dict[str, Division] = {}
    provinces = {group.code[:2]: group.name for group in groups() if group.code[2:] == "0000"}
    for group in groups():
        province = provinces.get(group.code[:2], "")
        direct = group.name == province or not group.name
        above = {name for name in (province, group.name) if name}
        if group.name:
            own = PROVINCE if group.name == province else CITY
            _add(found, group.name, own, above - {group.name})
        for unit in units_of(group):
            _add(found, unit, CITY if direct else COUNTY, above)
    # 本溪县 is in 本溪市, not another name of it
    full = list(found.items())
    for name, place in full:
        for form in short_forms(name) if place.depth == COUNTY else ():
            found.setdefault(form, place)
    return found


def _add(found: dict[str, Division], name: str, depth: int, above: set[str]) -> None:
    known = found.get(name)
    both = known.above | above if known else frozenset(above)
    depths = frozenset({depth}) | (known.depths if known else frozenset())
    found[name] = Division(max(depths), frozenset(both), depths)


@cache
def _short_divisions() -> dict[str, Division]:
    """Return the divisions by their short names: of two that share one, the higher."""
    found: dict[str, Division] = {}
    for name, place in sorted(_divisions().items(), key=lambda item: item[1].depth):
        found.setdefault(stem(name), place)
    return found
