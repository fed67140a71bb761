"""oEmbed 1.0 (https://oembed.com), for systems that ask for the embed by its address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from geo.web.address import site
from geo.web.frame import WIDTH, Frame
from geo.web.picture import SOCIAL_PX, is_social, plate_file, small_plate
from geo.web.reserve import height_at

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth


def oembed(choropleth: Choropleth, frame: Frame) -> str:
    """Return the JSON of type ``rich``.

    Parameters
    ----------
    choropleth : Choropleth
    frame : Frame
        Its snippet.

    Returns
    -------
    str
        It has one width, since the standard wants one; the frame itself takes what it is given.
    """
    spec = choropleth.spec
    data: dict[str, str | int] = {
        # The string that the standard wants, whatever the package's version.
        "version": "1.0",
        "type": "rich",
        "title": spec.heading().title,
        "html": frame.html,
        "width": WIDTH,
        "height": height_at(WIDTH, frame.room, frame.ratio),
    }
    # Optional in oEmbed: an empty string would show as a nameless provider.
    if spec.embed.provider:
        data["provider_name"] = spec.embed.provider
    if provider := site(spec.embed.url):
        data["provider_url"] = provider
    plate = small_plate(choropleth, "png")
    if plate and is_social(plate):
        data["thumbnail_url"] = plate_file(choropleth, "png")
        data["thumbnail_width"], data["thumbnail_height"] = SOCIAL_PX
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
