"""Numbers that no sentence spoke of: what is said with a unit's name, a measure or a mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from geo.release.words.readings import Unused
from geo.release.words.reasons import Reason

_NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")
_DATE = re.compile(r"\s?(?:[年月日号時时点]|(?:个|個)?月)")
_COUNTED = re.compile(r"\s?[个個]?[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z\[［]")
_ENDS = re.compile(r"[。！？!?\n]")


def unlisted(text: str, listed: Iterable[tuple[int, int]]) -> Iterator[Unused]:
    """Yield the numbers in digits that are in none of the spans, with what they are.

    Most are in words that mean something as a whole: 2022年计划投资, 奎文区、潍城区2个区, PM2.5.

    Parameters
    ----------
    text : str
        The plain text.
    listed : iterable of (int, int)
        Spans of the numbers that are in cells and totals, or of which it was said why not.
    """
    spans = sorted(listed)
    starts = [start for start, _ in spans]
    furthest, reached = 0, []  # of spans within each other the longest tells
    for _, end in spans:
        furthest = max(furthest, end)
        reached.append(furthest)
    ends = [0, *(match.end() for match in _ENDS.finditer(text)), len(text)]
    for match in _NUMBER.finditer(text):
        before = bisect_right(starts, match.start()) - 1
        if before >= 0 and reached[before] > match.start():
            continue
        end, reason = _what(text, match.start(), match.end())
        after = bisect_right(ends, match.start(), hi=len(ends) - 1)
        sentence = (ends[after - 1], ends[after])
        yield Unused(text[match.start() : end], match.start(), end, sentence, reason)


def _what(text: str, start: int, end: int) -> tuple[int, Reason]:
    """Return where a number ends with its unit, and why it is nobody's figure."""
    if date := _DATE.match(text, end):
        return date.end(), "date"
    if (start and _LATIN.match(text, start - 1)) or _LATIN.match(text, end):
        return end, "code"
    counted = _COUNTED.match(text, end)
    return (counted.end() if counted else end), "quantity"
