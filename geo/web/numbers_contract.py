"""The part of the data block that says how numbers are written, see `contract.MapData`."""

from __future__ import annotations

from typing import NotRequired

# pydantic, which makes the script's types from these, cannot read typing's own on Python 3.11.
from typing_extensions import TypedDict


class MarksData(TypedDict):
    """Marks and digits of numbers: the language's, or those of the house.

    Attributes
    ----------
    marks : (str, str, int)
        The decimal mark; what parts thousands; numbers of so many digits before the decimal mark or
        fewer have no thousands separated.
    zero : str
        The digit zero, which the others follow in Unicode; left out where it is 0.
    """

    marks: tuple[str, str, int]
    zero: NotRequired[str]
