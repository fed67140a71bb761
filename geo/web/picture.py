"""The plate as a small picture, for feeds, messengers and AMP, which show no frame at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.web.address import address
from geo.web.map import alternative

if TYPE_CHECKING:
    from geo.choropleth.model import Choropleth
    from geo.spec.plate import PlateFormat, PlateSpec

SOCIAL_PX = (1200, 630)  # of a plate of size "social" at its own resolution


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture that leads to the page.

    Attributes
    ----------
    image, vector : str
        Addresses of the plate as PNG and SVG; either may be empty.
    alt, caption, page : str
    """

    image: str
    vector: str
    alt: str
    caption: str
    page: str


def picture(choropleth: Choropleth) -> PictureView | None:
    """Return the picture; None if the spec makes no image of a plate."""
    image, vector = plate_file(choropleth, "png"), plate_file(choropleth, "svg")
    plate = small_plate(choropleth, "png") or small_plate(choropleth, "svg")
    if plate is None:
        return None
    return PictureView(
        image=image,
        vector=vector,
        alt=alternative(choropleth, plate.measure),
        caption=plate.title or choropleth.spec.heading(plate.measure).title,
        page=choropleth.spec.page.url or address(choropleth, f"{choropleth.name}.html"),
    )


def plate_file(choropleth: Choropleth, ending: PlateFormat) -> str:
    """Return the address of the plate to show small, the social card if any; may be empty."""
    plate = small_plate(choropleth, ending)
    return "" if plate is None else _address(choropleth, plate, ending)


def paper_file(choropleth: Choropleth, measure: str) -> str:
    """Return the address of the plate of a measure, to show on paper; may be empty."""
    first = choropleth.measure().id
    endings: tuple[PlateFormat, ...] = ("svg", "png")  # a vector is sharp, and weighs less
    for ending in endings:
        for plate in _plates(choropleth, ending):
            small = plate.size == "social" or plate.small_multiples
            if (plate.measure or first) == measure and not small:
                return _address(choropleth, plate, ending)
    return ""


def small_plate(choropleth: Choropleth, ending: PlateFormat) -> PlateSpec | None:
    """Return the plate to show small: the social card, else the first that has this format."""
    plates = _plates(choropleth, ending)
    # 1200 by 630 is the picture that messengers and social networks show uncropped.
    return next((p for p in plates if p.size == "social"), plates[0] if plates else None)


def is_social(plate: PlateSpec) -> bool:
    """Return whether a plate has the size of a social card in pixels; others' is not known here."""
    return plate.size == "social" and plate.dpi is None


def _plates(choropleth: Choropleth, ending: PlateFormat) -> list[PlateSpec]:
    # An address of a file that is not made would be a broken picture in every feed.
    if ending not in choropleth.spec.outputs:
        return []
    return [plate for plate in choropleth.spec.plates if ending in plate.formats]


def _address(choropleth: Choropleth, plate: PlateSpec, ending: PlateFormat) -> str:
    stem = f"{choropleth.name}-{plate.name}" if plate.name else choropleth.name
    return address(choropleth, f"{stem}.{ending}")
