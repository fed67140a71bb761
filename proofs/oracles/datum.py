"""GCJ-02 and BD-09 against two other implementations, and there and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import eviltransform
import numpy as np
from coord_convert.transform import Transform

from geo.geometry import datum
from proofs.oracles.finding import Judged, compared
from proofs.outcome import Count, Find

_SAME = 1e-11  # degrees: the same formula in another order of operations
_OTHER_ELLIPSOID = 5e-7  # degrees: eviltransform computes on another radius; 5 cm
_BACK = 1e-9  # degrees: a tenth of a millimetre
_CHINA = ((74.0, 134.0), (19.0, 53.0))


def points(seed: int, number: int) -> Iterator[tuple[float, float]]:
    """Yield points of China."""
    chance = np.random.default_rng(seed)
    lon, lat = (chance.uniform(low, high, number) for low, high in _CHINA)
    yield from zip(lon.tolist(), lat.tolist(), strict=True)


def both(pair: tuple[object, object]) -> tuple[float, float]:
    """Return two arrays of one point as numbers."""
    return tuple(float(np.asarray(x).reshape(-1)[0]) for x in pair)  # type: ignore[return-value]


def convert(seed: int, number: int) -> Judged:
    """Compare with coord-convert: its shift, and our way back from its GCJ-02 and BD-09."""
    other = Transform()
    for lon, lat in points(seed, number):
        shifted = other.wgs2gcj(lon, lat)
        pairs = (
            ("wgs2gcj", shifted, both(datum.gcj02_from_wgs84([lon], [lat])), _SAME),
            ("gcj2wgs", (lon, lat), back(datum.wgs84_from_gcj02, shifted), _BACK),
            ("bd2wgs", (lon, lat), back(datum.wgs84_from_bd09, other.wgs2bd(lon, lat)), _BACK),
        )
        for name, want, have, least in pairs:
            apart = max(abs(a - b) for a, b in zip(want, have, strict=True))
            yield apart <= least, f"{name} {lon!r}, {lat!r}: {apart:.1e} degrees apart"


def back(function: Callable[..., object], point: tuple[float, float]) -> tuple[float, float]:
    """Undo the shift of one point."""
    return both(function([point[0]], [point[1]]))  # type: ignore[arg-type]


def evil(seed: int, number: int) -> Judged:
    """Compare with eviltransform, there and exactly back."""
    for lon, lat in points(seed, number):
        there = eviltransform.wgs2gcj(lat, lon)[::-1]
        have = both(datum.gcj02_from_wgs84([lon], [lat]))
        apart = max(abs(a - b) for a, b in zip(there, have, strict=True))
        yield apart <= _OTHER_ELLIPSOID, f"wgs2gcj {lon!r}, {lat!r}: {apart:.1e} degrees apart"


def round_trips(seed: int, number: int) -> Judged:
    """Go there and back."""
    lon, lat = (np.array(x) for x in zip(*points(seed, number), strict=True))
    x, y = datum.wgs84_from_gcj02(*datum.gcj02_from_wgs84(lon, lat))
    apart = np.maximum(np.abs(x - lon), np.abs(y - lat))
    for i, gap in enumerate(apart.tolist()):
        yield gap <= _BACK, f"{lon[i]!r}, {lat[i]!r}: {gap:.1e}"


def oracles(seed: int, scale: int) -> Iterator[tuple[Count, list[Find]]]:
    """Yield every comparison."""
    yield compared("datum", "coord-convert", convert(seed, 1000 * scale))
    yield compared("datum, 5 cm", "eviltransform", evil(seed + 1, 1000 * scale))
    yield compared("datum, there and back", "itself", round_trips(seed + 2, 5000 * scale))
