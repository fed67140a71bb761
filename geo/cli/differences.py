"""How a comparison of two editions is printed: a table for each kind of change."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from geo.tables.arithmetic import in_digits

if TYPE_CHECKING:
    from rich.console import Console

    from geo.choropleth.changes import Change, Comparison
    from geo.choropleth.edition import Edition

#: Long tables are cut: machines take all of them from --json.
_MOST_ROWS = 60
_TITLES = {
    "period": "Periods",
    "district": "Districts",
    "measure": "Measures",
    "value": "Values",
    "class": "Classes",
    "breaks": "Breaks",
    "palette": "Palette",
    "text": "Texts",
}


def print_comparison(old: Edition, new: Edition, found: Comparison, console: Console) -> None:
    """Print what differs between two editions, and what could not be compared."""
    console.print(f"old: {_file(old)}", markup=False, soft_wrap=True)
    console.print(f"new: {_file(new)}", markup=False, soft_wrap=True)
    if old.version and new.version and old.version != new.version:
        console.print(
            f"made by other versions: geo {old.version} and geo {new.version}",
            style="yellow",
            markup=False,
        )
    print_changes(found, console)
    if not found.changes:
        console.print("nothing differs")


def print_changes(found: Comparison, console: Console) -> None:
    """Print a table for each kind of change, and what could not be compared."""
    for kind, title in _TITLES.items():
        if chosen := [change for change in found.changes if change.kind == kind]:
            console.print(_table(title, chosen))
            if len(chosen) > _MOST_ROWS:
                console.print(f"and {len(chosen) - _MOST_ROWS:,} more: see --json", markup=False)
    if found.unread:
        parts = ", ".join(found.unread)
        console.print(f"not compared, as one of the files does not hold them: {parts}")


def _file(edition: Edition) -> str:
    return edition.source + (f" (geo {edition.version})" if edition.version else "")


def _table(title: str, changes: Sequence[Change]) -> Table:
    values = changes[0].kind == "value"
    subjects = [_subject(change) for change in changes]
    heads = [head for head in subjects[0] if any(subject[head] for subject in subjects)]
    table = Table(*heads, "Old", "New", *["Difference"] * values, title=title, title_justify="left")
    for change, subject in list(zip(changes, subjects, strict=True))[:_MOST_ROWS]:
        cells = [subject[head] for head in heads]
        cells += ["—" if text is None else text for text in (change.old, change.new)]
        if values:
            cells.append("" if change.difference is None else _signed(change.difference))
        # As text: square brackets of names are no markup.
        table.add_row(*map(Text, cells))
    return table


def _subject(change: Change) -> dict[str, str]:
    """Return what a change is about, by the heads of its table."""
    period = "" if change.kind == "period" else change.period
    return {
        "Measure": change.measure,
        "Period": period,
        "District": _district(change),
        "Text": change.key,
    }


def _district(change: Change) -> str:
    # Some polygons have no codes but their names.
    return change.name if change.name == change.code else f"{change.name} {change.code}".strip()


def _signed(number: Decimal) -> str:
    return f"{'+' if number > 0 else ''}{in_digits(number)}"
