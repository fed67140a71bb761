"""The spec of the folder one is in, for commands that are given none."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

import click

from geo.base.errors import MapError, Problem
from geo.base.files import is_file
from geo.spec.dressing import BESIDE

#: The map of this repository, which `geo build` makes in it.
DEFAULT_SPEC = Path("maps/weifang.toml")
_FOLDERS = (Path(), Path("maps"))
_MOST_LISTED = 12


def own_specs(folder: Path = Path()) -> list[Path]:
    """Return the specs in a folder and in the folder maps in it, by name, those in it first.

    A TOML file with measures is one, whatever else is wrong with it; `pyproject.toml` is none.
    """
    return [
        path
        for inside in _FOLDERS
        for path in sorted((folder / inside).glob("*.toml"))
        if _is_spec(path)
    ]


def chosen_specs(specs: Sequence[Path]) -> Sequence[Path]:
    """Return the specs that were named; without any, the default one or the only one here.

    Of several, as a shell makes them of ``maps/*.toml``, a house style is the others' and no map.

    Raises
    ------
    MapError
        If there are several, or none.
    """
    if specs or is_file(DEFAULT_SPEC):
        maps = [path for path in specs if path.name != BESIDE or _is_spec(path)]
        return maps or specs or (DEFAULT_SPEC,)
    found = own_specs()
    if len(found) == 1:
        click.echo(f"… {found[0]}, the only spec here", err=True)
        return found
    if not found:
        what = "no spec is named, and there is none here or in maps"
        raise MapError(Problem("", what, "`geo new` starts one: geo new 青岛, geo new World."))
    listed = ", ".join(map(str, found[:_MOST_LISTED]))
    more = len(found) - _MOST_LISTED
    what = f"{len(found)} specs are here: {listed}{f' and {more} more' if more > 0 else ''}"
    raise MapError(Problem("", what, "Name one, or several."))


def is_dashboard(path: Path) -> bool:
    """Tell whether a file lists maps for one page instead of describing one."""
    try:
        keys = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return False  # whoever reads it as a map says what is wrong
    return "pages" in keys and "measures" not in keys


def _is_spec(path: Path) -> bool:
    try:
        return "measures" in tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        # One that is broken is found by what every spec has, so that its fault is told.
        return _looks_like_one(path)


def _looks_like_one(path: Path) -> bool:
    try:
        return "[[measures]]" in path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return False
