"""How much of a map's picture is the choice of its classes, and how much rounding leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.base.errors import MapError
from geo.spec.measure import MeasureSpec, Scheme
from geo.symbology.classify import Classes, classify, place
from geo.symbology.intervals import Interval

_SCHEMES: tuple[Scheme, ...] = (
    "fisher-jenks", "quantiles", "equal-interval", "pretty", "head-tail",
)  # fmt: skip
_FEWEST, _MOST = 2, 9  # classes, as specs may ask for

Ids = Sequence[int | None]


class Alternative(NamedTuple):
    """Another way to class the same values.

    Attributes
    ----------
    scheme : str
    k : int
        Classes it has; a scheme may end with fewer or more than asked for.
    moved : int
        Districts that switch class, see `switched`.
    """

    scheme: str
    k: int
    moved: int


class Doubt(NamedTuple):
    """A district that rounding could move to another class.

    Attributes
    ----------
    district : int
        Its number, from 0.
    low, high : Decimal
        Between which its true value lies, unrounded, ends included.
    others : tuple of int
        The classes it could be in besides its own, from 0.
    """

    district: int
    low: Decimal
    high: Decimal
    others: tuple[int, ...]


def alternatives(
    spec: MeasureSpec, values: NDArray[np.float64], ids: Ids, k: int
) -> tuple[Alternative, ...]:
    """Return how the picture would change under other schemes, and with a class more or less.

    Parameters
    ----------
    spec : MeasureSpec
    values : ndarray of float, shape (n,)
        What was classified.
    ids : sequence of int or None, length n
        Their classes on the map.
    k : int
        How many classes it has.
    """
    free = spec.scheme == "own" or spec.breaks_from is not None
    base: Scheme = "fisher-jenks" if free else spec.scheme
    asked = [(scheme, k) for scheme in _SCHEMES if free or scheme != spec.scheme]
    asked += [(base, n) for n in (k - 1, k + 1) if _FEWEST <= n <= _MOST]
    found = []
    for scheme, n in asked:
        try:
            other = classify(
                values, scheme=scheme, k=n, zero_class=spec.zero_class, center=spec.center
            )
        except MapError:  # the values are of no use to this scheme
            continue
        found.append(Alternative(scheme, len(other.counts), switched(ids, other.ids)))
    # A scheme that ends with other classes than asked for may be there twice.
    return tuple(dict.fromkeys(found))


def switched(a: Ids, b: Ids) -> int:
    """Return how many districts are in another class.

    Parameters
    ----------
    a, b : sequence of int or None, length n

    Returns
    -------
    int
        With as many classes in both, those whose number differs. With more in one, those that
        would have to move before its classes were parts of the other's: all but the most frequent
        partner of each.
    """
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x is not None and y is not None]
    few, many = (len({pair[side] for pair in pairs}) for side in (0, 1))
    if few == many:
        return sum(x != y for x, y in pairs)
    finer = int(many > few)
    together = Counter(pairs)
    kept: dict[int, int] = {}
    for pair, n in together.items():
        kept[pair[finer]] = max(n, kept.get(pair[finer], 0))
    return len(pairs) - sum(kept.values())


def doubts(classes: Classes, known: Interval) -> tuple[Doubt, ...]:
    """Return the districts that rounding could move across a break.

    Parameters
    ----------
    classes : Classes
        Of the n districts; a last edge of an open class bounds nothing.
    known : Interval
        Of their figures.
    """
    found = []
    for i, own in enumerate(classes.ids):
        low, high = known.low[i], known.high[i]
        if own is None or low is None or high is None:
            continue
        first, last = place(classes.edges, low), place(classes.edges, high)
        if others := tuple(j for j in range(first, last + 1) if j != own):
            found.append(Doubt(i, low, high, others))
    return tuple(found)
