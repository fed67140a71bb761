"""Values to classes: the sole owner of class intervals, ``(lower, upper]``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from geo.base.errors import MapError, Problem
from geo.base.nice import decimal_of
from geo.spec.measure import Scheme
from geo.symbology import breaks as schemes
from geo.symbology.breaks import Floats, pretty, readable
from geo.symbology.diverging import around, distances, magnitudes, off_center

OpenEnds = Literal["", "low", "high", "both"]

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
    open_low, open_high : bool
        The first, the last class has no limit that readers are shown.
    """

    scheme: str
    edges: tuple[float, ...]
    ids: tuple[int | None, ...]
    counts: tuple[int, ...]
    missing: int
    gvf: float
    asked: int
    open_low: bool = False
    open_high: bool = False


def classify(
    values: Floats,
    *,
    scheme: Scheme,
    k: int,
    breaks: Sequence[float] = (),
    zero_class: bool = False,
    center: float | None = None,
    open_ends: OpenEnds = "",
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
    center : float, optional
        The middle of the scale: classes reach as far below it as above. Own breaks have to have it
        in their middle.
    open_ends : {"", "low", "high", "both"}
        Ends without a limit; above own breaks there is a class more.
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
    low, high = open_ends in {"low", "both"}, open_ends in {"high", "both"}
    own = breaks if scheme == "own" else ()
    if problem := _problem(label, known, own, zero_class=zero_class, above=high):
        raise MapError(problem)
    if scheme == "own":
        edges = _own_edges(known, tuple(own), zero_class=zero_class and 0 in known)
        edges = _opened(edges, known, tuple(own), low=low, high=high)
        if center is not None and (problem := off_center(center, edges, label)):
            raise MapError(problem)
    elif center is not None:
        edges = _centred(known, scheme, k, center)
    else:
        edges = _edges(known, scheme, k, zero_class=zero_class and 0 in known)
    asked = len(edges) - 1 if scheme == "own" else k
    return _divided(values, edges, scheme, asked, low=low, high=high)


def _divided(
    values: Floats, edges: Sequence[float], scheme: str, asked: int, *, low: bool, high: bool
) -> Classes:
    known = values[~np.isnan(values)]
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
        asked=asked,
        open_low=low,
        open_high=high,
    )


def locked(values: Floats, edges: Sequence[float | None], *, label: str = "") -> Classes:
    """Divide values into the classes of an earlier edition.

    Parameters
    ----------
    values : ndarray of float, shape (n,)
        As for `classify`.
    edges : sequence of float or None, length k + 1
        Of that edition, ascending; None at an end that was open.
    label : str, default ""
        What is classified, for messages.

    Returns
    -------
    Classes
        With the same breaks. Where a value lies beyond them, the outermost class reaches out to a
        round number beyond it: its other end stays.

    Raises
    ------
    MapError
        As for `classify`; a class of zeros cannot reach out.
    """
    known = values[~np.isnan(values)]
    zeros = edges[0] is not None and edges[0] == edges[1]
    if problem := _problem(label, known, (), zero_class=zeros, above=True):
        raise MapError(problem)
    bottom, top = float(known.min()), float(known.max())
    inner = [edge for edge in edges[1:-1] if edge is not None]
    start, end = edges[0], edges[-1]
    if start is None:
        start = min([bottom, *(2 * inner[0] - edge for edge in inner[1:2])])
    if end is None:
        end = max([top, *(2 * inner[-1] - edge for edge in inner[-2:-1])])
    # With what the values add to them the ends are as round as those of any scheme.
    first = start if bottom >= start else readable(known, known[:0], "locked", first=None)[0]
    last = end if top <= end else readable(known, known[:0], "locked", first=None)[-1]
    made = [first, *inner, last]
    low, high = edges[0] is None, edges[-1] is None
    return _divided(values, made, "locked", len(made) - 1, low=low, high=high)


def _opened(
    edges: list[float], known: Floats, own: tuple[float, ...], *, low: bool, high: bool
) -> list[float]:
    """Add the classes beyond own breaks; an end that holds nothing keeps its own width."""
    if high:
        edges = [*edges, max(float(known.max()), 2 * own[-1] - edges[-2])]
    if low and len(own) > 1:
        edges = [min(float(known.min()), 2 * own[0] - own[1]), *edges[1:]]
    return edges


def _centred(known: Floats, scheme: Scheme, k: int, center: float) -> list[float]:
    apart = distances(known, center)
    half = max(1, min((k + 1) // 2, len(np.unique(apart))))
    if half == 1:
        return around(center, magnitudes(apart, np.array([apart.max()]), scheme), k % 2 or 2)
    if scheme == "pretty":
        steps = [edge for edge in pretty(np.append(apart, 0.0), half) if edge > 0]
        return around(center, steps, 2 * len(steps) - k % 2)
    bounds = _BOUNDS[scheme](apart, half)
    found = magnitudes(apart, bounds, scheme)
    return around(center, found, 2 * len(found) - k % 2)


def _problem(
    label: str, known: Floats, own: Sequence[float], *, zero_class: bool, above: bool
) -> Problem | None:
    if not len(known):
        return Problem(label, "no district has a value", "Give figures for some of them.")
    if np.isinf(known).any():
        return Problem(label, "a value is infinite", "Correct it, or leave its cell empty.")
    # Zeros come first in the legend; below them there would be no place for negative values.
    if zero_class and known.min() < 0:
        what = f"a class of zeros was asked for, but the lowest value is {known.min():g}"
        return Problem(label, what, "Drop zero_class.")
    if own and not above and known.max() > own[-1]:
        what = f"the last break, {own[-1]:g}, is below the highest value, {known.max():g}"
        return Problem(label, what, 'Raise it, add a break, or write open = "high".')
    return None


def _edges(known: Floats, scheme: Scheme, k: int, *, zero_class: bool) -> list[float]:
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


def place(edges: Sequence[float], value: Decimal) -> int:
    """Return the class of any value, from 0; what lies beyond the edges is in the class there.

    Parameters
    ----------
    edges : sequence of float, length k + 1
        See `Classes`.
    value : Decimal
    """
    # As in `classify`: a value on an edge is in the class below it.
    return min(bisect_left(_upper(tuple(edges)), value), len(edges) - 2)


@lru_cache(maxsize=32)  # asked for twice a district
def _upper(edges: tuple[float, ...]) -> list[Decimal]:
    return [decimal_of(edge) for edge in edges[1:]]


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
