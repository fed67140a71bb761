"""Rows to polygons: by code, name, alias, then by the forms offices write. Nothing gets lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from geo.base.errors import MapError, Problem
from geo.base.text import folded
from geo.districts.lookup import Lookup, Way
from geo.tables.diagnosis import Unmatched, diagnose, unchecked, zeros_restored
from geo.tables.table import Column, Table, in_order
from geo.tables.totals import is_total_row

if TYPE_CHECKING:
    import pandas as pd

_REMEDY = "Correct it, add an alias, or list it in allow_rows."


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
    by : {"code", "name", "alias", "form", "code without its zeros", "suffix", "city", …}
        How they were matched: ``form`` up to white space, full width and Traditional characters,
        ``suffix`` 滨海 for 滨海区, ``city`` 潍坊市奎文区 for 奎文区; ``unchecked city`` where
        it is not known in which city the map's 奎文区 is.
    """

    row: int
    key: str
    code: str
    name: str
    by: Way


@dataclass(frozen=True, slots=True)
class Joined:
    """The figures of every district.

    Attributes
    ----------
    columns : dict of str to Column
        The table's columns in the order of the districts; a district without a row is "missing".
    matches : tuple of Match
        In the order of the districts.
    unmatched_rows : tuple of str
        Keys of rows that the map-maker allows to match nothing, in the order of the table.
    unmatched_districts : tuple of str
        Names of districts that may have no row.
    total_rows : tuple of str
        Keys of rows that hold the total of the others: 合计, or the map's city.
    notes : tuple of Problem
        What the map-maker should know of how table and rows were read.
    """

    columns: dict[str, Column]
    matches: tuple[Match, ...]
    unmatched_rows: tuple[str, ...]
    unmatched_districts: tuple[str, ...]
    total_rows: tuple[str, ...] = ()
    notes: tuple[Problem, ...] = ()


def join(
    table: Table,
    districts: pd.DataFrame,
    aliases: Mapping[str, Sequence[str]],
    *,
    allow_rows: Collection[str] = (),
    allow_districts: Collection[str] = (),
) -> Joined:
    """Match every row of a table with one district.

    Parameters
    ----------
    table : Table
    districts : DataFrame
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
        districts, two rows for one district, a district without a row, an alias of no district.
    """
    (found,) = join_periods(
        (table,), districts, aliases, allow_rows=allow_rows, allow_districts=allow_districts
    )
    return found


def join_periods(
    tables: Sequence[Table],
    districts: pd.DataFrame,
    aliases: Mapping[str, Sequence[str]],
    *,
    allow_rows: Collection[str] = (),
    allow_districts: Collection[str] = (),
) -> tuple[Joined, ...]:
    """Match the rows of every period with the districts.

    Parameters
    ----------
    tables : sequence of Table
        One a period, of one file.
    districts, aliases, allow_rows, allow_districts
        As for `join`.

    Returns
    -------
    tuple of Joined
        In the order of the tables. A district that lacks a row in some periods is "missing" there.

    Raises
    ------
    MapError
        As for `join`, each key once that matches nothing in several periods; a district lacks a
        row if no period has one.
    """
    lookup = Lookup(districts, aliases)
    may_miss = {folded(key) for key in allow_rows}
    found = [_found(table, lookup, may_miss) for table in tables]
    # The same name is unknown in every period: said once, in the row where it is first.
    once: dict[str, Problem] = {}
    for problem in in_order([p for one in found for p in one.problems]):
        once.setdefault(problem.what, problem)
    bare = set.intersection(*(set(one.bare) for one in found))
    # Compared as rows are: a spec may be written with other white space than the table.
    may_lack = {folded(name) for name in allow_districts}
    # One cause for many rows (the table of another city) leaves all districts without a row.
    shared = any(one.shared for one in found)
    lacking = [] if shared else _lacking(sorted(bare), tables[0].source, lookup, may_lack)
    if problems := [*in_order([*lookup.problems, *once.values()]), *lacking]:
        raise MapError(problems)
    return tuple(one.joined for one in found)


class _Found(NamedTuple):
    """What became of a table's rows.

    `bare` are the districts without a row; `shared` says that one cause explains many problems.
    """

    joined: Joined
    problems: list[Problem]
    shared: bool
    bare: list[int]


def _found(table: Table, lookup: Lookup, may_miss: Collection[str]) -> _Found:
    placed = _placed(table, lookup, may_miss)
    rows = len(table.keys) - len(placed.left_over) - len(placed.totals)
    cause = diagnose(table.source, placed.unmatched, rows, lookup, _REMEDY)
    matched, every = placed.matched, range(len(lookup.codes))
    bare = [d for d in every if d not in matched]
    order = [matched[d][0] if d in matched else None for d in every]
    joined = Joined(
        columns={name: column.take(order) for name, column in table.columns.items()},
        matches=tuple(_match(table, lookup, d, *matched[d]) for d in sorted(matched)),
        unmatched_rows=tuple(placed.left_over),
        unmatched_districts=tuple(lookup.names[d] for d in bare),
        total_rows=tuple(placed.totals),
        notes=(*table.notes, *_doubtful(table, matched, lookup)),
    )
    return _Found(joined, [*placed.contested, *cause.problems], cause.shared, bare)


def _lacking(
    bare: Sequence[int], source: str, lookup: Lookup, may_lack: Collection[str]
) -> list[Problem]:
    """Return a problem for each district without a row that the map-maker does not allow."""
    return [
        _unmatched_district(d, source, lookup)
        for d in bare
        if {folded(lookup.names[d]), folded(lookup.codes[d])}.isdisjoint(may_lack)
    ]


class _Placed(NamedTuple):
    """Where a table's rows belong: districts with row and way; the others by why they do not."""

    matched: dict[int, tuple[int, Way]]
    contested: list[Problem]
    unmatched: list[Unmatched]
    left_over: list[str]
    totals: list[str]


def _placed(table: Table, lookup: Lookup, may_miss: Collection[str]) -> _Placed:
    found = _Placed({}, [], [], [], [])
    for i, key in enumerate(table.keys):
        districts, by = lookup.find(key)
        if len(districts) == 1 and districts[0] not in found.matched:
            found.matched[districts[0]] = (i, by)
        elif districts:
            found.contested.append(_contested(table, i, districts, found.matched, lookup))
        elif folded(key) in may_miss:
            found.left_over.append(key)
        # Last, so that a district that is called like the whole is still found as a district.
        elif is_total_row(key) or lookup.is_whole(key):
            found.totals.append(key)
        else:
            found.unmatched.append(Unmatched(table.rows[i], key))
    return found


def _doubtful(
    table: Table, matched: Mapping[int, tuple[int, Way]], lookup: Lookup
) -> list[Problem]:
    def by(way: Way) -> list[Unmatched]:
        rows = sorted(i for i, found in matched.values() if found == way)
        return [Unmatched(table.rows[i], table.keys[i]) for i in rows]

    # Not refused, since most maps are of one city; but a table of another one would match as well.
    cities = unchecked(table.source, by("unchecked city"), lookup)
    bare = by("code without its zeros")
    return [*cities, *zeros_restored(table.source, bare, len(table.keys), lookup)]


def _contested(
    table: Table, i: int, found: list[int], matched: Mapping[int, tuple[int, Way]], lookup: Lookup
) -> Problem:
    key, row = table.keys[i], table.rows[i]
    titles = [lookup.title(d) for d in found]
    if len(found) > 1:
        what = f"{key!r} could be {' or '.join(titles)}"
        return Problem(table.source, what, "Write the code instead of the name.", row=row)
    first = matched[found[0]][0]
    earlier = f"row {table.rows[first]} ({table.keys[first]!r})"
    what = f"{key!r} is {titles[0]}, already matched by {earlier}"
    return Problem(table.source, what, "Keep one of the two rows, or add them up.", row=row)


def _unmatched_district(d: int, source: str, lookup: Lookup) -> Problem:
    what = f"{lookup.title(d)} has no row in {source}"
    remedy = "Add one (a blank cell means no data), or list it in allow_districts."
    return Problem("districts", what, remedy)


def _match(table: Table, lookup: Lookup, d: int, i: int, by: Way) -> Match:
    return Match(table.rows[i], table.keys[i], lookup.codes[d], lookup.names[d], by)
