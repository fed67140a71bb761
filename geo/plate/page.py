"""Page sizes, the type that goes with them, and what every part has to know of both."""

from __future__ import annotations

from dataclasses import dataclass

from geo.spec.plate import PlateSpec

#: No type on a plate is smaller (points); below it newsprint fills the counters of Chinese letters.
SMALLEST_PT = 6.0
_PIXEL_MM = 25.4 / 96


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes in points; `smallest` is the least a label may be set in."""

    title: float
    dek: float
    body: float
    label: float
    note: float
    smallest: float = SMALLEST_PT


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
    beside : bool
        Texts and legend stand in a column beside the map, not above and below it.
    sizes : Sizes
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
    near = "column" if spec.width_mm < 130 else "two-columns" if spec.width_mm < 240 else "a3"
    model = PAGES[near]
    return Page(spec.width_mm, None, model.margin, model.gap, model.dpi, model.bars, model.sizes)
