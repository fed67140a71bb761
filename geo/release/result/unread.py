"""Numbers of districts that were left unread: what a person has to look at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from geo.base.text import has_chinese
from geo.release.words.readings import Unused
from geo.release.words.reasons import Reason

#: Reasons that leave open whose a number is. A date or a percentage is no district's figure.
_OPEN: frozenset[Reason] = frozenset(
    {"unclear", "joint", "bare", "mismatch", "conflict", "other", "partial"}
)
_AMOUNT = re.compile(r"[个项宗家元亿]")
#: Money alone, whose owner is not certain, is mostly that of a single project.
_COUNTED = re.compile(r"[\d一二两三四五六七八九十百]\s?[余多]?[个项宗家]")
_LONGEST_TABLE = 4000  # characters from its head to a row
_SUBJECT = re.compile("项目|工程|投资|开工|签约|竣工|招商|projects?\\b|invest", re.IGNORECASE)


def of_districts(
    text: str, unused: Sequence[Unused], names: Sequence[int], words: Collection[str] = ()
) -> Iterator[Unused]:
    """Yield the numbers that may be districts' figures and are in no cell.

    Parameters
    ----------
    text : str
        The plain text.
    unused : sequence of Unused
    names : sequence of int
        Where the names of places begin in it, in order.
    words : collection of str, optional
        Words and units of the measures that are read instead of projects and their money.
    """
    subject = re.compile("|".join(map(re.escape, words))) if words else _SUBJECT
    amount = subject if words else _AMOUNT
    foreign = not has_chinese(text)  # then nobody knows which of its words are places
    # Looked for once: there is a number in every cell of a table that was not understood.
    bare = any(number.reason == "bare" for number in unused)
    every = re.compile(f"(?=({subject.pattern}))", subject.flags)
    said = [found.span(1) for found in every.finditer(text)] if bare else []
    # So is each sentence: in a text without full stops all numbers are in one.
    below = cache(lambda start, end: _said_above(text, start, end, said))
    told = cache(lambda start, end: subject.search(text, start, end) is not None)
    counted = cache(lambda start, end: _COUNTED.search(text, start, end) is not None)
    for number in unused:
        start, end = number.sentence
        after = bisect_left(names, start)
        named = after < len(names) and names[after] < end
        if named and number.reason == "bare" and below(start, end):
            yield number  # of a table whose head was not understood
            continue
        named = named and bool(amount.search(number.printed))
        if (
            number.reason in _OPEN
            and (foreign or named)
            and told(start, end)
            and (foreign or words or number.reason != "unclear" or counted(start, end))
        ):
            yield number


def _said_above(text: str, start: int, end: int, said: Sequence[tuple[int, int]]) -> bool:
    """Tell whether one of the spans is above a row of a table, below the blank line before it."""
    if "\t" not in text[start:end]:
        return False
    top = max(0, start - _LONGEST_TABLE)
    top = max(top, text.rfind("\n\n", top, start) + 1)
    first = bisect_left(said, (top, 0))
    return first < len(said) and said[first][1] <= start
