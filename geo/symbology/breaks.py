"""Where classes end: the classification schemes, and break values a reader can remember.

Quantiles, equal intervals and head/tail breaks are mapclassify's. Fisher-Jenks, the default, is
our own: mapclassify's takes 14.5 s for 2,875 values where the one below takes 0.2 s, and importing
it (scipy, scikit-learn) costs 2 to 3 s, several times the whole of a build. Pretty breaks are our
own because a break of 0.3 has to be 0.3 and not 0.30000000000000004. mapclassify is the oracle of
both in the tests.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from geo.base.nice import nice_edges, roundest

Floats = NDArray[np.float64]
Positions = NDArray[np.intp]
Spread = Callable[[Positions, "Positions | int"], Floats]

#: First and last edge move outwards by at most this share of the range to become round.
_OUTER_SLACK = 0.05
#: The breaks of equal intervals move by at most this share of a class's width.
_EQUAL_SLACK = 0.1


def fisher_jenks(values: Floats, k: int) -> Floats:
    """Return the upper bounds of the k classes with the least sum of squared deviations.

    Parameters
    ----------
    values : ndarray of float, shape (n,)
        Finite, any order.
    k : int
        At most the number of distinct values.

    Returns
    -------
    ndarray of float, shape (k,)
        The largest value of every class, ascending.

    Notes
    -----
    Fisher's exact dynamic program (W. D. Fisher, "On grouping for maximum homogeneity", JASA 53,
    1958) over the distinct values, weighted by how often each occurs, so that equal values never
    part. The best start of a last class moves up with its end, which leaves O(k n log n) sums
    (M. Song & H. Zhong, "Efficient weighted univariate clustering maps outstanding dysregulated
    genomic zones in human cancers", Bioinformatics 36, 2020).
    """
    distinct, weights = np.unique(values, return_counts=True)
    n = len(distinct)
    spread = _spread(distinct, weights)
    ends = np.arange(1, n + 1)
    cost = np.concatenate([[np.inf], spread(np.zeros(n, dtype=np.intp), ends)])
    starts = []
    for classes in range(2, k + 1):
        # Only the last class has to reach the last value; its other ends are not asked for.
        cost, best = _one_class_more(cost, spread, classes, n if classes == k else classes, n)
        starts.append(best)
    last = [n]
    for best in reversed(starts):
        last.append(int(best[last[-1]]))
    return distinct[np.array(last[::-1]) - 1]


def _spread(distinct: Floats, weights: NDArray[np.intp]) -> Spread:
    """Return a function: squared deviations within ``distinct[start:end]``, for many at once."""
    # Centred and scaled: sums of squares of large numbers would lose the differences.
    x = distinct - np.average(distinct, weights=weights)
    x = x / (np.abs(x).max() or 1.0)
    w, s, q = (np.concatenate([[0.0], np.cumsum(weights * x**p)]) for p in (0, 1, 2))

    def spread(starts: Positions, ends: Positions | int) -> Floats:
        total = s[ends] - s[starts]
        squares: Floats = q[ends] - q[starts] - total * total / (w[ends] - w[starts])
        return np.maximum(squares, 0.0)

    return spread


def _one_class_more(
    cost: Floats, spread: Spread, classes: int, least: int, n: int
) -> tuple[Floats, Positions]:
    """Return for every end from `least` the cost with one class more, and where that starts."""
    longer, best = np.full(n + 1, np.inf), np.zeros(n + 1, dtype=np.intp)
    spans = [(least, n, classes - 1, n - 1)]
    while spans:
        low, high, first, last = spans.pop()
        if low > high:
            continue
        end = (low + high) // 2
        starts = np.arange(first, min(last, end - 1) + 1)
        costs = cost[starts] + spread(starts, end)
        at = int(np.argmin(costs))
        longer[end], best[end] = costs[at], starts[at]
        spans += [(low, end - 1, first, int(starts[at])), (end + 1, high, int(starts[at]), last)]
    return longer, best


def quantiles(values: Floats, k: int) -> Floats:
    """Return upper bounds that leave equally many values in every class, by mapclassify.

    Equal values stay together; classes that this empties are left out.
    """
    from mapclassify.classifiers import quantile

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of classes left out, which the report names
        bounds = _snapped(quantile(values, k), values)
    _, first = np.unique(np.searchsorted(np.sort(values), bounds, side="right"), return_index=True)
    return bounds[first]


def equal_interval(values: Floats, k: int) -> Floats:
    """Return the upper bounds of k classes of the same width, by mapclassify."""
    from mapclassify import EqualInterval

    return _snapped(np.asarray(EqualInterval(values, k=k).bins, dtype=float), values)


def _snapped(bounds: Floats, values: Floats) -> Floats:
    """Set bounds that miss a value by rounding error alone onto it: 0.30000000000000004 to 0.3."""
    distinct = np.unique(values)
    nearest = distinct[np.abs(distinct - bounds[:, np.newaxis]).argmin(axis=1)]
    close = np.abs(nearest - bounds) <= 1e-9 * np.ptp(distinct)
    return np.where(close, nearest, bounds)


def head_tail(values: Floats, k: int) -> Floats:
    """Return the means of ever smaller heads, and the maximum, by mapclassify; at most k classes.

    Notes
    -----
    B. Jiang, "Head/tail breaks: a new classification scheme for data with a heavy-tailed
    distribution", The Professional Geographer 65, 2013.
    """
    from mapclassify import HeadTailBreaks

    means = np.unique(_snapped(np.asarray(HeadTailBreaks(values).bins, dtype=float), values))
    return np.append(means[means < values.max()][: k - 1], values.max())


def pretty(values: Floats, k: int) -> tuple[float, ...]:
    """Return all edges at equal steps of 1, 2 or 5 times a power of ten, about k classes."""
    return tuple(map(float, nice_edges(float(values.min()), float(values.max()), k)))


def readable(values: Floats, bounds: Floats, scheme: str, *, first: float | None) -> list[float]:
    """Return the edges of classes: the roundest numbers that leave every assignment as it is.

    Parameters
    ----------
    values : ndarray of float, shape (n,)
    bounds : ndarray of float, shape (k,)
        Upper bounds of the classes as the scheme gives them, ascending.
    scheme : str
        Equal intervals keep their breaks within a tenth of a class's width.
    first : float or None
        The lower edge of the first class if it is fixed.

    Returns
    -------
    list of float, length k + 1
        The inner edges lie in the gap between two classes' values, the outer ones beyond the
        data by 5 % of the range at most.
    """
    low, high = float(values.min()), float(values.max())
    slack = (high - low) * _OUTER_SLACK
    start = _round_edge(low - slack, low, low, closed=True) if first is None else first
    end = _round_edge(high, high + slack, high, closed=True)
    off = _EQUAL_SLACK if scheme == "equal-interval" else None
    inner = [_in_gap(values, bounds, i, off, start) for i in range(len(bounds) - 1)]
    return [start, *inner, max(end, high)]


def _round_edge(low: float, high: float, near: float, *, closed: bool = False) -> float:
    number = float(roundest(low, high, near, closed=closed))
    # Between neighbouring doubles the nearest to a decimal may be the upper one.
    return number if number < high or closed else low


def _in_gap(values: Floats, bounds: Floats, i: int, slack: float | None, start: float) -> float:
    """Round bound `i` within the gap between the values at its sides, at most `slack` widths off.

    Only equal intervals have empty classes, whose bounds share a gap; their slack keeps them apart.
    A first class of one number would have no width with its break on the start: it gets some.
    """
    bound = float(bounds[i])
    below, above = values[values <= bound], values[values > bound]
    low, high = float(below.max()), float(above.min())
    middle = (low + high) / 2
    if slack is not None:
        off = float(bounds[i + 1] - bound) * slack
        low, middle, high = max(low, bound - off), bound, min(high, bound + off)
    edge = _round_edge(low, high, middle)
    if edge <= start:
        edge = _round_edge(low + (high - low) / 4, high, middle)
    return edge
