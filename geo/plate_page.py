"""Page sizes, the type that goes with them, and what every part has to know of both."""

from __future__ import annotations

from dataclasses import dataclass

from geo.catalogue import strings
from geo.plate_sheet import Block, FaceName, Words
from geo.plate_spec import PlateSpec
from geo.plate_text import Face, named, packaged, set_line, words

#: Text, secondary text, lines of furniture: neutral, so that they print in black ink alone.
INK, SOFT, FAINT, PAPER = "#1c1c1c", "#5a5a5a", "#b5b5b5", "#ffffff"
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


@dataclass(frozen=True, eq=False, slots=True)
class Style:
    """How a plate is set.

    Attributes
    ----------
    faces : dict of {"sans", "serif"} to Face
    sizes : Sizes
    gap : float
        Between the parts, millimetres.
    language : {"zh", "en"}
    where : str
        Names the plate in an error: ``plates[1]``.
    """

    faces: dict[FaceName, Face]
    sizes: Sizes
    gap: float
    language: str
    where: str

    @property
    def pen(self) -> float:
        """Widths of lines grow with the type: as a multiple of those on a small page."""
        return max(1.0, self.sizes.body / 8.5)

    def line(
        self, text: str, size: float, *, ink: str = INK, face: FaceName = "sans", halo: str = ""
    ) -> Words:
        """Return one line of text with its baseline at the origin."""
        return words(self.faces[face], face, text, size, ink, halo=halo)

    def block(self, text: str, size: float, *, ink: str = INK, leading: float = 1.42) -> Block:
        """Return one line of text as a block."""
        return set_line(self.line(text, size, ink=ink), leading=leading)

    def say(self, key: str, **values: object) -> str:
        """Return a text of the catalogue in the plate's language."""
        return strings(self.language)[key].format(**values)

    def with_unit(self, label: str, unit: str) -> str:
        """Return a measure's name with its unit in parentheses."""
        return self.say("plate_with_unit", label=label, unit=unit) if unit else label


def faces_of(spec: PlateSpec, where: str) -> dict[FaceName, Face]:
    """Return the faces of a plate: the packaged pair, or the map-maker's font for both."""
    if not spec.font:
        return {"sans": packaged("sans"), "serif": packaged("serif")}
    own = named(spec.font, f"{where}.font")
    return {"sans": own, "serif": own}


def anchored(line: Words, x: float, y: float, anchor: float = 0) -> Words:
    """Return a line with its baseline at `y` and the part `anchor` (0 start, 1 end) at `x`."""
    return Words(
        x - anchor * line.width, y, line.text, line.size, line.width, line.face, line.ink, line.halo
    )
