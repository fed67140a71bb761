"""What a map-maker chooses about a printed plate: one ``[[plates]]`` table of the spec."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

PlateFormat = Literal["png", "svg", "pdf", "tiff"]


class PlateSpec(BaseModel):
    """One plate; several may be made from one spec."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(
        default="", description="Appended to the file name: weifang-NAME.png. Empty for one plate."
    )
    measure: str = Field(default="", description="The measure shown; empty for the first one.")
    formats: tuple[PlateFormat, ...] = ("png", "svg", "pdf")
