"""Numbers of a release with their places, and the rows and totals that they are in."""

from __future__ import annotations

from typing import NamedTuple

from geo.release.words.reasons import Reason
from geo.tables.printed import Printed, Scope, Stated

#: The columns every release may fill, with their units, in the order of the table.
UNITS = {
    "projects": "个",
    "investment": "亿元",
    "planned": "亿元",
    "completed": "亿元",
    "companies": "家",
}


#: Those of the projects' money.
MONEY = ("investment", "planned", "completed")


class Reading(NamedTuple):
    """A number of the text that was understood.

    Attributes
    ----------
    column, unit : str
        ``investment`` in ``亿元``; a figure the vocabulary does not know has its printed label.
    figure : Printed
        In `unit`, with the rounding of the source. An approximate one (约, 超) is as rounded as
        its last digit that is not zero, both ways.
    printed : str
        As in the text: ``约81.8亿元``.
    start, end : int
        Span in the plain text.
    sentence : tuple of (int, int)
        Span of the sentence it is in.
    hedge : str
        约, 超, 左右 … or empty.
    """

    column: str
    unit: str
    figure: Printed
    printed: str
    start: int
    end: int
    sentence: tuple[int, int]
    hedge: str = ""


class Row(NamedTuple):
    """A unit's figures at one event.

    Attributes
    ----------
    name : str
        The given name it was matched with, else as printed, without the city before it.
    printed : str
    event : int
        Index into `Release.events`.
    line : int
        Line of the text, from 1.
    cells : tuple of Reading
        At most one a column.
    known : bool
        False if names were given and this is none of them.
    start, end : int
        Span of the name in the plain text.
    """

    name: str
    printed: str
    event: int
    line: int
    cells: tuple[Reading, ...]
    known: bool
    start: int
    end: int

    def cell(self, column: str) -> Reading | None:
        """Return the reading of a column, None if the text states none."""
        return next((reading for reading in self.cells if reading.column == column), None)


class Total(NamedTuple):
    """A total the text states, at one event; `part` if it is said to be a part of the whole."""

    scope: Scope
    label: str
    event: int
    reading: Reading
    part: bool = False

    @property
    def stated(self) -> Stated:
        """Return it as what `geo.tables.checks` compares."""
        reading = self.reading
        return Stated(
            self.scope,
            self.label,
            reading.column,
            reading.figure,
            reading.unit,
            span=(reading.start, reading.end),
            printed=reading.printed,
        )


class Unused(NamedTuple):
    """A number of the text that is in no cell and no total, and why."""

    printed: str
    start: int
    end: int
    sentence: tuple[int, int]
    reason: Reason


class Conflict(NamedTuple):
    """Different figures for what should be one: neither is taken."""

    name: str
    event: int
    readings: tuple[Reading, ...]
