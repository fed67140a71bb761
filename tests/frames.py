"""Small frames of districts for tests that need no true geometry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import geopandas as gpd
import pandas as pd
import shapely

from geo.tables.table import Table


def districts(names: Mapping[str, str], **columns: Sequence[str]) -> gpd.GeoDataFrame:
    """Unit squares in a row from (0, 0) to the east, code to name, as a district frame."""
    n = len(names)
    data = {
        "code": list(names),
        "name": list(names.values()),
        "name_en": [""] * n,
        "kind": [""] * n,
        "approximate": [False] * n,
        "host": [""] * n,
        **columns,
    }
    squares = [shapely.box(i, 0, i + 1, 1) for i in range(n)]
    return gpd.GeoDataFrame(data, geometry=squares, crs=4326)


def table(**figures: float) -> Table:
    """One column `v` by key, from line 2 of t.csv on."""
    return Table(
        pd.DataFrame(
            {
                "key": pd.Series(list(figures), dtype=object),
                "row": range(2, len(figures) + 2),
                "v": [float(v) for v in figures.values()],
                "v:state": ["value"] * len(figures),
                "v:resolution": [1.0] * len(figures),
            }
        ),
        "t.csv",
    )
