"""What page and embed share: the parts of the body in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.base.languages import is_rtl, tag
from geo.choropleth.facts import facts
from geo.choropleth.says import paragraph
from geo.web.cartogram import cartogram_label
from geo.web.columns import in_columns
from geo.web.context import ContextView, context
from geo.web.contract import LeafletData
from geo.web.data import map_data, to_json
from geo.web.form import Form, circles_label, form_of
from geo.web.head import HeadView, head
from geo.web.house import LogoView, logo_of
from geo.web.legend import LegendView, legend
from geo.web.map import MapView, alternative, is_by_class, svg
from geo.web.marks import Mark, marks
from geo.web.multiples import MultiplesView, multiples
from geo.web.options import own_headings
from geo.web.origins import OriginsView, origins
from geo.web.periods import SliderView, has_slider, slider
from geo.web.render import render, trusted
from geo.web.table import CardView, TableView, card, table

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.model import Choropleth
    from geo.web.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure in the switch of measures: its id and label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class HeadingView:
    """What stands over and under the map while a measure is shown.

    With a slider, title, dek and notes have a place for the period.

    Attributes
    ----------
    title, dek : str
        `dek` may be empty.
    notes : tuple of str
    said : str
        In place of the picture.
    """

    title: str
    dek: str
    notes: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class ShellView:
    """What Leaflet needs around the drawing: the tags of folium's element."""

    before: Markup
    after: Markup


@dataclass(frozen=True, slots=True)
class BodyView:
    """Everything a reader sees, in order, readable with scripts off.

    Attributes
    ----------
    heading : HeadingView
        Of the first measure.
    headings : tuple of (str, HeadingView)
        Of every measure, by its id; none if all have the same.
    form : Form
        Which of the parts are there.
    choices : tuple of Choice
        The measures; the first is shown.
    circles : str
        Label of the toggle of circles; empty if there is no total.
    cartogram : str
        Label of the switch to the cartogram; empty without one.
    rate : Choice or None
        The measure that the hint at totals offers, since rates compare better.
    slider : SliderView or None
        Of the periods.
    legend : LegendView
        Of the first measure.
    legends : tuple of LegendView
        Of the others. They lie beneath it, unseen: there is room for the tallest whichever is
        shown.
    map : MapView
    marks : tuple of Mark
        Key of stars and dashes.
    shell : ShellView or None
    card : CardView
    table : TableView
    context : ContextView or None
    origins : OriginsView or None
        On the page, if the spec asks for it.
    multiples : MultiplesView or None
        Small maps, likewise.
    said : str
        What the first measure says, if the spec takes it; else empty.
    source, approval : str
    byline, credit : str
        May be empty.
    logo : LogoView or None
    full : str
        Address of the full page, in an embed; may be empty.
    geojson : bool
        Whether polygons can be downloaded: the page makes them of its drawing, if polynomials lead
        back to degrees; else it asks for the map's own file, if there is one. So does the embed,
        whose drawing is too coarse.
    """

    heading: HeadingView
    headings: tuple[tuple[str, HeadingView], ...]
    form: Form
    choices: tuple[Choice, ...]
    circles: str
    cartogram: str
    rate: Choice | None
    slider: SliderView | None
    legend: LegendView
    legends: tuple[LegendView, ...]
    map: MapView
    marks: tuple[Mark, ...]
    shell: ShellView | None
    card: CardView
    table: TableView
    context: ContextView | None
    origins: OriginsView | None
    multiples: MultiplesView | None
    said: str
    byline: str
    source: str
    credit: str
    approval: str
    logo: LogoView | None
    full: str
    geojson: bool


def body(
    choropleth: Choropleth,
    drawing: Drawing,
    *,
    article: bool,
    shell: ShellView | None = None,
    geojson: bool = True,
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
    geojson : bool, default True
        Polygons can be downloaded; of the world no polynomial leads back to degrees.
    """
    spec = choropleth.spec
    form = form_of(spec, article=article)
    first, *others = choropleth.measures
    kinds = {m.kind for m in choropleth.measures}
    rate = next((m for m in choropleth.measures if m.kind == "rate" and "total" in kinds), None)
    return BodyView(
        heading=_heading(choropleth),
        headings=tuple((m.id, _heading(choropleth, m.id)) for m in choropleth.measures)
        if own_headings(choropleth.spec)
        else (),
        form=form,
        choices=tuple(Choice(m.id, m.label) for m in choropleth.measures),
        circles=circles_label(choropleth) if "circles" in form.parts else "",
        cartogram=cartogram_label(choropleth, article=article),
        rate=None if rate is None else Choice(rate.id, rate.label),
        slider=slider(choropleth),
        legend=legend(choropleth, first),
        legends=tuple(legend(choropleth, m) for m in others),
        map=svg(choropleth, drawing, by_class=is_by_class(choropleth, article=article)),
        marks=marks(choropleth),
        shell=shell,
        card=card(choropleth),
        table=table(choropleth, form),
        context=context(choropleth, form),
        origins=None if article else origins(choropleth),
        multiples=multiples(choropleth, article=article),
        said=paragraph(choropleth),
        byline=spec.byline,
        source=spec.source,
        credit=spec.credit,
        approval=choropleth.approval,
        logo=logo_of(spec.house),
        full=spec.page.url if article else "",
        # See `BodyView`.
        geojson=(geojson and not article) or "data" in spec.outputs,
    )


def _heading(choropleth: Choropleth, measure_id: str = "") -> HeadingView:
    spec = choropleth.spec
    if has_slider(choropleth) and choropleth.wording:
        spec = choropleth.wording
    return HeadingView(*spec.heading(measure_id), said=alternative(choropleth, measure_id))


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A whole document.

    Attributes
    ----------
    lang : str
        BCP 47.
    rtl : bool
        Lines run from right to left.
    title, description : str
    head : HeadView or None
        Of the page.
    style, early, script : Markup
        The style sheet, the script in the head, the script at the end.
    body : BodyView
    data : Markup
        The data block's JSON, which cannot end its element.
    """

    lang: str
    rtl: bool
    title: str
    description: str
    head: HeadView | None
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
    lang = tag(choropleth.spec.language)
    view = DocumentView(
        lang=lang,
        rtl=is_rtl(choropleth.spec.language),
        title=choropleth.spec.heading().title,
        description=facts(
            choropleth.measure(), choropleth.names, choropleth.words, choropleth.period
        ),
        # A frame is not what is shared or found.
        head=head(choropleth, lang) if leaflet else None,
        # Sheets and scripts are the package's own; in the rules the engine has escaped what is not.
        style=trusted(style),
        early=trusted(early),
        script=trusted(script),
        body=body,
        data=trusted(
            to_json(in_columns(map_data(choropleth, drawing, leaflet, circles=bool(body.circles))))
        ),
    )
    return str(render("document.html", view, choropleth.words))
