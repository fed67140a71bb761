"""Which province and city a district is in, and whether a name puts it there: 潍坊市奎文区."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from geo.districts.gazetteer import Group, groups_by_unit, names_by_code
from geo.districts.names import division_code, stem

#: The names above a district, the largest first: ``("山东省", "潍坊市")``; None where not known.
Ancestors = tuple[str, ...] | None

_OF_PROVINCES = ("省", "自治区", "特别行政区")
_OF_CITIES = ("市", "地区", "自治州", "州", "盟")
#: Between a city and its districts in lists by code: 北京市市辖区朝阳区.
_URBAN = "市辖区"
_CODE_LENGTH = 6


def ancestors(
    codes: Sequence[str], names: Sequence[str], hosts: Sequence[str] = ()
) -> list[Ancestors]:
    """Return what is above every district of a map.

    Parameters
    ----------
    codes, names : sequence of str, length n
    hosts : sequence of str, optional
        Names of the districts that zones lie in; empty for others.

    Returns
    -------
    list of tuple of str or None, length n
        From codes of GB/T 2260. Where the codes are others, from the names: a name that only one
        city has, or that is one of the city that most of the map's names point to. A zone is where
        its host is.
    """
    found = [by_code(code) for code in codes]
    if None in found:
        city = _most_likely(names)
        found = [
            a if a is not None else _by_name(n, city) for a, n in zip(found, names, strict=True)
        ]
    at = {name: i for i, name in enumerate(names)}
    inside = {i: at[host] for i, host in enumerate(hosts) if at.get(host, i) != i}
    return [_with_hosts(i, found, inside, names) for i in range(len(names))]


def _with_hosts(
    i: int, found: Sequence[Ancestors], inside: Mapping[int, int], names: Sequence[str]
) -> Ancestors:
    """Return what is above a district, the zones and districts that it lies in included."""
    hosts = [i]
    while (host := inside.get(hosts[-1])) is not None and host not in hosts:
        hosts.append(host)
    above = next((known for d in hosts if (known := found[d]) is not None), None)
    return None if above is None else (*above, *(names[d] for d in reversed(hosts[1:])))


def by_code(code: str) -> Ancestors:
    """Return what is above a district by its code of GB/T 2260; None for other codes."""
    number, known = division_code(code), names_by_code()
    if len(number) != _CODE_LENGTH or not number.isdigit() or f"{number[:2]}0000" not in known:
        return None
    above = (f"{number[:2]}0000", f"{number[:4]}00")
    return tuple(known[a] for a in dict.fromkeys(above) if a in known and a != number)


def _by_name(name: str, city: Group | None) -> Ancestors:
    if city is not None and name in city.units:
        return _of(city)
    listed = groups_by_unit().get(name, ())
    return _of(listed[0]) if len(listed) == 1 else None


def _most_likely(names: Sequence[str]) -> Group | None:
    """Return the one city that has most of the names, at least two of them."""
    listed = groups_by_unit()
    votes = Counter(group for name in set(names) for group in listed.get(name, ()))
    (first, n), (_, second) = [*votes.most_common(2), (None, 0), (None, 0)][:2]
    return first if n > max(second, 1) else None


def _of(group: Group) -> tuple[str, ...]:
    province = names_by_code().get(f"{group.code[:2]}0000", "")
    return tuple(name for name in dict.fromkeys((province, group.name)) if name)


@lru_cache(maxsize=4_096)
def _forms(ancestor: str) -> tuple[str, ...]:
    """Return how a province or city is written before a district: 山东省, 山东; 恩施州."""
    short = stem(ancestor)
    kinds = _OF_PROVINCES if ancestor.endswith(_OF_PROVINCES) else _OF_CITIES
    return tuple(dict.fromkeys((ancestor, *(short + kind for kind in kinds), short)))


def stripped(name: str, above: Sequence[str]) -> Iterator[str]:
    """Yield what is left of a name without one or more of its ancestors, in their order.

    Parameters
    ----------
    name : str
        ``山东潍坊奎文区``.
    above : sequence of str
        ``("山东省", "潍坊市")``.
    """
    for i, ancestor in enumerate(above):
        if not name.startswith(ancestor[:2]):
            continue
        for form in _forms(ancestor):
            if name.startswith(form):
                rest = name.removeprefix(form).removeprefix(_URBAN)
                yield rest
                yield from stripped(rest, above[i + 1 :])


def belongs(parents: Sequence[str], above: Sequence[str]) -> bool:
    """Tell whether all names in `parents` are forms of ancestors, or several written as one."""
    return all("" in stripped(parent, above) for parent in parents)
