"""Every name of a district, and which district a written name means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, Union

from geo.base.errors import Problem, did_you_mean, nearest, offer
from geo.base.text import folded
from geo.districts.ancestry import Ancestors, ancestors, belongs, stripped
from geo.districts.known import Kind, units, without_prefix
from geo.districts.names import division_code, stem, strip_parents

if TYPE_CHECKING:
    import geopandas as gpd

Way = Literal[
    "code",
    "name",
    "alias",
    "form",
    "code without its zeros",
    "list of countries or states",
    "suffix",
    "city",
    "unchecked city",
]
Index = dict[str, list[int]]
Districts = Union["gpd.GeoDataFrame", Mapping[str, Sequence[str]]]
"""Districts, or their columns alone: where records name them, nobody needs their outlines."""


class Misplaced(NamedTuple):
    """A key that names a district of the map after a city or province that it is not in.

    Attributes
    ----------
    parent : str
        As in the key: ``长春市``.
    district : int
        Position of the map's own district of that name.
    place : str
        Where that is: ``北京市``, ``山东省潍坊市``.
    """

    parent: str
    district: int
    place: str


class Lookup:
    """Find districts by code, name, alias and the forms that government offices write.

    Parameters
    ----------
    districts : GeoDataFrame or mapping of str to list of str
        ``code``, ``name``, optionally ``name_en`` and ``aliases`` (separated by ``;``).
    aliases : mapping of str to sequence of str
        District's name or code to other names of it.

    Attributes
    ----------
    codes, names : list of str, length n
        In the order of the districts; a district is its position in it.
    problems : list of Problem
        Aliases that are given for no district.
    """

    def __init__(self, districts: Districts, aliases: Mapping[str, Sequence[str]]) -> None:
        self.codes = [str(code) for code in districts["code"]]
        self.names = [str(name) for name in districts["name"]]
        by_code, by_name = (_index([[word] for word in w]) for w in (self.codes, self.names))
        self._also = _own_aliases(districts)
        self._hosts = [str(host) for host in districts.get("host", [""] * len(self.codes))]
        self.problems: list[Problem] = []
        for name, words in aliases.items():
            meant = by_name.get(name) or by_code.get(name) or []
            for d in meant:
                self._also[d] += words
            if not meant:
                what = f"{name!r} names no district"
                self.problems.append(Problem("aliases", what, did_you_mean(name, self.names)))
        self._exact: tuple[tuple[Way, Index], ...] = (
            ("code", by_code), ("name", by_name), ("alias", _index(self._also)),
        )  # fmt: skip

    # Made when an exact match fails: folding needs the conversion table of Traditional characters.
    @cached_property
    def _plain(self) -> list[list[str]]:
        return [
            [folded(word) for word in (name, *words)]
            for name, words in zip(self.names, self._also, strict=True)
        ]

    @cached_property
    def _folded(self) -> Index:
        codes = ([folded(code), division_code(code)] for code in self.codes)
        return _index([[*code, *words] for code, words in zip(codes, self._plain, strict=True)])

    @cached_property
    def _bare(self) -> Index:
        """Codes as a spreadsheet leaves them: without leading zeros, where all have one length."""
        digits = all(code.isdecimal() for code in self.codes)
        # Codes of several lengths are of several kinds: 1 and 01 may be two districts.
        alike = len({len(code) for code in self.codes}) == 1
        zeros = any(code.startswith("0") for code in self.codes)
        return (
            _index([[code.lstrip("0")] for code in self.codes])
            if digits and alike and zeros
            else {}
        )

    @cached_property
    def _units(self) -> tuple[Kind, Index] | None:
        found = units(self.codes, self.names)
        if found is None:
            return None
        kind, own = found
        return kind, _index([[unit] if unit else [] for unit in own])

    def _by_list(self, key: str) -> list[int]:
        """Find France by FRA, 250 and 法国, Texas by TX and 48, a county by 0500000US48113."""
        bare = without_prefix(key)
        if bare != key and (found := self._folded.get(folded(bare))):
            return found
        if self._units is None:
            return []
        kind, own = self._units
        return own.get(kind.unit(key) or kind.unit(bare), [])

    @cached_property
    def _above(self) -> list[Ancestors]:
        return ancestors(self.codes, self.names, self._hosts)

    @cached_property
    def _places(self) -> dict[tuple[str, ...], frozenset[int]]:
        """The districts by what is above them."""
        found: dict[tuple[str, ...], set[int]] = {}
        for d, above in enumerate(self._above):
            if above:
                found.setdefault(above, set()).add(d)
        return {above: frozenset(members) for above, members in found.items()}

    @cached_property
    def _stems(self) -> Index:
        return _index([[stem(word) for word in words] for words in self._plain])

    def find(self, key: str) -> tuple[list[int], Way]:
        """Return the districts that a key may mean.

        Parameters
        ----------
        key : str
            As written in a table.

        Returns
        -------
        tuple of list of int and str
            Positions of districts, and how they were found; the first way that finds any decides.
            Several mean that the key is ambiguous, none that it is unknown. A city or province
            before the name has to be the district's own; where nobody knows that, the way is
            ``unchecked city``.
        """
        for way, index in self._exact:
            if found := index.get(key):
                return found, way
        plain = folded(key)
        ways: tuple[tuple[Way, Callable[[], list[int]]], ...] = (
            ("form", lambda: self._same(plain)),
            ("code without its zeros", lambda: self._zeroless(plain)),
            ("list of countries or states", lambda: self._by_list(key)),
            ("suffix", lambda: self._by_suffix(plain)),
            ("city", lambda: self._within(plain)),
        )
        for way, look in ways:
            if found := look():
                return found, way
        _, named = self._without_parents(plain)
        found = [d for d in named if self._above[d] is None]
        return found, "unchecked city" if found else "name"

    def _same(self, plain: str) -> list[int]:
        return self._folded.get(plain) or self._folded.get(division_code(plain)) or []

    def _zeroless(self, plain: str) -> list[int]:
        return self._bare.get(plain.removesuffix(".0").lstrip("0"), [])

    def _within(self, plain: str) -> list[int]:
        """Find 奎文区 by 潍坊市奎文区 and 山东潍坊奎文区, if it is in 潍坊市."""
        found: set[int] = set()
        for above, members in self._places.items():
            for rest in stripped(plain, above):
                named = self._folded.get(rest) or self._by_suffix(rest)
                found.update(members.intersection(named))
        return sorted(found)

    def _without_parents(self, plain: str) -> tuple[str, list[int]]:
        """Return what looks like a city or province before a name, and the districts so named."""
        for rest in strip_parents(plain):
            if found := self._folded.get(rest) or self._by_suffix(rest):
                return plain.removesuffix(rest), found
        return "", []

    def is_whole(self, key: str) -> bool:
        """Tell whether a key is the city or province that all districts are in: 潍坊市."""
        plain, above = folded(key), set(self._above)
        known = {names for names in above if names}
        several = len(self.codes) > 1 and known == above
        return several and bool(plain) and all(belongs([plain], names) for names in known)

    def misplaced(self, key: str) -> Misplaced | None:
        """Return what is wrong with a key that names another city than its district's."""
        parent, found = self._without_parents(folded(key))
        places = ((d, self._above[d]) for d in found)
        return next((Misplaced(parent, d, "".join(above)) for d, above in places if above), None)

    def _by_suffix(self, plain: str) -> list[int]:
        """Find 滨海区 by 滨海, 滨海 by 滨海区, 管城回族区 by 管城区; 吉安市 not by 吉安县."""
        short = stem(plain)
        if short == plain:
            return self._stems.get(plain, [])
        return self._folded.get(short) or [
            d
            for d in self._stems.get(short, [])
            if any(word[-1] == plain[-1] and stem(word) == short for word in self._plain[d])
        ]

    def title(self, d: int) -> str:
        """Return name and code of a district, as messages call it: ``奎文区 (370705)``."""
        return f"{self.names[d]} ({self.codes[d]})"

    def suggestion(self, key: str) -> str:
        """Return a sentence with the names nearest to an unknown key; empty if none is near."""
        return offer(nearest(folded(key), self.names))


def _own_aliases(districts: Districts) -> list[list[str]]:
    """Return the names in the districts' own columns other than code and name."""
    blank = [""] * len(districts["code"])
    columns = (districts.get("aliases", blank), districts.get("name_en", blank))
    return [
        [word for word in (*str(given).split(";"), str(english)) if word.strip()]
        for given, english in zip(*columns, strict=True)
    ]


def _index(words: Sequence[Sequence[str]]) -> Index:
    found: Index = {}
    for d, names in enumerate(words):
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(d)
    return found
