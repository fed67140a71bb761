"""How tall the embed will be at a width, so that an article can keep the space free for it.

An article that learns the height only from the embed jumps when it arrives. Here the height is
estimated from the texts and from the sizes that the style sheets are built with, a little too tall
rather than too low: the embed's lines have fixed heights, so only their number has to be right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from geo.web.assets import rem, sizes
from geo.web.form import form_of
from geo.web.heights import column_map_height, embed_parts, is_beside, map_limit, map_most

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth

#: Widths an article may give the embed, the first and the last; the snippet has a height for each.
#: They are those at type of 16 pixels: one of 280 pixels with type of 24 is the first.
WIDTHS = (186, 1500)
_STEEP = 99999  # times a fiftieth of a pixel, more than the embed is high
_SPARE = 6  # pixels by which the room may exceed the need so that widths share a rule


@dataclass(frozen=True, slots=True)
class Reserve:
    """Room for the embed from a width on: ``rest + max(side, min(limit, map_ratio * width))``.

    Attributes
    ----------
    width : int
        From this width of the frame on, in CSS pixels.
    rest : int
        Pixels of everything but the map, at the least favourable width up to the next one.
    beside : bool
        The table is beside the map, so that the map has the width less the column and its gap.
    most : int
        Largest height of the map on a phone; see `map_limit`.
    side : int
        What the column beside the map needs, less the legend's part; 0 if there is none.
    """

    width: int
    rest: int
    beside: bool
    most: int
    side: int = 0


def reserves(choropleth: Choropleth) -> tuple[Reserve, ...]:
    """Return the room the embed needs, for every width an article may give it.

    Parameters
    ----------
    choropleth : Choropleth
    """
    beside_from, (first, last) = sizes().beside_from, WIDTHS
    steps = [
        *_steps(choropleth, _at(choropleth, first), _at(choropleth, beside_from - 1)),
        *_steps(choropleth, _at(choropleth, beside_from), _at(choropleth, last)),
    ]
    found: list[Reserve] = []
    for reserve in steps:
        # A wider frame needs no more; what it needs less is given back when it is worth a rule.
        if not (found and _shares(found[-1], reserve)):
            found.append(reserve)
    return tuple(found)


def _at(choropleth: Choropleth, width: int) -> Reserve:
    rest, side = embed_parts(choropleth, width)
    beside = is_beside(width) and not form_of(choropleth.spec, article=True).alone
    return Reserve(width, math.ceil(rest), beside, map_most(choropleth), math.ceil(side))


def _steps(choropleth: Choropleth, low: Reserve, high: Reserve) -> Iterator[Reserve]:
    """Yield the room at the first of two widths, and at every one up to the other that needs less.

    A wider frame never needs more, so nothing changes between two that need the same.
    """
    if replace(low, width=high.width) == high:
        yield low
    elif high.width - low.width == 1:
        yield from (low, high)
    else:
        middle = _at(choropleth, (low.width + high.width) // 2)
        yield from _steps(choropleth, low, middle)
        yield from _steps(choropleth, middle, high)


def _shares(rule: Reserve, other: Reserve) -> bool:
    """Whether the room of one width will do for another, without much to spare."""
    spare = (rule.rest - other.rest, rule.side - other.side)
    return rule.beside == other.beside and all(0 <= pixels <= _SPARE for pixels in spare)


def height_at(width: int, room: tuple[Reserve, ...], map_ratio: float) -> int:
    """Return the pixels that are reserved at a width of the frame."""
    reserve = next((r for r in reversed(room) if r.width <= width), room[0])
    high = column_map_height(width, map_ratio, reserve.most, beside=reserve.beside)
    return round(reserve.rest + max(reserve.side, high))


def inline_height(room: tuple[Reserve, ...], map_ratio: float) -> str:
    """Return the room at every width as one CSS length, for a style attribute.

    A site may strip the sheet with its steps and leave attributes. There a step at a width is a
    clamp that falls within a fiftieth of a pixel. Where the attribute that makes a container is
    stripped as well, ``100cqi`` is the window's width: since a column is narrower than that, the
    step to a table beside the map waits until the two differ.

    Parameters
    ----------
    room : tuple of Reserve
    map_ratio : float
        Height of the map over its width.
    """
    stacked = [reserve for reserve in room if not reserve.beside]
    beside = [reserve for reserve in room if reserve.beside]
    if not (stacked and beside):
        return _inline(stacked or beside, map_ratio)
    wide = f"min({_from(beside[0].width)},100vw - 100cqi - 1px)"
    low, high = _inline(beside, map_ratio), _inline(stacked, map_ratio)
    return f"max({low},{high} - clamp(0px,{wide}*{_STEEP},9999px))"


def _inline(room: list[Reserve], map_ratio: float) -> str:
    first, size = room[0], sizes()
    taken = 2 * size.embed_padding + (size.side + size.gap if first.beside else 0)
    high = f"min({map_limit(first.most, 'em')},{map_ratio:.4f}*(100cqi - {_em(taken)}))"
    side = _steps_of([(r.width, r.side) for r in room])
    rest = _steps_of([(r.width, r.rest) for r in room])
    return f"calc(1px + {rest} + {f'max({side},{high})' if first.side else high})"


def _steps_of(steps: list[tuple[int, int]]) -> str:
    """Return a length that falls (or rises) at each width to the next of its values."""
    text = _em(steps[0][1])
    for (_, before), (width, after) in pairwise(steps):
        if after != before:
            sign, by = ("-", before - after) if before > after else ("+", after - before)
            text += f" {sign} clamp(0px,({_from(width)})*{_STEEP},{_em(by)})"
    return text


def _from(width: int) -> str:
    """Return a length that is more than nothing from a width on, though only by little."""
    return f"100cqi - {_em(width)} + .02px"


def _em(px: int) -> str:
    return rem(px, "em")
