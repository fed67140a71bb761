"""Colour differences, lightness and contrast against colour-science."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from geo.base.errors import MapError
from geo.symbology.contrast import contrast
from geo.symbology.legibility import LEAST_NEIGHBOURS, check_palette
from geo.symbology.palettes import palette, palette_names
from proofs.oracles.finding import Judged, compared
from proofs.outcome import Count, Find

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it names every optional package that is not there
    import colour

_CLEAR = 0.1  # of a difference: nearer to the limit than this, either answer is right
_RATIO = 0.01  # of a contrast ratio, which is written with two decimals


def rgb(color: str) -> NDArray[np.float64]:
    """Return red, green and blue from 0 to 1."""
    return np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def lab(color: str) -> NDArray[np.float64]:
    """Return CIE L*a*b* under D65."""
    return np.asarray(colour.XYZ_to_Lab(colour.sRGB_to_XYZ(rgb(color))))


def palettes() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every palette in every number of classes that it has."""
    for name in palette_names():
        for k in range(2, 10):
            try:
                yield f"{name} {k}", palette(name, k)
            except MapError:  # no scheme of that many classes
                continue


def neighbours() -> Judged:
    """Compare which palettes are refused for neighbours that look alike."""
    for name, colors in palettes():
        gaps = [
            float(colour.delta_E(lab(a), lab(b), method="CIE 2000"))
            for a, b in itertools.pairwise(colors)
        ]
        if any(abs(gap - LEAST_NEIGHBOURS) < _CLEAR for gap in gaps):
            continue
        near = sum(gap < LEAST_NEIGHBOURS for gap in gaps)
        said = sum("CIEDE2000" in problem for problem in check_palette(colors).problems)
        yield near == said, f"{name}: {near} pairs too near, {said} named"


def darker() -> Judged:
    """Look whether more is darker in every sequential palette of ColorBrewer and the default."""
    sequential = {"default", "Blues", "Greens", "Greys", "Oranges", "Purples", "Reds", "YlGnBu",
                  "YlOrRd", "OrRd", "PuBu", "BuPu", "viridis", "cividis", "magma"}  # fmt: skip
    for name, colors in palettes():
        if name.split()[0] in sequential:
            lightness = [lab(color)[0] for color in colors]
            yield all(a > b for a, b in itertools.pairwise(lightness)), f"{name}: {lightness}"


def ratios(seed: int, number: int) -> Judged:
    """Compare contrast ratios of WCAG with those of the luminance Y."""
    chance = np.random.default_rng(seed)
    for _ in range(number):
        pair = ["#" + "".join(f"{v:02x}" for v in chance.integers(0, 256, 3)) for _ in range(2)]
        high, low = sorted((float(colour.sRGB_to_XYZ(rgb(c))[1]) for c in pair), reverse=True)
        want, have = (high + 0.05) / (low + 0.05), contrast(*pair)
        yield abs(have / want - 1) <= _RATIO, f"{pair}: {have:.3f}, by Y {want:.3f}"


def oracles(seed: int, scale: int) -> Iterator[tuple[Count, list[Find]]]:
    """Yield every comparison."""
    yield compared("palettes refused for neighbours", "colour-science, CIEDE2000", neighbours())
    yield compared("more is darker", "colour-science, L*", darker())
    yield compared("contrast ratios", "colour-science, Y", ratios(seed, 1000 * scale))
