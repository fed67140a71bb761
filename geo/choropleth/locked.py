"""Breaks that a published edition of a map lends to the next, so that their colours compare."""

from __future__ import annotations

from pathlib import Path

from geo.base.errors import MapError, Problem, did_you_mean
from geo.choropleth.published import read_edition


def locked_limits(path: Path, measure_id: str) -> tuple[float | None, ...]:
    """Return the edges of a measure's classes in an edition; None at an end that was open.

    Parameters
    ----------
    path : Path
        A page or an embed.
    measure_id : str

    Raises
    ------
    MapError
        If the file cannot be read, has no measure of that id, or no breaks.
    """
    layers = {layer.id: layer for layer in read_edition(path).layers}
    if measure_id not in layers:
        what = f"has no measure {measure_id!r}"
        raise MapError(Problem(str(path), what, did_you_mean(measure_id, layers)))
    edges = layers[measure_id].edges
    if not edges:
        remedy = "Give the page or the embed of that edition."
        raise MapError(Problem(str(path), "holds no breaks", remedy))
    return tuple(None if edge is None else float(edge) for edge in edges)
