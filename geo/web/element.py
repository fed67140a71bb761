"""`<geo-map>`, for sites that want the map as a part of their page: its script and its snippet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.base.languages import tag
from geo.web.address import address
from geo.web.assets import built
from geo.web.data import to_json
from geo.web.frame import Frame, class_name
from geo.web.options import script
from geo.web.render import render

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.model import Choropleth


@dataclass(frozen=True, slots=True)
class ElementView:
    """The snippet without a frame.

    Attributes
    ----------
    name, lang : str
        Of the class; the map's language.
    style : Markup
        Keeps the room free, as around a frame.
    src, script : str
        Addresses of the embed and of the element's script.
    page, title : str
        What the element holds until the map is there; the address may be empty.
    """

    name: str
    lang: str
    style: Markup
    src: str
    script: str
    page: str
    title: str


def element_snippet(choropleth: Choropleth, frame: Frame) -> Markup:
    """Return the snippet for a web page that has the map in it, without a frame.

    Parameters
    ----------
    choropleth : Choropleth
    frame : Frame
        Whose style keeps the room free.
    """
    name = choropleth.name
    view = ElementView(
        name=class_name(choropleth),
        lang=tag(choropleth.spec.language),
        style=frame.style,
        src=address(choropleth, f"{name}-embed.html"),
        script=address(choropleth, f"{name}-map.js"),
        page=address(choropleth, f"{name}.html") if "html" in choropleth.spec.outputs else "",
        title=choropleth.spec.heading().title,
    )
    return render("element.txt", view, choropleth.words)


def element(choropleth: Choropleth) -> str:
    """Return the script that defines the element and holds the embed's own script for it.

    Parameters
    ----------
    choropleth : Choropleth

    Returns
    -------
    str
        Everything else of the map is in the embed's file, which the element fetches.

    Notes
    -----
    The embed's script is written for a document of its own. Here it is the body of a function
    whose parameters have the names of what it would find in a window.
    """
    parameters = "document,location,history,parent,addEventListener"
    return (
        f"(()=>{{const geoMapName={to_json(choropleth.name)},geoMapApp=({parameters})=>{{"
        f"{script(choropleth, article=True)}\n}};\n{built('element.js')}}})();\n"
    )
