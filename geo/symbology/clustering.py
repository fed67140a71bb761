"""Whether neighbours resemble each other, and who is unlike all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Neighbours = Sequence[Sequence[int]]

PERMUTATIONS = 999
#: Of fewer districts no pattern can be told from chance.
_FEWEST = 8
#: Modified z-scores from which a value is an outlier, and what makes a MAD a standard deviation
#: (B. Iglewicz & D. Hoaglin, "How to Detect and Handle Outliers", ASQC 1993).
_OUTLYING, _MAD = 3.5, 0.6745


class Moran(NamedTuple):
    """Moran's I of some districts.

    Attributes
    ----------
    statistic : float
        Above `expected` neighbours are alike, below it they differ.
    expected : float
        Of values dealt out by chance: ``-1 / (n - 1)``.
    p : float
        Share of the permutations, with the map itself, that are as far out on its side.
    n : int
        Districts that have a value and a neighbour with one.
    """

    statistic: float
    expected: float
    p: float
    n: int


class Outlier(NamedTuple):
    """A district unlike its neighbours: its number, from 0, and the mean of their values."""

    district: int
    around: float


def moran(values: Floats, neighbours: Neighbours) -> Moran | None:
    """Return Moran's I with its pseudo p-value, None where there is too little to tell.

    Parameters
    ----------
    values : ndarray of float, shape (n,)
        NaN where there is none.
    neighbours : sequence of sequence of int, length n

    Returns
    -------
    Moran or None
        None for fewer than eight districts, or if all have one value.

    Notes
    -----
    ``I = n / S0 * sum_ij w_ij z_i z_j / sum_i z_i^2`` with deviations z from the mean and
    row-standardized weights w, so that S0 = n (P. A. P. Moran, "Notes on continuous stochastic
    phenomena", Biometrika 37, 1950; A. D. Cliff & J. K. Ord, "Spatial Processes", Pion 1981).
    Districts without a neighbour are left out. The p-value is one-sided, towards the side on which
    the map lies, from 999 seeded permutations: the same map has the same p.
    """
    kept = _connected(values, neighbours)
    if len(kept) < _FEWEST:
        return None
    at = {i: n for n, i in enumerate(kept)}
    pairs = [(at[i], at[j]) for i in kept for j in neighbours[i] if j in at]
    rows, columns = np.array(pairs, dtype=np.intp).T
    weights = 1 / np.bincount(rows, minlength=len(kept))[rows]
    z = values[kept] - values[kept].mean()
    spread = float(z @ z)
    if spread <= 0:
        return None

    def index(order: NDArray[np.intp]) -> float:
        moved = z[order]
        return float((weights * moved[rows] * moved[columns]).sum()) / spread

    own = index(np.arange(len(kept)))
    random = np.random.default_rng(0)
    # Not numpy's permuted arrays in one piece: those of 3,000 counties would take 24 MB.
    dealt = np.array([index(random.permutation(len(kept))) for _ in range(PERMUTATIONS)])
    # Ties of rounding error count as equal.
    above = int((dealt >= own - 1e-12).sum())
    below = int((dealt <= own + 1e-12).sum())
    p = (min(above, below) + 1) / (PERMUTATIONS + 1)
    return Moran(own, -1 / (len(kept) - 1), p, len(kept))


def _connected(values: Floats, neighbours: Neighbours) -> list[int]:
    known = ~np.isnan(values)
    return [i for i, own in enumerate(neighbours) if known[i] and any(known[j] for j in own)]


def outliers(values: Floats, neighbours: Neighbours) -> tuple[Outlier, ...]:
    """Return the districts unlike their neighbours, the farthest from them first.

    Parameters
    ----------
    values : ndarray of float, shape (n,)
        NaN where there is none.
    neighbours : sequence of sequence of int, length n

    Returns
    -------
    tuple of Outlier
        Those with two neighbours or more whose difference from their mean has a modified z-score
        beyond 3.5 among the differences of all; none if half of all do not differ.
    """
    known = ~np.isnan(values)
    around = {
        i: float(np.mean([values[j] for j in own if known[j]]))
        for i, own in enumerate(neighbours)
        if known[i] and sum(bool(known[j]) for j in own) > 1
    }
    if len(around) < _FEWEST:
        return ()
    apart = {i: float(values[i]) - mean for i, mean in around.items()}
    middle = float(np.median(list(apart.values())))
    spread = float(np.median([abs(d - middle) for d in apart.values()]))
    if spread <= 0:
        return ()
    scores = {i: _MAD * abs(d - middle) / spread for i, d in apart.items()}
    far = sorted((i for i in scores if scores[i] > _OUTLYING), key=lambda i: (-scores[i], i))
    return tuple(Outlier(i, around[i]) for i in far)
