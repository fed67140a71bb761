"""How well two colours can be told apart by lightness, by the formulas of WCAG 2.2."""

from __future__ import annotations


def rgb(color: str) -> tuple[float, float, float]:
    """Return red, green, blue of ``#rrggbb`` or ``#rgb``, each 0 to 1."""
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def luminance(color: str) -> float:
    """Return the relative luminance of ``#rrggbb``, 0 black to 1 white.

    https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    red, green, blue = (
        v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in rgb(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21.

    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def nearest_with(color: str, ground: str, least: float) -> str:
    """Return the colour nearest to one that has a contrast on a ground; empty if none has.

    Darker or lighter of the same hue: every channel is mixed with black or white, whichever takes
    less of it.
    """
    for share in range(1, 101):
        for end in (0.0, 1.0):
            mixed = (round(255 * (v + (end - v) * share / 100)) for v in rgb(color))
            found = "#{:02x}{:02x}{:02x}".format(*mixed)
            if contrast(found, ground) >= least:
                return found
    return ""


#: Of text on its ground, WCAG 2.2, 1.4.3 (AA).
LEAST_FOR_TEXT = 4.5


def text_on(fill: str, dark: str, light: str) -> str:
    """Return the ink for a label on a fill: that of two that contrasts more, if it is enough.

    On the middle tones where neither a soft black nor a tinted white reaches `LEAST_FOR_TEXT`,
    black or white does: one of them has 4.58 to 1 on every fill.
    """
    ink = ink_on(fill, dark, light)
    return ink if contrast(ink, fill) >= LEAST_FOR_TEXT else ink_on(fill, "#000000", "#ffffff")


def ink_on(
    fill: str, dark: str = "#000", light: str = "#fff", *, enough: float | None = None
) -> str:
    """Return the ink for a name or a line on a fill: the one of two that contrasts more.

    Parameters
    ----------
    fill, dark, light : str
        ``#rrggbb`` or ``#rgb``.
    enough : float, optional
        Take the dark ink exactly where its contrast ratio is above this one: for fine lines, which
        print better dark on a tint than left white in it.

    Notes
    -----
    One of black and white always has at least 4.58 to 1, the square root of 21.
    """
    of_dark = contrast(dark, fill)
    wanted = of_dark > enough if enough is not None else of_dark >= contrast(light, fill)
    return dark if wanted else light
