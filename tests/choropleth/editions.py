"""Two editions of a small map, and the files that hold them."""

from __future__ import annotations

from pathlib import Path

from geo.choropleth.datafiles import to_csv, to_geojson
from geo.choropleth.model import Choropleth
from geo.web.embed import embed
from geo.web.page import page
from tests.small import small_map

NAMES = ["Ann", "Bea", "Cid", "Dot"]


def edition(values=(1.5, 2, 8, float("nan")), names=NAMES, **given) -> Choropleth:
    own = {"scheme": "own", "breaks": (2, 4, 10), "decimals": 1, "language": "en"}
    return small_map(names, values, **(own | given))


def files(choropleth: Choropleth, folder: Path, stem: str = "m") -> dict[str, Path]:
    """Write page, embed, CSV and GeoJSON; return them by kind."""
    made = {
        "html": page(choropleth).encode(),
        "embed.html": embed(choropleth).html.encode(),
        "csv": to_csv(choropleth),
        "geojson": to_geojson(choropleth),
    }
    for ending, data in made.items():
        (folder / f"{stem}.{ending}").write_bytes(data)
    return {ending: folder / f"{stem}.{ending}" for ending in made}
