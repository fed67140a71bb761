"""Texts with their labels, and what is right, wrong or missed of what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from geo.release.extract import extract
from geo.release.model import Release
from geo.release.parsing.measures import read_measures

#: What the numbers of a label fill, in order.
COLUMNS = ("projects", "investment", "planned", "completed")


class Cell(NamedTuple):
    """A number of a unit at an event; the name is empty for a total, the event where not told."""

    event: str
    name: str
    column: str
    value: Decimal


@dataclass(frozen=True)
class Case:
    """A text with its labels, under the name of its form; `hard` if not all of it is read yet.

    `measures` are those that are read instead of projects: ``{cases=例}`` behind the form.
    """

    form: str
    text: str
    cells: tuple[Cell, ...]
    totals: tuple[Cell, ...]
    hard: bool = False
    measures: tuple[str, ...] = ()

    def read(self) -> Release:
        """Return what is read of it."""
        return extract(self.text, measures=read_measures(self.measures))


@dataclass(frozen=True)
class Score:
    """How many cells and totals are right, wrong and missed."""

    right: int
    wrong: tuple[Cell, ...]
    missed: tuple[Cell, ...]
    totals_right: int
    totals_wrong: tuple[Cell, ...]
    totals_missed: tuple[Cell, ...]
    contradictions: int


def read_cases(path: Path) -> Iterator[Case]:
    r"""Yield the cases of a file.

    A case ends with the line that has ``=>``, or ``~>`` where not all of it is read yet; ``\t`` is
    a tab.
    """
    form, lines = "", list[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        if not lines and line.startswith("##"):
            form = line.removeprefix("##").strip()
        elif lines or (line and not line.startswith("#")):
            arrow = next((sign for sign in ("=>", "~>") if sign in line), "")
            text, _, labels = line.partition(arrow) if arrow else (line, "", "")
            lines.append(text.rstrip(" "))
            if arrow:
                text = "\n".join(lines).replace("\\t", "\t")
                yield labelled(form, text, labels, hard=arrow == "~>")
                lines = []


def labelled(form: str, text: str, labels: str, *, hard: bool = False) -> Case:
    """Return a text with its labels as written: ``奎文区 16 81.8; 潍城区 15 84.5 | 31 166.3``."""
    cells, _, totals = labels.partition("|")
    found = tuple(_cells(cells, named=True)), tuple(_cells(totals, named=False))
    form, _, measures = form.partition("{")
    return Case(form.strip(), text, *found, hard, tuple(measures.rstrip("}").split()))


def _cells(written: str, *, named: bool) -> Iterator[Cell]:
    for part in written.split(";"):
        words = part.split()
        event = words.pop(0)[1:] if words and words[0].startswith("@") else ""
        name = words.pop(0) if words and named else ""
        columns = iter(COLUMNS)
        for word in words:
            column, equals, value = word.rpartition("=")
            column = column if equals else next(columns)
            if value != "-":
                yield Cell(event, name, column, Decimal(value))


def score(case: Case, release: Release) -> Score:
    """Compare what was read with the labels; an event is only compared where the label has one."""
    cells = [
        Cell(release.events[row.event], row.name, cell.column, cell.figure.value)
        for row in release.rows
        for cell in row.cells
    ]
    totals = [
        Cell(release.events[t.event], "", t.reading.column, t.reading.figure.value)
        for t in release.stated
    ]
    wrong, missed = _compared(cells, case.cells)
    totals_wrong, totals_missed = _compared(totals, case.totals)
    return Score(
        len(case.cells) - len(missed),
        wrong,
        missed,
        len(case.totals) - len(totals_missed),
        totals_wrong,
        totals_missed,
        len(release.conflicts) + sum(not check.ok for check in release.checks),
    )


def _compared(
    found: list[Cell], wanted: tuple[Cell, ...]
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    left, missed = list(found), []
    for label in wanted:
        match = next((cell for cell in left if _fits(cell, label)), None)
        if match:
            left.remove(match)
        else:
            missed.append(label)
    return tuple(left), tuple(missed)


def _fits(cell: Cell, label: Cell) -> bool:
    told = not label.event or label.event in cell.event
    return told and cell[1:3] == label[1:3] and cell.value == label.value


def tally(scores: list[tuple[Case, Score]]) -> Counter[str]:
    """Return the sums over all cases."""
    found: Counter[str] = Counter()
    for case, result in scores:
        found["cells"] += len(case.cells)
        found["right"] += result.right
        found["wrong"] += len(result.wrong)
        found["totals"] += len(case.totals)
        found["totals right"] += result.totals_right
        found["totals wrong"] += len(result.totals_wrong)
        found["contradictions"] += result.contradictions
    return found
