"""A house style: what all maps of one desk look like, in a file of its own, ``style.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from geo.spec.numbers import NumbersSpec
from geo.spec.part import Part, RichText

COLOR = r"^#[0-9A-Fa-f]{6}$"
Color = Annotated[str, Field(pattern=COLOR)]
#: A font family of CSS: letters, digits, blanks, nothing that could end the rule it is put in.
FAMILY = r"^[\w -]+$"
Family = Annotated[str, Field(pattern=FAMILY, min_length=1)]


class FontsSpec(Part):
    """Type of page, embed and plate."""

    text: tuple[Family, ...] = Field(
        default=(), description="Families for page and embed, as the reader's device or site has."
    )
    title: tuple[Family, ...] = Field(
        default=(), description="The same for titles; empty for those of the text."
    )
    text_file: Path | None = Field(
        default=None,
        description="A font file: page and embed carry the characters they need of it, plates are "
        "set in it.",
    )
    title_file: Path | None = Field(default=None, description="The same for titles.")
    plate: str = Field(
        default="",
        description="For plates without a file: a font of this machine by name; Noto Sans SC and "
        "Noto Serif SC come with the package.",
    )
    plate_title: str = Field(default="", description="The same for their titles.")


class ColorsSpec(Part):
    """Colours of one theme, as #rrggbb; one that is left out is the default's."""

    background: Color | None = Field(default=None, description="Of page, embed and plate.")
    text: Color | None = Field(default=None, description="Of text, and of what is chosen.")
    muted: Color | None = Field(default=None, description="Of notes, counts, units.")
    line: Color | None = Field(default=None, description="Of thin lines and frames of buttons.")
    land: Color | None = Field(default=None, description="Of districts under circles alone.")
    accent: Color | None = Field(
        default=None, description="Of stars, circles, the keyboard's mark, the line over the title."
    )


class StyleSpec(Part):
    """Everything a desk says once for all its maps. Paths are absolute after `read_style`."""

    fonts: FontsSpec = FontsSpec()
    colors: ColorsSpec = Field(default=ColorsSpec(), description="Of the light theme, and plates.")
    dark: ColorsSpec = Field(default=ColorsSpec(), description="Of the dark theme.")
    numbers: NumbersSpec = Field(
        default=NumbersSpec(), description="How numbers are written; empty as the language does."
    )
    palette: str = Field(
        default="", description="Of measures that name none: see `palette` of a measure."
    )
    logo: Path | None = Field(
        default=None,
        description="SVG or PNG, in the corner of page and embed, an SVG on plates, too.",
    )
    logo_text: str = Field(default="", description="What the logo says, for who cannot see it.")
    credit: RichText = Field(
        default="", description="Who makes the maps, of specs without a credit of their own."
    )
    radius: int = Field(default=2, ge=0, le=16, description="Of corners, CSS pixels.")
    rule: bool = Field(default=False, description="A line in the accent over the title.")
