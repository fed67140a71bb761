"""The colours of light and dark: the default's, or a house style's where it has its own."""

from __future__ import annotations

from geo.base.errors import MapError, Problem
from geo.spec.style import ColorsSpec, StyleSpec
from geo.symbology.legibility import theme_problems

#: Those of the style sheets base.css and dark.css.
LIGHT = {
    "background": "#ffffff", "text": "#16181d", "muted": "#565b64", "line": "#d8dbe0",
    "land": "#e7e9ec", "accent": "#d9480f",
}  # fmt: skip
DARK = {
    "background": "#131519", "text": "#eceef1", "muted": "#a4a9b2", "line": "#383c44",
    "land": "#2c3037", "accent": "#ff9466",
}  # fmt: skip


def theme_of(own: ColorsSpec, default: dict[str, str]) -> dict[str, str]:
    """Return the colours of a theme by name."""
    return default | own.model_dump(exclude_none=True)


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
        With every pair of colours that is too near.
    """
    remedy = "Make one of them darker or lighter."
    found = [
        Problem(f"{where}, {key}", what, remedy)
        for key, own, default in (("colors", style.colors, LIGHT), ("dark", style.dark, DARK))
        for what in theme_problems(theme_of(own, default))
    ]
    if found:
        raise MapError(found)
