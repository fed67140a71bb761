"""What a map-maker chooses about page and embed, and the points of interest on them."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field

from geo.spec.part import Part, Text

#: Characters of a path (RFC 3986) but quotation marks and brackets, which end what it is put in.
_PATH = r"[A-Za-z0-9._~!$&()*+,;=:@%/?#-]*"
#: http or https with a host, which goes into a content security policy as it is; or no scheme.
_FOLDER = re.compile(rf"https?://(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?(?:/{_PATH})?", re.I)
_RELATIVE = re.compile(rf"(?!//){_PATH}")


ShownPart = Literal[
    "switch", "circles", "legend", "map", "card", "search", "table", "context", "checks", "notes",
    "downloads",
]  # fmt: skip
PARTS: tuple[ShownPart, ...] = get_args(ShownPart)


def _is_address(url: str) -> str:
    # A colon before the first slash ends a scheme (RFC 3986, 4.2).
    if not (_FOLDER if ":" in url.partition("/")[0] else _RELATIVE).fullmatch(url):
        raise ValueError(
            f"{url!r} is not an address. "
            "Write one such as https://maps.example.org/2024/ or ../maps/, without spaces; "
            "other letters than those of English are percent-encoded, a host is in punycode"
        )
    return url


def _hang_together(parts: tuple[ShownPart, ...] | None) -> tuple[ShownPart, ...] | None:
    if parts is not None and "map" not in parts:
        raise ValueError('a map without "map" shows nothing. Add it to `parts`')
    if parts is not None and "search" in parts and "table" not in parts:
        raise ValueError('"search" finds rows of the table. Add "table" to `parts`')
    return parts


#: http, https, or relative.
Address = Annotated[str, AfterValidator(_is_address)]
#: None for all, the check of totals folded away.
Parts = Annotated[tuple[ShownPart, ...] | None, AfterValidator(_hang_together)]
Rows = Annotated[int, Field(ge=1)]
_PARTS_SAID = (
    "The parts shown, besides title, dek and source; left out for all, the check of totals folded. "
    'With "checks" it is open.'
)
_ROWS_SAID = "Rows of the table shown at first; left out, as many as suit its width."


class BasemapSpec(Part):
    """Tiles under the page's map, with the map-maker's own key. The page then makes requests."""

    provider: Literal["tianditu", "amap"]
    key: Text


class PageSpec(Part):
    """Choices for page and embed."""

    circles: str = Field(
        default="", description="The total shown as circles over rates; empty for the first total."
    )
    basemap: BasemapSpec | None = None
    theme: Literal["auto", "light", "dark"] = Field(
        default="auto",
        description="auto follows the reader's device; an article may be one or other.",
    )
    parts: Parts = Field(default=None, description=_PARTS_SAID)
    rows: Rows | None = Field(default=None, description=_ROWS_SAID)
    url: Address = Field(
        default="", description="Where the page itself is read; the embed then links to it."
    )


class PointSpec(Part):
    """A point of interest: a featured project."""

    label: Text
    district: Text
    lon: float | None = Field(
        default=None,
        ge=-180,
        le=180,
        description="WGS 84; without it the mark is placed inside the district.",
    )
    lat: float | None = Field(default=None, ge=-90, le=90)
    text: str = ""
    facts: tuple[str, ...] = ()


class EmbedSpec(Part):
    """Where the embed will be served from."""

    url: Address = Field(
        default="",
        description="The folder's address on your server; empty leaves file names alone.",
    )
    provider: str = Field(default="", description="Named in oEmbed.")
    parts: Parts = Field(
        default=None, description=f'{_PARTS_SAID} ["map", "legend"] is the compact form.'
    )
    rows: Rows | None = Field(default=None, description=_ROWS_SAID)
