"""The snippet for a web page: a frame whose height is reserved at every width, and its loader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from geo.base.languages import tag
from geo.web.address import address
from geo.web.assets import built, rem, sizes
from geo.web.embed import Embed
from geo.web.form import has_links
from geo.web.heights import map_limit, reserve_on_paper
from geo.web.map import alternative
from geo.web.picture import paper_file
from geo.web.render import render, trusted
from geo.web.reserve import Reserve, height_at, inline_height, reserves

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.model import Choropleth

WIDTH = 640  # that oEmbed and browsers without container queries are told; CSS pixels
#: Widths an article gives a map; the room for the worst is what is left where a site strips styles.
USUAL = range(320, 1281, 20)
_LEAST = 280  # in a parent that shrinks to its narrowest
#: The size of type that the reader has chosen, which is the embed's, whatever the site makes of its
#: own. Of a family by name: of monospaced type browsers have another size.
_TYPE = "medium sans-serif"
#: Of the box around the frame, for sites that strip the sheet: the frame's height goes by its
#: width, and a box that contains its size would shrink to nothing in a float.
_BOX = f"min-width:min({_LEAST}px,80vw);container-type:inline-size"


@dataclass(frozen=True, slots=True)
class Frame:
    """The snippet, and what others have to know of it.

    Attributes
    ----------
    html : Markup
    style, loader : Markup
        Contents of its inline elements: what a content security policy hashes.
    inline : tuple of str
        Style attributes, of the box and of the frame in it, which a policy hashes too.
    paper : str
        Address of the plate that paper shows instead; may be empty.
    room : tuple of Reserve
        What the style reserves.
    ratio : float
        Height of the map over its width.
    """

    html: Markup
    style: Markup
    loader: Markup
    inline: tuple[str, str]
    paper: str
    room: tuple[Reserve, ...]
    ratio: float


@dataclass(frozen=True, slots=True)
class FrameView:
    """The snippet: class of the element, style, address and title of the frame, loader.

    Attributes
    ----------
    name, lang : str
        Of the class; the map's language, of which browsers may have a size of type of its own.
    style : Markup
    src, title : str
    height : int
        For browsers without container queries, CSS pixels.
    box, least : str
        Styles of the box around the frame and of the frame, for sites that strip the sheet.
    paper : str
        Address of the plate, which paper shows instead; may be empty.
    said : str
        What it shows, in words.
    sandbox : str
        What the frame may do.
    loader : Markup
    """

    name: str
    lang: str
    style: Markup
    src: str
    title: str
    height: int
    box: str
    least: str
    paper: str
    said: str
    sandbox: str
    loader: Markup


@dataclass(frozen=True, slots=True)
class StyleView:
    """The style that keeps the room free: one height for each range of widths.

    Attributes
    ----------
    selector : str
    ratio : float
        Height of the map over its width.
    map_most : str
        Largest height of the map.
    first : Reserve
    changes : tuple of (Reserve, bool)
        Of wider frames; whether the table moves beside the map there.
    padding, beside : int
        What is taken from the map's width: by itself, and with the table beside it.
    wish, least : int
        Widths in a parent that shrinks to what is in it: where there is room, and where its own
        rules leave none; CSS pixels.
    type : str
        Value of `font`: its size is the reader's own.
    unfolded : int
        What paper shows besides, where there is no plate to show; CSS pixels.
    """

    selector: str
    ratio: float
    map_most: str
    first: Reserve
    changes: tuple[tuple[Reserve, bool], ...]
    padding: int
    beside: int
    wish: int
    least: int
    type: str
    unfolded: int


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
    room = reserves(choropleth)
    name = class_name(choropleth)
    src = src or address(choropleth, f"{choropleth.name}-embed.html")
    measure = asked_for(choropleth, src)
    paper = _beside(src, paper_file(choropleth, measure))
    unfolded = reserve_on_paper(choropleth)
    style, loader = reserving_style(f".{name}", room, ratio, unfolded), _loader()
    # Many themes give every frame `height: auto`, which only a height in its own style withstands.
    # Browsers without container queries take the first. The height by itself is for sites that
    # allow no other key, in the place of the attribute, which knows one width.
    most, own = max(height_at(width, room, ratio) for width in USUAL), inline_height(room, ratio)
    least = f"font:{_TYPE};min-height:{rem(most, 'em')};min-height:{own};height:{own}"
    view = FrameView(
        name=name,
        lang=tag(choropleth.spec.language),
        style=style,
        src=src,
        title=frame_title(choropleth, src),
        height=height_at(WIDTH, room, ratio),
        box=_BOX,
        least=least,
        paper=paper,
        said=alternative(choropleth, measure),
        sandbox=sandbox(choropleth),
        loader=loader,
    )
    html = render("frame.txt", view, choropleth.words)
    return Frame(html, style, loader, (_BOX, least), paper, room, ratio)


def class_name(choropleth: Choropleth) -> str:
    """Return the class of what is around the map in an article."""
    # CSS would take other signs for combinators.
    return "geo-" + re.sub(r"[^\w-]", "-", choropleth.name)


def sandbox(choropleth: Choropleth) -> str:
    """Return what the frame may do: run scripts, hand out files, and open what it links to."""
    opens = (
        " allow-popups allow-popups-to-escape-sandbox"
        if has_links(choropleth.spec, article=True)
        else ""
    )
    return f"allow-scripts allow-downloads{opens}"


def frame_title(choropleth: Choropleth, src: str = "") -> str:
    """Return the name of a frame: the title of the measure that its address asks for.

    Two frames of one map in an article are told apart by it: a measure that has the first one's
    title is named behind it.
    """
    asked, first = asked_for(choropleth, src), choropleth.spec.heading().title
    if asked == choropleth.measure().id:
        return first
    title, colon = choropleth.spec.heading(asked).title, choropleth.words["colon"]
    return f"{title}{colon}{choropleth.measure(asked).label}" if title == first else title


def asked_for(choropleth: Choropleth, src: str) -> str:
    """Return the id of the measure that an address opens: the first one, if it names none."""
    asked = parse_qs(src.partition("#")[2]).get("measure", [""])[0]
    ids = [measure.id for measure in choropleth.measures]
    return asked if asked in ids else ids[0]


def reserving_style(
    selector: str, room: tuple[Reserve, ...], ratio: float, unfolded: int
) -> Markup:
    """Return the style that keeps the room free: one height for each range of widths.

    Where a browser knows no container queries the frame's height attribute holds. A box whose
    size is contained has no width of its own, so two empty boxes around it ask for one. The marks
    of a comment are nothing to a style sheet; a system that drops the tag and keeps what is in it
    shows no code to readers. One pixel more is for fractions of a pixel, which a frame's own
    height has not.
    """
    size = sizes()
    view = StyleView(
        selector=selector,
        ratio=ratio,
        map_most=map_limit(room[0].most, "em"),
        first=room[0],
        changes=tuple((after, after.beside > before.beside) for before, after in pairwise(room)),
        padding=2 * size.embed_padding,
        beside=2 * size.embed_padding + size.side + size.gap,
        wish=WIDTH,
        type=_TYPE,
        least=_LEAST,
        unfolded=unfolded,
    )
    return render("frame.css.j2", view)


def _loader() -> Markup:
    # As in the style: to a script the first mark begins a comment to the end of its line.
    return trusted(f"<!--\n{built('loader.js')}\n//-->")


def _beside(src: str, file: str) -> str:
    """Return the address of a file in the folder that the embed is served from."""
    folder = re.split("[?#]", src)[0].rpartition("/")[0]
    name = file.rpartition("/")[2]
    return f"{folder}/{name}" if folder and name else name
