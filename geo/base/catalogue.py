"""Every string of the interface, in the reader's language, and numbers as it writes them."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from geo.base.packaged import packaged_json


@cache
def strings(language: str) -> dict[str, str]:
    """Return the catalogue of a language.

    Parameters
    ----------
    language : {"zh", "en"}

    Returns
    -------
    dict of str to str
        Key to text; ``{name}`` in a text is filled by `str.format` or by the script of the page.
    """
    found: dict[str, str] = packaged_json("base", "catalogue", f"{language}.json")
    return found


def number(value: float | Decimal, decimals: int, *, fixed: bool = False) -> str:
    """Format a number with thousands separated.

    Parameters
    ----------
    value : float or Decimal
        Already rounded to `decimals`.
    decimals : int
        Digits after the point at most.
    fixed : bool, default False
        Keep trailing zeros: a computed rate has all its digits, a printed total only
        those of its source.

    Returns
    -------
    str
        ``1,480.6``; a minus is the sign U+2212.
    """
    text = f"{abs(value):,.{decimals}f}"
    if not fixed and "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"\N{MINUS SIGN}{text}" if value < 0 and text.strip("0.,") else text
