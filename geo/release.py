"""A press release's text to rows per district and stated totals; every number with its place."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.encoding import read_bytes
from geo.errors import MapError, Problem
from geo.figures import Stated
from geo.release_context import settle
from geo.release_events import gather
from geo.release_gazetteer import parents, short
from geo.release_lines import Line, read_lines
from geo.release_model import UNITS, Conflict, Reading, Row, Total, Unused
from geo.release_owners import Owners
from geo.release_places import Names, Place, find_places, names_for
from geo.release_tables import TableRow, find_tables, read_table
from geo.release_text import read_document
from geo.release_words import scan

if TYPE_CHECKING:
    from geo.indicators import Table
    from geo.reconcile import Check


@dataclass(frozen=True, slots=True)
class Release:
    """What a press release states.

    Attributes
    ----------
    text : str
        The plain text; all spans are positions in it.
    source : str
    events : tuple of str
        What tells the events apart, as printed; the one with most units first. Mostly one.
    rows : tuple of Row
        In the order of the text, by event.
    stated : tuple of Total
        Totals of all events, with where they were read.
    unused : tuple of Unused
        Every number that is in no cell and no total.
    conflicts : tuple of Conflict
        Different figures for the same cell or total; neither is taken.
    missing : tuple of str
        Given names that have no row.
    """

    text: str
    source: str
    events: tuple[str, ...]
    rows: tuple[Row, ...]
    stated: tuple[Total, ...]
    unused: tuple[Unused, ...]
    conflicts: tuple[Conflict, ...]
    missing: tuple[str, ...]

    @property
    def totals(self) -> tuple[Stated, ...]:
        """The totals stated for the first event."""
        return tuple(total.stated for total in self.stated if total.event == 0)

    @property
    def figures(self) -> tuple[Reading, ...]:
        """Every number that was used, in the order of the text."""
        cells = {cell.start: cell for row in self.rows for cell in row.cells}
        return tuple(
            r
            for _, r in sorted((cells | {t.reading.start: t.reading for t in self.stated}).items())
        )

    @property
    def checks(self) -> tuple[Check, ...]:
        """The stated totals against the rows, for every event, within the source's rounding."""
        from geo.reconcile import checks

        found: list[Check] = []
        for event in range(len(self.events)):
            stated = [total.stated for total in self.stated if total.event == event]
            if stated:
                found += checks(release_table(self, event=event), stated, self.columns(event))
        return tuple(found)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names in rows that are none of the given ones."""
        return tuple(dict.fromkeys(row.name for row in self.rows if not row.known))

    def columns(self, event: int = 0) -> dict[str, str]:
        """Return the columns of an event's rows, each with its unit, in the order of the table."""
        cells = [cell for row in self.rows if row.event == event for cell in row.cells]
        found = {cell.column: cell.unit for cell in cells}
        return {c: u for c, u in UNITS.items() if c in found} | {
            c: u for c, u in found.items() if c not in UNITS
        }


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


def release_table(release: Release, *, event: int | None = None) -> Table:
    """Return the rows of one event as a table that can be joined, reconciled and mapped.

    Parameters
    ----------
    release : Release
    event : int, optional
        Index into `Release.events`; may be left out if only one event has rows.

    Returns
    -------
    Table
        ``row`` is the line of the text. A cell the text does not fill is "missing".

    Raises
    ------
    MapError
        If there are no rows, or rows of several events and none was chosen.
    """
    import pandas as pd

    from geo.indicators import Table

    rows = _rows_of(release, event)
    number = rows[0].event if rows else event or 0
    frame: dict[str, list[str] | list[int] | list[float]] = {
        "key": [row.name for row in rows], "row": [row.line for row in rows],
    }  # fmt: skip
    for column in release.columns(number):
        cells = [row.cell(column) for row in rows]
        frame[column] = [float(c.figure.value) if c else float("nan") for c in cells]
        frame[f"{column}:state"] = ["value" if c else "missing" for c in cells]
        frame[f"{column}:resolution"] = [
            float(c.figure.resolution) if c else float("nan") for c in cells
        ]
    return Table(pd.DataFrame(frame), release.source)


def _rows_of(release: Release, event: int | None) -> list[Row]:
    with_rows = sorted({row.event for row in release.rows})
    if event is None and len(with_rows) != 1:
        listed = ", ".join(release.events[i] or "?" for i in with_rows)
        what = f"has figures of {len(with_rows)} events: {listed}"
        remedy = "Extract the one to be mapped with `geo extract --event N -o table.csv`."
        if not with_rows:
            what, remedy = (
                "states no figures of districts",
                "Look at it with `geo extract --review`.",
            )
        raise MapError(Problem(release.source, what, remedy))
    return [row for row in release.rows if row.event == (with_rows[0] if event is None else event)]


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
