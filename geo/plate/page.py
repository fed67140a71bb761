"""Page sizes, and the type that goes with each."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geo.plate.sheet import PT
from geo.spec.plate import PlateSpec

#: No type on a plate is smaller (points); below it newsprint fills the counters of Chinese letters.
SMALLEST_PT = 6.0
_PIXEL_MM = 25.4 / 96  # CSS: 96 pixels an inch
#: Body type that fine lines, swatches and the legend's blocks are drawn for; they grow with it.
_MODEL_BODY_PT = 8.5
#: A page of the map-maker's own width takes the type of the next preset: narrower than this
#: (millimetres) is one column of a newspaper, wider than the other fills a broadsheet page.
_COLUMN_BELOW_MM, _SPREAD_FROM_MM = 130, 240


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes in points; `smallest` is the least a label may be set in."""

    title: float
    dek: float
    body: float
    label: float
    note: float
    smallest: float = SMALLEST_PT

    @property
    def enlargement(self) -> float:
        """Body type as a multiple of the 8.5 points that blocks and swatches are drawn for."""
        return self.body / _MODEL_BODY_PT

    @property
    def em(self) -> float:
        """Size of the notes, by which furniture is spaced, millimetres."""
        return self.note * PT


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be filled.

    Attributes
    ----------
    width : float
        Trimmed, millimetres.
    height : float or None
        None: as high as the map needs.
    margin : float
    gap : float
        Between the parts, millimetres.
    dpi : int
        Of images, unless the spec says otherwise.
    bars : bool
        Whether ranked bars belong to this size by default.
    sizes : Sizes
    beside : bool
        Texts and legend are set in a column beside the map, not above and below it.
    """

    width: float
    height: float | None
    margin: float
    gap: float
    dpi: int
    bars: bool
    sizes: Sizes
    beside: bool = False


PAGES = {
    "column": Page(90, None, 3, 3, 300, False, Sizes(13, 8, 7.5, 7, 6.5)),
    "two-columns": Page(185, None, 5, 4, 300, False, Sizes(19, 10, 8.5, 8, 7)),
    "a4": Page(210, 297, 12, 5, 300, True, Sizes(22, 11, 9, 8.5, 7.5)),
    "a4-landscape": Page(297, 210, 12, 5, 300, True, Sizes(22, 11, 9, 8.5, 7.5)),
    "a3": Page(297, 420, 16, 7, 300, True, Sizes(31, 15, 12, 11, 9.5)),
    "a3-landscape": Page(420, 297, 16, 7, 300, True, Sizes(31, 15, 12, 11, 9.5)),
    "social": Page(
        1200 * _PIXEL_MM, 630 * _PIXEL_MM, 11, 6, 96, False, Sizes(28, 15, 13, 12.5, 10.5, 9), True
    ),
}


def page_of(spec: PlateSpec) -> Page:
    """Return the page of a preset, or one of the map-maker's own width with type of its size."""
    if spec.width_mm is None:
        return PAGES[spec.size]
    if spec.width_mm < _COLUMN_BELOW_MM:
        model = PAGES["column"]
    else:
        model = PAGES["two-columns" if spec.width_mm < _SPREAD_FROM_MM else "a3"]
    return replace(model, width=spec.width_mm, height=None)
