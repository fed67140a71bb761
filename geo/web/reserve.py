"""How high the embed will be at a width, so that an article can keep the room free for it.

An article that learns the height only from the embed jumps when it arrives. Here the height is
reckoned from the texts and from the sizes in `templates/*.css`, a little too high rather than too
low: the embed's lines have fixed heights, so only their number has to be right.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.base.catalogue import strings

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

#: Widths from which the snippet has a height of its own; 900 puts the table beside the map.
WIDTHS = (280, 310, 340, 370, 410, 480, 560, 640, 740, 900, 1040, 1240, 1500)
SIDE, SIDE_GAP, BESIDE_FROM = 320, 32, 900
MAP_MOST = 600
ROWS_BELOW, ROW = 8, 28
_STEP = 4  # pixels between the widths that are reckoned
_UNITS = re.compile(r"[!-~\u00a0-\u024f]+|.", re.DOTALL)
_NARROW, _WIDE = frozenset(".,:;' il|!()"), frozenset("%mMwW@ABCDEFGHIJKLMNOPQRSTUVXYZ")


@dataclass(frozen=True, slots=True)
class Reserve:
    """Room for the embed from a width on: ``rest + min(map_most, map_ratio * width)`` pixels.

    Attributes
    ----------
    width : int
        From this width of the frame on, in CSS pixels.
    rest : int
        Pixels of everything but the map, at the least favourable width up to the next one.
    beside : bool
        The table stands beside the map, so that the map has the width less `SIDE` and `SIDE_GAP`.
    """

    width: int
    rest: int
    beside: bool


def text_width(text: str, size: float) -> float:
    """Return about how wide a line is in pixels: a Chinese character is as wide as its size."""
    return size * sum(_advance(character) for character in text)


def _advance(character: str) -> float:
    if character > "\u2e7f":
        return 1
    return 0.33 if character in _NARROW else 0.76 if character in _WIDE else 0.6


def lines(text: str, size: float, width: float) -> int:
    """Return how many lines a text takes at most: words stay whole, Chinese breaks anywhere.

    A character's room is left free in each line, for punctuation that may not begin the next.
    """
    count, used = 1, 0.0
    for unit in _UNITS.findall(text):
        need = text_width(unit, size)
        if used and used + need > width - size:
            count, used = count + 1, 0.0
        used += need
    return count


def reserves(choropleth: Choropleth, map_ratio: float) -> tuple[Reserve, ...]:
    """Return the room the embed needs, for every width an article may give it.

    Parameters
    ----------
    choropleth : Choropleth
    map_ratio : float
        Height of the drawing over its width.
    """
    found: list[Reserve] = []
    for start, stop in zip(WIDTHS, (*WIDTHS[1:], WIDTHS[-1] + 1), strict=True):
        beside = start >= BESIDE_FROM
        rests = [
            embed_height(choropleth, width, map_ratio) - map_height(width, map_ratio)
            for width in range(start, stop, _STEP)
        ]
        reserve = Reserve(start, math.ceil(max(rests)), beside)
        if not found or (reserve.rest, beside) != (found[-1].rest, found[-1].beside):
            found.append(reserve)
    return tuple(found)


def map_height(width: float, map_ratio: float) -> float:
    """Return the height of the map in a frame of a width."""
    column = width - SIDE - SIDE_GAP if width >= BESIDE_FROM else width
    return min(MAP_MOST, column * map_ratio)


def embed_height(choropleth: Choropleth, width: float, map_ratio: float) -> float:
    """Return the embed's height at a width, all its parts closed; pixels."""
    beside = width >= BESIDE_FROM
    column = width - SIDE - SIDE_GAP if beside else width
    left = _legend(choropleth, column) + map_height(width, map_ratio)
    right = _card(choropleth) + _table(choropleth, beside=beside)
    middle = max(left, right) if beside else left + 16 + right
    return _head(choropleth, width) + middle + _foot(choropleth, width)


def _head(choropleth: Choropleth, width: float) -> float:
    """Return title, dek, switch of measures and hint."""
    spec, words = choropleth.spec, strings(choropleth.spec.language)
    height: float = 30 * lines(spec.title, 22, width)
    if spec.dek:
        height += 4 + 22 * lines(spec.dek, 15, width)
    totals = [m.label for m in choropleth.measures if m.kind == "total"]
    boxes = [text_width(m.label, 14) + 24 for m in choropleth.measures]
    if totals:
        boxes.append(text_width(words["circles"].format(measure=max(totals, key=len)), 14) + 32)
    height += 12 + _row(boxes, width)
    rates = [m.label for m in choropleth.measures if m.kind == "rate"]
    if rates:
        height += 24 * lines(words["hint_total"].format(rate=max(rates, key=len)), 12, width)
    return height + 12


def _row(boxes: list[float], width: float) -> float:
    """Return the height of boxes in a row that wraps."""
    rows, used = 1, 0.0
    for box in boxes:
        if used and used + box > width:
            rows, used = rows + 1, 0.0
        used += box + 8
    return rows * 40 - 8


def _legend(choropleth: Choropleth, width: float) -> float:
    """Return the highest of the measures' legends."""
    words = strings(choropleth.spec.language)
    titles = [
        lines(
            f"{m.label}  {m.unit}  {words[f'kind_of_{m.kind}']}  {m.description}",
            13,
            min(width, 560),
        )
        for m in choropleth.measures
    ]
    return 19 * max(titles) + 64 + 18 + 12


def _card(choropleth: Choropleth) -> float:
    return max(176, 18 + 20 + 4 + 26 * len(choropleth.measures) + 22)


def _table(choropleth: Choropleth, *, beside: bool) -> float:
    """Return search box, head, rows, foot and the button for all rows."""
    n = len(choropleth.districts)
    shortened = n > ROWS_BELOW and not beside
    return 48 + 34 + ROW * (ROWS_BELOW if shortened else n) + ROW + (32 if shortened else 0)


def _foot(choropleth: Choropleth, width: float) -> float:
    """Return the folded context, notes, source, approval line and downloads."""
    spec, words = choropleth.spec, strings(choropleth.spec.language)
    texts = [*spec.notes, f"{words['source']}{spec.source}", spec.approval or "-"]
    context = 50 if choropleth.stated or choropleth.places or choropleth.checks else 0
    return context + 28 + sum(4 + 18 * lines(text, 12, width) for text in texts) + 44
