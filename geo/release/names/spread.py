"""Names in the cells of a table that are spread to one width by blanks: 北 京, 黑 龙 江."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geo.release.names.places import Names, Place, find_places
from geo.release.words.kinds import WordList
from geo.release.words.lexicon import listed

_SPREAD = r"[\u4e00-\u9fff](?: {1,4}[\u4e00-\u9fff]){1,5}"
_CELL = re.compile(rf"(?:^|(?<=[\t|]))[ ]{{0,8}}({_SPREAD})(?= {{0,8}}[\t|])", re.MULTILINE)
_NAME = re.compile(_SPREAD)
_HEADS = frozenset(listed(WordList.TABLE_NAMES))  # 县  区


def spread_names(text: str) -> Iterator[str]:
    """Yield what cells of a folded text say that may be names spread by blanks, without these."""
    for match in _CELL.finditer(text):
        yield match[1].replace(" ", "")


def with_spread_names(
    text: str, cells: Sequence[tuple[int, int]], found: tuple[Place, ...], names: Names
) -> tuple[Place, ...]:
    """Return the places of a line with those that are spread over a cell.

    Parameters
    ----------
    text : str
        The line.
    cells : sequence of (int, int)
        Spans of its cells; empty for prose.
    found : tuple of Place
        Those that stand in it as they are written, in order.
    names : Names
        What is looked for.
    """
    if not cells or " " not in text:
        return found
    more: list[Place] = []
    for start, end in cells:
        if not _NAME.fullmatch(text, start, end):
            continue
        written = text[start:end].replace(" ", "")
        place = next(find_places(written, names), None)
        whole = place is not None and place.end - place.start == len(written)
        if place and whole and written not in _HEADS:
            more.append(Place(start, end, place.name, place.parents, place.known))
    if not more:
        return found
    spans = [(place.start, place.end) for place in more]
    rest = [p for p in found if not any(a <= p.start < b for a, b in spans)]
    return tuple(sorted([*rest, *more], key=lambda place: place.start))
