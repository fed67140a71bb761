"""China's provinces and prefectures and the units in them: gazetteer.txt, in code order."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from geo.base.packaged import packaged


class Group(NamedTuple):
    """A province or prefecture by its code of GB/T 2260, and the counties and districts in it.

    Counties that belong to a province itself make a group without name (``4290``, ``6590`` …);
    a province that has prefectures has no units of its own.
    """

    code: str
    name: str
    units: tuple[str, ...]


@cache
def groups() -> tuple[Group, ...]:
    """Return all groups, a province before its prefectures."""
    text = packaged("districts", "gazetteer.txt")
    found = []
    for line in text.splitlines():
        code, *names = line.split(" ")
        direct = code[2:4] == "90"
        found.append(Group(code, "" if direct else names[0], tuple(names[not direct :])))
    return tuple(found)


@cache
def names_by_code() -> dict[str, str]:
    """Return the name of every province and prefecture by its code."""
    return {group.code: group.name for group in groups() if group.name}


@cache
def groups_by_unit() -> dict[str, tuple[Group, ...]]:
    """Return for each unit's name the groups that have one so named."""
    found: dict[str, list[Group]] = {}
    for group in groups():
        for unit in group.units:
            found.setdefault(unit, []).append(group)
    return {unit: tuple(listed) for unit, listed in found.items()}
