"""How wide a text is, and how many lines it takes, before any browser has set it."""

from __future__ import annotations

import re

from geo.web.assets import sizes

_UNITS = re.compile(r"[!-~\u00a0-\u1fff\u202f]+|.", re.DOTALL)


def text_width(text: str, size: float) -> float:
    """Return about how wide a line is in pixels: a Chinese character is as wide as its size."""
    return size * sum(_advance(character) for character in text)


def _advance(character: str) -> float:
    # From the CJK radicals on every character is as wide as it is high.
    if character > "\u2e7f":
        return 1
    size = sizes()
    advances = size.advances
    if character in size.narrow:
        return advances.narrow
    return advances.wide if character in size.wide else advances.other


def lines(text: str, size: float, width: float) -> int:
    """Return how many lines a text takes at most: words stay whole, Chinese breaks anywhere."""
    return len(broken(text, size, width))


def broken(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines that a text takes at most.

    A character's room is left free in each line, for punctuation that may not begin the next.
    """
    found, used = [""], 0.0
    for unit in _UNITS.findall(text):
        need = text_width(unit, size)
        if used and used + need > width - size:
            found.append("")
            used = 0.0
        found[-1] += unit
        used += need
    return tuple(found)
