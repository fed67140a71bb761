"""Colours for classes, light to dark, and the measurements that say whether readers can tell them.

ColorBrewer's schemes and Fabio Crameri's maps are in palettes.json, which tools/make_palettes.py
makes from branca and cmcrameri; viridis and its kin come from matplotlib. The default is made
here, because no ready-made blue passes its own checks: ColorBrewer's "Blues" has neighbours only
7.9 apart at seven classes.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.base.errors import MapError, Problem, did_you_mean
from geo.base.packaged import packaged_json

if TYPE_CHECKING:
    from coloraide import Color

Colors = tuple[str, ...]

#: The default runs through OKLCH from a pale blue to a navy, no brighter than a newspaper: L, C, h.
_LIGHT, _MIDDLE, _DARK = (0.950, 0.020, 235.0), (0.600, 0.100, 248.0), (0.275, 0.100, 262.0)
#: Few classes stop before the navy, seven and more reach it.
_FULL_RANGE_AT = 7
_STEPS = 128

#: The default for the class counts a spec may ask for, as `sampled_default` computes it: the colour
#: library alone takes longer to import than a map to classify.
_DEFAULT = {
    2: "#e2f1fa #346ba3",
    3: "#e2f1fa #6ca2ce #285b95",
    4: "#e2f1fa #88b7dc #477fb5 #1d4c87",
    5: "#e2f1fa #98c3e2 #5b92c3 #336aa2 #153e78",
    6: "#e2f1fa #a2cae6 #699fcc #427ab1 #245791 #0e3068",
    7: "#e2f1fa #a9cee9 #74a8d2 #4d86ba #3167a0 #19457f #092358",
    8: "#e2f1fa #b1d4ec #82b3d9 #5c94c4 #4078af #295d97 #16417a #092358",
    9: "#e2f1fa #b7d8ee #8dbbde #699fcc #4d86ba #376fa7 #245691 #143d76 #092358",
}

_MATPLOTLIB = ("viridis", "cividis", "magma", "inferno", "plasma")


@dataclass(frozen=True, slots=True)
class _Published:
    """Palettes by their authors' names, in their authors' order.

    Attributes
    ----------
    brewer : dict of str to dict of int to tuple of str
        Number of classes to ``#rrggbb``: ColorBrewer designed each number apart.
    crameri : dict of str to tuple of str
        256 steps.
    """

    brewer: dict[str, dict[int, Colors]]
    crameri: dict[str, Colors]


def palette(name: str, k: int, reverse: bool = False) -> Colors:
    """Return k colours for k ordered classes.

    Parameters
    ----------
    name : str
        ``default``, a ColorBrewer scheme (``YlGnBu``, ``RdBu``), ``viridis``, ``cividis``,
        ``magma``, ``inferno``, ``plasma``, or one of Crameri's (``batlow``, ``vik``).
    k : int
        At least 1.
    reverse : bool, default False
        Sequential palettes run from light to dark, whatever their author's order: more is darker.
        Reversed, they run from dark to light.

    Returns
    -------
    tuple of str, length k
        ``#rrggbb``.

    Raises
    ------
    MapError
        If no palette has that name, or it has fewer than k colours.
    """
    colors = _named(name, k)
    if name != "default" and _lightness(colors[0]) < _lightness(colors[-1]) - 20:
        colors = colors[::-1]
    return colors[::-1] if reverse else colors


def palette_names() -> tuple[str, ...]:
    """Return the names that `palette` knows."""
    return ("default", *_MATPLOTLIB, *_published().brewer, *_published().crameri)


def _named(name: str, k: int) -> Colors:
    if name == "default":
        return tuple(_DEFAULT[k].split()) if k in _DEFAULT else sampled_default(k)
    if name in _MATPLOTLIB:
        return _from_matplotlib(name, k)
    if name in _published().brewer:
        return _from_brewer(name, k)
    if name in _published().crameri:
        return _from_crameri(name, k)
    remedy = did_you_mean(name, palette_names())
    raise MapError(Problem("palette", f"no palette is named {name!r}", remedy))


def sampled_default(k: int) -> Colors:
    """Sample the default's path at equal steps of CIEDE2000, light to dark."""
    import numpy as np

    end = 1.0 if k >= _FULL_RANGE_AT else 0.55 + 0.075 * (k - 1)
    path = [_on_path(end * i / _STEPS) for i in range(_STEPS + 1)]
    steps = [a.delta_e(b, method="2000") for a, b in itertools.pairwise(path)]
    length = np.concatenate([[0.0], np.cumsum(steps)])
    # A single class gets the middle.
    wanted = np.linspace(0, length[-1], k) if k > 1 else length[-1:] / 2
    at = np.interp(wanted, length, np.arange(_STEPS + 1))
    return tuple(_on_path(end * t / _STEPS).to_string(hex=True) for t in at)


def _on_path(t: float) -> Color:
    """Return the colour at t, 0 to 1, on the parabola through light, middle and dark."""
    from coloraide import Color

    weights = ((1 - t) * (1 - 2 * t), 4 * t * (1 - t), t * (2 * t - 1))
    points = zip(_LIGHT, _MIDDLE, _DARK, strict=True)
    coords = [sum(w * x for w, x in zip(weights, axis, strict=True)) for axis in points]
    return Color("oklch", coords).convert("srgb").fit(method="oklch-chroma")


@cache
def _published() -> _Published:
    data = packaged_json("symbology", "palettes.json")
    return _Published(
        brewer={
            name: {int(k): _split(colors) for k, colors in sorted(sizes.items())}
            for name, sizes in data["brewer"].items()
        },
        crameri={name: _split(colors) for name, colors in data["crameri"].items()},
    )


def _split(colors: str) -> Colors:
    return tuple(f"#{color}" for color in colors.split())


def _from_brewer(name: str, k: int) -> Colors:
    sizes = _published().brewer[name]
    most = max(sizes)
    if k > most:
        what = f"palette {name!r} has {most} colours at most, {k} are needed"
        remedy = "Ask for fewer classes, or take a continuous palette such as viridis."
        raise MapError(Problem("palette", what, remedy))
    found = sizes[max(k, min(sizes))]
    return {1: found[-1:], 2: (found[0], found[-1])}.get(k, found)


def _from_matplotlib(name: str, k: int) -> Colors:
    from matplotlib import colormaps  # 0.3 s, and few maps ask for one of these
    from matplotlib.colors import to_hex

    return tuple(to_hex(colormaps[name](t)) for t in _sampled(k))


def _from_crameri(name: str, k: int) -> Colors:
    steps = _published().crameri[name]
    return tuple(steps[round(t * (len(steps) - 1))] for t in _sampled(k))


def _sampled(k: int) -> list[float]:
    return [i / (k - 1) for i in range(k)] if k > 1 else [0.5]


def _lightness(color: str) -> float:
    from coloraide import Color

    return float(Color(color).convert("lab-d65")["lightness"])


def ramp(colors: Colors, positions: list[float]) -> Colors:
    """Return colours between those of a palette, interpolated in OKLab.

    Parameters
    ----------
    colors : tuple of str
    positions : list of float
        0 is the first colour, 1 the last, the others at equal distances between.

    Returns
    -------
    tuple of str, one for each position
    """
    from coloraide import Color

    if len(colors) == 1:
        return colors * len(positions)
    between = Color.interpolate(list(colors), space="oklab")
    return tuple(between(t).convert("srgb").clip().to_string(hex=True) for t in positions)
