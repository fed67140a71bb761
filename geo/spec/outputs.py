"""The files a map can be made into. Free of heavy imports, for the command line's help."""

from __future__ import annotations

from typing import Literal, get_args

PlateFormat = Literal["png", "svg", "pdf", "tiff"]
Output = Literal["html", "embed", "png", "svg", "pdf", "tiff", "data", "prov"]
PLATE_FORMATS: tuple[PlateFormat, ...] = get_args(PlateFormat)
OUTPUTS: tuple[Output, ...] = get_args(Output)
#: What a map is made into if the spec does not say: provenance is for those who ask for it.
USUAL: tuple[Output, ...] = tuple(output for output in OUTPUTS if output != "prov")
#: What a dashboard is made into: the page, and the atlas.
BOARD_KINDS = ("html", "pdf")
