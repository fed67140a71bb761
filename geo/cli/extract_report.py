"""What `geo extract` reports: rows, totals and their checks, contradictions, numbers not used."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.markup import escape
from rich.table import Table

from geo.base.catalogue import strings
from geo.cli.console import make_console
from geo.release.files import event_label
from geo.release.words.hedges import as_said
from geo.release.words.numbers import plain

if TYPE_CHECKING:
    from rich.console import Console

    from geo.release.model import Release

#: Rows of tables that are drawn with lines around their cells: each of these takes rich a while.
_MOST_DRAWN = 500


def status(release: Release) -> int:
    """Return the exit status: 1 if the text contradicts itself, 3 if numbers were left unread."""
    if release.conflicts or not all(check.ok for check in release.checks):
        return 1
    return 3 if release.unread or release.unknown else 0


def print_release(release: Release) -> None:
    """Print on standard output what was read and what was not."""
    console = make_console()
    lines = _line_starts(release.text)
    found = f"{len(release.rows)} rows, {len(release.stated)} stated totals"
    unused = f"{len(release.unused)} numbers unused"
    console.print(f"{release.source}: {found}, {unused}", markup=False, soft_wrap=True)
    if not release.rows:
        console.print("no figures of districts were read", markup=False)
    for event in sorted({row.event for row in release.rows}):
        _print_rows(release, event, console)
    if release.checks:
        console.print(_checks(release))
    for conflict in release.conflicts:
        sides = " ≠ ".join(
            f"{r.printed} (line {bisect_right(lines, r.start)})" for r in conflict.readings
        )
        console.print(
            f"CONTRADICTION {conflict.name}: {sides}; neither is taken", style="red", markup=False
        )
    if release.unknown:
        console.print(
            f"not among the districts: {', '.join(release.unknown)}", style="red", markup=False
        )
    if release.missing:
        console.print(
            f"districts without a row: {', '.join(release.missing)}", style="yellow", markup=False
        )
    _print_unused(release, lines, console)


def _line_starts(text: str) -> list[int]:
    """Return where the lines of a text begin."""
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]


def _print_rows(release: Release, event: int, console: Console) -> None:
    columns = release.columns(event)
    several = len({row.event for row in release.rows}) > 1
    title = f"Event {event + 1}: {event_label(release, event)}" if several else "Rows"
    head = ("Line", "District", *(f"{column} {unit}" for column, unit in columns.items()))
    rows = []
    for row in release.rows:
        if row.event == event:
            cells = [row.cell(column) for column in columns]
            texts = [as_said(plain(c.figure.value), c.hedge) if c else "—" for c in cells]
            rows.append((str(row.line), row.name + ("" if row.known else " ?"), *texts))
    _print_table(console, title, head, rows, right=2, drawn=len(release.rows) <= _MOST_DRAWN)


def _print_table(
    console: Console,
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    right: int,
    drawn: bool,
) -> None:
    """Print a table, `drawn` with lines around its cells or only with its columns aligned.

    The columns from `right` on are figures.
    """
    if not drawn:
        console.out(f"{title}\n{_aligned([head, *rows], right)}", highlight=False)
        return
    table = Table(*map(escape, head), title=escape(title), title_justify="left")
    for column in table.columns[right:]:
        column.justify = "right"
    for row in rows:
        table.add_row(*map(escape, row))
    console.print(table)


def _aligned(rows: Sequence[Sequence[str]], right: int) -> str:
    """Return rows as lines of text, columns two spaces apart, those from `right` on flush right."""
    lengths = [[cell_len(cell) for cell in row] for row in rows]
    widths = [max(column) for column in zip(*lengths, strict=True)]
    lines = []
    for row, taken in zip(rows, lengths, strict=True):
        blanks = [" " * (width - length) for width, length in zip(widths, taken, strict=True)]
        cells = [f"{cell}{blank}" for cell, blank in zip(row[:right], blanks, strict=False)]
        cells += [f"{b}{c}" for c, b in zip(row[right:], blanks[right:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _checks(release: Release) -> Table:
    table = Table(
        "Total",
        "Column",
        "Parts",
        "Sum",
        "",
        "Stated",
        "Slack",
        "",
        title="Totals",
        title_justify="left",
    )
    for check in release.checks:
        verdict = "[green]agrees[/]" if check.ok else "[red]CONTRADICTS[/]"
        numbers = (plain(check.parts_sum), check.relation, plain(check.stated), plain(check.slack))
        column = f"{check.column} {check.unit}"
        table.add_row(escape(check.label), escape(column), str(check.count), *numbers, verdict)
    return table


def _print_unused(release: Release, lines: Sequence[int], console: Console) -> None:
    if not release.unused:
        return
    words = strings("en")
    unread = {number.start for number in release.unread}
    rows = [
        (
            str(bisect_right(lines, number.start)),
            number.printed,
            words[f"review_reason_{number.reason}"],
            "!" if number.start in unread else "",
        )
        for number in release.unused
    ]
    head = ("Line", "Number", "Why it is in no cell", "")
    drawn = len(rows) <= _MOST_DRAWN
    _print_table(console, "Numbers unused", head, rows, right=len(head), drawn=drawn)
    if unread:
        text = f"! {len(unread)} numbers of districts were left unread"
        console.print(text, style="yellow", markup=False)
