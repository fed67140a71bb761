"""What a map-maker chooses about page and embed, and the points of interest on them."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from geo.base.addresses import checked_address
from geo.spec.cartogram import CartogramKind
from geo.spec.multiples import SAID, SmallMultiples
from geo.spec.part import Part, Text

ShownPart = Literal[
    "switch", "circles", "slider", "legend", "map", "card", "search", "table", "context", "checks",
    "notes", "downloads",
]  # fmt: skip
PARTS: tuple[ShownPart, ...] = get_args(ShownPart)


def _hang_together(parts: tuple[ShownPart, ...] | None) -> tuple[ShownPart, ...] | None:
    if parts is not None and "map" not in parts:
        raise ValueError('a map without "map" shows nothing. Add it to `parts`')
    if parts is not None and "search" in parts and "table" not in parts:
        raise ValueError('"search" finds rows of the table. Add "table" to `parts`')
    return parts


#: http, https, or relative.
Address = Annotated[str, AfterValidator(checked_address)]
#: None for all, the check of totals folded away.
Parts = Annotated[tuple[ShownPart, ...] | None, AfterValidator(_hang_together)]
Rows = Annotated[int, Field(ge=1)]
#: A text alone is one line.
Lines = Annotated[tuple[Text, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v)]
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
    cartogram: CartogramKind | None = Field(
        default=None,
        description="A second view of the page, to which readers can switch: circles (dorling) or "
        "squares (demers) whose areas show a total, or a grid of equal tiles.",
    )
    basemap: BasemapSpec | None = None
    theme: Literal["auto", "light", "dark"] = Field(
        default="auto",
        description="auto follows the reader's device; an article may be one or other.",
    )
    parts: Parts = Field(default=None, description=_PARTS_SAID)
    rows: Rows | None = Field(default=None, description=_ROWS_SAID)
    tooltip: Lines = Field(
        default=(),
        description="Own text of the tooltip, a line or a list of lines, with fields: {name}, "
        "{kind}, {code}, {area}, a measure's value by its id, {ID_rank}, {ID_share}.",
    )
    card: tuple[str, ...] = Field(
        default=(), description="Ids of the measures on a district's card, in their order."
    )
    doubts: bool = Field(
        default=False,
        description="The card names what rounding of the source leaves open: districts that it "
        "could move to another class.",
    )
    says: bool = Field(
        default=False,
        description="Print what the first measure says, as `geo says` words it, under the map.",
    )
    provenance: bool = Field(
        default=False,
        description="A folded panel on the page: where every figure and outline comes from.",
    )
    small_multiples: SmallMultiples = Field(
        default="", description=f"On the page, under the map. {SAID}"
    )
    url: Address = Field(
        default="", description="Where the page itself is read; the embed then links to it."
    )

    @model_validator(mode="after")
    def _districts_stay_on_tiles(self) -> Self:
        if self.cartogram and self.basemap:
            raise ValueError("a `cartogram` has no place on a `basemap`: leave one of them out")
        return self


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


class AnnotationSpec(Part):
    """A sentence on the map, with a line to the place it is about."""

    text: Annotated[str, Field(min_length=1, max_length=60)]
    district: str = Field(default="", description="The place: a district's name or code …")
    lon: float | None = Field(default=None, ge=-180, le=180, description="… or a point, WGS 84.")
    lat: float | None = Field(default=None, ge=-90, le=90)

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        point = (self.lon is None) + (self.lat is None)
        if point == 1 or bool(self.district) == (point == 0):
            raise ValueError("give either `district`, or `lon` and `lat`")
        return self


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
    cartogram: CartogramKind | None = Field(
        default=None,
        description="A second view of the embed, as that of the page; some 6 kB more compressed.",
    )
    rows: Rows | None = Field(default=None, description=_ROWS_SAID)
