"""Line breaking of Chinese, Latin and mixed text (kinsoku, after GB/T 15834 and W3C's clreq)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, pairwise

from geo.base.errors import MapError, Problem
from geo.plate.sheet import Block, FaceName, stacked
from geo.plate.type.faces import Face, set_line, words

#: May not begin a line: closing punctuation, and the marks that belong to what precedes.
NOT_FIRST = frozenset(
    "，。、；：？！）］｝〕】》」』〉”’…—～·％‰℃,.;:?!)]}%»›°’”-–ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょ々،؛؟"
)
#: May not end a line: opening punctuation and signs that belong to what follows.
NOT_LAST = frozenset("（［｛〔【《「『〈“‘([{«‹￥＄£$¥#№")
#: Breaking here reads well: after a clause.
_CLAUSE_ENDS = frozenset("，。；：！？、,;:!?")
#: Cost of a break inside a clause, as slack squared: as bad as a line a quarter empty (0.245²).
_INSIDE_CLAUSE = 0.06
# A word that is never broken: Latin letters and figures with what joins them. A figure keeps its
# unit: 196.7亿元, 196.7 亿元, 264个, 26日.
_LETTERS = r"0-9A-Za-z\u00c0-\u1fff"  # of every script that parts words by blanks
_UNIT = " ?[万亿]{0,2}(?:平方公里|公里|元|个|人|亩|吨|户|年|月|日)"
_UNBROKEN = (
    rf"[{_LETTERS}][{_LETTERS}.,'’/&@_+%:−\u200e\u202f\u00a0-]*[{_LETTERS}%]"
    rf"(?:{_UNIT})?|[0-9]{_UNIT}|……|——"
)


@lru_cache(maxsize=16)
def _pattern(whole: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(filter(None, whole), key=lambda word: (-len(word), word))
    return re.compile("|".join([*map(re.escape, longest_first), _UNBROKEN]))


def units(text: str, whole: tuple[str, ...] = ()) -> list[str]:
    """Split text where a line may break; each piece may stand at the start of a line.

    Parameters
    ----------
    text : str
        One paragraph.
    whole : tuple of str
        Words that are not to be parted either: names of districts and measures.

    Returns
    -------
    list of str
        They join to the text again.
    """
    pieces: list[str] = []
    end = 0
    for match in _pattern(whole).finditer(text):
        pieces += [*text[end : match.start()], match[0]]
        end = match.end()
    pieces += text[end:]
    joined: list[str] = []
    for piece in pieces:
        held = joined and (
            piece[0] in NOT_FIRST or piece == " " or joined[-1].rstrip()[-1:] in NOT_LAST
        )
        if held:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def broken(
    text: str, width: float, size: float, face: Face, whole: tuple[str, ...] = ()
) -> list[str] | None:
    """Break a paragraph into as few lines as fit, as even as they can be.

    Lines end after a clause where that costs little in evenness.

    Parameters
    ----------
    text : str
    width : float
        Millimetres.
    size : float
        Points.
    face : Face
    whole : tuple of str
        As in `units`.

    Returns
    -------
    list of str or None
        None if a piece that may not be broken is wider than a line.
    """
    pieces = units(text, whole)
    runs = [face.width(piece, size) for piece in pieces]
    bare = [face.width(piece.rstrip(), size) for piece in pieces]
    if not pieces:
        return []
    if max(bare) > width:
        return None
    cuts = _cuts(pieces, runs, bare, width)
    return ["".join(pieces[a:b]).rstrip() for a, b in pairwise(cuts)]


def _cuts(pieces: list[str], runs: list[float], bare: list[float], width: float) -> list[int]:
    """Return the best cuts: fewest lines first, then the least sum of squared slack."""
    total = [0.0, *accumulate(runs)]
    n = len(pieces)
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # lines, cost, previous cut
    for end in range(1, n + 1):
        options = []
        for start in range(end - 1, -1, -1):
            length = total[end - 1] - total[start] + bare[end - 1]
            if length > width + 1e-9:
                break
            slack = (width - length) / width
            clause = end == n or pieces[end - 1].rstrip()[-1:] in _CLAUSE_ENDS
            lines, cost, _ = best[start]
            options.append((lines + 1, cost + slack**2 + (0 if clause else _INSIDE_CLAUSE), start))
        best.append(min(options))
    cuts = [n]
    while cuts[-1]:
        cuts.append(best[cuts[-1]][2])
    return cuts[::-1]


def paragraph(
    text: str,
    width: float,
    size: float,
    face: Face,
    name: FaceName,
    ink: str,
    *,
    where: str,
    leading: float,
    whole: tuple[str, ...] = (),
) -> Block:
    """Set a paragraph flush left; flush right in a face whose lines run from there.

    Parameters
    ----------
    text : str
    width : float
        Of a line, millimetres.
    size : float
        Points.
    face : Face
    name : {"sans", "serif"}
        Of the face, for the files.
    ink : str
        ``#rrggbb``.
    where : str
        Names the text in an error.
    leading : float
        Distance of baselines, ems.
    whole : tuple of str
        As in `units`; broken all the same where one is wider than the line.

    Raises
    ------
    MapError
        If a word is wider than the line.
    """
    lines = broken(text, width, size, face, whole) or broken(text, width, size, face)
    if lines is None:
        longest = max(units(text), key=lambda piece: face.width(piece, size))
        raise MapError(
            Problem(
                where,
                f"{longest.strip()!r} is wider than the {width:.0f} mm of a line at {size:g} pt",
                "Choose a larger size, or write it shorter.",
            )
        )
    blocks = [set_line(words(face, name, line, size, ink), leading) for line in lines]
    if face.rtl:
        blocks = [Block(width, b.height, b.at(width - b.width, 0)) for b in blocks]
    return stacked(blocks, gap=0)
