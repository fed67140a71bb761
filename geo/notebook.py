"""A map straight from frames, for notebooks, and how a notebook shows a map.

It belongs with `export`, right of the renderers: a finished map knows none of them, so the way a
notebook shows one is registered here.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError

from geo.base.errors import MapError, Problem, did_you_mean
from geo.base.languages import Language
from geo.choropleth.inputs import column_units
from geo.choropleth.model import Choropleth
from geo.choropleth.pipeline import assemble
from geo.districts.areas import area_of
from geo.districts.atlas import division_of, level_in_text
from geo.districts.boundaries import Reading, districts_from_frame, read_boundaries
from geo.districts.outlines import area_districts
from geo.spec.file import polygons_at
from geo.spec.measure import MeasureSpec, Scheme
from geo.spec.model import MapSpec, TableSpec
from geo.spec.problems import problems_of
from geo.tables.reader import table_from_frame
from geo.web.page import page

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd


def map_table(
    data: pd.DataFrame | gpd.GeoDataFrame,
    boundaries: gpd.GeoDataFrame | Path | str | None = None,
    *,
    value: str | MeasureSpec,
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
    allow_rows: Sequence[str] = (),
    allow_districts: Sequence[str] = (),
    language: Language = "zh",
) -> Choropleth:
    """Map one column of a frame; `map_measures` maps several, and ratios.

    Parameters
    ----------
    data : GeoDataFrame or DataFrame
        A GeoDataFrame of districts with the values in it; or a table, and the districts apart.
    boundaries : GeoDataFrame, Path or str, optional
        For a table without geometry: districts with ``code`` and ``name``, in any CRS; a polygon
        file; or an official code such as ``370700``.
    value : str or MeasureSpec
        The column to map; NaN means no data. A measure has all the choices of a spec (own breaks,
        open classes, ratios): what this function takes for a column has to be in it then.
    key : str, default "name"
        The column that names or codes the district.
    unit, title, source : str
        Texts of the map; the title defaults to the column's name.
    kind : {"rate", "total"}
    scheme, classes, breaks, palette, decimals, aliases, allow_rows, allow_districts, language
        As in a spec.

    Returns
    -------
    Choropleth
        A notebook shows it as its page; its method `save` writes files.

    Raises
    ------
    MapError
        If a column is missing, or rows and districts do not match.
    """
    if isinstance(value, MeasureSpec):
        measure = value
    else:
        try:
            measure = MeasureSpec(
                id="value", label=value, unit=unit, kind=kind, column=value, decimals=decimals,
                scheme=scheme, classes=classes, breaks=tuple(breaks), palette=palette,
                allow_negative=True,
            )  # fmt: skip
        except ValidationError as error:
            raise MapError(problems_of("map_table", error)) from None
    return map_measures(
        data,
        boundaries,
        measures=(measure,),
        key=key,
        title=title,
        source=source,
        aliases=aliases,
        allow_rows=allow_rows,
        allow_districts=allow_districts,
        language=language,
    )


def map_measures(
    data: pd.DataFrame | gpd.GeoDataFrame,
    boundaries: gpd.GeoDataFrame | Path | str | None = None,
    *,
    measures: Sequence[MeasureSpec],
    key: str = "name",
    title: str = "",
    source: str = "",
    aliases: Mapping[str, Sequence[str]] | None = None,
    allow_rows: Sequence[str] = (),
    allow_districts: Sequence[str] = (),
    language: Language = "zh",
) -> Choropleth:
    """Map measures of a frame's columns, each with all the choices of a spec.

    Parameters
    ----------
    data, boundaries, key, title, source, aliases, allow_rows, allow_districts, language
        As for `map_table`; the title defaults to the first measure's label.
    measures : sequence of MeasureSpec
        Columns of `data`, or ratios of two. The first is shown first.

    Returns
    -------
    Choropleth

    Raises
    ------
    MapError
        If a column is missing, or rows and districts do not match.
    """
    if not hasattr(data, "columns"):
        what = f"is a {type(data).__name__}, not a frame"
        raise MapError(Problem("data", what, "Give a DataFrame of pandas or geopandas."))
    words = [] if boundaries is None or key not in data else list(map(str, data[key]))
    shapes = data if boundaries is None else _polygons(boundaries, language, words)
    if not hasattr(shapes, "geometry"):
        raise MapError(Problem("data", "has no geometry", "Give the polygons as `boundaries`."))
    columns = column_units(measures)
    known = list(map(str, data.columns))
    missing = [column for column in (key, *columns) if column not in known]
    if missing:
        raise MapError(
            [Problem("data", f"has no column {c!r}", did_you_mean(c, known)) for c in missing]
        )
    try:
        spec = MapSpec(
            title=title or measures[0].label,
            source=source or "—",
            language=language,
            measures=tuple(measures),
            aliases={name: tuple(words) for name, words in (aliases or {}).items()},
            table=TableSpec(allow_rows=tuple(allow_rows), allow_districts=tuple(allow_districts)),
        )
    except ValidationError as error:
        raise MapError(problems_of("map_measures", error)) from None
    name = key if boundaries is None else "name"
    districts = districts_from_frame(shapes, source="data", name=name)
    table = table_from_frame(data, key=key, columns=columns)
    return assemble(spec, "map", Reading(districts), table, ())


def _polygons(
    boundaries: gpd.GeoDataFrame | Path | str, language: str, words: Sequence[str]
) -> gpd.GeoDataFrame:
    """Return districts from a frame, a file, or an area: of the level whose names the table has."""
    if not isinstance(boundaries, Path | str):
        return boundaries
    named = polygons_at(str(boundaries), "boundaries")
    if named["file"] is None:
        code = named["code"]
        level = None if area_of(code) else level_in_text(division_of(code).code, "\n".join(words))
        return area_districts(code, language=language, level=level).districts
    return read_boundaries(named["file"])


def html_frame(choropleth: Choropleth) -> str:
    """Return the page in a frame of its own, so that its styles and the notebook's do not mix."""
    return (
        f'<iframe srcdoc="{html.escape(page(choropleth))}" '
        f'title="{html.escape(choropleth.spec.heading().title)}" '
        'style="width:100%;height:720px;border:0"></iframe>'
    )


def show_maps(shell: Any) -> None:  # noqa: ANN401 - IPython is no dependency
    """Tell a running IPython shell to show a `Choropleth` as its page."""
    formatter = shell.display_formatter.formatters["text/html"]
    formatter.for_type_by_name("geo.choropleth.model", "Choropleth", html_frame)
