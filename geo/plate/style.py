"""How a plate is set: inks, faces, sizes, distances of lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from geo.base.catalogue import Catalogue
from geo.base.languages import is_rtl
from geo.plate.page import Sizes
from geo.plate.sheet import Block, FaceName, Words, anchored, mirrored
from geo.plate.type.faces import Face, set_line, words
from geo.plate.type.linebreak import paragraph
from geo.plate.type.packs import named, pair_for
from geo.plate.type.shaping import check_shaper
from geo.spec.plate import PlateSpec
from geo.spec.style import FontsSpec

#: Text, secondary text, paper: neutral, so that they print in black ink alone.
INK, SOFT, PAPER = "#1c1c1c", "#5a5a5a", "#ffffff"
#: Line around an area of a class, so that the lightest one is seen on paper; its width in points.
EDGE, EDGE_PT = "#8a8a8a", 0.2


class Leading(NamedTuple):
    """Distances of baselines, ems: the larger or shorter the lines, the closer they are set."""

    title: float = 1.28  # two lines at most, and large
    dek: float = 1.38
    note: float = 1.4
    body: float = 1.42  # the page's 20 px on 14
    label: float = 1.18  # name over value is one thing, not two lines
    list: float = 1.25  # values of the circles' legend
    row: float = 1.55  # of ranked bars, which need paper between them
    over: float = 1.35  # a line that ends right above a shape, such as a scale bar
    under: float = 1.45  # a line right below a shape, such as a legend's blocks


LEADING = Leading()
#: Baseline of a line right below a shape, ems under its edge.
_UNDER_BASELINE = 1.2


@dataclass(frozen=True, eq=False, slots=True)
class Style:
    """How a plate is set.

    Attributes
    ----------
    faces : dict of {"sans", "serif"} to Face
    sizes : Sizes
    gap : float
        Between the parts, millimetres.
    texts : Catalogue
        Of the map.
    where : str
        Names the plate in an error: ``plates[1]``.
    fine : float
        Lines are this much thinner than usual: those of small maps.
    """

    faces: dict[FaceName, Face]
    sizes: Sizes
    gap: float
    texts: Catalogue
    where: str
    fine: float = 1.0

    @property
    def rtl(self) -> bool:
        """Whether lines run from the right, and the layout with them."""
        return self.faces["sans"].rtl

    @property
    def pen(self) -> float:
        """Widths of lines as a multiple of those on a small page: they grow with the type."""
        return max(1.0, self.sizes.enlargement) * self.fine

    def line(
        self, text: str, size: float, *, ink: str = INK, face: FaceName = "sans", halo: str = ""
    ) -> Words:
        """Return one line of text with its baseline at the origin; `size` in points."""
        return words(self.faces[face], face, text, size, ink, halo=halo)

    def block(self, text: str, size: float, *, ink: str = INK) -> Block:
        """Return one line of text as a block; `size` in points."""
        return set_line(self.line(text, size, ink=ink), LEADING.body)

    def paragraph(
        self, text: str, width: float, size: float, ink: str, leading: float, *, where: str = "",
        face: FaceName = "sans", whole: tuple[str, ...] = (),
    ) -> Block:  # fmt: skip
        """Return lines of text in a width, millimetres; see `geo.plate.type.linebreak`."""
        return paragraph(
            text, width, size, self.faces[face], face, ink, where=where or self.where,
            leading=leading, whole=whole,
        )  # fmt: skip

    def turned(self, block: Block, width: float = 0) -> Block:
        """Return a block as it is; mirrored at the right of a width, if lines run from there."""
        if not self.rtl:
            return block
        turned = mirrored(block)
        wide = max(width, block.width)
        return Block(wide, block.height, turned.at(wide - block.width, 0))

    def say(self, key: str, *, n: int | None = None, **values: object) -> str:
        """Return a text of the catalogue in the map's language."""
        return self.texts.say(key, n=n, **values)

    def headed(self, label: str, unit: str) -> str:
        """Return a measure's name with its unit in parentheses, as over a legend."""
        return self.texts.headed(label, unit)


def below(line: Words, x: float, edge: float, anchor: float = 0.5) -> Words:
    """Return a line set right under a shape; it takes `LEADING.under` ems of height.

    Parameters
    ----------
    line : Words
    x : float
        Where the part `anchor` of the line (0 start, 1 end) lies, millimetres.
    edge : float
        Lower edge of the shape, millimetres.
    anchor : float, default 0.5
    """
    return anchored(line, x, edge + _UNDER_BASELINE * line.em, anchor)


def faces_of(
    spec: PlateSpec, fonts: FontsSpec, where: str, language: str = "zh", texts: str = ""
) -> dict[FaceName, Face]:
    """Return the faces of a plate: its own font for both, the house's, or the language's pair.

    Parameters
    ----------
    spec : PlateSpec
    fonts : FontsSpec
        Of the house.
    where : str
        The plate, for messages.
    language : str
    texts : str
        What may be set: the pair is one that has all its letters, if there is one.

    Raises
    ------
    MapError
        If this machine has no font of that name, or not what the language needs.
    """
    if is_rtl(language):
        check_shaper(where)

    # Of a collection of fonts the one with the forms of the language is taken.
    def chosen(font: str, key: str) -> Face:
        return named(font, key, language=language)

    if spec.font:
        own = chosen(spec.font, f"{where}.font")
        return {"sans": own, "serif": own}
    text = str(fonts.text_file or fonts.plate)
    # As on page and embed, titles are in the font of the text unless they have one of their own.
    title = str(fonts.title_file or fonts.plate_title or fonts.text_file or "")
    pair = pair_for(texts, where, language) if not (text and title) else {}
    return {
        "sans": chosen(text, "fonts.plate") if text else pair["sans"],
        "serif": chosen(title, "fonts.plate_title") if title else pair["serif"],
    }
