"""How a plate is set: inks, faces, sizes."""

from __future__ import annotations

from dataclasses import dataclass

from geo.base.catalogue import strings
from geo.plate.page import Sizes
from geo.plate.sheet import Block, FaceName, Words
from geo.plate.type.faces import Face, named, packaged, set_line, words
from geo.spec.plate import PlateSpec

#: Text, secondary text, lines of furniture: neutral, so that they print in black ink alone.
INK, SOFT, FAINT, PAPER = "#1c1c1c", "#5a5a5a", "#b5b5b5", "#ffffff"


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
