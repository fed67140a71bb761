"""The snippet for a web page: a frame whose height is reserved at every width, and its loader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from geo.base.catalogue import strings
from geo.web.address import address
from geo.web.assets import built, sizes
from geo.web.embed import Embed
from geo.web.render import render, trusted
from geo.web.reserve import Reserve, height_at, reserves

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.model import Choropleth

WIDTH = 640  # that oEmbed and browsers without container queries are told; CSS pixels


@dataclass(frozen=True, slots=True)
class Frame:
    """The snippet, and what others have to know of it.

    Attributes
    ----------
    html : Markup
    style, loader : Markup
        Contents of its inline elements: what a content security policy hashes.
    room : tuple of Reserve
        What the style reserves.
    ratio : float
        Height of the map over its width.
    """

    html: Markup
    style: Markup
    loader: Markup
    room: tuple[Reserve, ...]
    ratio: float


@dataclass(frozen=True, slots=True)
class FrameView:
    """The snippet: class of the element, style, address and title of the frame, loader."""

    name: str
    style: Markup
    src: str
    title: str
    height: int
    loader: Markup


@dataclass(frozen=True, slots=True)
class StyleView:
    """The style that keeps the room free: one height for each range of widths.

    Attributes
    ----------
    selector : str
    ratio : float
        Height of the map over its width.
    map_most : int
        Largest height of the map, CSS pixels.
    first : Reserve
    changes : tuple of (Reserve, bool)
        Of wider frames; whether the table moves beside the map there.
    beside : int
        What it then takes from the map's width.
    """

    selector: str
    ratio: float
    map_most: int
    first: Reserve
    changes: tuple[tuple[Reserve, bool], ...]
    beside: int


def frame(choropleth: Choropleth, embed: Embed, src: str = "") -> Frame:
    """Return the snippet for a web page: style, frame and loader.

    Parameters
    ----------
    choropleth : Choropleth
    embed : Embed
        Of the same map.
    src : str
        Its address, with ``#measure=ID`` for another first view; by default what the spec says.

    Returns
    -------
    Frame
        The style reserves the embed's height at every width, the loader follows its messages.
    """
    extent = embed.drawing.extent
    ratio = extent.height / extent.width
    room = reserves(choropleth, ratio)
    # The name becomes a class: CSS would take other signs for combinators.
    name = "geo-" + re.sub(r"[^\w-]", "-", choropleth.name)
    style, loader = reserving_style(f".{name}", room, ratio), trusted(built("loader.js"))
    view = FrameView(
        name=name,
        style=style,
        src=src or address(choropleth, f"{choropleth.name}-embed.html"),
        title=frame_title(choropleth, src),
        height=height_at(WIDTH, room, ratio),
        loader=loader,
    )
    html = render("frame.txt", view, choropleth.spec.language)
    return Frame(html, style, loader, room, ratio)


def frame_title(choropleth: Choropleth, src: str = "") -> str:
    """Return the name of a frame: the title of the measure that its address asks for.

    Two frames of one map in an article are told apart by it: a measure that has the first one's
    title is named behind it.
    """
    asked = parse_qs(src.partition("#")[2]).get("measure", [""])[0]
    known = {m.id: m for m in choropleth.measures[1:]}
    first = choropleth.spec.heading().title
    if asked not in known:
        return first
    title, colon = choropleth.spec.heading(asked).title, strings(choropleth.spec.language)["colon"]
    return f"{title}{colon}{known[asked].label}" if title == first else title


def reserving_style(selector: str, room: tuple[Reserve, ...], ratio: float) -> Markup:
    """Return the style that keeps the room free: one height for each range of widths.

    Where a browser knows no container queries the frame's height attribute holds.
    """
    size = sizes()
    view = StyleView(
        selector=selector,
        ratio=ratio,
        map_most=size.map_most,
        first=room[0],
        changes=tuple((after, after.beside > before.beside) for before, after in pairwise(room)),
        beside=size.side + size.gap,
    )
    return render("frame.css.j2", view)
