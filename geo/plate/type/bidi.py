"""The order of a line's characters: letters from the right, numbers and Latin names from the left.

The Unicode Bidirectional Algorithm (UAX 9) by python-bidi. It gives the order as a text, from which
positions cannot be read back; so its steps are taken one by one, and the rule for paired brackets
(N0), which they lack, is added between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import bidirectional

_CLOSING = {"(": ")", "[": "]", "{": "}", "\u2329": "\u232a", "\u3008": "\u3009", "（": "）"}
#: Numbers count as letters from the right beside brackets.
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
#: Classes of characters that move others: letters and numbers from the right, marks of direction.
_MOVING = {"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"}


def is_bidirectional(text: str) -> bool:
    """Whether a text has letters that run from the right."""
    return any(bidirectional(c) in _MOVING for c in text if c > "\u058f")


def levels(text: str, *, rtl: bool) -> list[int]:
    """Return the embedding level of each character: odd ones run from the right.

    Parameters
    ----------
    text : str
        One line.
    rtl : bool
        The line as a whole runs from the right.
    """
    from bidi import algorithm as uba

    storage = uba.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(rtl), "R" if rtl else "L"
    uba.get_embedding_levels(text, storage)
    uba.explicit_embed_and_overrides(storage)
    uba.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], text, own="R" if rtl else "L")
    uba.resolve_neutral_types(storage, False)
    uba.resolve_implicit_levels(storage, False)
    return [character["level"] for character in storage["chars"]]


def _resolve_brackets(chars: list[dict[str, str]], text: str, own: str) -> None:
    """Give both brackets of a pair one direction: that of what they hold (UAX 9, N0)."""
    strong = [_STRONG.get(c["type"], "") for c in chars]
    for start, end in sorted(_pairs(text)):
        held = {s for s in strong[start + 1 : end] if s}
        if not held:
            continue
        before = next((s for s in reversed(strong[:start]) if s), own)
        direction = own if own in held else before
        for i in (start, end):
            strong[i] = chars[i]["type"] = direction


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for i, c in enumerate(text):
        if c in _CLOSING:
            opened.append(i)
        elif c in _CLOSING.values():
            found = next((j for j in reversed(opened) if _CLOSING[text[j]] == c), None)
            if found is not None:
                yield found, i
                del opened[opened.index(found) :]


def visual(runs: list[int]) -> list[int]:
    """Return the positions of runs from left to right, by their levels (UAX 9, L2)."""
    order = list(range(len(runs)))
    for level in range(max(runs, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and runs[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end + 1
    return order
