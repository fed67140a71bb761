"""What pages are made of: scripts and style sheets as they were built, sizes shared by all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from geo.base.packaged import packaged


@dataclass(frozen=True, slots=True)
class TextSize:
    """A size of type: its em and the distance of its lines, in CSS pixels at a root of 16."""

    size: int
    line: int


@dataclass(frozen=True, slots=True)
class Advances:
    """Widths of Latin characters as parts of the type size; a Chinese character is 1.

    Means of the system fonts that `base.css` names, rounded up: a line is taken for a little longer
    than it is.
    """

    narrow: float
    wide: float
    other: float


@dataclass(frozen=True, slots=True)
class CompactSizes:
    """What differs in an embed of map and legend alone.

    Attributes
    ----------
    height, at : int
        It is at most so high in a frame so wide, unless its texts are very long.
    map_least : int
        The map is never lower for it.
    title, dek : TextSize
    block_button : int
        Legend: a block of colour with its count, no bar.
    needle_top : int
    """

    height: int
    at: int
    map_least: int
    title: TextSize
    dek: TextSize
    block_button: int
    needle_top: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """What style sheets, scripts and the reserved height of the embed have to agree on.

    Lengths are CSS pixels.

    Attributes
    ----------
    embed_padding : int
        Around all of the embed.
    side, gap, beside_from : int
        Width of the column beside the map, the gap between, and the width of the window from
        which there is such a column.
    map_most, legend_most : int
        Largest height of the embed's map; largest width of a legend.
    rows_in_article, rows_at_first, row : int
        Rows of the table shown at first by a narrow embed and by any other form; height of one.
    many : int
        Of more districts, the document holds only what is seen at first: the other rows of the
        table and the texts that stand for districts are made in the browser.
    very_many : int
        Of more districts, the whole has no borders, and a class is painted as one path.
    narrow_below, circle_narrow, circle_wide : int
        Below this width of the map the largest circle has the narrow radius, else the wide one.
    bar, block, block_button : int
        Legend: the tallest bar of a count, the block of colour beneath it, both with the count.
    needle_top, needle : int
        Legend: the mark of a value, its top and its height.
    title, dek, text, small : TextSize
    box, box_gap : int
        Height of the boxes of the switch of measures, and the gap between them.
    card : int
        Least height of a district's card.
    slider, line : int
        Heights on maps with periods: of the slider, of a district's line in its card.
    compact : CompactSizes
    advances : Advances
    narrow, wide : str
        The characters that are narrow, and wide, as a regular expression writes them in brackets.
    """

    embed_padding: int
    side: int
    gap: int
    beside_from: int
    map_most: int
    legend_most: int
    rows_in_article: int
    rows_at_first: int
    many: int
    very_many: int
    row: int
    narrow_below: int
    circle_narrow: int
    circle_wide: int
    bar: int
    block: int
    block_button: int
    needle_top: int
    needle: int
    title: TextSize
    dek: TextSize
    text: TextSize
    small: TextSize
    box: int
    box_gap: int
    card: int
    slider: int
    line: int
    compact: CompactSizes
    advances: Advances
    narrow: str
    wide: str


@cache
def sizes() -> Sizes:
    """Return the sizes of `geo/web/sizes.json`, which style sheets and scripts are built with.

    Raises
    ------
    pydantic.ValidationError
        If the file lacks a size or has one of another type.
    """
    text = packaged("web", "sizes.json")
    return TypeAdapter(Sizes).validate_json(text)


def rem(px: float, unit: str = "rem") -> str:
    """Return a length of a style sheet that grows with the reader's type, from what it is at 16 px.

    As `make front` writes them (tools/front/build.js): a larger type is the whole layout enlarged.

    Parameters
    ----------
    px : float
        CSS pixels at type of 16.
    unit : {"rem", "em"}
        The latter for an element of another page, whose root's type is that page's own.
    """
    return f"{px / 16:.8g}{unit}" if px else f"0{unit}"


@cache
def built(name: str) -> str:
    """Return a script or a style sheet as `make front` built it into `geo/web/dist`."""
    return packaged("web", "dist", name).strip()
