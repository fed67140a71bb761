"""Eurostat's tab-separated files: dimensions in one cell, flags behind figures, ``:`` for none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.base.errors import Problem

Row = tuple[int, tuple[str, ...]]

#: The first head: the dimensions of the rows, and after the stroke that of the columns.
_HEAD = re.compile(r"\s*(?P<rows>\w+(?:,\w+)*)\\\w+\s*")
_FIGURE = re.compile(r"\s*(?P<figure>:|[-+]?[\d.]+)\s*(?P<flags>[a-z]{0,3})\s*")


def is_eurostat(line: str) -> bool:
    """Tell whether a line is the head of such a file, which has commas within its first cell."""
    return "\t" in line and bool(_HEAD.fullmatch(line.partition("\t")[0]))


def expanded(rows: Sequence[Row], source: str) -> tuple[list[Row], tuple[Problem, ...]]:
    """Give each dimension of a file of Eurostat a column of its own; others are as they were.

    Parameters
    ----------
    rows : sequence of (int, tuple of str)
    source : str
        The file, for messages.

    Returns
    -------
    rows, notes
        A note says which flags stood behind figures: b for a break in the series, p for
        provisional, e for estimated.
    """
    match = _HEAD.fullmatch(rows[0][1][0]) if rows else None
    if not match:
        return list(rows), ()
    names = match["rows"].split(",")
    flags: set[str] = set()
    found: list[Row] = [(rows[0][0], (*names, *(cell.strip() for cell in rows[0][1][1:])))]
    for line, (first, *cells) in rows[1:]:
        figures = []
        for cell in cells:
            printed = _FIGURE.fullmatch(cell)
            flags |= set(printed["flags"]) if printed else set()
            figures.append(printed["figure"].replace(":", "") if printed else cell)
        found.append((line, (*first.split(","), *figures)))
    if not flags:
        return found, ()
    what = f"figures have flags of Eurostat: {', '.join(sorted(flags))}"
    return found, (Problem(source, what, "See whether the map needs a note on them."),)
