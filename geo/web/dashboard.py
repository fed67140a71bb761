"""A dashboard as one page: its maps with one selection, and the index of places. No network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.base.languages import is_rtl, tag
from geo.base.packaged import version
from geo.web.assets import built
from geo.web.body import body
from geo.web.data import map_data, to_json
from geo.web.embed import Embed, embed
from geo.web.house import house_rules, variables
from geo.web.render import render, trusted
from geo.web.rules import language_sheet

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.dashboard import Dashboard, Entry
    from geo.choropleth.model import Choropleth


@dataclass(frozen=True, slots=True)
class MapView:
    """A map in the page: a shadow root keeps its styles and ids from those of the others.

    Attributes
    ----------
    app : int
        Which of the page's scripts is its own: maps with the same options share one.
    lang, title : str
    rtl : bool
    style, body, data : Markup
        Of its embed.
    """

    app: int
    lang: str
    rtl: bool
    title: str
    style: Markup
    body: Markup
    data: Markup


@dataclass(frozen=True, slots=True)
class DashboardView:
    """The page.

    Attributes
    ----------
    lang, title, dek, description, version : str
    rtl : bool
    style, script : Markup
    maps : tuple of MapView
    heads : tuple of str
        Of the index, one a map.
    rows : tuple of Entry
    """

    lang: str
    rtl: bool
    title: str
    dek: str
    description: str
    version: str
    style: Markup
    script: Markup
    maps: tuple[MapView, ...]
    heads: tuple[str, ...]
    rows: tuple[Entry, ...]


def dashboard_page(dashboard: Dashboard) -> str:
    """Return a dashboard as one HTML document.

    Parameters
    ----------
    dashboard : Dashboard

    Returns
    -------
    str
        It makes no request. With scripts off it still shows every map with its legend, and the
        index with all figures.
    """
    first, made = dashboard.maps[0], [(one, embed(one)) for one in dashboard.maps]
    scripts = list(dict.fromkeys(own.scripts[1] for _, own in made))
    view = DashboardView(
        lang=tag(first.spec.language),
        rtl=is_rtl(first.spec.language),
        title=dashboard.spec.title,
        dek=dashboard.spec.dek,
        description="; ".join(one.spec.heading().title for one in dashboard.maps),
        version=version(),
        style=trusted(_style(first)),
        script=trusted(_program(scripts)),
        maps=tuple(_map(one, own, scripts) for one, own in made),
        heads=dashboard.heads,
        rows=dashboard.index,
    )
    return str(render("dashboard.html", view, dashboard.words))


def _program(scripts: list[str]) -> str:
    """Return the script of the page: those of the maps as functions of what a window would have."""
    names = "document,location,history,parent,addEventListener"
    apps = ",".join(f"({names})=>{{{text}\n}}" for text in scripts)
    return f"(()=>{{const geoMapApps=[{apps}];\n{built('dashboard.js')}}})();"


def _style(first: Choropleth) -> str:
    """Return the rules of what is around the maps, in the theme and house style of the first."""
    house, theme = first.spec.house, first.spec.page.theme
    dark = built("dark.css") + variables(house.dark)
    media = {"auto": "screen and (prefers-color-scheme:dark)", "dark": "screen", "light": "not all"}
    scheme = "light dark" if theme == "auto" else theme
    own = f":root{{color-scheme:{scheme}}}{variables(house.colors)}@media {media[theme]}{{{dark}}}"
    sheets = built("dashboard.css") + language_sheet(first.spec.language)
    return sheets + own + house_rules(first)


def _map(one: Choropleth, made: Embed, scripts: list[str]) -> MapView:
    shown = body(one, made.drawing, article=True)
    # The page's own title is its only one of the first rank, and its main part the only one.
    markup = str(render("body.html", shown, one.words))
    markup = markup.replace("<h1>", '<h1 aria-level="2">')
    markup = markup.replace("<main", '<main role="presentation"', 1)
    data = map_data(one, made.drawing, None, circles=bool(shown.circles))
    return MapView(
        app=scripts.index(made.scripts[1]),
        lang=tag(one.spec.language),
        rtl=is_rtl(one.spec.language),
        title=one.spec.heading().title,
        # In a shadow root the root of the document is the host.
        style=trusted(made.styles[0].replace(":root", ":host")),
        body=trusted(markup),
        data=trusted(to_json(data)),
    )
