"""What is read from a press release: every number with its place in the text and in the table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, first_few
from geo.release.result.verdicts import Said, Verdict, is_mean, verdicts
from geo.release.words.footnotes import mark_at
from geo.release.words.readings import UNITS, Conflict, Reading, Row, Total, Unused
from geo.tables.printed import Printed, Stated

if TYPE_CHECKING:
    from geo.tables.reconcile import Check
    from geo.tables.table import Table


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
    names : tuple of str
        The given names.
    unread : tuple of Unused
        Those of `unused` that may be districts' figures: a person has to look.
    """

    text: str
    source: str
    events: tuple[str, ...]
    rows: tuple[Row, ...]
    stated: tuple[Total, ...]
    unused: tuple[Unused, ...]
    conflicts: tuple[Conflict, ...]
    missing: tuple[str, ...]
    names: tuple[str, ...] = ()
    unread: tuple[Unused, ...] = ()

    @property
    def totals(self) -> tuple[Stated, ...]:
        """The totals of the first event, without those that need not agree with its rows."""
        doubtful = [v for v in self._verdicts(0) if v.doubtful]
        left_out = {id(total) for verdict in doubtful for total in verdict.totals}
        # Where the rows are not all there is, nothing of their column can be compared.
        columns = {v.check.column for v in doubtful if v.totals[0].scope == "event"}
        return tuple(
            replace(
                total.stated,
                figure=_marked(self.text, total.reading),
                row=self.text.count("\n", 0, total.reading.start) + 1,
            )
            for total in self.stated
            if total.event == 0
            and id(total) not in left_out
            and total.reading.column not in columns
            and not is_mean(self.text, total.reading)
        )

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
        return tuple(
            verdict.check
            for event in range(len(self.events))
            for verdict in self._verdicts(event)
            if not verdict.doubtful
        )

    def _verdicts(self, event: int) -> list[Verdict]:
        said = Said(self.text, self.rows, self.stated, self.unused, self.names)
        return verdicts(said, event)

    def doubts(self, event: int = 0) -> tuple[Problem, ...]:
        """Return why the rows of an event may not be all that the text says of districts."""
        found = []
        if self.unread:
            some = first_few([number.printed for number in self.unread])
            many = len(self.unread) > 1
            what = f"{len(self.unread)} number{'s' * many} of districts may be unread: {some}"
            found.append(Problem(self.source, what, f"geo extract {self.source} says why."))
        for verdict in self._verdicts(event):
            check = verdict.check
            if verdict.doubtful:
                what = (
                    f"{check.column} of {check.label} is stated as {check.stated:f}, the rows add "
                    f"up to {check.parts_sum:f}"
                )
                remedy = "They were not compared: not all rows may have been read. See the text."
                found.append(Problem(self.source, what, remedy))
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
        Its rows are lines of the text. A cell the text does not fill is "missing".

    Raises
    ------
    MapError
        If there are no rows, or rows of several events and none was chosen.
    """
    from geo.tables.footnotes import marked
    from geo.tables.table import Column, Table

    rows = _rows_of(release, event)
    number = rows[0].event if rows else event or 0
    columns: dict[str, Column] = {}
    for name, unit in release.columns(number).items():
        read = (row.cell(name) for row in rows)
        cells = tuple(_marked(release.text, cell) if cell else None for cell in read)
        columns[name] = Column(unit, cells, tuple("value" if c else "missing" for c in cells))
    keys, lines = tuple(row.name for row in rows), tuple(row.line for row in rows)
    notes = tuple(
        note
        for name, column in columns.items()
        for note in marked(release.source, lines, name, column.cells)
    )
    return Table(keys, lines, columns, release.source, (*release.doubts(number), *notes))


def _marked(text: str, reading: Reading) -> Printed:
    """Return a reading's figure with the footnote mark that the text has behind it."""
    return replace(reading.figure, mark=mark_at(text, reading.start, reading.end))


def _rows_of(release: Release, event: int | None) -> list[Row]:
    # An event may have totals only; it makes no table, and need not be chosen against.
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
