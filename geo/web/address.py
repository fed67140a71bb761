"""Where the files of a map will be found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth


def address(choropleth: Choropleth, file: str) -> str:
    """Return a file's address: in the folder the spec names, else the bare name."""
    # Without a folder the bare name: page, embed and plate then find each other side by side.
    folder = choropleth.spec.embed.url
    return f"{folder.rstrip('/')}/{quote(file)}" if folder else quote(file)


def site(url: str) -> str:
    """Return scheme and host of an address; empty if it names none."""
    # To the end of the host only: a path is no part of an origin.
    found = re.match(r"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?(?=/|$)", url)
    return found[0] if found else ""
