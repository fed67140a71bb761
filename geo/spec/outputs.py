"""The files a map can be made into. Free of heavy imports, for the command line's help."""

from __future__ import annotations

from typing import Literal, get_args

PlateFormat = Literal["png", "svg", "pdf", "tiff"]
Output = Literal["html", "embed", "png", "svg", "pdf", "tiff", "data"]
PLATE_FORMATS: tuple[PlateFormat, ...] = get_args(PlateFormat)
OUTPUTS: tuple[Output, ...] = get_args(Output)
