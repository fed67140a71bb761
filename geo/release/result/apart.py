"""Lists that are of two things though no word tells them apart: 玉米…甲市71、…；花生…甲市13、…."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from geo.release.parsing.statements import Statement, Times

_FEWEST = 3  # units that two lists share
_MOST = 24  # lists to compare with; a text that has more is no release
Key = tuple[Times, str, str]


def lists_apart(statements: Sequence[Statement]) -> Sequence[Statement]:
    """Give the units of a second list their own times if it is plainly of another thing.

    Two lists of the same column, act and times are of two things if they share at least three
    units, and differ in two thirds of these. One figure of many that differs is a contradiction.
    """
    units: dict[Key, list[tuple[int, str, Decimal]]] = {}
    for at, said in enumerate(statements):
        if said.subject.one_unit:
            name = said.subject.places[0].name
            for column, readings in said.readings.items():
                key = said.times._replace(label=""), said.act, column
                units.setdefault(key, []).append((at, name, readings[0].figure.value))
    parts: dict[int, str] = {}
    for listed in units.values():
        if len({name for _, name, _ in listed}) < len(listed):
            parts.update(_parts(listed))
    if not parts:
        return statements
    return [
        said._replace(times=said.times._replace(part=parts[at])) if at in parts else said
        for at, said in enumerate(statements)
    ]


def _parts(listed: Sequence[tuple[int, str, Decimal]]) -> Iterator[tuple[int, str]]:
    """Yield the statements of lists of several things, each with the number of its list."""
    lists: list[dict[str, Decimal]] = []
    found: list[list[int]] = []
    for at, name, value in listed:
        if not lists or name in lists[-1]:
            lists.append({})
            found.append([])
        lists[-1][name] = value
        found[-1].append(at)
    numbers = _numbered(lists)
    if max(numbers) > 1:
        for number, places in zip(numbers, found, strict=True):
            yield from ((at, str(number)) for at in places)


def _numbered(lists: Sequence[dict[str, Decimal]]) -> list[int]:
    """Return for each list the number of what it is of: that of one it agrees with, or a new."""
    firsts: list[dict[str, Decimal]] = []
    numbers: list[int] = []
    for values in lists:
        compared = firsts[:_MOST]
        agreeing = (at for at, first in enumerate(compared) if _agrees(first, values))
        if (at := next(agreeing, None)) is not None:
            numbers.append(at + 1)
        elif all(_differs(first, values) for first in compared):
            firsts.append(values)
            numbers.append(len(firsts))
        else:
            numbers.append(numbers[-1])
    return numbers


def _agrees(first: dict[str, Decimal], second: dict[str, Decimal]) -> bool:
    shared = first.keys() & second.keys()
    return bool(shared) and all(first[name] == second[name] for name in shared)


def _differs(first: dict[str, Decimal], second: dict[str, Decimal]) -> bool:
    shared = first.keys() & second.keys()
    other = sum(first[name] != second[name] for name in shared)
    return len(shared) >= _FEWEST and other * 3 >= len(shared) * 2
