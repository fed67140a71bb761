"""Classes on both sides of a centre: as wide below it as above, so that equal colours are equal."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from geo.base.errors import Problem
from geo.symbology.breaks import Floats, readable

#: ColorBrewer's and Crameri's palettes with a pale middle between two hues.
DIVERGING = frozenset({
    "BrBG", "PiYG", "PRGn", "PuOr", "RdBu", "RdGy", "RdYlBu", "RdYlGn", "Spectral",
    "broc", "cork", "vik", "lisbon", "tofino", "berlin", "roma", "bam", "vanimo", "managua",
})  # fmt: skip


def around(center: float, magnitudes: Sequence[float], k: int) -> list[float]:
    """Return edges on both sides of a centre.

    Parameters
    ----------
    center : float
    magnitudes : sequence of float
        Upper bounds of the distances from it, ascending; half of k, rounded up.
    k : int
        Even: the centre is an edge. Odd: the middle class reaches as far below it as above.

    Returns
    -------
    list of float, length k + 1
    """
    below = [center - m for m in reversed(magnitudes)]
    above = [center + m for m in magnitudes]
    return [*below, center, *above] if k % 2 == 0 else [*below, *above]


def magnitudes(known: Floats, bounds: Floats, scheme: str) -> list[float]:
    """Return readable upper bounds of distances, from those a scheme gives; see `readable`."""
    return readable(known, bounds, scheme, first=0.0)[1:]


def off_center(center: float, edges: Sequence[float], label: str) -> Problem | None:
    """Return what is wrong with own breaks whose middle does not hold the centre."""
    k = len(edges) - 1
    low, high = edges[k // 2], edges[k // 2 + k % 2]
    if k % 2 == 0 and low != center:
        what = f"center {center:g} is not between the middle two of {k} classes; {low:g} is"
    elif k % 2 and not low <= center <= high:
        what = f"the neutral class, {low:g} to {high:g}, does not hold center = {center:g}"
    else:
        return None
    return Problem(label, what, "Move the breaks, or let a scheme find them.")


def distances(known: Floats, center: float) -> Floats:
    """Return how far values are from the centre."""
    apart: Floats = np.abs(known - center)
    return apart


def neutral(edges: Sequence[float]) -> tuple[float, float]:
    """Return what the middle of a palette stands for: a class, or an edge twice."""
    k = len(edges) - 1
    return edges[k // 2], edges[k // 2 + k % 2]
