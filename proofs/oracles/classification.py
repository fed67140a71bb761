"""Classes against mapclassify, exhaustive search, and what every classification promises."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import mapclassify
import numpy as np
from numpy.typing import NDArray

from geo.symbology.classify import Classes, classify
from proofs.oracles.finding import Judged, compared
from proofs.outcome import Count, Find

_NEAR = 1e-9  # of the sum of squares: two partitions that are equally good up to rounding
_EXHAUSTIVE = 10  # distinct values: at most 126 ways to divide them
_SNAPPED = 1e-12  # of the range: the project moves such a value to the bound it was computed from


def samples(seed: int, number: int) -> Iterator[NDArray[np.float64]]:
    """Yield sets of values as districts have them: skewed, tied, few, negative, rounded."""
    chance = np.random.default_rng(seed)
    for i in range(number):
        n = int(chance.integers(2, 60))
        draws = (
            chance.lognormal(3, 1.2, n), chance.normal(0, 50, n), chance.integers(0, 12, n) * 1.0,
            chance.choice([0, 0.1, 0.2, 5, 81.8], n), chance.pareto(1.2, n) * 10,
        )  # fmt: skip
        yield np.round(draws[i % len(draws)], i % 3)


def ssd(values: NDArray[np.float64], ids: NDArray[np.intp]) -> float:
    """Return the squared deviations from the classes' means, added up."""
    parts = (values[ids == i] for i in np.unique(ids))
    return float(sum(((part - part.mean()) ** 2).sum() for part in parts))


def best(values: NDArray[np.float64], k: int) -> float:
    """Return the least sum of squares of any division into k classes, all of them tried."""
    distinct = np.unique(values)
    least = np.inf
    for cuts in itertools.combinations(range(1, len(distinct)), k - 1):
        bounds = distinct[[c - 1 for c in cuts]]
        least = min(least, ssd(values, np.searchsorted(bounds, values)))
    return float(least)


def optimal(seed: int, number: int, *, exhaustive: bool) -> Judged:
    """Compare Fisher-Jenks with mapclassify's, or with all divisions there are."""
    for values in samples(seed, number):
        distinct = len(np.unique(values))
        if distinct < 3 or (exhaustive and distinct > _EXHAUSTIVE):
            continue
        for k in range(2, min(6, distinct)):
            found = classify(values, scheme="fisher-jenks", k=k)
            ours = ssd(values, np.array(found.ids))
            if exhaustive:
                theirs = best(values, k)
            else:
                theirs = ssd(values, mapclassify.FisherJenks(values, k=k).yb)
            yield ours <= theirs * (1 + _NEAR) + _NEAR, f"k={k} {values.tolist()}: {ours} {theirs}"


def binned(seed: int, number: int) -> Judged:
    """Compare quantiles and equal intervals with mapclassify's, value by value."""
    theirs = {"quantiles": mapclassify.Quantiles, "equal-interval": mapclassify.EqualInterval}
    for values in samples(seed, number):
        distinct = len(np.unique(values))
        for scheme, other in theirs.items():
            for k in range(2, min(7, distinct)):
                bins = np.asarray(other(values, k=k).bins)
                spread = np.ptp(values) * _SNAPPED
                clear = np.abs(values[:, None] - bins[None, :]).min(axis=1) > spread
                ids = np.array(classify(values, scheme=scheme, k=k).ids)  # type: ignore[arg-type]
                want = np.searchsorted(np.unique(bins), values, side="left")
                used = np.unique(want)  # classes without a value may be left out
                same = (
                    np.searchsorted(used, want)[clear]
                    == np.searchsorted(np.unique(ids), ids)[clear]
                )
                yield bool(same.all()), f"{scheme} k={k} {values.tolist()}"


def lawful(seed: int, number: int) -> Judged:
    """Look at what holds for every scheme: bounds ascend, each value lies in (lower, upper]."""
    schemes = ("fisher-jenks", "quantiles", "equal-interval", "pretty", "head-tail")
    for values in samples(seed, number):
        for scheme in schemes:
            for zero in (False, True):
                if zero and (values < 0).any():
                    continue
                gaps = values.copy()
                gaps[:: max(len(values) // 2, 2)] = np.nan
                if np.isnan(gaps).all():
                    continue
                found = classify(gaps, scheme=scheme, k=5, zero_class=zero)  # type: ignore[arg-type]
                yield kept(found, gaps, zero=zero), f"{scheme} zero={zero} {values.tolist()}"


def kept(found: Classes, values: NDArray[np.float64], *, zero: bool) -> bool:
    """Tell whether a classification keeps its promises."""
    edges, counts = found.edges, [0] * len(found.counts)
    for value, i in zip(values, found.ids, strict=True):
        if np.isnan(value) != (i is None):
            return False
        if i is None:
            continue
        counts[i] += 1
        low = edges[i] <= value if i == 0 else edges[i] < value
        if not (low and value <= edges[i + 1]):
            return False
        if zero and (values == 0).any() and (value == 0) != (i == 0):
            return False
    ascending = all(
        a < b or (i == 0 and a == b) for i, (a, b) in enumerate(itertools.pairwise(edges))
    )
    return ascending and tuple(counts) == found.counts and found.missing == np.isnan(values).sum()


def oracles(seed: int, scale: int) -> Iterator[tuple[Count, list[Find]]]:
    """Yield every comparison."""
    n = 250 * scale
    yield compared("Fisher-Jenks is optimal", "mapclassify", optimal(seed, n, exhaustive=False))
    yield compared(
        "… of few values", "exhaustive search", optimal(seed + 1, 2 * n, exhaustive=True)
    )
    yield compared("quantiles, equal intervals", "mapclassify", binned(seed + 2, n))
    yield compared("classes keep their bounds", "their definition", lawful(seed + 3, n))
