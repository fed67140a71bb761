"""Areas against geodesics of the ellipsoid (Karney, GeographicLib by way of pyproj)."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

import numpy as np
from pyproj import Geod

import geo
from proofs.oracles.finding import Judged, compared
from proofs.oracles.maps import Asked, built
from proofs.outcome import ROOT, Count, Find

_GEOD = Geod(ellps="GRS80")
_DENSE = 64  # an edge is straight in degrees, not a geodesic: so many parts come near enough
_SAME = 5e-4  # of the area; shown are tenths of a square kilometre
_GRID = 0.05  # km2: the areas are rounded where the CSV shows them


def geodesic_km2(ring: list[tuple[float, float]]) -> float:
    """Return the area of a ring whose edges are straight in longitude and latitude."""
    parts = []
    for (x0, y0), (x1, y1) in itertools.pairwise([*ring, ring[0]]):
        t = np.linspace(0, 1, _DENSE, endpoint=False)
        parts.append(np.column_stack([x0 + (x1 - x0) * t, y0 + (y1 - y0) * t]))
    lon, lat = np.concatenate(parts).T
    return abs(_GEOD.polygon_area_perimeter(lon, lat)[0]) / 1e6


def generated(seed: int, number: int) -> Judged:
    """Compare quadrilaterals of half a degree, in places of China 3 degrees wide at most."""
    chance = np.random.default_rng(seed)
    for _ in range(number):
        west, south = chance.uniform(75, 130), chance.uniform(18, 50)
        rings = []
        for i in range(25):
            x, y = west + i % 5 * 0.6, south + i // 5 * 0.6
            j = chance.uniform(0, 0.12, 8)
            rings.append(
                [(x + j[0], y + j[1]), (x + 0.5 - j[2], y + j[3]),
                 (x + 0.5 - j[4], y + 0.5 - j[5]), (x + j[6], y + 0.5 - j[7])]
            )  # fmt: skip
        cells = [str(i + 1) for i in range(25)]
        made = built({"a": cells}, [Asked("a", 1, column="a")], rings=rings)
        for ring, km2 in zip(rings, made.districts["area_km2"], strict=True):
            want = geodesic_km2(ring)
            yield abs(km2 / want - 1) <= _SAME, f"{ring}: {km2:.3f}, geodesic {want:.3f}"


def weifang() -> Judged:
    """Compare the districts of the project's own map."""
    path = ROOT / "data" / "boundaries" / "weifang.geojson"
    want: dict[str, float] = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        outer = sum(geodesic_km2(p[0][:-1]) for p in parts)
        holes = sum(geodesic_km2(h[:-1]) for p in parts for h in p[1:])
        want[str(feature["properties"]["code"])] = outer - holes
    districts = geo.build(ROOT / "maps" / "weifang.toml").districts
    for code, km2 in zip(districts["code"], districts["area_km2"], strict=True):
        apart = abs(km2 - want[code])
        yield (
            apart <= max(want[code] * _SAME, _GRID),
            f"{code}: {km2:.3f}, geodesic {want[code]:.3f}",
        )


def oracles(seed: int, scale: int) -> Iterator[tuple[Count, list[Find]]]:
    """Yield every comparison."""
    yield compared("areas of quadrilaterals", "geodesics", generated(seed, 20 * scale))
    yield compared("areas of Weifang", "geodesics", weifang())
