"""Why rows match no district: each by itself, or the one cause that many of them share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.base.errors import Problem
from geo.districts.lookup import Lookup

#: Characters of a key that a message shows.
_SHOWN = 80
#: Rows from which one cause is a diagnosis; two may be two slips.
_MANY = 3
#: For how many rows the nearest names are looked for: a report does not list more.
SUGGESTED = 20


class Unmatched(NamedTuple):
    """A row whose key matches no district: its line in the file, and the key."""

    row: int
    key: str


class Diagnosis(NamedTuple):
    """What explains unmatched rows.

    Attributes
    ----------
    problems : list of Problem
        One a cause, then one a row that no cause explains.
    shared : bool
        Some cause explains many rows: that districts lack rows says nothing more.
    """

    problems: list[Problem]
    shared: bool


def diagnose(
    source: str, unmatched: Sequence[Unmatched], rows: int, lookup: Lookup, remedy: str
) -> Diagnosis:
    """Say why rows match no district.

    Parameters
    ----------
    source : str
        The file.
    unmatched : sequence of Unmatched
    rows : int
        All rows of the table.
    lookup : Lookup
    remedy : str
        What to do about a single row.
    """
    causes: list[Problem] = []
    left = list(unmatched)
    for problem, explained in _elsewhere(source, left, lookup):
        causes.append(problem)
        left = [row for row in left if row not in explained]
    if len(left) == rows >= _MANY:
        what = f"none of {rows:,} rows matches a district, from {_told(left[0].key)} on"
        hint = f"Is this another area's table? The map has {_some(lookup.names)}."
        return Diagnosis([Problem(source, what, hint)], shared=True)
    single = [
        row_problem(source, row, lookup, remedy, suggest=i < SUGGESTED)
        for i, row in enumerate(left)
    ]
    return Diagnosis([*causes, *single], shared=bool(causes))


def _told(key: str) -> str:
    """Return a key as a message shows it: some cells hold texts, or outlines."""
    return repr(key if len(key) <= _SHOWN else f"{key[:_SHOWN]}…")


def row_problem(
    source: str, row: Unmatched, lookup: Lookup, remedy: str, *, suggest: bool = True
) -> Problem:
    """Return why one row matches no district, with the nearest names if `suggest`."""
    what = f"{_told(row.key)} matches no district"
    if wrong := lookup.misplaced(row.key):
        what += f": {lookup.title(wrong.district)} is in {wrong.place}, not in {wrong.parent}"
        return Problem(source, what, remedy, row=row.row)
    hint = lookup.suggestion(row.key) if suggest else ""
    return Problem(source, what, f"{hint} {remedy}".lstrip(), row=row.row)


Explained = tuple[Problem, set[Unmatched]]


def _elsewhere(source: str, unmatched: Sequence[Unmatched], lookup: Lookup) -> Iterator[Explained]:
    """Find rows that name the same other city before names of the map's districts."""
    by_parent: dict[str, list[Unmatched]] = {}
    places: dict[str, str] = {}
    for row in unmatched:
        if wrong := lookup.misplaced(row.key):
            by_parent.setdefault(wrong.parent, []).append(row)
            places.setdefault(wrong.parent, wrong.place)
    for parent, found in by_parent.items():
        if len(found) >= _MANY:
            what = (
                f"{len(found):,} rows name {parent}, from {found[0].key!r} on, but the map's "
                f"districts of these names are in {places[parent]}"
            )
            remedy = "Is this another area's table?"
            yield Problem(source, what, remedy, row=found[0].row), set(found)


def unchecked(source: str, found: Sequence[Unmatched], lookup: Lookup) -> list[Problem]:
    """Return a note on rows whose city nobody could compare with the map's place; at most one."""
    if not found:
        return []
    row, key = found[0]
    titles = " or ".join(lookup.title(d) for d in lookup.find(key)[0])
    what = f"{key!r} was read as {titles}, though where the map's districts are is not known"
    more = f"So were {len(found) - 1:,} more rows. " if len(found) > 1 else ""
    return [Problem(source, what, f"{more}Check the city before the name.", row=row)]


def zeros_restored(
    source: str, found: Sequence[Unmatched], rows: int, lookup: Lookup
) -> list[Problem]:
    """Return a note on keys that a spreadsheet took for numbers, 1001 for 01001; at most one.

    Parameters
    ----------
    source : str
        The file.
    found : sequence of Unmatched
        The rows that match with zeros before their keys, or without those of the codes.
    rows : int
        All rows of the table.
    lookup : Lookup
    """
    if not found:
        return []
    key, code = found[0].key, lookup.codes[lookup.find(found[0].key)[0][0]]
    what = f"{len(found):,} of {rows:,} keys lost the leading zeros of the codes"
    remedy = f"They were put back: {key!r} is {code!r}. Format the column as text to keep them."
    return [Problem(source, what, remedy)]


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
