"""What `geo extract` reports: rows, totals and their checks, contradictions, numbers not used."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def status(release: Release) -> int:
    """Return the exit status: 1 if the text contradicts itself, 3 if numbers were left unread."""
    if release.conflicts or not all(check.ok for check in release.checks):
        return 1
    return 3 if release.unread or release.unknown else 0


def print_release(release: Release) -> None:
    """Print on standard output what was read and what was not."""
    console = make_console()
    found = f"{len(release.rows)} rows, {len(release.stated)} stated totals"
    unused = f"{len(release.unused)} numbers unused"
    console.print(f"{release.source}: {found}, {unused}", markup=False, soft_wrap=True)
    if not release.rows:
        console.print("no figures of districts were read", markup=False)
    for event in sorted({row.event for row in release.rows}):
        console.print(_rows(release, event))
    if release.checks:
        console.print(_checks(release))
    for conflict in release.conflicts:
        sides = " ≠ ".join(
            f"{r.printed} (line {_line(release, r.start)})" for r in conflict.readings
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
    _print_unused(release, console)


def _line(release: Release, position: int) -> int:
    return release.text.count("\n", 0, position) + 1


def _rows(release: Release, event: int) -> Table:
    columns = release.columns(event)
    several = len({row.event for row in release.rows}) > 1
    title = f"Event {event + 1}: {event_label(release, event)}" if several else "Rows"
    table = Table(
        "Line",
        "District",
        *(escape(f"{c} {u}") for c, u in columns.items()),
        title=escape(title),
        title_justify="left",
    )
    for column in table.columns[2:]:
        column.justify = "right"
    for row in release.rows:
        if row.event == event:
            cells = [row.cell(column) for column in columns]
            texts = [as_said(plain(c.figure.value), c.hedge) if c else "—" for c in cells]
            table.add_row(str(row.line), escape(row.name) + ("" if row.known else " ?"), *texts)
    return table


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


def _print_unused(release: Release, console: Console) -> None:
    if not release.unused:
        return
    words = strings("en")
    unread = {number.start for number in release.unread}
    table = Table(
        "Line", "Number", "Why it is in no cell", "", title="Numbers unused", title_justify="left"
    )
    for number in release.unused:
        why = words[f"review_reason_{number.reason}"]
        mark = "!" if number.start in unread else ""
        table.add_row(str(_line(release, number.start)), escape(number.printed), why, mark)
    console.print(table)
    if unread:
        text = f"! {len(unread)} numbers of districts were left unread"
        console.print(text, style="yellow", markup=False)
