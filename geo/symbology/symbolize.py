"""Which colour a district has: the only place that knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from geo.base.numerals import Numerals, numerals
from geo.symbology.classify import Classes
from geo.symbology.grid import Grid
from geo.symbology.legibility import Legibility, check_faded, check_palette
from geo.symbology.palettes import palette as find_palette
from geo.symbology.palettes import ramp


@dataclass(frozen=True, slots=True)
class Symbology:
    """Classes, their colours, and the colour of every district.

    Attributes
    ----------
    classes : Classes
    colors : tuple of str, length k
        ``#rrggbb``, one a class. For an unclassed map the stops of a ramp, at equal distances
        from the first edge to the last.
    fills : tuple of str or None, length n
        The colour of every district; None for those without a value, which are hatched.
    break_texts : tuple of str, length k + 1
        The edges as readers see them: thousands separated, no needless zeros, no unit; empty at
        an end that is open.
    palette : str
        Its name.
    unclassed : bool
        Fills follow the value itself, not its class.
    centred : bool
        The map-maker said what the middle of the palette stands for.
    grid : Grid or None
        Of two measures: the classes are its cells; `edges` and `break_texts` are those of the first
        where the second only fades it, else there are none.
    """

    classes: Classes
    colors: tuple[str, ...]
    fills: tuple[str | None, ...]
    break_texts: tuple[str, ...]
    palette: str
    unclassed: bool
    centred: bool = False
    grid: Grid | None = None

    @property
    def own_classes(self) -> Classes:
        """The classes of the figures alone, where those of the map also say how sure they are."""
        return self.grid.x.classes if self.grid else self.classes

    @property
    def legibility(self) -> Legibility:
        """Whether readers can tell the colours apart; computed on access."""
        # A ramp has no neighbours to be told apart.
        if self.unclassed:
            return Legibility(True, ())
        if self.grid is None:
            return check_palette(self.colors)
        columns = self.grid.x.size
        if self.grid.alpha:
            return check_faded(self.colors, columns)
        return check_palette(self.colors, columns)


def symbolize(
    classes: Classes,
    values: NDArray[np.float64],
    *,
    palette: str,
    reverse: bool,
    decimals: int,
    unclassed: bool = False,
    centred: bool = False,
    written: Numerals | None = None,
) -> Symbology:
    """Give every class and every district its colour.

    Parameters
    ----------
    classes : Classes
    values : ndarray of float, shape (n,)
        What was classified.
    palette : str
        See `geo.symbology.palettes.palette`.
    reverse : bool
        The palette's last colour for the lowest class.
    decimals : int
        Digits after the point that the measure is shown with; an edge that needs more gets them.
    unclassed : bool, default False
        Interpolate in OKLab along the palette, from the first edge to the last.
    centred : bool, default False
        See `Symbology`.
    written : Numerals, optional
        How the edges' texts are; by default as Chinese has numbers.

    Raises
    ------
    MapError
        If the palette is unknown or has too few colours.
    """
    colors = find_palette(palette, len(classes.counts), reverse)
    if unclassed:
        fills = _ramp_fills(classes, values, colors)
    else:
        fills = tuple(None if i is None else colors[i] for i in classes.ids)
    return Symbology(
        classes=classes,
        colors=colors,
        fills=fills,
        break_texts=_break_texts(classes, decimals, written),
        palette=palette,
        unclassed=unclassed,
        centred=centred,
    )


def parts_of(symbology: Symbology, n: int) -> tuple[Symbology, ...]:
    """Return what n equally long parts of the values have of classes that all of them share.

    Parameters
    ----------
    symbology : Symbology
        Of all values, one part after the other.
    n : int
    """
    if n == 1:
        return (symbology,)
    size, classes = len(symbology.fills) // n, symbology.classes
    found = []
    for start in range(0, n * size, size):
        ids = classes.ids[start : start + size]
        counts = tuple(ids.count(i) for i in range(len(classes.counts)))
        own = replace(classes, ids=ids, counts=counts, missing=ids.count(None))
        fills = symbology.fills[start : start + size]
        found.append(replace(symbology, classes=own, fills=fills))
    return tuple(found)


def _break_texts(classes: Classes, decimals: int, written: Numerals | None) -> tuple[str, ...]:
    texts = [edge_text(edge, decimals, written) for edge in classes.edges]
    # An open class ends nowhere: a number at its end would be read as its limit.
    first, last = int(classes.open_low), len(texts) - int(classes.open_high)
    return tuple(text if first <= i < last else "" for i, text in enumerate(texts))


def _ramp_fills(
    classes: Classes, values: NDArray[np.float64], colors: tuple[str, ...]
) -> tuple[str | None, ...]:
    low, high = classes.edges[0], classes.edges[-1]
    # `or 1`: with one distinct value both edges are the same, and it has the ramp's first colour.
    positions = [(float(v) - low) / ((high - low) or 1.0) for v in values[~np.isnan(values)]]
    known = iter(ramp(colors, positions))
    return tuple(None if missing else next(known) for missing in np.isnan(values))


def edge_text(edge: float, decimals: int, written: Numerals | None = None) -> str:
    """Return a break value as readers see it: ``1,200``, ``0.25``, ``−5``.

    Parameters
    ----------
    edge : float
    decimals : int
        More are shown where the edge has more: a rounded one could lie on a value's wrong side.
    written : Numerals, optional
        By default as Chinese has numbers.
    """
    # `repr` has the fewest digits that are this double: 0.1, not 0.1000000000000000055.
    exponent = Decimal(repr(float(edge))).normalize().as_tuple().exponent
    return (written or numerals("zh")).number(edge, max(decimals, -int(exponent)))
