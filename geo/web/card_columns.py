"""Whether a district's figures have room side by side in its card, and how they stand if not."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from geo.base.languages import script
from geo.choropleth.periods import over_all, states_of
from geo.choropleth.wording import difference_text, share_text
from geo.web.assets import sizes
from geo.web.lines import lines, widest
from geo.web.render import trusted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from markupsafe import Markup

    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure

# CSS pixels: the narrowest column; the least width of a measure's name, and of another column;
# between columns; between figures that stand in lines.
_NARROWEST_PX, _NAME_PX, _COLUMN_PX, _GAP_PX, _APART_PX = 288, 56, 48, 8, 12
#: Over the columns after the value; the value itself needs no word.
_HEADS = ("rank", "share", "against_mean")
_ZEROS = str.maketrans("123456789", "000000000")


@dataclass(frozen=True, slots=True)
class Stacked:
    """Figures under the name of their measure, in a card that is too narrow for columns.

    Attributes
    ----------
    below : int
        Width of the card up to which they stand so, CSS pixels.
    heads : tuple of Markup
        The words before rank, share and difference, as strings of a style sheet.
    """

    below: int
    heads: tuple[Markup, ...]


@lru_cache(maxsize=1)  # rules and the height of the card ask for the same
def stacked(choropleth: Choropleth) -> Stacked | None:
    """Return how figures stand in a narrow card; None where columns have room at every width."""
    need = _columns_px(choropleth)
    words = choropleth.words
    # A sheet's strings are JSON's but for characters that no word has.
    heads = tuple(trusted(json.dumps(f"{words[h]} ", ensure_ascii=False)) for h in _HEADS)
    return Stacked(need, heads) if need > _NARROWEST_PX else None


def figure_lines(choropleth: Choropleth, measure: Measure) -> int:
    """Return how many lines a measure's figures take where they stand under its name."""
    heads = ("", *(choropleth.words[head] for head in _HEADS))
    count, used = 1, 0.0
    for head, texts in zip(heads, _columns(choropleth, measure), strict=True):
        px = max((_px(choropleth, f"{head} {text}") for text in texts if text), default=0)
        if used and used + _APART_PX + px > _NARROWEST_PX:
            count, used = count + 1, 0.0
        used += px + _APART_PX
    return count


def name_lines(measure: Measure) -> int:
    """Return how many lines the name of a measure takes over its figures."""
    return lines(f"{measure.label} {measure.unit}", sizes().text.size, _NARROWEST_PX, bold=True)


def shown(choropleth: Choropleth) -> tuple[Measure, ...]:
    """Return the measures of a district's card in their order: all, or the map-maker's own."""
    own = choropleth.spec.page.card
    return tuple(map(choropleth.measure, own)) if own else choropleth.measures


def _columns_px(choropleth: Choropleth) -> int:
    """Return the width that the columns of a card need side by side, CSS pixels."""
    heads = ("value", *_HEADS)
    every = [
        [*_columns(choropleth, measure)]
        for measure in shown(choropleth)
        if measure.kind != "bivariate"
    ]
    need: float = _NAME_PX
    for head, *columns in zip(heads, *every, strict=True):
        texts = {text for column in columns for text in column if text}
        if not texts and script(choropleth.spec.language) == "Latn":
            continue  # there an empty column takes no room
        word = max(widest(part, sizes().small.size) for part in choropleth.words[head].split())
        longest = max((_px(choropleth, text) for text in texts), default=0)
        need += max(_COLUMN_PX, _GAP_PX + word, _GAP_PX + longest)
    return math.ceil(need)


@lru_cache(maxsize=64)  # columns and lines are both measured by them
def _columns(choropleth: Choropleth, measure: Measure) -> tuple[set[str], ...]:
    """Return the texts of values, ranks, shares and differences, in all periods, in zeros.

    All digits are as wide, and of ten thousand texts a dozen are left.
    """
    words = choropleth.words
    every = over_all(choropleth, measure.id)
    number = words.numerals.number
    gaps = {words[state] for state in states_of(choropleth, measure) - {"value"}}
    return (
        gaps | {m.text(i).translate(_ZEROS) for m in every for i in _first(m, m.figures)},
        {f"{number(m.ranked, 0)}/{number(m.ranked, 0)}" for m in every},
        {share_text(m, i, words).translate(_ZEROS) for m in every for i in _first(m, m.shares)},
        {
            difference_text(m, i, words).translate(_ZEROS)
            for m in every
            for i in _first(m, m.differences)
        },
    )


def _first(measure: Measure, figures: Sequence[Decimal | None]) -> Iterable[int]:
    """Return the first district with each figure: of equal ones one text is enough."""
    if measure.kind == "bivariate":
        return range(len(figures))  # of two figures, of which one may differ
    return {figure: i for i, figure in reversed([*enumerate(figures)])}.values()


def _px(choropleth: Choropleth, text: str) -> float:
    """Return how wide a figure is in bold, as the measure in view is set."""
    chinese = choropleth.spec.language.startswith(("zh", "ja"))
    return widest(text, sizes().text.size, bold=True, chinese=chinese)
