"""Values to classes: the sole owner of class intervals, ``(lower, upper]``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from geo.base.errors import MapError, Problem
from geo.spec.measure import Scheme
from geo.symbology import breaks as schemes
from geo.symbology.breaks import Floats, pretty, readable

_BOUNDS: dict[str, Callable[[Floats, int], Floats]] = {
    "fisher-jenks": schemes.fisher_jenks,
    "quantiles": schemes.quantiles,
    "equal-interval": schemes.equal_interval,
    "head-tail": schemes.head_tail,
}


@dataclass(frozen=True, slots=True)
class Classes:
    """Values divided into classes.

    Attributes
    ----------
    scheme : str
        How the breaks were found.
    edges : tuple of float, length k + 1
        Ascending. Class i holds the values in ``(edges[i], edges[i + 1]]``; the first class also
        its lower edge. Two equal edges at the start are a class of that one number.
    ids : tuple of int or None, length n
        The class of every value, from 0; None for NaN.
    counts : tuple of int, length k
        How many values every class has.
    missing : int
        How many values are NaN: ``sum(counts) + missing == n``.
    gvf : float
        Goodness of variance fit, 0 to 1: one less the share of the squared deviations that is left
        within the classes (Jenks & Caspall 1971). 1 if all values are equal.
    asked : int
        The number of classes asked for; more than ``len(counts)`` where the values have fewer
        distinct ones, or where the scheme ends sooner.
    """

    scheme: str
    edges: tuple[float, ...]
    ids: tuple[int | None, ...]
    counts: tuple[int, ...]
    missing: int
    gvf: float
    asked: int


def classify(
    values: Floats,
    *,
    scheme: Scheme,
    k: int,
    breaks: Sequence[float] = (),
    zero_class: bool = False,
    label: str = "",
) -> Classes:
    """Divide values into classes with readable breaks.

    Parameters
    ----------
    values : ndarray of float, shape (n,)
        Rounded as they will be shown; NaN is a class of its own and never reaches a scheme.
    scheme : {"fisher-jenks", "quantiles", "equal-interval", "pretty", "head-tail", "own"}
    k : int
        Number of classes: at most this many for "head-tail", about this many for "pretty"; with
        "own" the breaks decide. Never more than there are distinct values.
    breaks : sequence of float
        For "own": the upper bounds, ascending. The first class begins at 0, or at the data.
    zero_class : bool, default False
        Exact zeros are the first of the k classes, ``[0, 0]``.
    label : str, default ""
        What is classified, for messages.

    Returns
    -------
    Classes
        Its breaks are the roundest numbers that leave every value in the class the scheme gave it;
        own and pretty breaks are kept as they are.

    Raises
    ------
    MapError
        If no value is given, one is infinite, own breaks do not cover the values, or a class of
        zeros is asked for and some values are negative.
    """
    known = values[~np.isnan(values)]
    own = breaks if scheme == "own" else ()
    if problem := _problem(label, known, own, zero_class=zero_class):
        raise MapError(problem)
    edges = _edges(known, scheme, k, tuple(breaks), zero_class=zero_class and 0 in known)
    # side="left" closes an interval above: a value on an edge is in the class below it.
    ids = np.searchsorted(edges[1:], known, side="left")
    every = iter(ids.tolist())
    return Classes(
        scheme=scheme,
        edges=tuple(edges),
        ids=tuple(None if missing else next(every) for missing in np.isnan(values)),
        counts=tuple(np.bincount(ids, minlength=len(edges) - 1).tolist()),
        missing=len(values) - len(known),
        gvf=goodness(known, ids),
        asked=len(breaks) if scheme == "own" else k,
    )


def _problem(
    label: str, known: Floats, own: Sequence[float], *, zero_class: bool
) -> Problem | None:
    if not len(known):
        return Problem(label, "no district has a value", "Give figures for some of them.")
    if np.isinf(known).any():
        return Problem(label, "a value is infinite", "Correct it, or leave its cell empty.")
    # Zeros come first in the legend; below them there would be no place for negative values.
    if zero_class and known.min() < 0:
        what = f"a class of zeros was asked for, but the lowest value is {known.min():g}"
        return Problem(label, what, "Drop zero_class.")
    if own and known.max() > own[-1]:
        what = f"the last break, {own[-1]:g}, is below the highest value, {known.max():g}"
        return Problem(label, what, "Raise it, or add a break.")
    return None


def _edges(
    known: Floats, scheme: Scheme, k: int, own: tuple[float, ...], *, zero_class: bool
) -> list[float]:
    if scheme == "own":
        return _own_edges(known, own, zero_class=zero_class)
    if zero_class:
        rest = known[known > 0]
        if not len(rest):
            return [0.0, 0.0]
        return [0.0, *_scheme_edges(rest, scheme, k - 1, first=0.0)]
    return _scheme_edges(known, scheme, k, first=None)


def _scheme_edges(known: Floats, scheme: Scheme, k: int, *, first: float | None) -> list[float]:
    # More classes than distinct values would be empty ones.
    k = max(1, min(k, len(np.unique(known))))
    if k == 1:
        return readable(known, np.array([known.max()]), scheme, first=first)
    if scheme == "pretty":
        edges = pretty(known, k)
        return list(edges) if first is None else [first, *(e for e in edges if e > first)]
    return readable(known, _BOUNDS[scheme](known, k), scheme, first=first)


def _own_edges(known: Floats, own: tuple[float, ...], *, zero_class: bool) -> list[float]:
    """Put the lower edge before own upper bounds: 0 before positive ones, else the lowest value."""
    low = float(known.min())
    # Most own breaks are of counts and sums, whose first class readers expect to begin at zero.
    start = min(low, float(own[0])) if low < 0 or own[0] <= 0 else 0.0
    above = [float(b) for b in own if not (zero_class and b <= 0)]
    return [0.0, 0.0, *above] if zero_class else [start, *above]


def goodness(known: Floats, ids: ArrayLike) -> float:
    """Return the goodness of variance fit of a classification, see `Classes.gvf`.

    Parameters
    ----------
    known : ndarray of float, shape (n,)
        Without NaN.
    ids : array_like of int, shape (n,)
        The class of every value.
    """
    scale = np.abs(known).max() or 1.0  # squares of the largest doubles would overflow
    x = known / scale
    total = ((x - x.mean()) ** 2).sum()
    groups = (x[np.asarray(ids) == i] for i in np.unique(ids))
    within = sum(((group - group.mean()) ** 2).sum() for group in groups)
    # Equal values are described perfectly by any class.
    return float(1 - within / total) if total > 0 else 1.0
