"""The style rules that depend on the map: its theme, its colours, the sheets that it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from geo.geometry.coverage import outline_share
from geo.symbology.contrast import ink_on
from geo.symbology.themes import edged
from geo.web.assets import built, sizes
from geo.web.card_columns import stacked
from geo.web.cross import cross_size, is_crossed
from geo.web.form import form_of, has_links
from geo.web.heights import map_limit, map_most
from geo.web.house import house_rules, variables
from geo.web.legend import bar_heights, crowded, needs_gaps
from geo.web.map import is_by_class
from geo.web.multiples import has_multiples
from geo.web.periods import has_slider
from geo.web.render import render, trusted
from geo.web.table import card_height

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure
    from geo.web.card_columns import Stacked
    from geo.web.corner import Buttons
    from geo.web.drawing import Drawing

#: Fonts and direction of each language; `base.css` has those of Simplified Chinese.
_SHEETS = dict.fromkeys(("en", "de", "fr", "es"), "latin.css") | {
    "zh-TW": "traditional.css",
    "ja": "japanese.css",
    "ar": "arabic.css",
}


#: Borders have their usual width up to this many districts; of more, it shrinks with their sides.
_WIDE_BORDERS, _BORDER_PX = 400, 0.8
_OUTLINE_PX = 1.4  # of the whole; see `outline_share`


class Swatch(NamedTuple):
    """A class in the legend: its colour, the height of the bar of its count, the ink on it.

    Only a class of two measures has its count upon it, and an ink. `edge` is the line around what
    would be lost on the background: see `_edge`.
    """

    color: str
    bar_px: int
    ink: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Ramp:
    """Colours of a measure's legend: of its classes, or of a continuous scale.

    Attributes
    ----------
    id : str
    classes : tuple of Swatch
        None for a continuous scale.
    gradient : tuple of str
        None for classes.
    columns_px, row_px : int
        Of two measures: width of the grid of classes, height of a row; else 0.
    edge : str
        Of a continuous scale: the line around its colours, as that of a class.
    """

    id: str
    classes: tuple[Swatch, ...]
    gradient: tuple[str, ...]
    columns_px: int = 0
    row_px: int = 0
    edge: str = ""


@dataclass(frozen=True, slots=True)
class RulesView:
    """The style rules that depend on the map.

    Attributes
    ----------
    theme : {"auto", "light", "dark"}
    light : Markup
        Colours of the house style; may be empty.
    sheets : Markup
        Style sheets that only some maps need.
    dark : Markup
        The rules of the dark theme.
    aspect : str
        Of a page: width of the drawing over its height; empty for an embed, which asks the drawing.
    most : str
        Largest height of the map of a compact embed; empty for other forms.
    card : int
        Least height of the card, CSS pixels.
    stacked : Stacked or None
        How figures stand in a card that is too narrow for columns.
    crowded : tuple of (int, int)
        Widths of a legend's blocks up to which its break values take two lines, and three.
    rows : int
        Rows of the table at first, if the map-maker says how many; else 0.
    more : bool
        Whether there are more rows than those.
    negative : bool
        Whether values go below zero: the bars of the table then begin within their column.
    buttons : Buttons
        Where those of the map are.
    border : str
        Width of the districts' borders, CSS pixels, where it is not the usual; else empty.
    borderless : bool
        No borders until a reader zooms in.
    by_class : bool
        Borders are those of whole classes: the districts' own elements never have any.
    lost : tuple of (str, tuple of str)
        Colours of classes that borders in the colour of the background would not part, and the
        colour of the style sheets that does.
    outline : str
        The same for the outline of the whole.
    ramps : tuple of Ramp
    """

    theme: Literal["auto", "light", "dark"]
    light: Markup
    sheets: Markup
    dark: Markup
    aspect: str
    most: str
    card: int
    stacked: Stacked | None
    crowded: tuple[int, int]
    rows: int
    more: bool
    negative: bool
    buttons: Buttons
    border: str
    borderless: bool
    by_class: bool
    lost: tuple[tuple[str, tuple[str, ...]], ...]
    outline: str
    ramps: tuple[Ramp, ...]


def rules(choropleth: Choropleth, drawing: Drawing, buttons: Buttons, *, article: bool) -> str:
    """Return the style rules that depend on the map, of the embed for an article or of the page.

    There are no style attributes, so a content security policy can name everything by its hash.
    """
    form, n = form_of(choropleth.spec, article=article), len(choropleth.districts)
    # Rules that no element of this map needs would be bytes for every reader.
    needed = (
        language_sheet(choropleth.spec.language),
        built("gaps.css") if needs_gaps(choropleth) else "",
        built("cross.css") if is_crossed(choropleth) else "",
        built("many.css") if n > sizes().rows_at_first else "",
        built("alone.css") if form.alone else "",
        built("compact.css") if form.compact else "",
        built("notes.css") if choropleth.annotations else "",
        built("periods.css") if has_slider(choropleth) else "",
        built("multiples.css") if has_multiples(choropleth, article=article) else "",
        built("links.css") if has_links(choropleth.spec, article=article) else "",
    )
    ramps = tuple(_ramp(choropleth, measure) for measure in choropleth.measures)
    share = outline_share(choropleth.districts.geometry.to_numpy())
    view = RulesView(
        theme=choropleth.spec.page.theme,
        light=trusted(variables(choropleth.spec.house.colors)),
        sheets=trusted("".join(needed) + house_rules(choropleth)),
        dark=trusted(
            built("dark.css")
            + variables(choropleth.spec.house.dark)
            + (":root{--deep:var(--muted)}" if "deep" in _edges(ramps) else "")
        ),
        aspect="" if article else f"{drawing.width / drawing.height:.3f}",
        most=map_limit(map_most(choropleth)) if form.compact else "",
        card=card_height(choropleth),
        stacked=stacked(choropleth) if "card" in form.parts else None,
        crowded=crowded(choropleth),
        rows=form.rows or 0,
        more=n > (form.rows or 0),
        negative=any(measure.reach[0] < 0 for measure in choropleth.measures),
        buttons=buttons,
        border=_border(n),
        # Borders thinner than a pixel would leave few pixels a colour of the legend: 34 % in the
        # east of a county map of China, 89 % without them. Zoomed in they are there.
        borderless=n > sizes().very_many,
        by_class=is_by_class(choropleth, article=article),
        lost=() if n > sizes().very_many else _lost(ramps),
        outline=f"{_OUTLINE_PX * share:.2f}" if share < 1 else "",
        ramps=ramps,
    )
    return str(render("rules.css.j2", view))


def language_sheet(language: str) -> str:
    """Return the fonts and direction of a language; empty for that of the base sheet."""
    return built(_SHEETS[language]) if language in _SHEETS else ""


def _border(n: int) -> str:
    """Return the width of borders between `n` districts if the usual one would be too wide."""
    # Of four times as many each has half the side: the same share of it stays for the border.
    return f"{_BORDER_PX * (_WIDE_BORDERS / n) ** 0.5:.2f}" if n > _WIDE_BORDERS else ""


def _edge(choropleth: Choropleth, colors: tuple[str, ...]) -> str:
    """Return the line around areas of colours of which one is lost on the background.

    A colour of the style sheets: `pale` is seen in the light theme alone, `deep` in the dark one.
    """
    themes = [edged(choropleth.spec.house, color) for color in colors]
    light, dark = (any(one) for one in zip(*themes, strict=True))
    return "muted" if light and dark else "pale" if light else "deep" if dark else ""


def _lost(ramps: tuple[Ramp, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    classes = {(one.edge, one.color) for ramp in ramps for one in ramp.classes if one.edge}
    edges = sorted({edge for edge, _ in classes})
    return tuple((edge, tuple(sorted(c for e, c in classes if e == edge))) for edge in edges)


def _edges(ramps: tuple[Ramp, ...]) -> set[str]:
    return {edge for ramp in ramps for edge in (ramp.edge, *(c.edge for c in ramp.classes))}


def _ramp(choropleth: Choropleth, measure: Measure) -> Ramp:
    colors = measure.symbology.colors
    edges = [_edge(choropleth, (color,)) for color in colors]
    if grid := measure.symbology.grid:
        wide, high = cross_size(grid, choropleth.words)
        cells = tuple(
            Swatch(color, 0, ink_on(color), edge) for color, edge in zip(colors, edges, strict=True)
        )
        return Ramp(measure.id, cells, (), wide, high // grid.y.size)
    if measure.symbology.unclassed:
        return Ramp(measure.id, (), tuple(colors), edge=_edge(choropleth, colors))
    heights = bar_heights(choropleth, measure)
    classes = zip(colors, heights, edges, strict=True)
    return Ramp(measure.id, tuple(Swatch(c, px, edge=edge) for c, px, edge in classes), ())
