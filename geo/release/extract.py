"""A press release's text to rows per district and stated totals; every number with its place."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from geo.base.files import read_bytes
from geo.release.attribution import Owners
from geo.release.disambiguate import settle
from geo.release.document import read_document
from geo.release.events import gather
from geo.release.lexicon import parents, short
from geo.release.lines import Line, read_lines
from geo.release.model import Release, Row, Unused
from geo.release.places import Names, Place, find_places, names_for
from geo.release.tables import TableRow, find_tables, read_table
from geo.release.tokens import scan


def extract(
    text: str,
    *,
    names: Collection[str] = (),
    aliases: Mapping[str, Collection[str]] | None = None,
    source: str = "release",
) -> Release:
    """Read the districts' figures and the stated totals out of a text.

    Parameters
    ----------
    text : str
        Plain text.
    names : collection of str, optional
        The districts' names, as on the map. A unit of the text is matched with them by name, short
        name (奎文), or after the city's name (潍坊市奎文区); others are kept as printed.
    aliases : mapping of str to collection of str, optional
        Name to its other names.
    source : str
        For messages.

    Returns
    -------
    Release
        A number that cannot be assigned for certain is in `unused`, never in a cell.
    """
    known = names_for(text, names, aliases or {})
    lines = read_lines(text)
    placed = [list(find_places(line.text, known)) for line in lines]
    owners = Owners(_wholes((p for line in placed for p in line), known))
    tables = {run.start: (run, rows) for run, rows in _tables(lines, placed) if run}
    body = {number for run, _ in tables.values() for number in run}
    for number, (line, places) in enumerate(zip(lines, placed, strict=True)):
        tokens = settle(scan(line.text, places))
        if number in body:
            owners.note_line(line, tokens)
        else:
            owners.read_line(line, tokens, number)
        for row in tables[number][1] if number in tables else ():
            owners.read_row(lines[row.line], row)
    starts = [0] + [i + 1 for i, c in enumerate(text) if c == "\n"]
    found = gather(
        owners.statements,
        lambda place: (place.name, place.known),
        lambda at: bisect_right(starts, at),
    )
    rows = tuple(
        Row(r.name, text[r.start : r.end], r.event, r.line, r.cells, r.known, r.start, r.end)
        for r in found.rows
    )
    used = {cell.start for row in rows for cell in row.cells} | {
        t.reading.start for t in found.totals
    }
    unused = [
        Unused(printed, start, end, sentence, found.reasons.get(start, reason))
        for start, (printed, end, sentence, reason) in sorted(owners.numbers.items())
        if start not in used
    ]  # fmt: skip
    named = {row.name for row in rows}
    return Release(
        text, source, tuple(found.events), rows, tuple(found.totals),
        tuple(unused),
        tuple(found.conflicts), tuple(name for name in names if name not in named),
    )  # fmt: skip


def read_release(
    path: Path | str,
    *,
    names: Collection[str] = (),
    aliases: Mapping[str, Collection[str]] | None = None,
) -> Release:
    """Read a press release from a file, or from standard input for ``-``.

    Parameters
    ----------
    path : Path or str
        Text, HTML, .docx, or PDF with a text layer.
    names, aliases
        As for `extract`.

    Raises
    ------
    MapError
        If it cannot be read as text.
    """
    source = "standard input" if str(path) == "-" else str(path)
    data = sys.stdin.buffer.read() if str(path) == "-" else read_bytes(Path(path))
    return extract(read_document(data, source), names=names, aliases=aliases, source=source)


def _tables(
    lines: Sequence[Line], placed: Sequence[Sequence[Place]]
) -> Iterator[tuple[range, list[TableRow]]]:
    """Yield the tables: the lines of each, and its rows."""
    for run in find_tables(lines):
        yield read_table(lines, run, lambda number: placed[number])


def _wholes(places: Iterable[Place], names: Names) -> frozenset[str]:
    """Return the cities and provinces that the other places are in: their figures are totals."""
    units = {place.name: place for place in places}
    above: dict[str, set[str]] = {}
    for name, place in units.items():
        for parent in {*place.parents, *parents().get(name, ())}:
            above.setdefault(parent, set()).add(name)
    for name in names.given:
        for parent in parents().get(name, ()):
            above.setdefault(parent, set()).add(name)
    others = max(len(units) - 1, 1)
    wholes = {p for p, below in above.items() if len(below) >= 2 and len(below) * 2 >= others}
    wholes |= {short(whole) for whole in wholes}
    return frozenset(wholes - set(names.given))
