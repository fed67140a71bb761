"""Which places of a text have figures beside them: of their levels is the one of the rows."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import accumulate

from geo.release.names.places import Place

_FIGURE = re.compile(r"\d\s?[^\s\d年月日]|[一二三四五六七八九十百两][个项家例亿万]")
_END = re.compile("[。；;]")
#: Of what is only compared with: 仅次于上海、北京.
_COMPARED = re.compile("(?:仅?次|[高低多少优好]|领先)于[^，,。；;\n]{0,40}")


def figured_in(text: str, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the places with a figure between the same two signs, of those that end a statement."""
    compared = deque(match.span() for match in _COMPARED.finditer(text))
    ends = [*(match.end() for match in _END.finditer(text)), len(text)]
    start = 0
    waiting = deque(places)
    for end in ends:
        told = bool(_FIGURE.search(text, start, end))
        if start == 0 and not told and len(waiting) and waiting[0].end == end - 1:
            start = end  # （一）奎文区。新开工22个: a heading, and its figures behind it
            continue
        while waiting and waiting[0].start < end:
            place = waiting.popleft()
            while compared and compared[0][1] <= place.start:
                compared.popleft()
            if told and not (compared and compared[0][0] < place.start):
                yield place
        start = end


def outside_brackets(text: str, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the places with a figure that no bracket encloses."""
    depths = accumulate((char in "（(") - (char in "）)") for char in text)
    inside = [depth > 0 for depth in depths] if "（" in text or "(" in text else []
    return (p for p in figured_in(text, places) if not (inside and inside[p.start]))
