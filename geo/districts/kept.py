"""Names of districts kept from one run to the next: records that name them need no outlines.

To read and check a country's polygons takes longer than to add up a million records.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from geo.base import cache

if TYPE_CHECKING:
    import geopandas as gpd

#: Bytes of a file that is worth an entry.
_LEAST = 100_000
#: Distributions whose other version might give other districts or columns.
MADE_BY = ("geopandas", "numpy", "pandas", "pyogrio", "pyproj", "shapely")
#: Endings of formats of several files, which are named alike.
_SEVERAL = (".shp", ".tab")
#: Columns that say what a district is called; see `geo.districts.lookup.Lookup`.
_NAMES = ("code", "name", "name_en", "host", "aliases")


def parts_of(boundaries: Path) -> list[Path]:
    """Return the files that a polygon file consists of."""
    several = boundaries.suffix.lower() in _SEVERAL
    beside = sorted(boundaries.parent.glob(f"{boundaries.stem}.*")) if several else []
    return [boundaries, *(path for path in beside if path != boundaries)]


def names_key(boundaries: Path) -> str:
    """Return a checksum of all that the names of a file's districts depend on.

    Empty if it is small, or cannot be read.
    """
    try:
        if boundaries.stat().st_size < _LEAST:
            return ""
    except OSError:
        return ""
    return cache.checksum(
        parts_of(boundaries), ("base", "districts", "geometry"), MADE_BY, str(boundaries)
    )


def recalled_names(key: str) -> dict[str, list[str]] | None:
    """Return the columns of names that are kept under a key; None if there are none."""
    data = cache.recall(key) if key else None
    return None if data is None else json.loads(data)


def keep_names(key: str, districts: gpd.GeoDataFrame) -> None:
    """Keep the names of districts that were read and checked.

    Parameters
    ----------
    key : str
        Of `names_key`; empty keeps nothing.
    districts : GeoDataFrame
    """
    if key:
        found = {name: districts[name].map(str).tolist() for name in _NAMES if name in districts}
        cache.keep(key, json.dumps(found).encode())
