"""Made-up districts: polygons that share wavy borders vertex by vertex."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely


def districts(polygons, crs=4326):
    """A frame of districts named A, B, C … with codes 1, 2, 3 …"""
    count = len(polygons)
    return gpd.GeoDataFrame(
        {
            "code": [str(i + 1) for i in range(count)],
            "name": [chr(ord("A") + i) for i in range(count)],
            "name_en": "",
            "kind": "县",
            "approximate": False,
            "host": "",
            "aliases": "",
        },
        geometry=list(polygons),
        crs=crs,
    )


def wavy_grid(columns=3, rows=3, size=0.1, west=119.0, south=36.0, wave=0.004, seed=0):
    """Bricks whose borders wave; equal vertices move alike, so they stay a coverage."""
    phase = np.random.default_rng(seed).uniform(0, 2 * np.pi, 4)
    cells = [
        shapely.box(x, y, x + size, y + size)
        for r, y in enumerate(south + size * np.arange(rows))
        for x in west + size * (np.arange(columns) + r % 2 / 2)
    ]

    def waved(xy):
        xy = np.round(xy, 9)
        x, y = xy[:, 0], xy[:, 1]
        east = np.sin(90 * y + phase[0]) + 0.3 * np.sin(300 * y + phase[1])
        north = np.sin(90 * x + phase[2]) + 0.3 * np.sin(300 * x + phase[3])
        return np.round(xy + wave * np.column_stack([east, north]), 6)

    return shapely.transform(shapely.segmentize(np.array(cells), size / 150), waved)
