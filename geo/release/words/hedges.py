"""What an approximate figure says of the true one: 超80亿元 is at least 80."""

from __future__ import annotations

from typing import Literal

from geo.release.words.kinds import WordList
from geo.release.words.lexicon import listed

Bound = Literal["=", ">=", "<=", "~"]
_AT_LEAST = frozenset(listed(WordList.AT_LEAST))
_AT_MOST = frozenset(listed(WordList.AT_MOST))
#: 110多亿元, 80亿元以上: printed after the digits.
_BEHIND = ("余", "多", "以上", "以内", "左右", "上下")


def as_said(digits: str, hedge: str) -> str:
    """Return a figure with its hedge on the side where it was printed: 约110, 110多."""
    behind = hedge.partition("（")[0].endswith(_BEHIND)
    return f"{digits}{hedge}" if behind else f"{hedge}{digits}"


def bound_of(hedge: str) -> Bound:
    """Return how the true figure is to the printed one.

    Parameters
    ----------
    hedge : str
        超, 近, 余, 以上, 约 …; empty for an exact figure.

    Returns
    -------
    {"=", ">=", "<=", "~"}
        ``~`` for either side of it (约, 左右).
    """
    if not hedge:
        return "="
    word = hedge.partition("（")[0]
    return ">=" if word in _AT_LEAST else "<=" if word in _AT_MOST else "~"
