"""Changes that leave an input readable: bytes flipped at random hardly ever get past a parser."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_CELL = re.compile(r"[^,;\t\n\"'\[\]{}:=]+")
_NUMBERS = (
    "0", "-0", "1", "-1", "1e308", "1e-308", "99999999999999999999", "0.1", "180", "-180.5",
    "1,234", "1.234,5", "81.8①", "１６", "nan", "inf", "0x10", "1_000", "",
)  # fmt: skip


def edited(data: bytes, seed: int, words: Sequence[bytes]) -> bytes:
    """Return a text with one to four edits: of a number, a cell, a line, or two lines' places.

    Parameters
    ----------
    data : bytes
        UTF-8; what is none is decoded with marks of replacement.
    seed : int
        The same edits for the same seed.
    words : sequence of bytes
        What may come in place of a cell.
    """
    chance = random.Random(seed)
    text = data.decode("utf-8", "replace")
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(_EDITS)(text, chance, words)
    return text.encode("utf-8", "surrogatepass")


def _number(text: str, chance: random.Random, _words: Sequence[bytes]) -> str:
    return _replaced(text, _NUMBER, chance, chance.choice(_NUMBERS))


def _cell(text: str, chance: random.Random, words: Sequence[bytes]) -> str:
    return _replaced(text, _CELL, chance, chance.choice(words).decode("utf-8", "surrogatepass"))


def _copied(text: str, chance: random.Random, _words: Sequence[bytes]) -> str:
    found = _CELL.findall(text)
    return _replaced(text, _CELL, chance, chance.choice(found)) if found else text


def _line(text: str, chance: random.Random, _words: Sequence[bytes]) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    again = chance.choice((0, 2, 3))
    return "\n".join([*lines[:at], *lines[at : at + 1] * again, *lines[at + 1 :]])


def _swapped(text: str, chance: random.Random, _words: Sequence[bytes]) -> str:
    lines = text.split("\n")
    a, b = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[a], lines[b] = lines[b], lines[a]
    return "\n".join(lines)


def _replaced(text: str, what: re.Pattern[str], chance: random.Random, new: str) -> str:
    found = list(what.finditer(text))
    if not found:
        return text + new
    match = chance.choice(found)
    return text[: match.start()] + new + text[match.end() :]


_EDITS: tuple[Callable[[str, random.Random, Sequence[bytes]], str], ...] = (
    _number, _cell, _copied, _line, _swapped,
)  # fmt: skip
