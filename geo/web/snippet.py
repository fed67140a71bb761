"""The embed in an article: the snippet to paste, oEmbed, and the picture for feeds."""

from __future__ import annotations

import json
import re
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from geo.base.catalogue import strings
from geo.choropleth.wording import facts
from geo.web.assets import filled, script, template
from geo.web.csp import csp
from geo.web.embed import embed
from geo.web.reserve import MAP_MOST, SIDE, SIDE_GAP, Reserve, reserves

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.spec.plate import PlateFormat, PlateSpec

_VIEW_BOX = re.compile(r'<svg id="map-svg"[^>]* viewBox="\S+ \S+ (\S+) (\S+)"')
_OEMBED_WIDTH = 640  # oEmbed wants one width; the frame itself takes what it is given
_SOCIAL_PX = (1200, 630)
_PHONE_WIDTH = 375  # AMP reserves one height; its readers have phones


def embed_files(choropleth: Choropleth) -> dict[str, bytes]:
    """Return the embed and what goes with it.

    Parameters
    ----------
    choropleth : Choropleth

    Returns
    -------
    dict of str to bytes
        ``NAME-embed.html``; ``NAME-embed.txt``, the snippets to paste; ``NAME-embed.json``,
        oEmbed 1.0.
    """
    html = embed(choropleth)
    stem = f"{choropleth.name}-embed"
    return {
        f"{stem}.html": html.encode(),
        f"{stem}.txt": snippets(choropleth, html).encode(),
        f"{stem}.json": oembed(choropleth, html).encode(),
    }


def address(choropleth: Choropleth, file: str) -> str:
    """Return a file's address: in the folder the spec names, else the bare name."""
    folder = choropleth.spec.embed.url
    return f"{folder.rstrip('/')}/{quote(file)}" if folder else quote(file)


def frame(choropleth: Choropleth, html: str, src: str = "") -> str:
    """Return the snippet for a web page: style, frame and loader.

    Parameters
    ----------
    choropleth : Choropleth
    html : str
        The embed.
    src : str
        Its address, with ``#measure=ID`` for another first view; by default what the spec says.

    Returns
    -------
    str
        The style reserves the embed's height at every width, the loader follows its messages.
    """
    room = _reserves(choropleth, html)
    name = "geo-" + re.sub(r"[^\w-]", "-", choropleth.name)
    slots = {
        "class": name,
        "style": reserving_style(f".{name}", room, _ratio(html)),
        "src": escape(src or address(choropleth, f"{choropleth.name}-embed.html")),
        "title": escape(choropleth.spec.title),
        "height": str(height_at(_OEMBED_WIDTH, room, _ratio(html))),
        "loader": script("loader"),
    }
    return filled(template("snippet.html"), slots)


def snippets(choropleth: Choropleth, html: str) -> str:
    """Return the text file of snippets: web page, AMP, feeds, oEmbed, security policy."""
    spec, words = choropleth.spec, strings(choropleth.spec.language)
    web = frame(choropleth, html)
    heads = ("web", "amp", "feed", "oembed", "csp", "csp_article", "csp_embed")
    slots = {f"{key}_head": words[f"snippet_{key}"] for key in heads} | {
        "web": web,
        "src": escape(address(choropleth, f"{choropleth.name}-embed.html")),
        "title": escape(spec.title),
        "amp_height": str(height_at(_PHONE_WIDTH, _reserves(choropleth, html), _ratio(html))),
        "placeholder": _placeholder(choropleth),
        "show_all": words["snippet_show_all"],
        "picture": picture(choropleth),
        "json": escape(address(choropleth, f"{choropleth.name}-embed.json")),
        **{f"csp_{what}": policy for what, policy in csp(html, web, spec.embed.url).items()},
    }
    return filled(template("snippet.txt"), slots)


def _placeholder(choropleth: Choropleth) -> str:
    """Return what AMP shows until the frame is there; a frame high on the page needs it."""
    image = plate_file(choropleth, "png")
    alt = escape(alternative(choropleth))
    return image and f'<amp-img src="{image}" alt="{alt}" layout="fill" placeholder></amp-img>\n'


def oembed(choropleth: Choropleth, html: str) -> str:
    """Return oEmbed 1.0 of type ``rich`` (https://oembed.com), for systems that ask for it."""
    spec = choropleth.spec
    data: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": spec.title,
        "html": frame(choropleth, html),
        "width": _OEMBED_WIDTH,
        "height": height_at(_OEMBED_WIDTH, _reserves(choropleth, html), _ratio(html)),
    }
    if spec.embed.provider:
        data["provider_name"] = spec.embed.provider
    if site := re.match(r"https?://[^/]+", spec.embed.url):
        data["provider_url"] = site[0]
    plate = _small_plate(choropleth, "png")
    if plate and plate.size == "social" and plate.dpi is None:  # else its size is not known here
        data["thumbnail_url"] = plate_file(choropleth, "png")
        data["thumbnail_width"], data["thumbnail_height"] = _SOCIAL_PX
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def picture(choropleth: Choropleth) -> str:
    """Return the plate as a figure, for feeds and messengers, which drop frames and scripts.

    Empty if the spec makes no image of a plate.
    """
    image, vector = (plate_file(choropleth, ending) for ending in ("png", "svg"))
    if not (image or vector):
        return ""
    page = escape(address(choropleth, f"{choropleth.name}.html"))
    source = f'<source type="image/svg+xml" srcset="{vector}">' if image and vector else ""
    return (
        f'<figure><a href="{page}"><picture>{source}'
        f'<img src="{image or vector}" alt="{escape(alternative(choropleth))}"></picture></a>'
        f"<figcaption>{escape(choropleth.spec.title)}</figcaption></figure>\n"
    )


def plate_file(choropleth: Choropleth, ending: PlateFormat) -> str:
    """Return the address of the plate to show small, the social card if any; may be empty."""
    plate = _small_plate(choropleth, ending)
    if plate is None:
        return ""
    stem = f"{choropleth.name}-{plate.name}" if plate.name else choropleth.name
    return escape(address(choropleth, f"{stem}.{ending}"))


def _small_plate(choropleth: Choropleth, ending: PlateFormat) -> PlateSpec | None:
    if ending not in choropleth.spec.outputs:
        return None
    plates = [plate for plate in choropleth.spec.plates if ending in plate.formats]
    return next((p for p in plates if p.size == "social"), plates[0] if plates else None)


def alternative(choropleth: Choropleth) -> str:
    """Return the text that stands for the picture: title and headline facts."""
    colon = strings(choropleth.spec.language)["colon"]
    return f"{choropleth.spec.title}{colon}{facts(choropleth)}"


def reserving_style(selector: str, room: tuple[Reserve, ...], ratio: float) -> str:
    """Return the style that keeps the room free: one height for each range of widths.

    Where a browser knows no container queries the frame's height attribute holds.
    """
    frame, column = f"{selector} iframe", f"100cqi - {SIDE + SIDE_GAP}px"
    height = f"calc(var(--rest) + min({MAP_MOST}px,{ratio:.4f}*(var(--column))))"
    rules = [
        f"{selector}{{container-type:inline-size;width:100%}}{frame}{{display:block;border:0}}",
        f"@container (min-width:0){{{frame}"
        f"{{height:0;min-height:{height};--column:100cqi;--rest:{room[0].rest}px}}}}",
    ]
    for before, reserve in pairwise(room):
        beside = f";--column:{column}" if reserve.beside > before.beside else ""
        change = f"{frame}{{--rest:{reserve.rest}px{beside}}}"
        rules.append(f"@container (min-width:{reserve.width}px){{{change}}}")
    return "".join(rules)


def height_at(width: int, room: tuple[Reserve, ...], ratio: float) -> int:
    """Return the pixels that are reserved at a width of the frame."""
    reserve = next((r for r in reversed(room) if r.width <= width), room[0])
    column = width - SIDE - SIDE_GAP if reserve.beside else width
    return round(reserve.rest + min(MAP_MOST, column * ratio))


def _ratio(html: str) -> float:
    """Return height over width of the embed's drawing, which is as wide as its column."""
    found = _VIEW_BOX.search(html)
    if found is None:
        raise ValueError("the embed has no drawing")
    return float(found[2]) / float(found[1])


def _reserves(choropleth: Choropleth, html: str) -> tuple[Reserve, ...]:
    return reserves(choropleth, _ratio(html))
