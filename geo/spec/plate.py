"""What a map-maker chooses about a printed plate: one ``[[plates]]`` table of the spec."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from geo.spec.cartogram import CartogramKind
from geo.spec.multiples import SAID, SmallMultiples
from geo.spec.outputs import PlateFormat
from geo.spec.part import Part, RichText

Size = Literal[
    "column", "two-columns", "a4", "a4-landscape", "a3", "a3-landscape", "social"
]  # in millimetres: geo.plate.page.PAGES
NARROWEST_MM, WIDEST_MM = 60.0, 1200.0


class PlateSpec(Part):
    """One plate; several may be made from one spec."""

    name: str = Field(
        default="",
        pattern=r"^[A-Za-z0-9_-]*$",
        description="Appended to the file name: weifang-NAME.png. Empty for one plate.",
    )
    measure: str = Field(default="", description="The measure shown; empty for the first one.")
    period: str = Field(
        default="", description="Of a map with periods the one shown; empty for the latest."
    )
    small_multiples: SmallMultiples = Field(default="", description=SAID)
    circles: str = Field(
        default="", description="A total shown as proportional circles over the measure."
    )
    cartogram: CartogramKind | None = Field(
        default=None,
        description="A cartogram instead of the map: circles (dorling) or squares (demers) whose "
        "areas show a total, or a grid of equal tiles.",
    )
    title: str = Field(
        default="",
        max_length=60,
        description="A title of its own: a shorter one for a narrow plate, say.",
    )
    dek: RichText = Field(default="", description="A line under the title of its own.")
    formats: tuple[PlateFormat, ...] = Field(default=("png", "svg", "pdf"), min_length=1)
    size: Size = Field(
        default="two-columns",
        description="column (90 mm) and two-columns (185 mm) take their height from the map; "
        "a4, a3, each also -landscape, are whole pages; social is 1200 x 630 pixels.",
    )
    width_mm: float | None = Field(
        default=None,
        ge=NARROWEST_MM,
        le=WIDEST_MM,
        description="A width of your own instead of `size`; the height follows the map.",
    )
    dpi: int | None = Field(
        default=None,
        ge=72,
        le=1200,
        description="Pixels per inch of PNG and TIFF; 300, and 96 for social.",
    )
    bleed_mm: float = Field(default=0, ge=0, le=20, description="Paper beyond the trimmed page.")
    crop_marks: bool = False
    color: Literal["rgb", "grey", "cmyk"] = Field(
        default="rgb", description="cmyk is for PDF and TIFF; grey is checked to stay distinct."
    )
    profile: Path | None = Field(
        default=None,
        description="ICC profile of the press, relative to the spec; the PDF is then PDF/X-4 for "
        "it. Without one, fixed values.",
    )
    hatch: bool = Field(default=False, description="Lines of growing density over the classes.")
    labels: Literal["values", "names", "none"] = Field(
        default="values", description="Names with values, names alone, or nothing on the map."
    )
    inset: bool = Field(
        default=True, description="Enlarge a cluster of districts too small for their labels."
    )
    histogram: bool = Field(default=True, description="Bars over the legend's classes.")
    bars: bool | None = Field(
        default=None,
        description="Ranked bars of all districts; by default on a4 and a3.",
    )
    scale_bar: bool = True
    north_arrow: bool = False
    font: str = Field(
        default="",
        description="A font installed on this machine, by family name, or a font file; "
        "by default Noto Sans SC and Noto Serif SC, which come with the package.",
    )
    svg_text: Literal["text", "outlines"] = Field(
        default="text", description="Text that can be edited and searched, or its outlines."
    )

    def stem(self, name: str) -> str:
        """Return the name of the plate's files on a map called `name`, without ending."""
        return f"{name}-{self.name}" if self.name else name

    @field_validator("title", "dek")
    @classmethod
    def _one_line(cls, text: str) -> str:
        # A title in TOML's three quotation marks brings line ends; the plate breaks lines itself.
        return " ".join(text.split())

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.width_mm is not None and "size" in self.model_fields_set:
            raise ValueError("give either `size` or `width_mm`, not both")
        if self.profile and self.color != "cmyk":
            raise ValueError('`profile` is for color = "cmyk"')
        # PNG and SVG have no inks: the profile would be lost without a word.
        if self.color == "cmyk" and not {"pdf", "tiff"} & set(self.formats):
            raise ValueError('color = "cmyk" needs pdf or tiff among the formats')
        if self.cartogram and self.circles:
            raise ValueError("`circles` over the areas of a `cartogram`: leave one of them out")
        if self.cartogram and self.north_arrow:
            raise ValueError("on a `cartogram` no direction is true: leave `north_arrow` out")
        if self.small_multiples:
            self._refuse_beside_small_maps()
        if len(set(self.formats)) < len(self.formats):
            raise ValueError("a format is given twice")
        return self

    def _refuse_beside_small_maps(self) -> None:
        """Raise ValueError if the plate asks for what small maps have no room for."""
        for key in ("cartogram", "circles", "bars", "north_arrow", "histogram", "inset"):
            if key in self.model_fields_set and getattr(self, key):
                raise ValueError(f"a plate of `small_multiples` has no `{key}`: leave it out")
