"""The colours of light and dark: the default's, or a house style's where it has its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem
from geo.spec.style import ColorsSpec, StyleSpec
from geo.symbology.legibility import needs_edge, outline_problems, theme_problems
from geo.symbology.palettes import palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.symbology.measures import Measure

#: Those of the style sheets base.css and dark.css.
LIGHT = {
    "background": "#ffffff", "text": "#16181d", "muted": "#565b64", "line": "#d8dbe0",
    "land": "#e7e9ec", "accent": "#d9480f",
}  # fmt: skip
DARK = {
    "background": "#131519", "text": "#eceef1", "muted": "#a4a9b2", "line": "#383c44",
    "land": "#2c3037", "accent": "#ff9466",
}  # fmt: skip

#: Classes that every palette has colours for.
_FEW = 3


def theme_of(own: ColorsSpec, default: dict[str, str]) -> dict[str, str]:
    """Return the colours of a theme by name."""
    return default | own.model_dump(exclude_none=True)


def edged(style: StyleSpec, color: str) -> tuple[bool, bool]:
    """Say if an area of a colour needs a line around it in the light theme, and in the dark."""
    light, dark = (theme["background"] for _, _, theme in _themes(style))
    return needs_edge(color, light), needs_edge(color, dark)


def check_themes(style: StyleSpec, where: str) -> None:
    """Stop if readers could not read a style's text on its ground, light or dark.

    Parameters
    ----------
    style : StyleSpec
    where : str
        Names the style in an error.

    Raises
    ------
    MapError
        With every pair of colours that is too near, and the nearest that is not; or of an
        unknown palette.
    """
    found = [
        Problem(f"{where}, {key}", what, f"{remedy}{_left_out(what, own)}")
        for key, own, colors in _themes(style)
        for what, remedy in theme_problems(colors)
    ]
    if style.palette:
        try:
            palette(style.palette, _FEW)
        except MapError as error:
            found += [replace(p, where=f"{where}, palette") for p in error.problems]
    if found:
        raise MapError(found)


def check_outlines(style: StyleSpec, measures: Iterable[Measure], where: str) -> None:
    """Stop if the outline of a chosen district could not be seen on a class of a measure.

    Raises
    ------
    MapError
        With every theme and measure, and its first such class. The default's themes pass on any
        class: black on white has 21 to 1, and one of two such colours 4.58 on whatever there is.
    """
    found = [
        Problem(
            f"{where}, {key}",
            f"neither text {colors['text']} nor background {colors['background']} has a contrast "
            f"of 3 on {fills[0]}, a class of {measure.id!r}",
            "Take them further apart, so that the outline of a chosen district can be seen.",
        )
        for key, _, colors in _themes(style)
        for measure in measures
        if (fills := outline_problems(colors, measure.symbology.colors))
    ]
    if found:
        raise MapError(found)


def _themes(style: StyleSpec) -> Iterator[tuple[str, ColorsSpec, Mapping[str, str]]]:
    yield "colors", style.colors, theme_of(style.colors, LIGHT)
    yield "dark", style.dark, theme_of(style.dark, DARK)


def _left_out(what: str, own: ColorsSpec) -> str:
    """Say of the colour that a problem begins with that nobody has written it yet."""
    name = what.split(" ", 1)[0]
    return "" if getattr(own, name) else f" This one is the default's: give `{name}`, too."
