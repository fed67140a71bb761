"""A map straight from frames, for notebooks: no spec file, no files written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from geo.choropleth import Choropleth, assemble
from geo.errors import MapError, Problem, did_you_mean
from geo.spec import MapSpec, MeasureSpec, Scheme

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd


def map_table(
    data: pd.DataFrame | gpd.GeoDataFrame,
    boundaries: gpd.GeoDataFrame | None = None,
    *,
    value: str,
    key: str = "name",
    unit: str = "",
    kind: Literal["total", "rate"] = "rate",
    title: str = "",
    source: str = "",
    scheme: Scheme = "fisher-jenks",
    classes: int = 5,
    breaks: Sequence[float] = (),
    palette: str = "default",
    decimals: int = 1,
    aliases: Mapping[str, Sequence[str]] | None = None,
    language: Literal["zh", "en"] = "zh",
) -> Choropleth:
    """Map one column of a frame.

    Parameters
    ----------
    data : GeoDataFrame or DataFrame
        A GeoDataFrame of districts with the values in it; or a table, and the districts apart.
    boundaries : GeoDataFrame, optional
        Districts with ``code`` and ``name``, in any CRS, for a table without geometry.
    value : str
        The column to map; NaN means no data.
    key : str, default "name"
        The column that names or codes the district.
    unit, title, source : str
        Texts of the map; the title defaults to the column's name.
    kind : {"rate", "total"}
    scheme, classes, breaks, palette, decimals, aliases, language
        As in a spec.

    Returns
    -------
    Choropleth
        Shows itself in Jupyter; `geo.export.render` makes its files.

    Raises
    ------
    MapError
        If a column is missing, or rows and districts do not match.
    """
    from geo.boundaries import districts_from_frame
    from geo.indicators import table_from_frame

    shapes = data if boundaries is None else boundaries
    if not hasattr(shapes, "geometry"):
        raise MapError(Problem("data", "has no geometry", "Give the polygons as `boundaries`."))
    for column in (key, value):
        if column not in data.columns:
            remedy = did_you_mean(column, map(str, data.columns))
            raise MapError(Problem("data", f"has no column {column!r}", remedy))
    measure = MeasureSpec(
        id="value", label=value, unit=unit, kind=kind, column=value, decimals=decimals,
        scheme=scheme, classes=classes, breaks=tuple(breaks), palette=palette, allow_negative=True,
    )  # fmt: skip
    spec = MapSpec(
        title=title or value, source=source or "—", language=language, measures=(measure,),
        aliases={name: tuple(words) for name, words in (aliases or {}).items()},
    )  # fmt: skip
    name = key if boundaries is None else "name"
    districts = districts_from_frame(shapes, source="data", name=name)
    return assemble(spec, "map", districts, table_from_frame(data, key=key, columns=[value]), ())
