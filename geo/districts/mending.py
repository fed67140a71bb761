"""Polygons as open files have them, made ready for a map; what was repaired is said."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import shapely

from geo.base.errors import Problem, first_few
from geo.districts.checks import (
    feature,
    finite,
    geometry_problems,
    overlap_problems,
    place_problems,
)
from geo.geometry.antimeridian import untorn
from geo.geometry.fitting import fit_together
from geo.geometry.repair import Repair, made_valid, noded, step_of, untouched

#: Features of which one may have shrunk to nothing where a file was quantized: of a hundred.
_COLLAPSED = 1 / 100
#: Share of an area whose change nobody sees, and how many such are named one by one.
_UNSEEN, _FEW = 1e-5, 3


@dataclass(frozen=True, eq=False, slots=True)
class Mended:
    """The geometries of a file.

    Attributes
    ----------
    geometries : GeoSeries, length n
        In the CRS of the file; empty where nothing is left of a polygon.
    problems : tuple of Problem
        What keeps a map from being made of them.
    notes : tuple of Problem
        What was repaired, with the change of each area.
    matched : bool
        Neighbours are known to share the vertices of their common borders.
    """

    geometries: gpd.GeoSeries
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    matched: bool = False


def mended(
    raw: gpd.GeoSeries, source: str, names: list[str], *, stated: bool, one_area: bool = False
) -> Mended:
    """Check polygons, and repair what rounding to a grid did to them.

    Parameters
    ----------
    raw : GeoSeries, length n
        In file order, the index counting features from 0; any CRS or none.
    source : str
        The file, for messages.
    names : list of str, length n
    stated : bool
        The map-maker named the CRS.
    one_area : bool, default False
        Together they are one area: overlaps are no fault, and borders between them do not matter.
    """
    whole = _untorn(raw)
    collapsed = whole.is_empty  # of None it is False
    few = 0 < collapsed.sum() <= len(raw) * _COLLAPSED
    polygons = (whole.geom_type.isin(["Polygon", "MultiPolygon"]) & ~whole.is_empty).to_numpy()
    shapes = whole.to_numpy().copy()
    at = np.flatnonzero(polygons & finite(shapes))
    valid = made_valid(shapes[at])
    shapes[at] = valid.polygons
    sound = gpd.GeoSeries(shapes, index=raw.index, crs=raw.crs)
    known = np.zeros(len(shapes), dtype=bool)
    known[at] = shapely.is_valid(shapes[at]) if valid.touched.any() else True
    problems = geometry_problems(source, names, sound, allow_empty=bool(few), valid=known)
    drawn = sound[~shapely.is_missing(sound.to_numpy()) & ~sound.is_empty]
    if raw.crs is not None and len(drawn):
        problems += place_problems(source, drawn, stated=stated)
    # Looked at once: it takes a third of the time that reading the finest files takes.
    fits = not one_area and not problems and fit_together(shapes[at])
    step = 0.0 if fits or not len(at) else step_of(shapes[at])
    if not one_area and not fits:
        comparable = sound.where(sound.is_valid & polygons)
        problems += overlap_problems(source, names, comparable, step)
    if problems or one_area:
        return Mended(sound, tuple(problems), ())
    matching = untouched(shapes[at]) if fits else noded(shapes[at], step)
    shapes[at] = matching.polygons
    names_of = [names[i] for i in at.tolist()]
    where = [feature(source, raw.index[i] + 1, names[i]) for i in at.tolist()]
    notes = [
        *_collapsed(source, names, collapsed),
        *_repairs(source, where, names_of, valid, matching),
    ]
    return Mended(gpd.GeoSeries(shapes, index=raw.index, crs=raw.crs), (), tuple(notes), fits)


def _untorn(raw: gpd.GeoSeries) -> gpd.GeoSeries:
    # Degrees alone have an end at 180°, and 0 to 360 has none there.
    if raw.crs is None or not raw.crs.is_geographic or not len(raw):
        return raw
    west, _, east, _ = raw.total_bounds
    if not -180 <= west <= east <= 180:
        return raw
    return gpd.GeoSeries(untorn(raw.to_numpy()), index=raw.index, crs=raw.crs)


def _repairs(
    source: str, where: list[str], names: list[str], valid: Repair, matching: Repair
) -> list[Problem]:
    """Say how much each area changed, the most first; of what nobody can see in one line."""
    touched = np.flatnonzero(valid.touched | matching.touched)
    change = valid.change + matching.change
    order = touched[np.argsort(-change[touched], kind="stable")]
    unseen = [i for i in order if change[i] < _UNSEEN]
    apart = order if len(unseen) <= _FEW else order[: len(order) - len(unseen)]
    found = [
        Problem(where[i], f"polygon repaired, its area changed by {_share(change[i])}")
        for i in apart
    ]
    if len(unseen) > _FEW:
        some = first_few([names[i] for i in unseen])
        what = f"{len(unseen)} polygons repaired, each area changed by less than 0.001 %: {some}"
        found.append(Problem(source, what))
    return found


def _share(share: float) -> str:
    return "less than 0.001 %" if share < _UNSEEN else f"{100 * share:.2g} %"


def _collapsed(source: str, names: list[str], collapsed: gpd.GeoSeries) -> list[Problem]:
    return [
        Problem(
            feature(source, collapsed.index[i] + 1, names[i]),
            "has shrunk to nothing in this file and is not on the map",
            "A file with more detail has it.",
        )
        for i in np.flatnonzero(collapsed).tolist()
    ]
