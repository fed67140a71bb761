"""Can readers tell the classes apart: on screen, with a colour-vision deficiency, in grey print."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.symbology.contrast import contrast, nearest_with
from geo.symbology.palettes import palette

#: What districts without data are filled with, under a hatch.
MISSING = "#e4e4e4"
#: Least distance of neighbouring classes, in CIEDE2000.
LEAST_NEIGHBOURS = 10.0
#: Least distance of any two classes under a simulated deficiency, in CIEDE2000.
LEAST_DEFICIENT = 8.0
#: Least distance of any class from white paper and from missing data, in CIEDE2000.
LEAST_GROUND = 5.0
#: Least contrast of white text on the darkest class (WCAG 2.2, AA).
LEAST_CONTRAST = 4.5

#: Least contrast of marks that are no text (WCAG 2.2, 1.4.11).
LEAST_OF_MARKS = 3.0
#: A class of less contrast with the background has no edge that a reader could see: it is drawn.
_LEAST_OF_FILLS = 1.25
#: Least contrast on the background: of text (1.4.3) and of marks.
_LEAST_ON_BACKGROUND = {"text": LEAST_CONTRAST, "muted": LEAST_CONTRAST, "accent": LEAST_OF_MARKS}

#: Numbers of classes of which the default palette passes all checks, as the tests measure: the
#: colour library takes longer to import than most maps to classify.
_DEFAULT_PASSES = range(2, 8)

_DEFICIENCIES = {"protan": "protanopia", "deutan": "deuteranopia", "tritan": "tritanopia"}


@dataclass(frozen=True, slots=True)
class Legibility:
    """Whether a palette's colours are far enough apart.

    Attributes
    ----------
    ok : bool
        No problems.
    problems : tuple of str
        Each names the two classes, from 1, and their distance. A map that has any is not to be
        published.
    warnings : tuple of str
        What is merely unfortunate: too near to the paper or to missing data, no class dark enough
        for white text.
    """

    ok: bool
    problems: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def check_palette(colors: tuple[str, ...], columns: int = 0) -> Legibility:
    """Return what `measured_palette` does, of the default palette without measuring it.

    Parameters
    ----------
    colors : tuple of str
    columns : int, default 0
        See `measured_palette`.
    """
    if not columns and len(colors) in _DEFAULT_PASSES:
        default = palette("default", len(colors))
        if colors in {default, default[::-1]}:
            return Legibility(True, ())
    return measured_palette(colors, columns)


def measured_palette(colors: tuple[str, ...], columns: int = 0) -> Legibility:
    """Measure a palette: neighbours, and any two under simulated colour-vision deficiency.

    Parameters
    ----------
    colors : tuple of str
        ``#rrggbb`` in the order of the classes.
    columns : int, default 0
        Of two measures: how many classes a row has. Neighbours lie side by side or one above the
        other.

    Returns
    -------
    Legibility

    Notes
    -----
    Protanopia and deuteranopia after Viénot, Brettel & Mollon (1999), tritanopia after Brettel,
    Viénot & Mollon (1997), as in coloraide; for every pair the worst deficiency is named.
    """
    problems = (*_near_neighbours(colors, columns), *_deficient_pairs(colors))
    return Legibility(not problems, problems, ground_problems(colors))


def check_faded(colors: tuple[str, ...], columns: int) -> Legibility:
    """Measure the colours of a map that fades where it is unsure.

    Parameters
    ----------
    colors : tuple of str
        ``#rrggbb``, a row for each step, the palest first.
    columns : int
        Classes of the measure.

    Returns
    -------
    Legibility
        Problems are those of the full colours: paler ones are to be told apart the less, the less
        sure they are. Classes that hardly fade are a warning.
    """
    full = colors[-columns:]
    report = check_palette(full)
    faint = [
        f"class {i + 1} ({full[i]}) hardly fades: its palest step ({colors[i]}) is "
        f"{distance:.1f} apart in CIEDE2000, less than {LEAST_NEIGHBOURS:g}"
        for i in range(columns)
        if (distance := _distance(colors[i], full[i])) < LEAST_NEIGHBOURS
    ]
    return Legibility(report.ok, report.problems, (*report.warnings, *faint))


def _distance(a: str, b: str) -> float:
    from coloraide import Color

    return float(Color(a).delta_e(b, method="2000"))


def theme_problems(colors: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a theme's colours that readers could not tell apart (WCAG 2.2, AA).

    Parameters
    ----------
    colors : mapping of str to str
        ``#rrggbb`` by name: background, text, muted, accent.

    Returns
    -------
    tuple of (str, str)
        What is wrong, and what to write instead.
    """
    found = []
    for name, least in _LEAST_ON_BACKGROUND.items():
        ratio = contrast(colors[name], colors["background"])
        if ratio < least:
            nearest = nearest_with(colors[name], colors["background"], least)
            found.append(
                (
                    f"{name} {colors[name]} on background {colors['background']} has a contrast of "
                    f"{ratio:.1f}, less than {least:g}",
                    f"The nearest {name} that can be read is {nearest}.",
                )
            )
    return tuple(found)


def needs_edge(color: str, background: str) -> bool:
    """Whether an area of a colour is lost on a background unless a line goes around it."""
    return contrast(color, background) < _LEAST_OF_FILLS


def outline_problems(colors: Mapping[str, str], fills: Iterable[str]) -> tuple[str, ...]:
    """Return the classes on which the outline of a chosen district would not be seen.

    It is a line of the text's colour within one of the background's; one of the two needs 3 to 1
    (WCAG 2.2, 1.4.11).

    Parameters
    ----------
    colors : mapping of str to str
        As for `theme_problems`.
    fills : iterable of str
    """
    return tuple(
        fill
        for fill in fills
        if max(contrast(colors[name], fill) for name in ("text", "background")) < LEAST_OF_MARKS
    )


def _near_neighbours(colors: tuple[str, ...], columns: int) -> tuple[str, ...]:
    wide, found = columns or len(colors), []
    beside = [(i, i + 1) for i in range(len(colors) - 1) if (i + 1) % wide]
    above = [(i, i + wide) for i in range(len(colors) - wide)]
    for i, j in sorted(beside + above):
        distance = _distance(colors[i], colors[j])
        if distance < LEAST_NEIGHBOURS:
            found.append(
                f"{_pair(colors, i, j)} are {distance:.1f} apart in CIEDE2000, "
                f"less than {LEAST_NEIGHBOURS:g}"
            )
    return tuple(found)


def _deficient_pairs(colors: tuple[str, ...]) -> tuple[str, ...]:
    from coloraide import Color

    seen = {f: [Color(c).filter(f) for c in colors] for f in _DEFICIENCIES}
    found = []
    for i, j in itertools.combinations(range(len(colors)), 2):
        distance, worst = min(
            (seen[f][i].delta_e(seen[f][j], method="2000"), f) for f in _DEFICIENCIES
        )
        if distance < LEAST_DEFICIENT:
            found.append(
                f"{_pair(colors, i, j)} are {distance:.1f} apart under {_DEFICIENCIES[worst]}, "
                f"less than {LEAST_DEFICIENT:g}"
            )
    return tuple(found)


def ground_problems(colors: tuple[str, ...]) -> tuple[str, ...]:
    """Return what keeps classes from standing out on paper, beside missing data and under text.

    Parameters
    ----------
    colors : tuple of str
        ``#rrggbb`` in the order of the classes.
    """
    from coloraide import Color

    found = []
    for i, color in enumerate(colors):
        for ground, what in (("#ffffff", "white paper"), (MISSING, "missing data")):
            distance = Color(color).delta_e(ground, method="2000")
            if distance < LEAST_GROUND:
                found.append(
                    f"class {i + 1} ({color}) is {distance:.1f} apart from {what} ({ground}) "
                    f"in CIEDE2000, less than {LEAST_GROUND:g}"
                )
    ratio, darkest = max((Color(c).contrast("#ffffff"), c) for c in colors)
    if len(colors) > 1 and ratio < LEAST_CONTRAST:
        found.append(
            f"white text on the darkest class ({darkest}) has a contrast of {ratio:.1f}, "
            f"less than {LEAST_CONTRAST:g}"
        )
    return tuple(found)


def _pair(colors: tuple[str, ...], i: int, j: int) -> str:
    return f"classes {i + 1} and {j + 1} ({colors[i]}, {colors[j]})"
