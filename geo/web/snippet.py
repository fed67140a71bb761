"""The files of the embed: the embed itself, oEmbed, and the text file of snippets to paste."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.web.address import address
from geo.web.csp import Policies, policies
from geo.web.element import element, element_snippet
from geo.web.embed import Embed, embed
from geo.web.frame import Frame, frame, frame_title, sandbox
from geo.web.oembed import oembed
from geo.web.picture import PictureView, picture
from geo.web.render import render
from geo.web.reserve import height_at

if TYPE_CHECKING:
    from markupsafe import Markup

    from geo.choropleth.model import Choropleth

_PHONE_WIDTH = 375  # AMP reserves one height; its readers have phones


@dataclass(frozen=True, slots=True)
class SnippetsView:
    """What the text file says: web page, AMP, feeds, oEmbed, security policy, no frame.

    Attributes
    ----------
    frame : Markup
        The snippet for a web page.
    src, title : str
        Of the embed.
    amp_height : int
        CSS pixels.
    sandbox : str
        What AMP's frame may do, which has no downloads.
    picture : PictureView or None
        For feeds; AMP shows it until the frame is there, which a frame high on a page needs.
    oembed : str
        Address of the oEmbed file.
    policies : Policies
    element : Markup
        The snippet without a frame.
    """

    frame: Markup
    src: str
    title: str
    amp_height: int
    sandbox: str
    picture: PictureView | None
    oembed: str
    policies: Policies
    element: Markup


def embed_files(choropleth: Choropleth) -> dict[str, bytes]:
    """Return the embed and what goes with it.

    Parameters
    ----------
    choropleth : Choropleth

    Returns
    -------
    dict of str to bytes
        ``NAME-embed.html``; ``NAME-embed.txt``, the snippets to paste; ``NAME-embed.json``,
        oEmbed 1.0; ``NAME-map.js``, for the embed without a frame.
    """
    made = embed(choropleth)
    shown = frame(choropleth, made)
    # The page has the plain name: both can lie in one folder.
    stem = f"{choropleth.name}-embed"
    return {
        f"{stem}.html": made.html.encode(),
        f"{stem}.txt": snippets(choropleth, made, shown).encode(),
        f"{stem}.json": oembed(choropleth, shown).encode(),
        f"{choropleth.name}-map.js": element(choropleth).encode(),
    }


def snippets(choropleth: Choropleth, embed: Embed, frame: Frame) -> str:
    """Return the text file of snippets.

    Parameters
    ----------
    choropleth : Choropleth
    embed : Embed
    frame : Frame
        Its snippet for a web page.
    """
    name = f"{choropleth.name}-embed"
    view = SnippetsView(
        frame=frame.html,
        src=address(choropleth, f"{name}.html"),
        title=frame_title(choropleth),
        amp_height=height_at(_PHONE_WIDTH, frame.room, frame.ratio),
        sandbox=sandbox(choropleth).replace(" allow-downloads", ""),
        picture=picture(choropleth),
        oembed=address(choropleth, f"{name}.json"),
        policies=policies(embed, frame, choropleth.spec.embed.url),
        element=element_snippet(choropleth, frame),
    )
    return str(render("snippet.txt", view, choropleth.words))
