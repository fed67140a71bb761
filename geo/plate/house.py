"""A house style on a plate: its inks in place of the default ones, its logo at the foot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from geo.base.errors import MapError, Problem
from geo.base.logos import read_logo
from geo.plate.sheet import Area, Block, Mark, Points, Sheet, Strokes, Words
from geo.plate.style import INK, PAPER, SOFT
from geo.symbology.contrast import text_on

if TYPE_CHECKING:
    from pathlib import Path

    from geo.spec.plate import PlateSpec
    from geo.spec.style import StyleSpec

#: Lines for each curve of a logo, which is a centimetre wide.
_STEPS = 12


def inks_of(style: StyleSpec, plate: PlateSpec) -> dict[str, str]:
    """Return what the default inks become: none for grey and CMYK, whose paper is the press's."""
    if plate.color != "rgb":
        return {}
    colors = style.colors
    own = {INK: colors.text, SOFT: colors.muted, PAPER: colors.background}
    return {default: color for default, color in own.items() if color}


def paper_of(style: StyleSpec, plate: PlateSpec) -> str:
    """Return the colour of a plate's paper."""
    return inks_of(style, plate).get(PAPER, PAPER)


def in_inks(sheet: Sheet, inks: dict[str, str]) -> Sheet:
    """Return a sheet whose text, lines and paper have the house's inks; districts keep theirs."""
    if not inks:
        return sheet
    groups = tuple(
        replace(group, marks=tuple(_inked(mark, inks) for mark in group.marks))
        for group in sheet.groups
    )
    return replace(sheet, groups=groups)


def _inked(mark: Mark, inks: dict[str, str]) -> Mark:
    if isinstance(mark, Words):
        ink, halo = inks.get(mark.ink, mark.ink), inks.get(mark.halo, mark.halo)
        # The house's text colour is chosen for its paper; on a district's fill it may be too weak.
        return replace(mark, ink=text_on(halo, ink, ink) if halo else ink, halo=halo)
    stroke = inks.get(mark.stroke, mark.stroke)
    if isinstance(mark, Strokes):
        return replace(mark, stroke=stroke)
    if isinstance(mark, Area) and mark.code:
        return replace(mark, stroke=stroke)
    return replace(mark, stroke=stroke, fill=inks.get(mark.fill, mark.fill))


def logo_block(path: Path | None, height: float) -> Block:
    """Return a logo as shapes, `height` millimetres high; empty without one, or for a PNG.

    Raises
    ------
    MapError
        If it is an SVG that a plate cannot draw.
    """
    if path is None or (logo := read_logo(path)).kind != "svg":
        return Block(0, 0)
    scale = height / logo.height
    return Block(logo.width * scale, height, tuple(_shapes(path, logo.data, scale)))


def _shapes(path: Path, data: bytes, scale: float) -> list[Mark]:
    from xml.etree import ElementTree

    from fontTools.svgLib.path import shapes

    root = ElementTree.fromstring(data)  # noqa: S314 - `read_logo` has read it
    corner = [float(v) for v in root.get("viewBox", "0 0 1 1").replace(",", " ").split()[:2]]
    marks: list[Mark] = []

    def walk(element: Any, fill: str) -> None:  # noqa: ANN401 - an element
        fill = _fill(element, fill, path)
        builder = shapes.PathBuilder()
        try:
            drawn = builder.add_path_from_element(element) and fill != "none"
            rings = _rings(builder.paths[0], builder.transforms[0]) if drawn else []
        except (ValueError, IndexError, TypeError, NotImplementedError):  # fontTools raises each
            what = f"has a shape that cannot be drawn, a <{element.tag.rpartition('}')[2]}>"
            raise MapError(Problem(str(path), what, "Save the logo again as plain SVG.")) from None
        if drawn:
            marks.append(Area(tuple((r - corner) * scale for r in rings), fill))
        elif element.get("transform"):
            what = "has a group that is moved or turned"
            remedy = "Save it as plain shapes without transforms of groups."
            raise MapError(Problem(str(path), what, remedy))
        for child in element:
            walk(child, fill)

    walk(root, "#000000")
    return marks


def _fill(element: Any, inherited: str, path: Path) -> str:  # noqa: ANN401 - an element
    written = element.get("fill", inherited)
    for part in element.get("style", "").split(";"):
        name, _, value = part.partition(":")
        written = value.strip() if name.strip() == "fill" else written
    digits = written.removeprefix("#")
    if written.startswith("#") and len(digits) == 3:
        return "#" + "".join(2 * digit for digit in digits)
    if written != "none" and not (written.startswith("#") and len(digits) == 6):
        what = f"has a fill that a plate cannot print, {written!r}"
        raise MapError(Problem(str(path), what, "Fill its shapes with colours such as #1f6f78."))
    return str(written)


def _rings(path: str, transform: Any) -> list[Points]:  # noqa: ANN401 - of fontTools
    """Return the rings of a path of SVG, its curves as lines."""
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.svgLib.path import parse_path

    pen = DecomposingRecordingPen({})
    parse_path(path, TransformPen(pen, transform or (1, 0, 0, 1, 0, 0)))
    rings: list[list[tuple[float, float]]] = []
    for command, points in pen.value:
        if command == "moveTo":
            rings.append([points[0]])
        elif command == "lineTo":
            rings[-1].append(points[0])
        elif command in {"curveTo", "qCurveTo"}:
            rings[-1] += _curve([rings[-1][-1], *points])
    return [np.array(ring, dtype=float) for ring in rings if len(ring) > 2]


def _curve(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return points on a Bézier curve of any degree, by de Casteljau's algorithm."""
    found = []
    for step in range(1, _STEPS + 1):
        t, left = step / _STEPS, np.array(points, dtype=float)
        while len(left) > 1:
            left = left[:-1] * (1 - t) + left[1:] * t
        found.append((float(left[0, 0]), float(left[0, 1])))
    return found
