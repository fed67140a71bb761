"""Rows to polygons: by code, name, alias, then by the forms offices write. Nothing gets lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from geo.errors import MapError, Problem, did_you_mean, nearest
from geo.place_names import division_code, folded, stem, without_city

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.indicators import Table

_OWN_COLUMNS = {
    "code", "name", "name_en", "kind", "approximate", "host", "aliases", "geometry",
    "area_km2", "label_lon", "label_lat",
}  # fmt: skip
Way = Literal["code", "name", "alias", "form", "suffix", "city"]


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the district it belongs to.

    Attributes
    ----------
    row : int
        Line in the table's file.
    key : str
        As written there.
    code, name : str
        Of the district.
    by : {"code", "name", "alias", "form", "suffix", "city"}
        How they met: ``form`` up to white space, full width and Traditional characters,
        ``suffix`` 滨海 for 滨海区, ``city`` 潍坊市奎文区 for 奎文区.
    """

    row: int
    key: str
    code: str
    name: str
    by: Way


@dataclass(frozen=True, eq=False)
class Joined:
    """Districts with the figures of their rows.

    Attributes
    ----------
    frame : GeoDataFrame
        The districts in their order with the table's columns; a district without a row has NaN
        and the state "missing".
    matches : tuple of Match
        In the order of the districts.
    unmatched_rows : tuple of str
        Keys of rows that the map-maker allows to match nothing, in the order of the table.
    unmatched_districts : tuple of str
        Names of districts that may have no row.
    """

    frame: gpd.GeoDataFrame
    matches: tuple[Match, ...]
    unmatched_rows: tuple[str, ...]
    unmatched_districts: tuple[str, ...]


def join(
    table: Table,
    districts: gpd.GeoDataFrame,
    aliases: Mapping[str, Sequence[str]],
    *,
    allow_rows: Collection[str] = (),
    allow_districts: Collection[str] = (),
) -> Joined:
    """Match every row of a table with one district.

    Parameters
    ----------
    table : Table
    districts : GeoDataFrame
        ``code``, ``name``, ``name_en``, optionally ``aliases`` (separated by ``;``).
    aliases : mapping of str to sequence of str
        District's name or code to other names of it.
    allow_rows : collection of str
        Keys that may match nothing.
    allow_districts : collection of str
        Names or codes of districts that may have no row.

    Returns
    -------
    Joined
        Matches and unmatched together are all rows and all districts.

    Raises
    ------
    MapError
        With every problem: a row that matches nothing (and the nearest names) or could be several
        districts, two rows for one district, a district without a row, an alias of no district,
        a column of the table that the districts have too.
    """
    lookup = _Lookup(districts, aliases)
    problems = lookup.alias_problems + _clashes(table)
    may_miss = {folded(key) for key in allow_rows}
    may_lack = {folded(name) for name in allow_districts}
    matched: dict[int, tuple[int, Way]] = {}
    left_over: list[str] = []
    for i, (row, key) in enumerate(zip(table.frame["row"], table.frame["key"], strict=True)):
        where = f"{table.source}, row {row}"
        found, by = lookup.find(key)
        if len(found) == 1 and found[0] not in matched:
            matched[found[0]] = (i, by)
        elif found:
            problems.append(_contested(where, key, found, matched, table, lookup))
        elif folded(key) in may_miss:
            left_over.append(key)
        else:
            problems.append(_unmatched_row(where, key, lookup))
    bare = [d for d in range(len(districts)) if d not in matched]
    problems += [
        _unmatched_district(d, table, lookup)
        for d in bare
        if may_lack.isdisjoint({folded(lookup.names[d]), folded(lookup.codes[d])})
    ]
    if problems:
        raise MapError(problems)
    return Joined(
        frame=_attached(table, districts, {d: i for d, (i, _) in matched.items()}),
        matches=tuple(_match(table, lookup, d, *matched[d]) for d in sorted(matched)),
        unmatched_rows=tuple(left_over),
        unmatched_districts=tuple(lookup.names[d] for d in bare),
    )


class _Lookup:
    """Every name that a district goes by, and what stands behind it: positions of districts."""

    def __init__(self, districts: gpd.GeoDataFrame, aliases: Mapping[str, Sequence[str]]) -> None:
        self.codes = [str(code) for code in districts["code"]]
        self.names = [str(name) for name in districts["name"]]
        self.alias_problems: list[Problem] = []
        by_code = _index([[code] for code in self.codes])
        by_name = _index([[name] for name in self.names])
        also = [
            [name for name in (*str(given).split(";"), str(english)) if name.strip()]
            for given, english in zip(
                districts.get("aliases", [""] * len(districts)),
                districts.get("name_en", [""] * len(districts)),
                strict=True,
            )
        ]
        for name, words in aliases.items():
            meant = by_name.get(name) or by_code.get(name) or []
            for d in meant:
                also[d] += words
            if not meant:
                remedy = did_you_mean(name, self.names)
                what = f"{name!r} names no district"
                self.alias_problems.append(Problem("aliases", what, remedy))
        every = [[code, name, *words] for code, name, words in zip(
            self.codes, self.names, also, strict=True)]  # fmt: skip
        self._exact: tuple[tuple[Way, dict[str, list[int]]], ...] = (
            ("code", by_code), ("name", by_name), ("alias", _index(also)),
        )  # fmt: skip
        self._folded = _index(
            [[division_code(words[0]), *(folded(word) for word in words)] for words in every]
        )
        self._stems = _index([[stem(folded(w)) for w in words[1:]] for words in every])

    def find(self, key: str) -> tuple[list[int], Way]:
        """Return the districts a key may mean; the first way that finds any decides."""
        for way, index in self._exact:
            if found := index.get(key):
                return found, way
        plain = folded(key)
        if found := self._folded.get(plain) or self._folded.get(division_code(plain)):
            return found, "form"
        if found := self._by_suffix(plain):
            return found, "suffix"
        for rest in without_city(plain):
            if found := self._folded.get(rest) or self._by_suffix(rest):
                return found, "city"
        return [], "name"

    def _by_suffix(self, plain: str) -> list[int]:
        """滨海 is 滨海区 and 滨海区 is 滨海, but 吉安县 is not 吉安市: one side has no suffix."""
        short = stem(plain)
        if short == plain:
            return self._stems.get(plain, [])
        return self._folded.get(short, [])


def _index(words: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for d, names in enumerate(words):
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(d)
    return found


def _contested(
    where: str,
    key: str,
    found: list[int],
    matched: Mapping[int, tuple[int, Way]],
    table: Table,
    lookup: _Lookup,
) -> Problem:
    titles = [f"{lookup.names[d]} ({lookup.codes[d]})" for d in found]
    if len(found) > 1:
        what = f"{key!r} could be {' or '.join(titles)}"
        return Problem(where, what, "Write the code instead of the name.")
    earlier = table.frame.iloc[matched[found[0]][0]]
    what = f"{key!r} is {titles[0]}, which row {earlier['row']} {earlier['key']!r} is already"
    return Problem(where, what, "Keep one of the two rows, or add them up.")


def _unmatched_row(where: str, key: str, lookup: _Lookup) -> Problem:
    near = nearest(folded(key), lookup.names)
    hint = f"Did you mean {' or '.join(near)}? " if near else ""
    remedy = f"{hint}Correct it, add an alias, or list it in allow_rows."
    return Problem(where, f"{key!r} matches no district", remedy)


def _unmatched_district(d: int, table: Table, lookup: _Lookup) -> Problem:
    what = f"{lookup.names[d]} ({lookup.codes[d]}) has no row in {table.source}"
    remedy = "Add one (a blank cell means no data), or list it in allow_districts."
    return Problem("districts", what, remedy)


def _clashes(table: Table) -> list[Problem]:
    remedy = "Rename the table's column."
    return [
        Problem(table.source, f"column {name!r} is one of the districts' own", remedy)
        for name in table.frame.columns
        if name in _OWN_COLUMNS
    ]


def _match(table: Table, lookup: _Lookup, d: int, i: int, by: Way) -> Match:
    row = table.frame.iloc[i]
    return Match(int(row["row"]), row["key"], lookup.codes[d], lookup.names[d], by)


def _attached(
    table: Table, districts: gpd.GeoDataFrame, row_of: Mapping[int, int]
) -> gpd.GeoDataFrame:
    """Return the districts with the table's columns; -1 takes no row."""
    order = np.array([row_of.get(d, -1) for d in range(len(districts))])
    figures = table.frame.drop(columns=["key", "row"])
    rows = figures.take(np.where(order < 0, 0, order)) if len(figures) else figures
    columns = {}
    for name in figures.columns:
        cells = rows[name].to_numpy(copy=True)
        cells[order < 0] = "missing" if name.endswith(":state") else np.nan
        columns[name] = cells
    return districts.assign(**columns)
