"""Rows to polygons: by code, name, alias, then by the forms offices write. Nothing gets lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from geo.base.errors import MapError, Problem
from geo.base.text import folded
from geo.districts.lookup import Lookup, Way

if TYPE_CHECKING:
    import geopandas as gpd

    from geo.tables.table import Table

_OWN_COLUMNS = {
    "code", "name", "name_en", "kind", "approximate", "host", "aliases", "geometry",
    "area_km2", "label_lon", "label_lat",
}  # fmt: skip


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
    lookup = Lookup(districts, aliases)
    problems = lookup.problems + _clashes(table)
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


def _contested(
    where: str,
    key: str,
    found: list[int],
    matched: Mapping[int, tuple[int, Way]],
    table: Table,
    lookup: Lookup,
) -> Problem:
    titles = [lookup.title(d) for d in found]
    if len(found) > 1:
        what = f"{key!r} could be {' or '.join(titles)}"
        return Problem(where, what, "Write the code instead of the name.")
    earlier = table.frame.iloc[matched[found[0]][0]]
    what = f"{key!r} is {titles[0]}, which row {earlier['row']} {earlier['key']!r} is already"
    return Problem(where, what, "Keep one of the two rows, or add them up.")


def _unmatched_row(where: str, key: str, lookup: Lookup) -> Problem:
    remedy = f"{lookup.suggestion(key)} Correct it, add an alias, or list it in allow_rows."
    return Problem(where, f"{key!r} matches no district", remedy.lstrip())


def _unmatched_district(d: int, table: Table, lookup: Lookup) -> Problem:
    what = f"{lookup.title(d)} has no row in {table.source}"
    remedy = "Add one (a blank cell means no data), or list it in allow_districts."
    return Problem("districts", what, remedy)


def _clashes(table: Table) -> list[Problem]:
    remedy = "Rename the table's column."
    return [
        Problem(table.source, f"column {name!r} is one of the districts' own", remedy)
        for name in table.frame.columns
        if name in _OWN_COLUMNS
    ]


def _match(table: Table, lookup: Lookup, d: int, i: int, by: Way) -> Match:
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
