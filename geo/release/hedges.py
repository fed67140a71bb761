"""What an approximate figure says of the true one: 超80亿元 is at least 80."""

from __future__ import annotations

from typing import Literal

from geo.release.kinds import WordList
from geo.release.lexicon import listed

Bound = Literal["=", ">=", "<=", "~"]
_AT_LEAST = frozenset(listed(WordList.AT_LEAST))
_AT_MOST = frozenset(listed(WordList.AT_MOST))


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
