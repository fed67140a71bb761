"""What a map-maker chooses about the plane of a map: the ``[map]`` table of the spec."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from geo.spec.part import Part


class InsetSpec(Part):
    """A part of the map in a frame of its own, beside the rest."""

    name: str = Field(default="", description="Written into its frame on plates.")
    bounds: tuple[float, float, float, float] = Field(
        description="West, south, east, north in degrees; what lies in this box is in the inset. "
        "Across the 180th meridian east is above 180."
    )
    scale: float | None = Field(
        default=None,
        gt=0,
        le=100,
        description="As a multiple of the map's own; without it the inset takes between a tenth "
        "and three tenths of the map.",
    )
    corner: Literal["sw", "se", "nw", "ne"] = Field(
        default="sw", description="The corner of the map that it lies near."
    )

    @model_validator(mode="after")
    def _is_a_box(self) -> Self:
        west, south, east, north = self.bounds
        if not (-180 <= west < east <= west + 360 and -90 <= south < north <= 90):
            raise ValueError("`bounds` are west, south, east, north in degrees, west below east")
        return self


class PlaneSpec(Part):
    """How the world is laid on the page."""

    projection: str = Field(
        default="",
        description="Equal Earth, Robinson, Natural Earth, LAEA Europe, Albers USA, Albers, "
        "Lambert, …, an EPSG code or a PROJ string; empty for the one that suits the extent.",
    )
    meridian: float | None = Field(
        default=None,
        ge=-180,
        le=180,
        description="The meridian in the middle; 150 shows the world from the Pacific.",
    )
    insets: Literal["auto", "none"] | tuple[InsetSpec, ...] = Field(
        default="auto",
        description="Far parts in frames of their own: auto knows Alaska, Hawaii, the overseas "
        "departments of France, the Canary Islands, the islands of Hainan, …; or own ones.",
    )
    outline: str = Field(
        default="",
        description="Units whose outlines are drawn over the districts: a column of the polygon "
        "file, or how many digits of the code they have in common.",
    )
    graticule: bool = Field(default=False, description="Meridians and parallels under the map.")
    sphere: bool = Field(default=False, description="The outline of the world.")
