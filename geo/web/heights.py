"""How tall the embed is at a width: the sum of its parts, whose texts are set before any browser.

The heights are those of the style sheets; the embed's lines have fixed heights, so that only their
number has to be found.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.web.assets import TextSize, rem, sizes
from geo.web.cartogram import cartogram_label
from geo.web.context import context
from geo.web.cross import cross_height
from geo.web.embed_drawing import embed_notes
from geo.web.form import Form, circles_label, form_of
from geo.web.house import logo_room
from geo.web.legend import counts_label, joint_rows
from geo.web.lines import Run, lines, run_lines, text_width, widest
from geo.web.marks import marks_height
from geo.web.notes import key_height
from geo.web.periods import has_slider
from geo.web.table import card_height
from geo.web.table_height import table_height

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.spec.model import Heading

_LEGEND_TITLE = 19  # a line with the name of a measure; those after it have that of small type
#: What readers can download.
_FILES = ("CSV", "GeoJSON", "PNG")
#: As wide as the margin behind a part of a compact footer.
_AFTER = 3 * "\N{NO-BREAK SPACE}"
_LETTERS, _PHONE = 24, 512  # a line for the key to letters in the map, in narrower windows


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Margins and paddings of `base.css`, `parts.css` and `embed.css`, CSS pixels.

    Attributes
    ----------
    line, part, below_map : int
        Above a line of text, around a part, between the map and what follows it.
    in_box, toggle : int
        Of a box of the switch and of the toggle of circles, besides their texts.
    hint : int
        A line of the hint; its button is taller than its text.
    context, unfolded, footer, downloads : int
        The folded context, about what it holds, the footer's margin and border, the downloads.
    """

    line: int = 4
    part: int = 12
    below_map: int = 16
    in_box: int = 24
    toggle: int = 32
    hint: int = 24
    context: int = 65
    unfolded: int = 400
    footer: int = 24
    downloads: int = 42


_GAPS = _Gaps()
_COMPACT = _Gaps(part=8, below_map=8, footer=8)


@lru_cache(maxsize=1)
def map_most(choropleth: Choropleth) -> int:
    """Return the largest height of the embed's map on a phone, where a compact one is low."""
    size = sizes().compact
    if not _form(choropleth).compact:
        return sizes().map_most
    # Without a map, what is left of the height at a phone's width is the map's; a pixel is spared
    # for the snippet, whose steps round up.
    rest = embed_height(choropleth, size.at, 0, 0)
    return max(size.map_least, math.floor(size.height - 1 - rest))


def map_height(
    width: float, map_ratio: float, most: int | None = None, *, alone: bool = False
) -> float:
    """Return the height of the map in a frame of a width; `alone` with nothing ever beside it."""
    return column_map_height(width, map_ratio, most, beside=is_beside(width) and not alone)


def column_map_height(width: float, map_ratio: float, most: int | None, *, beside: bool) -> float:
    """Return the height of the map in a frame of a width, with a column beside it or without."""
    most = sizes().map_most if most is None else most
    grown = min(sizes().map_most, most + max(0, width - sizes().compact.at))
    return min(grown, _column(width, beside=beside) * map_ratio)


def map_limit(most: int, unit: str = "rem") -> str:
    """Return the largest height of a map as a style sheet says it: a compact one's grows.

    Parameters
    ----------
    most : int
        That on a phone, CSS pixels; in a wider frame it is as much higher as the frame is wider.
    unit : {"rem", "em"}
        Of the embed's own sheet, of an article's.
    """
    size = sizes()
    limit = rem(size.map_most, unit)
    if most >= size.map_most:
        return limit
    return f"clamp({rem(most, unit)},100cqi - {rem(size.compact.at - most, unit)},{limit})"


def _form(choropleth: Choropleth) -> Form:
    return form_of(choropleth.spec, article=True)


def is_beside(width: float) -> bool:
    """Whether a frame is wide enough for the table to be beside the map."""
    return width >= sizes().beside_from


def _column(width: float, *, beside: bool) -> float:
    inner = width - 2 * sizes().embed_padding
    return inner - sizes().side - sizes().gap if beside else inner


def embed_height(
    choropleth: Choropleth, width: float, map_ratio: float, most: int | None = None
) -> float:
    """Return the embed's height at a width, all its parts closed; pixels."""
    rest, side = embed_parts(choropleth, width)
    return rest + max(side, map_height(width, map_ratio, most, alone=_form(choropleth).alone))


def embed_parts(choropleth: Choropleth, width: float) -> tuple[float, float]:
    """Return the height of everything but the map, and what the column beside it needs.

    The legend is above the map: of the column beside both, its part is taken off.
    """
    alone = _form(choropleth).alone
    beside = is_beside(width) and not alone
    inner, column = _column(width, beside=False), _column(width, beside=beside)
    legend = _legend(choropleth, column) + marks_height(choropleth, column)
    legend += key_height(embed_notes(choropleth), width, column)
    legend += _LETTERS if width < _PHONE else 0
    shown = has_slider(choropleth) and "slider" in _form(choropleth).parts
    legend += sizes().slider if shown else 0
    rest = 2 * sizes().embed_padding + _head(choropleth, inner) + legend + _foot(choropleth, inner)
    right = _card(choropleth) + table_height(
        choropleth, sizes().side if beside else inner, beside=beside
    )
    # Side by side the taller column decides, one under the other both count.
    if beside:
        return rest, right - legend
    return rest + (_COMPACT.below_map if alone else _GAPS.below_map) + right, 0


def reserve_on_paper(choropleth: Choropleth) -> int:
    """Return the pixels that paper needs besides: all rows and the context, which are folded."""
    n, form = len(choropleth.districts), _form(choropleth)
    rows = n - form.shown_rows(n, beside=False) if "table" in form.parts else 0
    return sizes().row * rows + (_GAPS.unfolded if _has_context(choropleth) else 0)


@lru_cache(maxsize=1)  # asked at every width
def _has_context(choropleth: Choropleth) -> bool:
    return context(choropleth, _form(choropleth)) is not None


def _height(text: str, type_size: TextSize, width: float, *, bold: bool = False) -> float:
    return type_size.line * lines(text, type_size.size, width, bold=bold)


def _head(choropleth: Choropleth, width: float) -> float:
    """Return title, dek, switch of measures and hint."""
    spec, words, size = choropleth.spec, choropleth.words, sizes()
    form = form_of(spec, article=True)
    height = max(
        _heading(spec.heading(m.id), spec.byline, width, form) for m in choropleth.measures
    )
    text = size.text.size
    totals = [m.label for m in choropleth.measures if m.kind == "total"]
    boxes = [text_width(m.label, text) + _GAPS.in_box for m in choropleth.measures]
    boxes = boxes if "switch" in form.parts else []
    if totals and "circles" in form.parts:
        boxes.append(text_width(circles_label(choropleth), text) + _GAPS.toggle)
    if label := cartogram_label(choropleth, article=True):
        boxes.append(text_width(label, text) + _GAPS.toggle)
    height += _GAPS.part + row_height(boxes, width) if boxes else 0
    rates = [m.label for m in choropleth.measures if m.kind == "rate"]
    if rates and totals and "switch" in form.parts:
        before, after = words["hint_total"].split("{rate}")
        small = size.small.size
        link = Run(rates[0] + after, small, whole=len(after) == 1)
        further = run_lines((Run(before, small), link), width) - 1
        height += _GAPS.hint + size.small.line * further
    return height + (_COMPACT.part if form.compact else _GAPS.part)


def _heading(heading: Heading, byline: str, width: float, form: Form) -> float:
    """Return title, dek and byline of a measure."""
    size = sizes().compact if form.compact else sizes()
    under = [text for text in (heading.dek, byline) if text]
    lower = sum(_GAPS.line + _height(text, size.dek, width) for text in under)
    return _height(heading.title, size.title, width, bold=True) + lower


def row_height(boxes: list[float], width: float) -> float:
    """Return the height of boxes in a row that wraps.

    Parameters
    ----------
    boxes : list of float
        Their widths, pixels.
    width : float
    """
    size = sizes()
    rows, used = 1, 0.0
    for box in boxes:
        if used and used + box > width:
            rows, used = rows + 1, 0.0
        used += box + size.box_gap
    return rows * (size.box + size.box_gap) - size.box_gap


def _legend(choropleth: Choropleth, width: float) -> float:
    """Return the tallest of the measures' legends."""
    form = _form(choropleth)
    if "legend" not in form.parts:
        return 0
    size = sizes()
    small, most = size.small, min(width, size.legend_most)
    titles = [
        run_lines(
            (
                Run(m.label, size.text.size, bold=True),
                Run(f" {m.unit} {m.description} ", small.size),
                Run(counts_label(m, choropleth.words), small.size),
            ),
            most,
        )
        for m in choropleth.measures
    ]
    joints = small.line * joint_rows(choropleth, most)
    key = size.compact.block_button if form.compact else size.block_button
    words = choropleth.words
    grids = [grid for m in choropleth.measures if (grid := m.symbology.grid)]
    keys = max([key + joints, *(cross_height(grid, words, most) for grid in grids)])
    gap = _COMPACT.part if form.compact else _GAPS.part
    return _LEGEND_TITLE + small.line * (max(titles) - 1) + keys + gap


def _card(choropleth: Choropleth) -> float:
    return card_height(choropleth) if "card" in _form(choropleth).parts else 0


def _foot(choropleth: Choropleth, width: float) -> float:
    """Return the folded context, notes, source, approval line and downloads."""
    spec, words = choropleth.spec, choropleth.words
    form, size = _form(choropleth), sizes()
    width -= logo_room(spec.house)
    below = [f"{words['source']}{spec.source}"]
    below += [text for text in (spec.credit, choropleth.approval) if text]
    below += [words["full_map"]] if spec.page.url else []
    if form.compact:  # one flowing line, with 12 px behind each of its parts
        below = [" ".join(f"{text}{_AFTER}" for text in below)]
    # The longest notes, since a reader may choose any measure.
    notes = max(
        sum(_height(text, size.small, width) for text in (*own, *below))
        for own in (_notes(choropleth, m.id) for m in choropleth.measures)
    )
    height = notes + (_COMPACT.footer if form.compact else _GAPS.footer)
    if "downloads" in form.parts:
        small = size.small.size
        boxes = [widest(words["download"], small)]
        boxes += [widest(text, small) + _GAPS.in_box for text in _FILES]
        height += _GAPS.downloads - size.box + row_height(boxes, width)
    return height + (_GAPS.context if _has_context(choropleth) else 0)


def _notes(choropleth: Choropleth, measure_id: str) -> tuple[str, ...]:
    return choropleth.spec.heading(measure_id).notes if "notes" in _form(choropleth).parts else ()
