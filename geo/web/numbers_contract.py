"""The part of the data block that says how a house writes numbers, see `contract.MapData`."""

from __future__ import annotations

# pydantic, which makes the script's types from these, cannot read typing's own on Python 3.11.
from typing_extensions import TypedDict


class OwnMarks(TypedDict):
    """Marks in numbers.

    Attributes
    ----------
    language : str
        BCP 47: whose numbers have the digits, a decimal mark and thousands separated, for which
        these marks are taken.
    decimal, group : str
    ungrouped : int
        Numbers of so many digits before the decimal mark or fewer have no thousands separated.
    """

    language: str
    decimal: str
    group: str
    ungrouped: int


class OwnMarksData(TypedDict, total=False):
    """Marks of a house, where they are not those that a browser knows of the language."""

    marks: OwnMarks
