"""What page and embed share: the parts of the body in their order, and the rules of this map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from geo.base.catalogue import strings
from geo.choropleth.model import circles_id
from geo.choropleth.wording import facts
from geo.web.assets import built, sizes
from geo.web.context import ContextView, context
from geo.web.contract import LeafletData
from geo.web.data import map_data, to_json
from geo.web.legend import LegendView, legend, needs_gaps
from geo.web.map import MapView, svg
from geo.web.render import render, trusted
from geo.web.table import CardView, TableView, card, table

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.model import Choropleth
    from geo.symbology.measures import Measure
    from geo.web.drawing import Drawing

Corner = Literal["nw", "ne", "sw", "se"]
# zh alone does not say whether Simplified or Traditional fonts are wanted.
_LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure in the switch of measures: its id and label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class ShellView:
    """What Leaflet needs beside the drawing: folium's element, the corner for the buttons."""

    div: Markup
    corner: Corner


@dataclass(frozen=True, slots=True)
class BodyView:
    """Everything a reader sees, in order, readable with scripts off.

    Attributes
    ----------
    title, dek : str
        `dek` may be empty.
    choices : tuple of Choice
        The measures; the first is shown.
    circles : str
        Label of the toggle of circles; empty if there is no total.
    rate : Choice or None
        The measure that the hint offers, since rates compare better.
    legend : LegendView
        Of the first measure.
    legends : tuple of (str, LegendView)
        Of the others, by the measure's id.
    map : MapView
    shell : ShellView or None
    card : CardView
    table : TableView
    context : ContextView or None
    notes : tuple of str
    source, approval : str
    geojson : bool
        Whether polygons can be downloaded: the page makes them of its drawing; the embed, whose
        drawing is too coarse, asks for the map's own file, if there is one.
    """

    title: str
    dek: str
    choices: tuple[Choice, ...]
    circles: str
    rate: Choice | None
    legend: LegendView
    legends: tuple[tuple[str, LegendView], ...]
    map: MapView
    shell: ShellView | None
    card: CardView
    table: TableView
    context: ContextView | None
    notes: tuple[str, ...]
    source: str
    approval: str
    geojson: bool


def body(
    choropleth: Choropleth, drawing: Drawing, *, article: bool, shell: ShellView | None = None
) -> BodyView:
    """Return everything a reader sees.

    Parameters
    ----------
    choropleth : Choropleth
    drawing : Drawing
        Of its districts.
    article : bool
        For an article: rows shortened, context folded.
    shell : ShellView, optional
        Of the page.
    """
    spec, words = choropleth.spec, strings(choropleth.spec.language)
    first, *others = choropleth.measures
    rate = next((m for m in choropleth.measures if m.kind == "rate"), None)
    return BodyView(
        title=spec.title,
        dek=spec.dek,
        choices=tuple(Choice(m.id, m.label) for m in choropleth.measures),
        circles=_circles_label(choropleth),
        rate=None if rate is None else Choice(rate.id, rate.label),
        legend=legend(first, spec.language),
        legends=tuple((m.id, legend(m, spec.language)) for m in others),
        map=svg(choropleth, drawing),
        shell=shell,
        card=card(choropleth),
        table=table(choropleth, shortened=article),
        context=context(choropleth, folded=article),
        notes=spec.notes,
        source=spec.source,
        approval=words["approval"].format(number=spec.approval)
        if spec.approval
        else words["approval_missing"],
        # Its drawing is too coarse to hand out: see `BodyView`.
        geojson=not article or "data" in spec.outputs,
    )


def _circles_label(choropleth: Choropleth) -> str:
    if not (shown := circles_id(choropleth)):
        return ""
    words = strings(choropleth.spec.language)
    return words["circles"].format(measure=choropleth.measure(shown).label)


class Swatch(NamedTuple):
    """A class in the legend: its colour, and the height of the bar of its count."""

    color: str
    bar_px: int


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
    """

    id: str
    classes: tuple[Swatch, ...]
    gradient: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulesView:
    """The style rules that depend on the map.

    Attributes
    ----------
    theme : {"auto", "light", "dark"}
    sheets : Markup
        Style sheets that only some maps need.
    dark : Markup
        The rules of the dark theme.
    aspect : float
        Width of the drawing over its height.
    ramps : tuple of Ramp
    """

    theme: Literal["auto", "light", "dark"]
    sheets: Markup
    dark: Markup
    aspect: float
    ramps: tuple[Ramp, ...]


def rules(choropleth: Choropleth, drawing: Drawing) -> str:
    """Return the style rules that depend on the map.

    There are no style attributes, so a content security policy can name everything by its hash.
    """
    # Rules that no element of this map needs would be bytes for every reader.
    needed = (
        built("english.css") if choropleth.spec.language == "en" else "",
        built("gaps.css") if needs_gaps(choropleth) else "",
        built("many.css") if len(choropleth.districts) > sizes().rows_at_first else "",
    )
    view = RulesView(
        theme=choropleth.spec.page.theme,
        sheets=trusted("".join(needed)),
        dark=trusted(built("dark.css")),
        aspect=drawing.width / drawing.height,
        ramps=tuple(_ramp(measure) for measure in choropleth.measures),
    )
    return str(render("rules.css.j2", view))


def _ramp(measure: Measure) -> Ramp:
    counts, colors = measure.symbology.classes.counts, measure.symbology.colors
    if measure.symbology.unclassed:
        return Ramp(measure.id, (), tuple(colors))
    # `or 1`: a map without a single value has classes without districts.
    px = sizes().bar / (max(counts, default=0) or 1)
    classes = tuple(Swatch(c, round(px * n)) for c, n in zip(colors, counts, strict=True))
    return Ramp(measure.id, classes, ())


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A whole document.

    Attributes
    ----------
    lang : str
        BCP 47.
    title, description : str
    style, early, script : Markup
        The style sheet, the script in the head, the script at the end.
    body : BodyView
    data : Markup
        The data block's JSON, which cannot end its element.
    """

    lang: str
    title: str
    description: str
    style: Markup
    early: Markup
    script: Markup
    body: BodyView
    data: Markup


def document(
    choropleth: Choropleth,
    drawing: Drawing,
    body: BodyView,
    *,
    style: str,
    early: str,
    script: str,
    leaflet: LeafletData | None = None,
) -> str:
    """Return page or embed as one HTML document.

    Parameters
    ----------
    choropleth : Choropleth
    drawing : Drawing
    body : BodyView
    style, early, script : str
        The style sheet, the script in the head, the script at the end.
    leaflet : LeafletData, optional
        Of the page.
    """
    view = DocumentView(
        lang=_LANGUAGE_TAGS[choropleth.spec.language],
        title=choropleth.spec.title,
        description=facts(choropleth.measure(), choropleth.names, choropleth.spec.language),
        # Sheets and scripts are the package's own; in the rules the engine has escaped what is not.
        style=trusted(style),
        early=trusted(early),
        script=trusted(script),
        body=body,
        data=trusted(to_json(map_data(choropleth, drawing, leaflet))),
    )
    return str(render("document.html", view, choropleth.spec.language))
