"""What a spec says of its polygons."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from geo.geometry.datum import Datum
from geo.spec.part import Part

Cell = str | int | float
Cells = Cell | tuple[Cell, ...]


class BoundariesSpec(Part):
    """Where the polygons come from."""

    file: Path | None = Field(default=None, description="Polygon file, relative to the spec.")
    code: str = Field(
        default="",
        description="Or an area of the package or of the installed atlas, by code or name: world, "
        "europe, us-counties, FR, 370700; `geo boundaries --list` names them.",
    )
    zones: Path | None = Field(
        default=None,
        description="CSV of zones without official polygon, carved out of their hosts if lacking.",
    )
    layer: str = Field(
        default="",
        description="Layer of a file with several, or object of a TopoJSON file; "
        "empty for the one with most polygons.",
    )
    code_column: str = Field(
        default="", description="Column of the codes; empty to find it, as the next three."
    )
    name_column: str = Field(default="", description="Column of the names.")
    kind_column: str = Field(default="", description="Column of the kinds: city, county, …")
    parent_column: str = Field(
        default="", description="Column that says what each district is part of: its state, say."
    )
    where: dict[str, Cells] = Field(
        default={},
        description="Columns of the polygon file, and the value or values of the features that "
        "count.",
    )
    dissolve: bool = Field(
        default=False,
        description="Features of one code, or where there is none of one name, are pieces of one "
        "district.",
    )
    crs: str = Field(
        default="", description="The CRS of a file that does not name its own, such as EPSG:4326."
    )
    datum: Datum = Field(default="wgs84", description="Undone before anything else.")
    # In metres, not degrees: a degree of longitude is shorter the further north it is.
    tolerance_m: float | None = Field(
        default=None,
        ge=0,
        description="Generalization tolerance in metres; 0 keeps all vertices. By default only "
        "outlines of more than 400,000 vertices are generalized, to what a page can show.",
    )

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if self.file and self.code:
            raise ValueError("give either `file` or `code`, not both")
        return self
